// What a rule does to a price, in the form: a share or an amount less or more, or another price.

import type { Effect } from '@shared/features/prices/price-rule';
import type { ReactNode } from 'react';
import { Fields, MoneyInput, NumberInput, Select, useT } from '../../ui';

const effectKinds = ['percent-less', 'percent-more', 'amount-less', 'amount-more', 'price'] as const;
type EffectKind = (typeof effectKinds)[number];

export interface EffectForm {
  readonly kind: EffectKind;
  /** Percent, or minor units; undefined while it cannot be read. */
  readonly by: number | null | undefined;
  /** Of an amount that is stored already. */
  readonly currency: string | null;
}

export function formOfEffect(effect: Effect | undefined): EffectForm {
  if (effect === undefined) return { kind: 'percent-less', by: null, currency: null };
  if (effect.kind === 'price') return { kind: 'price', by: effect.price, currency: effect.currency };
  const way = effect.by < 0 ? 'less' : 'more';
  return effect.kind === 'percent'
    ? { kind: `percent-${way}`, by: Math.abs(effect.by) / 100, currency: null }
    : { kind: `amount-${way}`, by: Math.abs(effect.by), currency: effect.currency };
}

/** Null while it is not whole. */
export function effectOf({ kind, by, currency: own }: EffectForm, standard: string): Effect | null {
  if (by === null || by === undefined) return null;
  const currency = own ?? standard;
  if (kind === 'price') return { kind, price: by, currency };
  const sign = kind.endsWith('less') ? -1 : 1;
  return kind.startsWith('percent')
    ? { kind: 'percent', by: sign * Math.round(by * 100) }
    : { kind: 'amount', by: sign * by, currency };
}

export interface EffectFieldsProps {
  readonly form: EffectForm;
  readonly currency: string;
  onChange(form: EffectForm): void;
}

export function EffectFields({ form, currency, onChange }: EffectFieldsProps): ReactNode {
  const t = useT();
  const isPercent = form.kind.startsWith('percent');
  return (
    <Fields>
      <Select
        label={t('catalogue.price_rule.effect')}
        value={form.kind}
        options={effectKinds.map((kind) => ({ value: kind, label: t(`prices.rules.effect-${kind}`) }))}
        onChange={(kind) => {
          if (kind !== null) onChange({ ...form, kind, by: kind.startsWith('percent') === isPercent ? form.by : null });
        }}
      />
      {isPercent ? (
        <NumberInput
          label={t('prices.taxes.percent')}
          required
          integer={false}
          min={0}
          max={100}
          value={form.by ?? null}
          onChange={(by) => onChange({ ...form, by })}
        />
      ) : (
        <MoneyInput
          key={form.kind}
          label={t('prices.rules.amount')}
          required
          value={form.by ?? null}
          currency={form.currency ?? currency}
          onChange={(by) => onChange({ ...form, by })}
        />
      )}
    </Fields>
  );
}
