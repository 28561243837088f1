// How far work is that closes the base, or needs none: told like a job although no base is open that could hold one.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineEvent } from '../../api';
import { useT } from '../../ui';
import { ProgressBar } from './ProgressBar';

export interface WorkProgressProps {
  readonly kind: 'backups.restore' | 'backups.salvage' | 'keys.rotate';
}

export function WorkProgress({ kind }: WorkProgressProps): ReactNode {
  const t = useT();
  const [part, setPart] = useState<number | undefined>(undefined);
  const [note, setNote] = useState<string | null>(null);
  useEngineEvent('job', (status) => {
    if (status.kind !== kind || status.progress === null) return;
    const { done, total } = status.progress;
    setPart(total === null || total === 0 ? undefined : done / total);
    setNote(status.progress.note);
  });
  return (
    <div role="status">
      <ProgressBar label={t(`jobs.kind.${kind}`)} part={part} />
      {note !== null && <span className="dw-muted">{t.any(`jobs.note.${note}`)}</span>}
    </div>
  );
}
