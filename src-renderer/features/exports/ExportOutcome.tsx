// An export under way and its end: how far it is, how many rows it has, and where the file lies.

import type { Exported, ExitPackage } from '@shared/features/exports/exports.contract';
import { IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { appClient, isUnderWay, useEngineCommand, useJob } from '../../api';
import { Button, ErrorState, Ltr, notify, useFormat, useT } from '../../ui';
import { partOf, ProgressBar, stateWords } from '../jobs';
import styles from './exports.module.css';

export interface ExportOutcomeProps {
  readonly jobId: string;
  onAgain(): void;
}

export function ExportOutcome({ jobId, onAgain }: ExportOutcomeProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { job } = useJob(jobId);
  const cancel = useEngineCommand('jobs.cancel');
  if (job === undefined || isUnderWay(job))
    return (
      <>
        <ProgressBar label={t('exports.title')} part={job === undefined ? undefined : partOf(job)} />
        <p role="status">{job === undefined ? '' : stateWords(t, format, job)}</p>
        <p className="dw-muted">{t('exports.goesOn')}</p>
        <div>
          <Button small disabled={job?.ending === true} onClick={() => void cancel.run({ id: jobId })}>
            {t('jobs.cancel')}
          </Button>
        </div>
      </>
    );
  if (job.state !== 'done')
    return (
      <>
        <ErrorState inline error={job.failure ?? { code: 'exports.cancelled' }} />
        <div>
          <Button onClick={onAgain}>{t('exports.again')}</Button>
        </div>
      </>
    );
  return <Done written={job.result as Exported | ExitPackage} />;
}

function Done({ written }: { readonly written: Exported | ExitPackage }): ReactNode {
  const { path, rows, sha256 } = written;
  const shortened = 'shortened' in written ? written.shortened : 0;
  const t = useT();
  const copy = async (): Promise<void> => {
    const answer = await appClient.copyText({ text: path });
    if (answer.ok) notify({ message: t('record.copied'), tone: 'success' });
  };
  return (
    <>
      <p className={styles.done} role="status">
        {'files' in written
          ? t('exports.exit.packed', { rows, files: written.files })
          : t('exports.done', { count: rows })}
      </p>
      {shortened > 0 && <p>{t('exports.shortened', { count: shortened })}</p>}
      <p className="dw-muted">{t('exports.where')}</p>
      <p className={styles.path}>
        <Ltr>{path}</Ltr>
      </p>
      <p className="dw-muted">{t('exports.sum')}</p>
      <p className={styles.key}>
        <Ltr>{sha256}</Ltr>
      </p>
      <div>
        <Button small icon={<IconCopy size="1rem" stroke={1.6} aria-hidden />} onClick={() => void copy()}>
          {t('exports.copyPath')}
        </Button>
      </div>
    </>
  );
}
