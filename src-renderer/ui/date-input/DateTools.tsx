// The buttons at the end of a field of a day: empty it, read it by another calendar, pick from a calendar.

import { IconCalendar, IconX } from '@tabler/icons-react';
import type { Civil } from '@shared/locale/civil';
import { calendars } from '@shared/locale/language';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { IconButton } from '../IconButton';
import { Menu, MenuItem } from '../menu';
import { Popover } from '../popover';
import { useT } from '../words';
import type { CalendarFoot, DateEntry } from './date-entry';
import style from './DateInput.module.css';
import { MonthCalendar } from './MonthCalendar';

export interface DateToolsProps {
  readonly entry: DateEntry;
  readonly disabled?: boolean;
  readonly foot?: CalendarFoot;
  readonly picking: boolean;
  setPicking(picking: boolean): void;
}

export function DateTools({ entry, disabled = false, foot, picking, setPicking }: DateToolsProps): ReactNode {
  const t = useT();
  const pick = (day: Civil): void => {
    entry.pick(day);
    setPicking(false);
  };
  return (
    <span className={style.tools}>
      {entry.shown !== '' && !disabled && (
        <IconButton small label={t('common.date-clear')} onClick={entry.clear}>
          <IconX size="1rem" stroke={1.6} aria-hidden />
        </IconButton>
      )}
      <CalendarMenu calendar={entry.calendar} disabled={disabled} onChange={entry.swap} />
      <Popover
        label={t('common.date-pick')}
        align="end"
        className={style.picker}
        opened={picking}
        onOpened={setPicking}
        trigger={
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
        }
      >
        <MonthCalendar
          key={entry.calendar}
          calendar={entry.calendar}
          value={entry.day}
          today={entry.today}
          foot={foot}
          onPick={pick}
        />
      </Popover>
    </span>
  );
}

interface CalendarMenuProps {
  readonly calendar: Calendar;
  readonly disabled: boolean;
  onChange(calendar: Calendar): void;
}

function CalendarMenu({ calendar, disabled, onChange }: CalendarMenuProps): ReactNode {
  const t = useT();
  const name = t(`common.calendar-${calendar}`);
  return (
    <Menu
      trigger={
        <button type="button" className={style.calendar} disabled={disabled} title={name}>
          {t(`common.calendar-${calendar}-short`)}{' '}
          <span className="dw-said">{t('common.calendar-choose', { calendar: name })}</span>
        </button>
      }
    >
      {calendars.map((other) => (
        <MenuItem key={other} current={other === calendar} onClick={() => onChange(other)}>
          {t(`common.calendar-${other}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
