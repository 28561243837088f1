// A date field for dates of which only the day is kept, not how it was written.

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FieldProps } from '../fields';
import { useLocaleSettings } from '../format';
import { DateInput } from './DateInput';

export interface CivilDateFieldProps extends FieldProps {
  /** YYYY-MM-DD. */
  readonly value: string | null;
  onChange(value: string | null): void;
}

export function CivilDateField({ value, onChange, ...rest }: CivilDateFieldProps): ReactNode {
  const settings = useLocaleSettings();
  // Kept here for as long as the field is open: the day alone does not tell by which calendar it was typed.
  const [calendar, setCalendar] = useState(settings.calendar);
  return (
    <DateInput
      {...rest}
      value={value === null ? null : { on: value, calendar, text: '' }}
      onChange={(entered) => {
        if (entered !== null) setCalendar(entered.calendar);
        onChange(entered?.on ?? null);
      }}
    />
  );
}
