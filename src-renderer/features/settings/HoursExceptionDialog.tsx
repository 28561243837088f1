// One thing that differs from the usual hours: a month, days off, a weekday, or a month that began another day than the table says.

import type { Shift } from '@shared/core/office-hours';
import { calendars } from '@shared/locale/language';
import type { Calendar } from '@shared/locale/language';
import { civilToParts, monthNames } from '@shared/locale/calendars';
import { daysBetween } from '@shared/locale/civil';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Checkmark,
  CivilDateField,
  Dialog,
  Fields,
  Form,
  FormFoot,
  NumberInput,
  Segments,
  Select,
  TextField,
  useFormat,
  useLocaleSettings,
  useNow,
  useT,
} from '../../ui';
import { exceptionKinds } from './hours-exceptions';
import type { ExceptionKind, HoursException } from './hours-exceptions';
import { ShiftsField } from './ShiftsField';

interface Draft {
  readonly kind: ExceptionKind;
  readonly calendar: Calendar;
  readonly month: number;
  readonly year: number | null;
  readonly weekday: number;
  readonly shifts: Shift[];
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly yearly: boolean;
  readonly days: number;
}

const RAMADAN = 9;

interface HoursExceptionDialogProps {
  onClose(): void;
  onAdd(exception: HoursException): void;
}

export function HoursExceptionDialog({ onClose, onAdd }: HoursExceptionDialogProps): ReactNode {
  const t = useT();
  const [draft, setDraft] = useDraft();
  const made = exceptionOf(draft);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const add = (): void => {
    if (made !== null) onAdd(made);
  };
  return (
    <Dialog opened onClose={onClose} title={t('settings.hours-add')}>
      <Form onSubmit={add}>
        <Segments
          label={t('settings.hours-kind')}
          value={draft.kind}
          options={exceptionKinds.map((kind) => ({ value: kind, label: t(`settings.hours-kind.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <p className="dw-muted">{t(`settings.hours-kind.${draft.kind}-hint`)}</p>
        <KindFields draft={draft} onChange={change} />
        <FormFoot ready={made !== null} pending={false} failure={null} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

function useDraft() {
  const format = useFormat();
  const { calendar } = useLocaleSettings();
  const today = format.civilOf(useNow(false));
  return useState<Draft>({
    kind: 'season',
    calendar: 'umalqura',
    month: RAMADAN,
    year: civilToParts(today, 'umalqura')?.year ?? null,
    weekday: 4,
    shifts: [{ from: 600, to: 960 }],
    name: '',
    from: null,
    to: null,
    yearly: calendar !== 'gregory',
    days: 1,
  });
}

/** Null while something is missing. */
function exceptionOf(draft: Draft): HoursException | null {
  const { kind, calendar, month, year, weekday, shifts, days } = draft;
  if (kind === 'season') return { kind, of: { calendar, month, shifts } };
  if (kind === 'weekday') return { kind, of: { weekday, shifts } };
  if (kind === 'holiday') return holidayOf(draft);
  return year === null || days === 0 ? null : { kind, of: { year, month, days } };
}

function holidayOf({ name, from, to, yearly, calendar }: Draft): HoursException | null {
  const last = to ?? from;
  if (name.trim() === '' || from === null || last === null || last < from) return null;
  const kind = 'holiday';
  if (!yearly) return { kind, of: { name, repeats: 'never', from, to: last } };
  const parts = civilToParts(from, calendar);
  const days = daysBetween(from, last) + 1;
  if (parts === null || days > 31) return null;
  return { kind, of: { name, repeats: 'yearly', calendar, month: parts.month, day: parts.day, days } };
}

interface KindFieldsProps {
  readonly draft: Draft;
  onChange(part: Partial<Draft>): void;
}

function KindFields({ draft, onChange }: KindFieldsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  if (draft.kind === 'holiday') return <HolidayFields draft={draft} onChange={onChange} />;
  if (draft.kind === 'moon') return <MoonFields draft={draft} onChange={onChange} />;
  return (
    <>
      {draft.kind === 'weekday' ? (
        <Select
          label={t('settings.hours-kind.weekday')}
          value={String(draft.weekday)}
          options={[6, 0, 1, 2, 3, 4, 5].map((day) => ({ value: String(day), label: format.weekday(day) }))}
          onChange={(day) => onChange({ weekday: Number(day) })}
        />
      ) : (
        <Fields>
          <CalendarField draft={draft} onChange={onChange} />
          <MonthField draft={draft} onChange={onChange} />
        </Fields>
      )}
      <ShiftsField label={t('settings.hours-of-day')} value={draft.shifts} onKeep={(shifts) => onChange({ shifts })} />
    </>
  );
}

function HolidayFields({ draft, onChange }: KindFieldsProps): ReactNode {
  const t = useT();
  return (
    <>
      <TextField
        label={t('settings.holiday-name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        maxLength={200}
        required
      />
      <Fields>
        <CivilDateField
          label={t('settings.holiday-from')}
          value={draft.from}
          onChange={(from) => onChange({ from })}
          required
        />
        <CivilDateField label={t('settings.holiday-to')} value={draft.to} onChange={(to) => onChange({ to })} />
      </Fields>
      <Checkmark
        label={t('settings.holiday-every-year')}
        checked={draft.yearly}
        onChange={(yearly) => onChange({ yearly })}
      />
      {draft.yearly && <CalendarField draft={draft} onChange={onChange} />}
    </>
  );
}

function MoonFields({ draft, onChange }: KindFieldsProps): ReactNode {
  const t = useT();
  return (
    <Fields>
      <MonthField draft={{ ...draft, calendar: 'umalqura' }} onChange={onChange} />
      <NumberInput
        label={t('settings.moon-year')}
        value={draft.year}
        onChange={(year) => onChange({ year })}
        min={1343}
        max={1500}
      />
      <Select
        label={t('settings.moon')}
        value={String(draft.days)}
        options={[-2, -1, 1, 2].map((days) => ({ value: String(days), label: t('settings.moon-days', { days }) }))}
        onChange={(days) => onChange({ days: Number(days) })}
      />
    </Fields>
  );
}

function CalendarField({ draft, onChange }: KindFieldsProps): ReactNode {
  const t = useT();
  return (
    <Select
      label={t('settings.calendar')}
      value={draft.calendar}
      options={calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }))}
      onChange={(calendar) => calendar !== null && onChange({ calendar })}
    />
  );
}

function MonthField({ draft, onChange }: KindFieldsProps): ReactNode {
  const t = useT();
  const { language, country } = useLocaleSettings();
  const names = monthNames(language, draft.calendar, country);
  return (
    <Select
      label={t('settings.hours-kind.season')}
      value={String(draft.month)}
      options={names.map((name, index) => ({ value: String(index + 1), label: name }))}
      onChange={(month) => onChange({ month: Number(month) })}
    />
  );
}
