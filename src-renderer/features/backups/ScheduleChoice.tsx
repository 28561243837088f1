// How often a kind of work runs by itself, and when next.

import type { ReactNode } from 'react';
import { scheduleSteps } from '@shared/features/jobs/schedule';
import { useEngineCommand, useEngineQuery } from '../../api';
import { InstantText, Select, useT } from '../../ui';
import styles from './backups.module.css';

export function ScheduleChoice({ kind }: { readonly kind: string }): ReactNode {
  const t = useT();
  const schedules = useEngineQuery('jobs.schedules', {});
  const set = useEngineCommand('jobs.setSchedule');
  const schedule = schedules.data?.schedules.find((one) => one.kind === kind);
  if (schedule === undefined) return null;
  const { nextRunAt, ...choice } = schedule;
  return (
    <div className={styles.schedule}>
      <Select
        label={t('catalogue.job_schedule.every')}
        value={schedule.every}
        options={scheduleSteps.map((every) => ({
          value: every,
          label: t.any(`catalogue.job_schedule.every.${every}`),
        }))}
        onChange={async (every) => {
          if (every === null) return;
          await set.run({ ...choice, every });
          schedules.refresh();
        }}
      />
      {nextRunAt !== null && (
        <span className="dw-muted">
          {t('catalogue.job_schedule.next_run_at')}: <InstantText value={nextRunAt} />
        </span>
      )}
    </div>
  );
}
