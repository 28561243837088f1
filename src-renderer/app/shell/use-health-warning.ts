// Says once in a session, and again every hour, when the base is in danger: nobody looks at a page that is never opened.

import { useEffect, useEffectEvent } from 'react';
import { useEngineQuery, useMay } from '../../api';
import { notify, useT } from '../../ui';

const EVERY_MS = 3_600_000;

export function useHealthWarning(): void {
  const t = useT();
  const may = useMay();
  const report = useEngineQuery('health.report', {}, { enabled: may('base.manage') });
  const disk = report.data?.findings.find(({ code, level }) => code.startsWith('disk.') && level !== 'good');
  const warn = useEffectEvent(() => {
    if (disk !== undefined)
      notify({ message: t.any(`health.${disk.code}`, { count: disk.count ?? 0, when: '' }), tone: 'danger' });
  });
  const ask = useEffectEvent(() => report.refresh());
  useEffect(() => warn(), [disk?.code]);
  useEffect(() => {
    const timer = window.setInterval(() => ask(), EVERY_MS);
    return () => window.clearInterval(timer);
  }, []);
}
