// Leaving: everything taken out at one press, and the drills that prove it can be loaded elsewhere.

import type { ExitDrill } from '@shared/features/exports/exports.contract';
import { IconDoorExit, IconPackageExport, IconTestPipe } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery } from '../../api';
import { Button, DirIcon, EmptyState, ErrorState, InstantText, Panel, useT } from '../../ui';
import { useAfterJobs } from '../backups';
import { DrillCertificate } from './DrillCertificate';
import { LeaveDialog } from './LeaveDialog';
import styles from './exports.module.css';

export function ExitPanel(): ReactNode {
  const t = useT();
  const list = useEngineQuery('exports.drills', {});
  const drill = useEngineCommand('exports.drill');
  const [shown, setShown] = useState<ExitDrill | null>(null);
  useAfterJobs(['exports.drill'], list.refresh);
  const drills = list.data?.drills ?? [];
  const actions = (
    <span className={styles.actions}>
      <TakeOut />
      <Button
        small
        icon={<IconTestPipe size="1rem" stroke={1.6} aria-hidden />}
        pending={drill.pending}
        onClick={() => void drill.run({})}
      >
        {t('exports.exit.drill')}
      </Button>
    </span>
  );
  return (
    <Panel title={t('exports.exit')} action={actions}>
      <p className="dw-muted">{t('exports.exit.lead')}</p>
      {drill.error !== null && <ErrorState inline error={drill.error} />}
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.data !== undefined && drills.length === 0 && <EmptyState small title={t('exports.exit.none')} />}
      <ul className={styles.drills} aria-label={t('exports.exit')}>
        {drills.slice(0, 5).map((one) => (
          <li key={one.id} className={styles.drill}>
            <DirIcon icon={IconDoorExit} size={20} />
            <span className={styles.words}>
              <strong className={one.sound ? styles.good : styles.bad}>
                {t(one.sound ? 'exports.exit.sound' : 'exports.exit.unsound')}
              </strong>
              <span className="dw-muted">
                <InstantText value={one.finishedAt} />
              </span>
            </span>
            <Button small onClick={() => setShown(one)}>
              {t('backups.certificate')}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== null && <DrillCertificate drill={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}

function TakeOut(): ReactNode {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small icon={<IconPackageExport size="1rem" stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {t('exports.exit.make')}
      </Button>
      {isOpen && <LeaveDialog onClose={() => setOpen(false)} />}
    </>
  );
}
