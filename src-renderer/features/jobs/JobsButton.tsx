// Long work in the top bar: nothing while there is none, a quiet ring while something runs, the list of what ran lately.

import { IconAlertTriangle, IconChecklist } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { isUnderWay, useEngineCommand, useJobs } from '../../api';
import { Button, Popover, useT } from '../../ui';
import { JobLine } from './JobLine';
import { kindWords, partOf } from './job-words';
import styles from './jobs.module.css';

const SHOWN = 12;

export function JobsButton(): ReactNode {
  const t = useT();
  const { jobs, refresh } = useJobs();
  const [opened, setOpened] = useState(false);
  const dismiss = useEngineCommand('jobs.dismiss');
  if (jobs.length === 0) return null;
  const current = jobs.findLast(isUnderWay);
  const isAllDone = jobs.every((job) => !isUnderWay(job));
  return (
    <Popover
      label={t('jobs.title')}
      align="end"
      className={styles.dropdown}
      opened={opened}
      onOpened={setOpened}
      trigger={
        <button
          type="button"
          className={styles.button}
          aria-haspopup="dialog"
          aria-expanded={opened}
          aria-label={current === undefined ? t('jobs.title') : t('jobs.running', { what: kindWords(t, current) })}
          onClick={() => setOpened(!opened)}
        >
          <Sign current={current} failed={jobs[0]?.state === 'failed'} />
        </button>
      }
    >
      <h2 className={styles.title}>{t('jobs.title')}</h2>
      <ul className={styles.list}>
        {jobs.slice(0, SHOWN).map((job) => (
          <JobLine key={job.id} job={job} onChange={refresh} />
        ))}
      </ul>
      {isAllDone && (
        <Button
          kind="quiet"
          small
          onClick={async () => {
            await dismiss.run({});
            setOpened(false);
            refresh();
          }}
        >
          {t('jobs.dismiss-all')}
        </Button>
      )}
    </Popover>
  );
}

const AROUND = 2 * Math.PI * 9;

function Sign({ current, failed }: { readonly current: JobStatus | undefined; readonly failed: boolean }): ReactNode {
  if (current === undefined)
    return failed ? (
      <IconAlertTriangle size="1.2rem" stroke={1.6} className={styles.failed} aria-hidden />
    ) : (
      <IconChecklist size="1.2rem" stroke={1.6} aria-hidden />
    );
  const part = partOf(current);
  return (
    <svg viewBox="0 0 24 24" className={styles.ring} data-unknown={part === undefined || undefined} aria-hidden>
      <circle cx="12" cy="12" r="9" className={styles.ringTrack} />
      <circle
        cx="12"
        cy="12"
        r="9"
        className={styles.ringFill}
        strokeDasharray={`${(part ?? 0.25) * AROUND} ${AROUND}`}
        transform="rotate(-90 12 12)"
      />
    </svg>
  );
}
