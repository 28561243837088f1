// Offered where a base turns out to be damaged: reading what can be read into an empty folder of the person's choice.

import type { ReactNode } from 'react';
import { appClient, useEngineCommand } from '../../api';
import type { OutputAt } from '../../api';
import { useState } from 'react';
import { Button, ErrorState, useT } from '../../ui';
import { WorkProgress } from '../jobs';
import styles from './backups.module.css';

export interface SalvageOfferProps {
  readonly login: string;
  readonly passphrase: string;
}

export function SalvageOffer({ login, passphrase }: SalvageOfferProps): ReactNode {
  const t = useT();
  const salvage = useEngineCommand('backups.salvage');
  const cancel = useEngineCommand('backups.cancelRestore');
  const [saved, setSaved] = useState<OutputAt<'backups.salvage'> | null>(null);
  const go = async (): Promise<void> => {
    const chosen = await appClient.chooseFolder({});
    if (!chosen.ok || chosen.value === null) return;
    const done = await salvage.run({ folder: chosen.value.token, login, passphrase });
    if (done.ok) setSaved(done.value);
  };
  return (
    <div className={styles.restore}>
      <Button pending={salvage.pending} onClick={() => void go()}>
        {t('backups.salvage')}
      </Button>
      {salvage.pending && (
        <>
          <WorkProgress kind="backups.salvage" />
          <Button kind="quiet" onClick={() => void cancel.run({})}>
            {t('jobs.cancel')}
          </Button>
        </>
      )}
      {salvage.error !== null && <ErrorState inline error={salvage.error} />}
      {saved !== null && (
        <p role="status">
          {t('backups.salvaged', {
            rows: saved.tables.reduce((sum, { read }) => sum + read, 0),
            lost: saved.tables.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
          })}
        </p>
      )}
    </div>
  );
}
