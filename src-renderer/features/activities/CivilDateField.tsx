// A date field for dates of which only the day is kept, not how it was written.

import type { ReactNode } from 'react';
import { DateInput, useLocaleSettings } from '../../ui';

export interface CivilDateFieldProps {
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly value: string | null;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  onChange(value: string | null): void;
}

export function CivilDateField({ value, onChange, ...rest }: CivilDateFieldProps): ReactNode {
  const { calendar } = useLocaleSettings();
  return (
    <DateInput
      {...rest}
      value={value === null ? null : { on: value, calendar, text: '' }}
      onChange={(entered) => onChange(entered?.on ?? null)}
    />
  );
}
