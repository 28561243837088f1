// Leaving: everything taken out at one press, and the drills that prove it can be loaded elsewhere.

import type { ExitDrill } from '@shared/features/exports/exports.contract';
import { IconDoorExit, IconPackageExport, IconTestPipe } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { appClient, useEngineCommand, useEngineQuery } from '../../api';
import {
  Button,
  Dialog,
  DirIcon,
  EmptyState,
  ErrorState,
  InstantText,
  Panel,
  useFormat,
  useLocaleSettings,
  useNow,
  useT,
} from '../../ui';
import { useAfterJobs } from '../backups';
import { DrillCertificate } from './DrillCertificate';
import { ExportOutcome } from './ExportOutcome';
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

/** Asks for the name of a new folder, then follows the job. */
function TakeOut(): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  const { language } = useLocaleSettings();
  const make = useEngineCommand('exports.makeExit');
  const [jobId, setJobId] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    const place = await appClient.chooseSaveFile({ name: `${t('exports.exit.name')} ${today}` });
    if (!place.ok || place.value === null) return;
    const answer = await make.run({ to: place.value.token, language });
    if (answer.ok) setJobId(answer.value.jobId);
  };
  return (
    <>
      <Button
        small
        icon={<IconPackageExport size="1rem" stroke={1.6} aria-hidden />}
        pending={make.pending}
        onClick={() => void begin()}
      >
        {t('exports.exit.make')}
      </Button>
      {make.error !== null && <ErrorState inline error={make.error} />}
      {jobId !== null && (
        <Dialog opened onClose={() => setJobId(null)} title={t('exports.exit.make')}>
          <div className={styles.export}>
            <p className={styles.plain}>{t('exports.plain')}</p>
            <ExportOutcome jobId={jobId} onAgain={() => setJobId(null)} />
          </div>
        </Dialog>
      )}
    </>
  );
}
