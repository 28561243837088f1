// How much of something, typed in any digits, kept in whole millionths; never rounded.

import { parseQuantity, quantityText } from '@shared/locale/quantity';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField } from './fields';
import type { FieldProps } from './fields';
import { useFormat } from './format';
import { useT } from './words';

export interface QuantityInputProps extends FieldProps {
  /** Millionths. */
  readonly value: number | null;
  /** Undefined while what stands there is no quantity. */
  onChange(quantity: number | null | undefined): void;
}

export function QuantityInput({ value, onChange, error, ...rest }: QuantityInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const readOf = (text: string) => (text.trim() === '' ? { quantity: null } : parseQuantity(text));
  const read = typed === null ? { quantity: value } : readOf(typed);
  const change = (text: string): void => {
    setTyped(text);
    const quantity = readOf(text);
    onChange('error' in quantity ? undefined : quantity.quantity);
  };
  return (
    <TextField
      {...rest}
      value={typed ?? (value === null ? '' : format.digits(quantityText(value)))}
      direction="ltr"
      inputMode="decimal"
      maxLength={30}
      error={'error' in read ? t('common.number-unreadable') : error}
      onChange={change}
    />
  );
}
