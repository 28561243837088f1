// An amount of money typed in any digits, kept in minor units of its currency; never rounded.

import { majorUnits, parseMoney } from '@shared/locale/money';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField } from './fields';
import type { FieldProps } from './fields';
import { useFormat } from './format';
import { useT } from './words';

export interface MoneyInputProps extends FieldProps {
  /** Minor units. */
  readonly value: number | null;
  readonly currency: string;
  /** Undefined while what stands there is no amount: it must not be saved as if it were. */
  onChange(minor: number | null | undefined): void;
}

export function MoneyInput({ value, currency, onChange, error, hint, ...rest }: MoneyInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null || typed.trim() === '' ? null : parseMoney(typed, currency);
  const wrong = read !== null && 'error' in read ? read.error : null;
  const change = (text: string): void => {
    setTyped(text);
    const amount = text.trim() === '' ? { minor: null } : parseMoney(text, currency);
    onChange('error' in amount ? undefined : amount.minor);
  };
  const shown = typed ?? (value === null ? '' : format.digits(majorUnits(value, currency).replace(/\.0+$/, '')));
  const meant = read !== null && 'minor' in read ? format.money(read.minor, currency) : undefined;
  return (
    <TextField
      {...rest}
      value={shown}
      direction="ltr"
      inputMode="decimal"
      maxLength={40}
      error={wrong === null ? error : t(`common.money-${wrong}`)}
      hint={wrong === null ? (meant ?? hint ?? format.currency(currency)) : undefined}
      onChange={change}
    />
  );
}
