// Several cities typed in one line, with the comma of any of the three languages between them.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField, useT } from '../../ui';

export interface CitiesFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly disabled?: boolean;
  onChange(cities: string[]): void;
}

const citiesOf = (text: string): string[] =>
  text
    .split(/[,،;؛]/u)
    .map((city) => city.trim())
    .filter((city) => city !== '');

export function CitiesField({ label, value, disabled, onChange }: CitiesFieldProps): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState(() => value.join('، '));
  return (
    <TextField
      label={label}
      hint={t('policy.cities-hint')}
      disabled={disabled}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(citiesOf(text));
      }}
    />
  );
}
