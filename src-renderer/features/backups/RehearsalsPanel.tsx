// Trial restores and what each found: the certificate, on the screen and on paper.

import { IconCertificate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Rehearsal } from '@shared/features/backups/backups.contract';
import { useEngineQuery } from '../../api';
import { Button, EmptyState, ErrorState, InstantText, Panel, useT } from '../../ui';
import { useAfterJobs } from './BackupsPanel';
import { Certificate } from './Certificate';
import styles from './backups.module.css';

export function RehearsalsPanel(): ReactNode {
  const t = useT();
  const list = useEngineQuery('backups.rehearsals', {});
  const [shown, setShown] = useState<Rehearsal | null>(null);
  useAfterJobs(['backups.rehearse'], list.refresh);
  const rehearsals = list.data?.rehearsals ?? [];
  return (
    <Panel title={t('backups.rehearsals')}>
      {list.error !== null && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.data !== undefined && rehearsals.length === 0 && <EmptyState small title={t('backups.no-rehearsals')} />}
      <ul className={styles.list} aria-label={t('backups.rehearsals')}>
        {rehearsals.slice(0, 10).map((rehearsal) => (
          <li key={rehearsal.id} className={styles.item}>
            <IconCertificate
              size="1.2rem"
              stroke={1.5}
              className={rehearsal.sound ? styles.good : styles.bad}
              aria-hidden
            />
            <span className={styles.words}>
              <strong className={rehearsal.sound ? styles.good : styles.bad}>
                {t(rehearsal.sound ? 'backups.restored-and-compared' : 'backups.rehearsal-failed')}
              </strong>
              <span className="dw-muted">
                <InstantText value={rehearsal.finishedAt} />
              </span>
            </span>
            <Button small onClick={() => setShown(rehearsal)}>
              {t('backups.certificate')}
            </Button>
          </li>
        ))}
      </ul>
      {shown !== null && <Certificate rehearsal={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}
