// Whether something comes back, how often and until when, with the sentence that says it.

import { nextAfter } from '@shared/features/tasks/repeat';
import { addDays, type Civil } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import type { ReactNode } from 'react';
import {
  Checkmark,
  CivilDateField,
  Fields,
  NumberInput,
  Pill,
  Select,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { useRepeatWords } from './task-marks';
import styles from './tasks.module.css';
import { repeatUnits, ruleOf, waysFor, type RepeatForm } from './repeat-form';

export interface RepeatFieldsProps {
  readonly form: RepeatForm;
  /** The first day. */
  readonly from: Civil;
  onChange(form: RepeatForm): void;
}

const calendars: readonly Calendar[] = ['gregory', 'umalqura', 'persian'];
const ends = ['never', 'until', 'count'] as const;

export function RepeatFields({ form, from, onChange }: RepeatFieldsProps): ReactNode {
  const t = useT();
  const change = (part: Partial<RepeatForm>): void => onChange({ ...form, ...part });
  const units = repeatUnits.map((unit) => ({ value: unit, label: t(`tasks.unit.${unit}`) }));
  return (
    <fieldset className={styles.repeat}>
      <legend>{t('catalogue.task.repeat')}</legend>
      <Fields>
        <Select
          label={t('tasks.unit')}
          value={form.unit}
          options={units}
          onChange={(unit) => change({ unit: unit ?? 'none' })}
        />
        {form.unit !== 'none' && (
          <NumberInput
            label={t('tasks.every')}
            value={form.every}
            min={1}
            max={999}
            onChange={(every) => change({ every })}
          />
        )}
        {(form.unit === 'month' || form.unit === 'year') && <MonthFields form={form} from={from} change={change} />}
      </Fields>
      {form.unit === 'week' && <Weekdays form={form} change={change} />}
      {form.unit !== 'none' && <Ends form={form} change={change} />}
      <Sentence form={form} from={from} />
    </fieldset>
  );
}

interface PartProps {
  readonly form: RepeatForm;
  change(part: Partial<RepeatForm>): void;
}

function MonthFields({ form, from, change }: PartProps & { readonly from: Civil }): ReactNode {
  const t = useT();
  const ways = waysFor(from, form.calendar);
  return (
    <>
      <Select
        label={t('tasks.calendar')}
        value={form.calendar}
        options={calendars.map((value) => ({ value, label: t(`common.calendar-${value}`) }))}
        onChange={(calendar) => calendar !== null && change({ calendar, way: 'day' })}
      />
      <Select
        label={t('tasks.way')}
        value={ways.includes(form.way) ? form.way : 'day'}
        options={ways.map((value) => ({ value, label: t(`tasks.way.${value}`) }))}
        onChange={(way) => change({ way: way ?? 'day' })}
      />
    </>
  );
}

function Weekdays({ form, change }: PartProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const { weekStart } = useLocaleSettings();
  const turn = (day: number): void =>
    change({
      weekdays: form.weekdays.includes(day) ? form.weekdays.filter((one) => one !== day) : [...form.weekdays, day],
    });
  return (
    <div className={styles.weekdays} role="group" aria-label={t('tasks.weekdays')}>
      {Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7).map((day) => (
        <Pill key={day} pressed={form.weekdays.includes(day)} onClick={() => turn(day)}>
          {format.weekday(day)}
        </Pill>
      ))}
    </div>
  );
}

function Ends({ form, change }: PartProps): ReactNode {
  const t = useT();
  return (
    <>
      <Fields>
        <Select
          label={t('tasks.end')}
          value={form.end}
          options={ends.map((value) => ({ value, label: t(`tasks.end.${value}`) }))}
          onChange={(end) => change({ end: end ?? 'never' })}
        />
        {form.end === 'until' && (
          <CivilDateField label={t('tasks.untilDay')} value={form.until} onChange={(until) => change({ until })} />
        )}
        {form.end === 'count' && (
          <NumberInput
            label={t('tasks.times')}
            value={form.count}
            min={1}
            max={9999}
            onChange={(count) => change({ count })}
          />
        )}
      </Fields>
      <Checkmark label={t('tasks.makesUp')} checked={form.makesUp} onChange={(makesUp) => change({ makesUp })} />
    </>
  );
}

/** What was chosen, in words, and the days that come first. */
function Sentence({ form, from }: Pick<RepeatFieldsProps, 'form' | 'from'>): ReactNode {
  const t = useT();
  const format = useFormat();
  const say = useRepeatWords();
  const { weekStart } = useLocaleSettings();
  const rule = ruleOf(form, from, weekStart);
  if (rule === null || rule === undefined) return null;
  const days: Civil[] = [];
  for (let day = nextAfter(rule, addDays(from, -1)); day !== null && days.length < 3; day = nextAfter(rule, day))
    days.push(day);
  return (
    <p className={styles.sentence} role="status">
      {say(rule)}
      <span className="dw-muted">
        {' '}
        · {days.length === 0 ? t('tasks.neverComes') : format.list(days.map((day) => format.date(day)))}
      </span>
    </p>
  );
}
