// When the office works: the hours of a usual day, and what differs from them.

import type { OfficeHours } from '@shared/core/office-hours';
import { shiftText } from '@shared/core/shift-text';
import { monthNames } from '@shared/locale/calendars';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  AddButton,
  Button,
  DateText,
  Line,
  Lines,
  Panel,
  useFormat,
  useLocaleSettings,
  useT,
  useYearlyWriting,
} from '../../ui';
import { HoursExceptionDialog } from './HoursExceptionDialog';
import { exceptionsOf, withException, withoutException } from './hours-exceptions';
import type { HoursException } from './hours-exceptions';
import { ShiftsField } from './ShiftsField';

export interface OfficeHoursPanelProps {
  readonly value: OfficeHours;
  readonly mayChange: boolean;
  onChange(part: { readonly officeHours: OfficeHours }): void;
}

export function OfficeHoursPanel({ value, mayChange, onChange }: OfficeHoursPanelProps): ReactNode {
  const t = useT();
  const [isAdding, setAdding] = useState(false);
  const keep = (officeHours: OfficeHours): void => onChange({ officeHours });
  return (
    <Panel title={t('settings.office-hours')}>
      <p className="dw-muted">{t('settings.office-hours-lead')}</p>
      <ShiftsField
        label={t('settings.hours-of-day')}
        value={value.daily}
        disabled={!mayChange}
        onKeep={(daily) => keep({ ...value, daily })}
      />
      <Lines
        bare
        title={t('settings.hours-exceptions')}
        empty={t('settings.hours-no-exceptions')}
        action={mayChange && <AddButton small label={t('settings.hours-add')} onClick={() => setAdding(true)} />}
        rows={exceptionsOf(value)}
      >
        {(one) => (
          <ExceptionLine
            key={JSON.stringify(one)}
            exception={one}
            {...(mayChange ? { onRemove: () => keep(withoutException(value, one)) } : {})}
          />
        )}
      </Lines>
      {isAdding && (
        <HoursExceptionDialog
          onClose={() => setAdding(false)}
          onAdd={(exception) => {
            keep(withException(value, exception));
            setAdding(false);
          }}
        />
      )}
    </Panel>
  );
}

interface ExceptionLineProps {
  readonly exception: HoursException;
  readonly onRemove?: () => void;
}

function ExceptionLine({ exception, onRemove }: ExceptionLineProps): ReactNode {
  const t = useT();
  const { title, detail } = useExceptionWords(exception);
  return (
    <Line title={title} detail={detail}>
      {onRemove !== undefined && (
        <Button small kind="quiet" onClick={onRemove}>
          {t('common.remove')}
        </Button>
      )}
    </Line>
  );
}

function useExceptionWords(exception: HoursException): { readonly title: ReactNode; readonly detail: ReactNode } {
  const t = useT();
  const format = useFormat();
  const { language, country } = useLocaleSettings();
  const month = (calendar: Calendar, number: number): string =>
    monthNames(language, calendar, country)[number - 1] ?? '';
  const hours = (shifts: HoursShifts): ReactNode =>
    shifts.length === 0 ? t('settings.hours-off') : format.digits(shiftText(shifts));
  const { kind, of } = exception;
  if (kind === 'weekday') return { title: format.weekday(of.weekday), detail: hours(of.shifts) };
  if (kind === 'season') return { title: month(of.calendar, of.month), detail: hours(of.shifts) };
  if (kind === 'holiday') return { title: <bdi>{of.name}</bdi>, detail: <HolidayDays of={of} /> };
  const title = `${month('umalqura', of.month)} ${format.digits(String(of.year))}`;
  return { title, detail: t('settings.moon-days', { days: of.days }) };
}

type HoursShifts = OfficeHours['daily'];

function HolidayDays({ of }: { readonly of: OfficeHours['holidays'][number] }): ReactNode {
  const t = useT();
  const write = useYearlyWriting();
  if (of.repeats === 'yearly') {
    const day = write({ calendar: of.calendar, month: of.month, day: of.day, year: null });
    return t('settings.holiday-yearly', { day, days: of.days });
  }
  return of.from === of.to ? (
    <DateText value={of.from} />
  ) : (
    <>
      <DateText value={of.from} /> – <DateText value={of.to} />
    </>
  );
}
