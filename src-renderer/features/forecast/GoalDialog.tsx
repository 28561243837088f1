// A goal for oneself; whoever manages goals sets them for somebody or for the whole office too.

import { goalMetrics } from '@shared/catalogue';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useMay, useSession } from '../../api';
import { Dialog, Fields, Form, FormFoot, MoneyInput, NumberInput, Select, useT } from '../../ui';
import { useDone, useUserOptions } from '../operations';
import { usePipelines } from '../pipelines';
import type { ForecastView } from './PeriodBar';

const OFFICE = 'office';

export interface GoalDialogProps {
  readonly view: ForecastView;
  onClose(): void;
}

export function GoalDialog({ view, onClose }: GoalDialogProps): ReactNode {
  const t = useT();
  const done = useDone();
  const set = useEngineCommand('goals.set');
  const [metric, setMetric] = useState<(typeof goalMetrics)[number]>('won-amount');
  const [whose, setWhose] = useWhose(view);
  const [target, setTarget] = useState<number | null | undefined>(null);
  const currencies = useCurrencies();
  const [chosen, setCurrency] = useState<string | null>(null);
  const currency = chosen ?? currencies[0] ?? null;
  const ready = typeof target === 'number' && target > 0 && (metric !== 'won-amount' || currency !== null);
  const save = async (): Promise<void> => {
    if (!ready || set.pending) return;
    const owner = whose.startsWith('unit:') ? { unitId: whose.slice(5) } : whose === OFFICE ? {} : { ownerId: whose };
    const money = metric === 'won-amount' && currency !== null ? { currency } : {};
    const { key: period, calendar } = view.period;
    const result = await set.run({ period, calendar, metric, target, ...owner, ...money });
    if (!result.ok) return;
    done(result, t('goals.saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('goals.set')}>
      <Form onSubmit={save}>
        <Fields>
          <WhoseSelect value={whose} onChange={setWhose} />
          <Select
            label={t('catalogue.goal.metric')}
            value={metric}
            options={goalMetrics.map((value) => ({ value, label: t.any(`catalogue.goal.metric.${value}`) }))}
            onChange={(next) => next !== null && (setMetric(next), setTarget(null))}
          />
          {metric === 'won-amount' && currencies.length > 1 && (
            <Select
              label={t('forecast.currency')}
              value={currency}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={setCurrency}
            />
          )}
          {metric === 'won-amount' && currency !== null ? (
            <MoneyInput
              key={currency}
              label={t('goals.target')}
              value={target ?? null}
              currency={currency}
              onChange={setTarget}
            />
          ) : (
            <NumberInput label={t('goals.target')} value={target ?? null} min={1} onChange={setTarget} />
          )}
        </Fields>
        <FormFoot ready={ready} pending={set.pending} failure={set.error} save={t('goals.set')} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function useWhose(view: ForecastView) {
  const me = useSession();
  const manages = useMay()('forecast.manage');
  return useState<string>(view.ownerId ?? (manages ? OFFICE : me.id));
}

/** Of the office's pipelines. */
function useCurrencies(): readonly string[] {
  const { all = [] } = usePipelines();
  return [...new Set(all.filter(({ active }) => active).map(({ currency }) => currency))];
}

function WhoseSelect({ value, onChange }: { readonly value: string; onChange(whose: string): void }): ReactNode {
  const t = useT();
  const me = useSession();
  const manages = useMay()('forecast.manage');
  const users = useUserOptions();
  const shown = manages
    ? [{ value: OFFICE, label: t('goals.office') }, ...users]
    : users.filter((user) => user.value === me.id);
  return (
    <Select
      label={t('catalogue.goal.owner_id')}
      value={value}
      options={shown}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
