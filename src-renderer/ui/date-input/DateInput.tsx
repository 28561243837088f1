// A date typed in any of three calendars with any digits, or picked from a calendar; what was typed is kept beside the civil date.

import type { EnteredDate } from '@shared/core/schemas';
import type { Calendar } from '@shared/locale/language';
import { parseCivilDate } from '@shared/locale/parse-date';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FieldProps } from '../fields';
import { useFormat, useLocaleSettings } from '../format';
import { useNow } from '../use-now';
import { useT } from '../words';
import { DateFrame } from './DateFrame';
import type { DateEntry } from './date-entry';
import { DateHint } from './DateHint';

export interface DateInputProps extends FieldProps {
  readonly value: EnteredDate | null;
  readonly onChange: (value: EnteredDate | null) => void;
}

export function DateInput({ value, onChange, hint, ...rest }: DateInputProps): ReactNode {
  const entry = useDateEntry(value, onChange);
  const understood = value === null ? undefined : <DateHint day={value.on} calendar={value.calendar} />;
  return <DateFrame {...rest} entry={entry} hint={understood ?? hint} />;
}

function useDateEntry(value: EnteredDate | null, onChange: (value: EnteredDate | null) => void): DateEntry {
  const t = useT();
  const format = useFormat();
  const settings = useLocaleSettings();
  const today = format.civilOf(useNow(false));
  const [chosen, setChosen] = useState<Calendar | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = value?.calendar ?? chosen ?? settings.calendar;
  const written = (on: string, into: Calendar): string => format.date(on, { style: 'long', calendar: into });
  const put = (on: string, into: Calendar): void => {
    setTyped(null);
    onChange({ on, calendar: into, text: written(on, into) });
  };
  const read = (text: string, by: Calendar): void => {
    const found = parseCivilDate(text, { calendar: by, language: settings.language, today });
    onChange(found === null ? null : { on: found.civil, calendar: found.calendar, text: found.text });
  };
  const example = format.date(today, { style: 'numeric', calendar });
  const nothing = typed === null || typed.trim() === '' || value !== null;
  return {
    shown: typed ?? (value === null ? '' : written(value.on, value.calendar)),
    unreadable: nothing ? null : t('common.date-unreadable', { example }),
    calendar,
    day: value?.on ?? null,
    today,
    type(text) {
      setTyped(text);
      read(text, calendar);
    },
    pick: (on) => put(on, calendar),
    swap(into) {
      setChosen(into);
      if (value !== null) put(value.on, into);
      else if (typed !== null) read(typed, into);
    },
    clear() {
      setTyped(null);
      onChange(null);
    },
    leave: () => setTyped((before) => (value === null ? before : null)),
  };
}
