// A month to pick a day from, in any of the three calendars: a grid of days moved through by keyboard or mouse.
// Days are spoken and drawn from our own tables, because the platform's Hijri calendar is a day off for most living people's birthdays.

import { useDirection } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { civilToParts, monthNames, yearRange } from '@shared/locale/calendars';
import { toLatinDigits } from '@shared/locale/digits';
import { weekdayOf } from '@shared/locale/civil';
import type { Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { DirIcon } from '../Button';
import { IconButton } from '../IconButton';
import { useFormat, useLocaleSettings } from '../format';
import { useT } from '../words';
import type { CalendarFoot } from './date-entry';
import style from './MonthCalendar.module.css';
import { addMonths, dayAfterKey, dayInMonth, monthOf, weeksOf } from './month-grid';
import type { MonthPlace } from './month-grid';

export interface MonthCalendarProps {
  readonly calendar: Calendar;
  readonly value: Civil | null;
  readonly today: Civil;
  readonly foot?: CalendarFoot;
  readonly onPick: (day: Civil) => void;
}

export function MonthCalendar({ calendar, value, today, foot, onPick }: MonthCalendarProps): ReactNode {
  const { weekStart, language, country } = useLocaleSettings();
  const format = useFormat();
  const { dir } = useDirection();
  const [day, setDay] = useState(value ?? today);
  const grid = useRef<HTMLTableElement>(null);
  const place = monthOf(day, calendar);
  // The panel gives the first focus (data-autofocus) and takes it back to where it was.
  const byKeyboard = useRef(false);
  useEffect(() => {
    if (byKeyboard.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKeyboard.current = false;
  }, [day]);
  const goTo = (to: MonthPlace | null): void => {
    const found = to === null ? null : dayInMonth(to, civilToParts(day, calendar)?.day ?? 1, calendar);
    if (found !== null) setDay(found);
  };
  const press = (event: KeyboardEvent): void => {
    const next = dayAfterKey(event.key, day, {
      calendar,
      weekStart,
      rightToLeft: dir === 'rtl',
      shift: event.shiftKey,
    });
    if (next === undefined) return;
    event.preventDefault();
    byKeyboard.current = true;
    setDay(next);
  };
  return (
    <div className={style.calendar}>
      <MonthHead calendar={calendar} place={place} goTo={goTo} />
      <table
        ref={grid}
        role="grid"
        aria-label={`${monthNames(language, calendar, country)[place.month - 1]} ${format.digits(String(place.year))}`}
        className={style.grid}
        onKeyDown={press}
      >
        <WeekdayRow />
        <tbody>
          {weeksOf(place, calendar, weekStart).map((week, index) => (
            <tr key={index}>
              {week.map((civil, at) => (
                <DayCell
                  key={at}
                  civil={civil}
                  calendar={calendar}
                  focused={civil === day}
                  selected={civil !== null && civil === value}
                  today={civil === today}
                  onPick={onPick}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {foot !== undefined && <div className={style.foot}>{foot(day, () => onPick(day))}</div>}
    </div>
  );
}

function MonthHead({
  calendar,
  place,
  goTo,
}: {
  readonly calendar: Calendar;
  readonly place: MonthPlace;
  readonly goTo: (to: MonthPlace | null) => void;
}): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language, country } = useLocaleSettings();
  const [typed, setTyped] = useState<string | null>(null);
  const [first, last] = yearRange[calendar];
  const year = (text: string): void => {
    setTyped(text);
    const number = Number(toLatinDigits(text));
    if (Number.isInteger(number) && number >= first && number <= last) goTo({ ...place, year: number });
  };
  return (
    <div className={style.head}>
      <IconButton small label={t('common.month-previous')} onClick={() => goTo(addMonths(place, -1, calendar))}>
        <DirIcon icon={IconChevronLeft} />
      </IconButton>
      <select
        className={style.month}
        aria-label={t('common.month')}
        value={place.month}
        onChange={(event) => goTo({ ...place, month: Number(event.currentTarget.value) })}
      >
        {monthNames(language, calendar, country).map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </select>
      <input
        className={style.year}
        dir="ltr"
        inputMode="numeric"
        aria-label={t('common.year')}
        value={typed ?? format.digits(String(place.year))}
        onChange={(event) => year(event.currentTarget.value)}
        onBlur={() => setTyped(null)}
      />
      <IconButton small label={t('common.month-next')} onClick={() => goTo(addMonths(place, 1, calendar))}>
        <DirIcon icon={IconChevronRight} />
      </IconButton>
    </div>
  );
}

function WeekdayRow(): ReactNode {
  const format = useFormat();
  const { weekStart } = useLocaleSettings();
  return (
    <thead>
      <tr>
        {Array.from({ length: 7 }, (_, at) => (weekStart + at) % 7).map((day) => (
          <th key={day} scope="col" abbr={format.weekday(day, 'long')} className={style.weekday}>
            {format.weekday(day, 'narrow')}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface DayCellProps {
  readonly civil: Civil | null;
  readonly calendar: Calendar;
  readonly focused: boolean;
  readonly selected: boolean;
  readonly today: boolean;
  readonly onPick: (day: Civil) => void;
}

function DayCell({ civil, calendar, focused, selected, today, onPick }: DayCellProps): ReactNode {
  const format = useFormat();
  const { weekend } = useLocaleSettings();
  const parts = civil === null ? null : civilToParts(civil, calendar);
  if (civil === null || parts === null) return <td />;
  return (
    <td role="gridcell" aria-selected={selected}>
      <button
        type="button"
        tabIndex={focused ? 0 : -1}
        data-autofocus={focused || undefined}
        className={style.day}
        data-selected={selected}
        data-weekend={weekend.includes(weekdayOf(civil))}
        aria-current={today ? 'date' : undefined}
        aria-label={format.date(civil, { style: 'full', calendar })}
        onClick={() => onPick(civil)}
      >
        {format.digits(String(parts.day))}
      </button>
    </td>
  );
}
