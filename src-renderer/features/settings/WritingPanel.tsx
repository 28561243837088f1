// How this person reads and writes: language, digits, calendars, the clock; and at once how that looks.

import type { UserSettings } from '@shared/features/settings/settings.contract';
import { calendars, digitSets, languages } from '@shared/locale/language';
import { toDigits } from '@shared/locale/digits';
import type { ReactNode } from 'react';
import { DateText, InstantText, NumberText, Panel, Segments, Select, useFormat, useNow, useT } from '../../ui';
import style from './settings.module.css';

export interface WritingPanelProps {
  readonly value: UserSettings;
  readonly onChange: (part: Partial<UserSettings>) => void;
}

export function WritingPanel({ value, onChange }: WritingPanelProps): ReactNode {
  const t = useT();
  const calendarOptions = calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }));
  const digits = [
    { value: 'auto' as const, label: t('settings.digits-auto') },
    ...digitSets.map((set) => ({ value: set, label: toDigits('1234567890', set) })),
  ];
  return (
    <Panel title={t('settings.writing')}>
      <div className={style.fields}>
        <div className={style.wide}>
          <span className={style.label}>{t('common.language')}</span>
          <Segments
            label={t('common.language')}
            value={value.language}
            options={languages.map((language) => ({ value: language, label: t(`common.language-${language}`) }))}
            onChange={(language) => onChange({ language })}
          />
        </div>
        <Select
          label={t('settings.calendar')}
          value={value.calendar}
          options={calendarOptions}
          onChange={(calendar) =>
            calendar !== null &&
            onChange({ calendar, ...(calendar === value.secondaryCalendar ? { secondaryCalendar: null } : {}) })
          }
        />
        <Select
          label={t('settings.secondary-calendar')}
          value={value.secondaryCalendar}
          options={calendarOptions.filter((option) => option.value !== value.calendar)}
          placeholder={t('common.none')}
          onChange={(secondaryCalendar) => onChange({ secondaryCalendar })}
          clearable
        />
        <Select
          label={t('settings.digits')}
          value={value.digits}
          options={digits}
          onChange={(chosen) => chosen !== null && onChange({ digits: chosen })}
        />
        <Select
          label={t('settings.hours')}
          value={value.hourCycle}
          options={[
            { value: 'h12', label: t('settings.hours-12') },
            { value: 'h23', label: t('settings.hours-24') },
          ]}
          onChange={(hourCycle) => hourCycle !== null && onChange({ hourCycle })}
        />
      </div>
      <Preview />
    </Panel>
  );
}

const SAMPLE_NUMBER = 1_234_567.5;

function Preview(): ReactNode {
  const t = useT();
  const format = useFormat();
  const now = useNow();
  return (
    <dl className={style.preview}>
      <dt className="dw-muted">{t('settings.preview')}</dt>
      <dd>
        <DateText value={format.civilOf(now)} style="full" secondary />
      </dd>
      <dd>
        <InstantText value={now} style="numeric" />
      </dd>
      <dd>
        <NumberText value={SAMPLE_NUMBER} />
      </dd>
    </dl>
  );
}
