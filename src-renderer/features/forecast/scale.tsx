// Amounts of a forecast: exact, or in thousands or millions, for whoever reads many at a glance.

import { isInToman, moneyScales, scaledMoney, type MoneyScale } from '@shared/locale/money';
import type { ReactNode } from 'react';
import { createContext, use } from 'react';
import { MoneyText, Select, useFormat, useT } from '../../ui';

export const ScaleContext = createContext<MoneyScale>('million');

export interface AmountProps {
  readonly minor: string | number;
  readonly currency: string;
  /** With a sign before what is more, too. */
  readonly signed?: boolean;
}

export function Amount({ minor, currency, signed = false }: AmountProps): ReactNode {
  const format = useFormat();
  const scale = use(ScaleContext);
  const plus = signed && Number(minor) > 0 ? '+' : '';
  if (scale === 'exact') {
    return (
      <bdi className="dw-numbers">
        {plus}
        <MoneyText minor={minor} currency={currency} />
      </bdi>
    );
  }
  const number = format.number(Number(scaledMoney(minor, currency, scale)), {
    maximumFractionDigits: 2,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return <bdi className="dw-numbers">{number}</bdi>;
}

/** In what the amounts of a currency are told. */
export function useUnitWords(): (currency: string, scale: MoneyScale) => string {
  const t = useT();
  const format = useFormat();
  return (currency, scale) => {
    if (scale === 'exact') return format.currency(currency);
    if (isInToman(currency)) return t(`forecast.toman.${scale}`);
    return t(`forecast.scale.${scale}`, { currency: format.currency(currency) });
  };
}

export interface ScaleSelectProps {
  readonly value: MoneyScale;
  readonly currency: string;
  onChange(scale: MoneyScale): void;
}

export function ScaleSelect({ value, currency, onChange }: ScaleSelectProps): ReactNode {
  const t = useT();
  const words = useUnitWords();
  return (
    <Select
      label={t('forecast.unit')}
      hideLabel
      value={value}
      options={moneyScales.map((scale) => ({ value: scale, label: words(currency, scale) }))}
      onChange={(scale) => scale !== null && onChange(scale)}
    />
  );
}
