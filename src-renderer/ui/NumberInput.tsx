// A number typed with Latin, Arabic-Indic or Persian digits; shown again in the reader's digits when the field is left.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField } from './fields';
import type { FieldProps } from './fields';
import { useFormat } from './format';
import { useT } from './words';
import { parseNumber } from '@shared/locale/numbers';

export interface NumberInputProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  /** Whole numbers only (the default). */
  readonly integer?: boolean;
}

export function NumberInput({
  value,
  onChange,
  min,
  max,
  integer = true,
  error,
  ...rest
}: NumberInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const shown =
    typed ?? (value === null ? '' : format.number(value, { useGrouping: false, maximumFractionDigits: 12 }));
  const read = (text: string): number | null | 'bad' => {
    if (text.trim() === '') return null;
    const number = parseNumber(text);
    const fits =
      number !== null &&
      (!integer || Number.isInteger(number)) &&
      number >= (min ?? -Infinity) &&
      number <= (max ?? Infinity);
    return fits ? number : 'bad';
  };
  const bad = typed !== null && read(typed) === 'bad';
  const change = (text: string): void => {
    setTyped(text);
    const number = read(text);
    if (number !== 'bad') onChange(number);
  };
  return (
    <TextField
      {...rest}
      value={shown}
      direction="ltr"
      inputMode={integer ? 'numeric' : 'decimal'}
      error={bad ? t('common.number-unreadable') : error}
      onChange={change}
      onBlur={() => {
        if (!bad) setTyped(null);
      }}
    />
  );
}
