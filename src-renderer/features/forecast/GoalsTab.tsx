// Goals of the period: what was reached, what is due by the working days so far, and a new one.

import type { GoalProgress } from '@shared/features/goals/goals.contract';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Answer, Button, EmptyState, IconButton, NumberText, Panel, useT } from '../../ui';
import { useDone } from '../operations';
import styles from './forecast.module.css';
import { GoalDialog } from './GoalDialog';
import type { ForecastView } from './PeriodBar';
import { Amount, useUnitWords } from './scale';

export function GoalsTab({ view }: { readonly view: ForecastView }): ReactNode {
  const t = useT();
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const { key: period, calendar } = view.period;
  const asked = { period, calendar, ...(view.ownerId !== undefined && { ownerId: view.ownerId }) };
  const progress = useEngineQuery('goals.progress', asked);
  const add = may('deals.write') && (
    <Button small kind="primary" icon={<IconPlus size="1.05rem" aria-hidden />} onClick={() => setSetting(true)}>
      {t('goals.set')}
    </Button>
  );
  return (
    <>
      <Answer of={progress} lines={5}>
        {({ goals }) =>
          goals.length === 0 ? (
            <EmptyState title={t('goals.none')} detail={t('goals.noneText')} action={add} />
          ) : (
            <Panel title={t('forecast.tab.goals')} action={add} flush>
              <ul className={styles.goals}>
                {goals.map((goal) => (
                  <GoalLine key={goal.id} goal={goal} view={view} />
                ))}
              </ul>
            </Panel>
          )
        }
      </Answer>
      {setting && <GoalDialog view={view} onClose={() => setSetting(false)} />}
    </>
  );
}

function GoalLine({ goal, view }: { readonly goal: GoalProgress; readonly view: ForecastView }): ReactNode {
  const t = useT();
  const done = useDone();
  const unit = useUnitWords();
  const remove = useEngineCommand('goals.remove');
  const { id, owner, unit: team, metric, target, reached, due, currency, pace, workedDays, workingDays } = goal;
  const whose = owner?.name ?? team?.name ?? t('goals.office');
  const tell = (value: string | number): ReactNode =>
    currency === null ? <NumberText value={Number(value)} /> : <Amount minor={value} currency={currency} />;
  const share = Math.min(100, (Number(reached) / target) * 100);
  const take = async (): Promise<void> => {
    const result = await remove.run({ id });
    if (result.ok) done(result, t('goals.removed'));
  };
  return (
    <li className={styles.goal}>
      <div className={styles.goalHead}>
        <strong>
          <bdi dir="auto">{whose}</bdi>
        </strong>
        <span>
          {t.any(`catalogue.goal.metric.${metric}`)}
          {currency !== null && <span className="dw-muted"> · {unit(currency, view.scale)}</span>}
        </span>
        <span className={styles.pace} data-pace={pace}>
          {t(`goals.pace.${pace}`)}
        </span>
        {goal.mayChange && (
          <IconButton small label={t('goals.remove', { name: whose })} onClick={() => void take()}>
            <IconTrash size="1rem" aria-hidden />
          </IconButton>
        )}
      </div>
      <div
        className={styles.track}
        role="meter"
        aria-label={t('goals.meter', { name: whose })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
      >
        <span className={styles.reached} style={{ inlineSize: `${share}%` }} data-pace={pace} />
        <span className={styles.due} style={{ insetInlineStart: `${Math.min(100, (Number(due) / target) * 100)}%` }} />
      </div>
      <p className={styles.sample}>
        {t('goals.reached')} {tell(reached)} · {t('goals.target')} {tell(target)} · {t('goals.due')} {tell(due)} ·{' '}
        {t('goals.days', { worked: workedDays, working: workingDays })}
      </p>
    </li>
  );
}
