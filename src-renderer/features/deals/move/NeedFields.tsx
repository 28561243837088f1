// Fields for the facts a stage needs, one for each that is missing.

import type { ReactNode } from 'react';
import { Chip, CivilDateField, MoneyInput, TextField, useT } from '../../../ui';
import { PartyPicker } from '../../search';
import type { PickedParty } from '../../search';
import type { Need } from './move';

export interface Facts {
  /** Minor units; undefined while it cannot be read. */
  readonly amount: number | null | undefined;
  readonly expectedOn: string | null;
  readonly nextStep: string;
  readonly decider: PickedParty | null;
}

export const noFacts: Facts = { amount: null, expectedOn: null, nextStep: '', decider: null };

const given: Readonly<Record<Need, (facts: Facts) => boolean>> = {
  amount: ({ amount }) => typeof amount === 'number',
  'expected-on': ({ expectedOn }) => expectedOn !== null,
  'next-step': ({ nextStep }) => nextStep.trim() !== '',
  decider: ({ decider }) => decider !== null,
};

export const isFilled = (needs: readonly Need[], facts: Facts): boolean => needs.every((need) => given[need](facts));

export interface NeedFieldsProps {
  readonly needs: readonly Need[];
  readonly currency: string;
  readonly facts: Facts;
  onChange(facts: Facts): void;
}

export function NeedFields({ needs, currency, facts, onChange }: NeedFieldsProps): ReactNode {
  const t = useT();
  const fields: Readonly<Record<Need, () => ReactNode>> = {
    amount: () => (
      <MoneyInput
        label={t('catalogue.deal.amount')}
        required
        currency={currency}
        value={null}
        onChange={(amount) => onChange({ ...facts, amount })}
      />
    ),
    'expected-on': () => (
      <CivilDateField
        label={t('catalogue.deal.expected_on')}
        required
        value={facts.expectedOn}
        onChange={(expectedOn) => onChange({ ...facts, expectedOn })}
      />
    ),
    'next-step': () => (
      <TextField
        label={t('catalogue.deal.next_step')}
        required
        value={facts.nextStep}
        onChange={(nextStep) => onChange({ ...facts, nextStep })}
      />
    ),
    decider: () => <DeciderField decider={facts.decider} onChange={(decider) => onChange({ ...facts, decider })} />,
  };
  return needs.map((need) => <div key={need}>{fields[need]()}</div>);
}

interface DeciderFieldProps {
  readonly decider: PickedParty | null;
  onChange(decider: PickedParty | null): void;
}

function DeciderField({ decider, onChange }: DeciderFieldProps): ReactNode {
  const t = useT();
  if (decider === null) return <PartyPicker label={t('deals.decider')} onPick={onChange} />;
  return (
    <Chip onRemove={() => onChange(null)} removeLabel={t('search.drop', { name: decider.name })}>
      {t('deals.decider')}: <bdi dir="auto">{decider.name}</bdi>
    </Chip>
  );
}
