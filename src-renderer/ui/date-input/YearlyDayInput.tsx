// A day that comes back every year, in the calendar it is kept in, with or without the year it began; typed or picked from a calendar.

import { civilToParts, isDayOfSomeYear, monthLength, monthNames, partsToCivil } from '@shared/locale/calendars';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import { parseYearlyDay } from '@shared/locale/parse-date';
import type { ReadYearlyDay } from '@shared/locale/parse-date';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Checkmark } from '../checks';
import type { FieldProps } from '../fields';
import { useFormat, useLocaleSettings } from '../format';
import { useNow } from '../use-now';
import { useT } from '../words';
import { DateFrame } from './DateFrame';
import type { DateEntry } from './date-entry';

export type YearlyDay = Readonly<ReadYearlyDay>;

export interface YearlyDayInputProps extends FieldProps {
  readonly value: YearlyDay | null;
  readonly onChange: (value: YearlyDay | null) => void;
}

export function YearlyDayInput({ value, onChange, ...rest }: YearlyDayInputProps): ReactNode {
  const t = useT();
  const [withYear, setWithYear] = useState<boolean | null>(null);
  const entry = useYearlyEntry(value, onChange, withYear);
  return (
    <DateFrame
      {...rest}
      entry={entry}
      foot={(shown) => (
        <Checkmark
          small
          label={t('common.date-with-year')}
          checked={withYear ?? meansYear(shown, entry, value)}
          onChange={setWithYear}
        />
      )}
    />
  );
}

/** Whoever turns to another year means that year; this year is only where the calendar opened. */
const meansYear = (day: Civil, { calendar, today }: Pick<DateEntry, 'calendar' | 'today'>, value: YearlyDay | null) =>
  (value !== null && value.year !== null) || civilToParts(day, calendar)?.year !== civilToParts(today, calendar)?.year;

function useYearlyEntry(
  value: YearlyDay | null,
  onChange: (value: YearlyDay | null) => void,
  withYear: boolean | null,
): DateEntry {
  const t = useT();
  const format = useFormat();
  const write = useYearlyWriting();
  const settings = useLocaleSettings();
  const today = format.civilOf(useNow(false));
  const [chosen, setChosen] = useState<Calendar | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = value?.calendar ?? chosen ?? settings.calendar;
  const read = (text: string, by: Calendar): void =>
    onChange(parseYearlyDay(text, { calendar: by, language: settings.language, today }));
  const example = format.date(today, { style: 'numeric', calendar });
  const nothing = typed === null || typed.trim() === '' || value !== null;
  return {
    shown: typed ?? (value === null ? '' : write(value)),
    unreadable: nothing ? null : t('common.date-unreadable', { example }),
    calendar,
    day: value === null ? null : dayOf(value, today),
    today,
    type(text) {
      setTyped(text);
      read(text, calendar);
    },
    pick(day) {
      const parts = civilToParts(day, calendar);
      if (parts === null) return;
      setTyped(null);
      const keepsYear = withYear ?? meansYear(day, { calendar, today }, value);
      onChange({ calendar, ...parts, year: keepsYear ? parts.year : null });
    },
    swap(into) {
      setChosen(into);
      if (value === null) return typed === null ? undefined : read(typed, into);
      setTyped(null);
      return onChange(inCalendar(value, into));
    },
    clear() {
      setTyped(null);
      onChange(null);
    },
    leave: () => setTyped((before) => (value === null ? before : null)),
  };
}

/** Its day in the year it began, else in this year; a day that year does not have is the month's last. */
function dayOf({ calendar, month, day, year }: YearlyDay, today: Civil): Civil | null {
  const of = year ?? civilToParts(today, calendar)?.year;
  if (of === undefined) return null;
  return partsToCivil({ year: of, month, day: Math.min(day, monthLength(of, month, calendar)) }, calendar);
}

/** With its year it is one day, and keeps being that day; without one only its numbers can be taken over. */
function inCalendar(value: YearlyDay, calendar: Calendar): YearlyDay | null {
  const { year, month, day } = value;
  if (year === null) return isDayOfSomeYear(calendar, month, day) ? { ...value, calendar } : null;
  const civil = partsToCivil({ year, month, day }, value.calendar);
  const parts = civil === null ? null : civilToParts(civil, calendar);
  return parts === null ? null : { calendar, ...parts };
}

/** "12 Ramadan 1447"; without the year where none is known. */
export function useYearlyWriting(): (day: YearlyDay) => string {
  const format = useFormat();
  const { language, country } = useLocaleSettings();
  return ({ calendar, month, day, year }) =>
    format.digits(`${day} ${monthNames(language, calendar, country)[month - 1] ?? month} ${year ?? ''}`.trim());
}
