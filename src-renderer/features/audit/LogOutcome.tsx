// A verification or a signed log under way, and what came of it.

import type { AuditExported, AuditVerified } from '@shared/features/audit/audit.contract';
import type { ReactNode } from 'react';
import { isUnderWay, useEngineCommand, useJob } from '../../api';
import { Button, ErrorState, useFormat, useT } from '../../ui';
import { partOf, ProgressBar, stateWords } from '../jobs';
import styles from './audit.module.css';

export function LogOutcome({ jobId }: { readonly jobId: string }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { job } = useJob(jobId);
  const cancel = useEngineCommand('jobs.cancel');
  if (job === undefined || isUnderWay(job))
    return (
      <div className={styles.progress}>
        <ProgressBar label={t('audit.verifying')} part={job === undefined ? undefined : partOf(job)} />
        <p role="status">{job === undefined ? '' : stateWords(t, format, job)}</p>
        <Button small disabled={job?.ending === true} onClick={() => void cancel.run({ id: jobId })}>
          {t('jobs.cancel')}
        </Button>
      </div>
    );
  if (job.state !== 'done') return <ErrorState inline error={job.failure ?? { code: 'jobs.cancelled' }} />;
  return job.kind === 'audit.verify' ? (
    <Verified found={job.result as AuditVerified} />
  ) : (
    <p role="status" className={styles.good}>
      {t('audit.exported', { path: (job.result as AuditExported).path })}
    </p>
  );
}

function Verified({ found }: { readonly found: AuditVerified }): ReactNode {
  const t = useT();
  const { operations, readings, checkpoints, witnesses } = found;
  if (found.sound)
    return (
      <p role="status" className={styles.good}>
        {t('audit.sound', { operations, readings, checkpoints, copies: witnesses.length })}
      </p>
    );
  const broken = { operation: found.brokenAt, reading: found.readingsBrokenAt, checkpoint: found.checkpointBrokenAt };
  return (
    <div role="alert" className={styles.bad}>
      <p>{t('audit.not-sound')}</p>
      <ul>
        {(['operation', 'reading', 'checkpoint'] as const).map((what) => {
          const at = broken[what];
          return at === null ? null : (
            <li key={what}>{t('audit.broken-at', { what: t(`audit.broken.${what}`), at })}</li>
          );
        })}
        {witnesses
          .filter(({ agrees }) => !agrees)
          .map(({ folder }) => (
            <li key={folder}>{t('audit.copy-disagrees', { folder })}</li>
          ))}
      </ul>
    </div>
  );
}
