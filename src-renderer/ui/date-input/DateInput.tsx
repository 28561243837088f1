// A date typed in any of three calendars with any digits, or picked from a calendar; what was typed is kept beside the civil date.

import { Menu, Popover } from '@mantine/core';
import { IconCalendar, IconX } from '@tabler/icons-react';
import type { EnteredDate } from '@shared/core/schemas';
import { calendars } from '@shared/locale/language';
import type { Calendar } from '@shared/locale/language';
import { parseCivilDate } from '@shared/locale/parse-date';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { IconButton } from '../IconButton';
import { TextField } from '../fields';
import type { FieldProps } from '../fields';
import { useFormat, useLocaleSettings } from '../format';
import { useNow } from '../use-now';
import { useT } from '../words';
import style from './DateInput.module.css';
import { MonthCalendar } from './MonthCalendar';

export interface DateInputProps extends FieldProps {
  readonly value: EnteredDate | null;
  readonly onChange: (value: EnteredDate | null) => void;
}

export function DateInput({ value, onChange, error, hint, ...rest }: DateInputProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const entry = useDateEntry(value, onChange);
  const [left, setLeft] = useState(true);
  const example = format.date(entry.today, { style: 'numeric', calendar: entry.calendar });
  return (
    <div className={style.field} onFocus={() => setLeft(false)}>
      <TextField
        {...rest}
        value={entry.shown}
        error={entry.unreadable && left ? t('common.date-unreadable', { example }) : error}
        hint={hint ?? (value === null ? undefined : <DateHint value={value} />)}
        onChange={entry.type}
        onBlur={() => {
          setLeft(true);
          entry.leave();
        }}
        trailing={<DateTools value={value} entry={entry} disabled={rest.disabled} />}
      />
    </div>
  );
}

interface DateEntry {
  readonly shown: string;
  readonly calendar: Calendar;
  readonly today: string;
  /** Something is typed that is no date. */
  readonly unreadable: boolean;
  type(text: string): void;
  /** A day picked from the calendar. */
  pick(on: string): void;
  swap(calendar: Calendar): void;
  clear(): void;
  leave(): void;
}

function useDateEntry(value: EnteredDate | null, onChange: (value: EnteredDate | null) => void): DateEntry {
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
  return {
    shown: typed ?? (value === null ? '' : written(value.on, value.calendar)),
    calendar,
    today,
    unreadable: typed !== null && typed.trim() !== '' && value === null,
    type(text) {
      setTyped(text);
      const read = parseCivilDate(text, { calendar, language: settings.language, today });
      onChange(read === null ? null : { on: read.civil, calendar: read.calendar, text: read.text });
    },
    pick: (on) => put(on, calendar),
    swap(into) {
      setChosen(into);
      if (value !== null) put(value.on, into);
    },
    clear() {
      setTyped(null);
      onChange(null);
    },
    leave: () => setTyped((before) => (value === null ? before : null)),
  };
}

interface DateToolsProps {
  readonly value: EnteredDate | null;
  readonly entry: DateEntry;
  readonly disabled: boolean | undefined;
}

function DateTools({ value, entry, disabled }: DateToolsProps): ReactNode {
  const t = useT();
  const [picking, setPicking] = useState(false);
  const pick = (on: string): void => {
    entry.pick(on);
    setPicking(false);
  };
  return (
    <span className={style.tools}>
      {entry.shown !== '' && disabled !== true && (
        <IconButton small label={t('common.date-clear')} onClick={entry.clear}>
          <IconX size="1rem" stroke={1.6} aria-hidden />
        </IconButton>
      )}
      <CalendarMenu calendar={entry.calendar} onChange={entry.swap} />
      <Popover
        opened={picking}
        onChange={setPicking}
        trapFocus
        returnFocus
        shadow="md"
        position="bottom-end"
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <IconButton
            small
            label={t('common.date-pick')}
            aria-haspopup="dialog"
            aria-expanded={picking}
            disabled={disabled}
            onClick={() => setPicking(!picking)}
          >
            <IconCalendar size="1.1rem" stroke={1.6} aria-hidden />
          </IconButton>
        </Popover.Target>
        <Popover.Dropdown className={style.picker} aria-label={t('common.date-pick')}>
          <MonthCalendar
            key={entry.calendar}
            calendar={entry.calendar}
            value={value?.on ?? null}
            today={entry.today}
            onPick={pick}
          />
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

/** The day of the week, and the same day in the reader's other calendar: what was understood. */
function DateHint({ value }: { readonly value: EnteredDate }): ReactNode {
  const format = useFormat();
  const settings = useLocaleSettings();
  const others = [settings.calendar, settings.secondaryCalendar].filter(
    (other) => other !== null && other !== value.calendar,
  );
  const full = format.date(value.on, { style: 'full', calendar: value.calendar });
  const other = others[0] ?? undefined;
  return (
    <span className="dw-numbers">
      <bdi>{full}</bdi>
      {other !== undefined && (
        <>
          {' · '}
          <bdi>{format.date(value.on, { style: 'long', calendar: other })}</bdi>
        </>
      )}
    </span>
  );
}

function CalendarMenu({
  calendar,
  onChange,
}: {
  readonly calendar: Calendar;
  readonly onChange: (calendar: Calendar) => void;
}): ReactNode {
  const t = useT();
  const name = t(`common.calendar-${calendar}`);
  return (
    <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <button
          type="button"
          className={style.calendar}
          aria-label={t('common.calendar-choose', { calendar: name })}
          title={name}
        >
          {t(`common.calendar-${calendar}-short`)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {calendars.map((other) => (
          <Menu.Item
            key={other}
            onClick={() => onChange(other)}
            data-current={other === calendar}
            className={style.choice}
          >
            {t(`common.calendar-${other}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
