// One job in a list: what it is, how far it is, and the way to end it or put it away.

import { IconPlayerStop, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { isUnderWay, useEngineCommand } from '../../api';
import { IconButton, InstantText, useFormat, useT } from '../../ui';
import { kindWords, partOf, stateWords } from './job-words';
import { ProgressBar } from './ProgressBar';
import styles from './jobs.module.css';

export interface JobLineProps {
  readonly job: JobStatus;
  /** After it was ended or put away. */
  onChange(): void;
}

export function JobLine({ job, onChange }: JobLineProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const name = kindWords(t, job);
  return (
    <li className={styles.job} data-state={job.state}>
      <div className={styles.words}>
        <strong className={styles.name}>{name}</strong>
        {isUnderWay(job) && <ProgressBar label={name} part={partOf(job)} />}
        <span className={styles.state}>
          {stateWords(t, format, job)}
          {job.finishedAt !== null && (
            <>
              {' · '}
              <InstantText value={job.finishedAt} />
            </>
          )}
        </span>
      </div>
      <JobAction job={job} onChange={onChange} />
    </li>
  );
}

function JobAction({ job, onChange }: JobLineProps): ReactNode {
  const t = useT();
  const cancel = useEngineCommand('jobs.cancel');
  const dismiss = useEngineCommand('jobs.dismiss');
  const act = async (command: typeof cancel | typeof dismiss): Promise<void> => {
    await command.run({ id: job.id });
    onChange();
  };
  return isUnderWay(job) ? (
    <IconButton small label={t('jobs.cancel')} disabled={job.ending} onClick={() => void act(cancel)}>
      <IconPlayerStop size="1rem" aria-hidden />
    </IconButton>
  ) : (
    <IconButton small label={t('jobs.dismiss')} onClick={() => void act(dismiss)}>
      <IconX size="1rem" aria-hidden />
    </IconButton>
  );
}
