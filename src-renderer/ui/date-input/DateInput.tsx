// A date typed in any of three calendars with any digits, or picked from a calendar; what was typed is kept beside the civil date.

import { Menu, Popover } from '@mantine/core';
import { IconCalendar, IconX } from '@tabler/icons-react';
import type { EnteredDate } from '@shared/core/schemas';
import { calendars } from '@shared/locale/language';
import type { Calendar } from '@shared/locale/language';
import { parseCivilDate } from '@shared/locale/parse-date';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { IconButton } from '../Button';
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
  const settings = useLocaleSettings();
  const today = format.civilOf(useNow(false));
  const [chosen, setChosen] = useState<Calendar | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const calendar = value?.calendar ?? chosen ?? settings.calendar;
  const write = (on: string, into: Calendar): EnteredDate => ({
    on,
    calendar: into,
    text: format.date(on, { style: 'long', calendar: into }),
  });
  const change = (text: string): void => {
    setTyped(text);
    const read = parseCivilDate(text, { calendar, language: settings.language, today });
    onChange(read === null ? null : { on: read.civil, calendar: read.calendar, text: read.text });
  };
  const pick = (on: string): void => {
    onChange(write(on, calendar));
    setTyped(null);
    setPicking(false);
  };
  const swap = (into: Calendar): void => {
    setChosen(into);
    if (value === null) return;
    setTyped(null);
    onChange(write(value.on, into));
  };
  const shown = typed ?? (value === null ? '' : format.date(value.on, { style: 'long', calendar: value.calendar }));
  const [left, setLeft] = useState(true);
  const bad = typed !== null && typed.trim() !== '' && value === null;
  const example = t('common.date-unreadable', { example: format.date(today, { style: 'numeric', calendar }) });
  return (
    <div className={style.field} onFocus={() => setLeft(false)}>
      <TextField
        {...rest}
        value={shown}
        error={bad && left ? example : error}
        hint={hint ?? (value === null ? undefined : <DateHint value={value} />)}
        onChange={change}
        onBlur={() => {
          setLeft(true);
          if (value !== null) setTyped(null);
        }}
        trailing={
          <span className={style.tools}>
            {shown !== '' && !rest.disabled && (
              <IconButton
                small
                label={t('common.date-clear')}
                onClick={() => {
                  setTyped(null);
                  onChange(null);
                }}
              >
                <IconX size="1rem" stroke={1.6} aria-hidden />
              </IconButton>
            )}
            <CalendarMenu calendar={calendar} onChange={swap} />
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
                  disabled={rest.disabled}
                  onClick={() => setPicking(!picking)}
                >
                  <IconCalendar size="1.1rem" stroke={1.6} aria-hidden />
                </IconButton>
              </Popover.Target>
              <Popover.Dropdown className={style.picker} aria-label={t('common.date-pick')}>
                <MonthCalendar
                  key={calendar}
                  calendar={calendar}
                  value={value?.on ?? null}
                  today={today}
                  onPick={pick}
                />
              </Popover.Dropdown>
            </Popover>
          </span>
        }
      />
    </div>
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
