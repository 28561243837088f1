// The office: its name and country; the country's habits fill in calendar, digits and week, and each can be changed.

import { calendars, digitSets } from '@shared/locale/language';
import type { Language } from '@shared/locale/language';
import { toDigits } from '@shared/locale/digits';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { createFormat, Select, TagsSelect, TextField, useFormat, useLocaleSettings, useNow, useT } from '../../ui';
import style from './first-run.module.css';
import { countryOptions } from './first-run-form';
import type { OfficeForm } from './first-run-form';
import { StepForm } from './StepForm';

export interface OfficeStepProps {
  readonly value: OfficeForm;
  readonly language: Language;
  readonly onChange: (office: OfficeForm) => void;
  readonly onCountry: (country: string) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

const week = ['6', '0', '1', '2', '3', '4', '5'] as const;

export function OfficeStep({ value, language, onChange, onCountry, onBack, onNext }: OfficeStepProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const countries = useMemo(() => countryOptions(language), [language]);
  const days = week.map((day) => ({ value: day as string, label: format.weekday(Number(day)) }));
  const digits = [
    { value: 'auto' as const, label: t('settings.digits-auto') },
    ...digitSets.map((set) => ({ value: set, label: toDigits('1234567890', set) })),
  ];
  return (
    <StepForm
      title={t('wizard.office-title')}
      lead={t('wizard.office-lead')}
      onBack={onBack}
      onNext={onNext}
      ready={value.officeName.trim() !== ''}
    >
      <TextField
        label={t('wizard.office-name')}
        value={value.officeName}
        onChange={(officeName) => onChange({ ...value, officeName })}
        required
        autoFocus
      />
      <Select
        label={t('settings.country')}
        value={value.country}
        options={countries}
        onChange={(country) => onCountry(country ?? value.country)}
        searchable
      />
      <div className={style.pair}>
        <Select
          label={t('settings.calendar')}
          value={value.calendar}
          options={calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }))}
          onChange={(calendar) => onChange({ ...value, calendar: calendar ?? value.calendar })}
        />
        <Select
          label={t('settings.digits')}
          value={value.digits}
          options={digits}
          onChange={(chosen) => onChange({ ...value, digits: chosen ?? value.digits })}
        />
      </div>
      <div className={style.pair}>
        <Select
          label={t('settings.week-start')}
          value={String(value.weekStart)}
          options={days}
          onChange={(day) => onChange({ ...value, weekStart: Number(day) })}
        />
        <TagsSelect
          label={t('settings.weekend')}
          value={value.weekend.map(String)}
          options={days}
          onChange={(chosen) => onChange({ ...value, weekend: chosen.slice(0, 3).map(Number) })}
        />
      </div>
      <Preview office={value} />
    </StepForm>
  );
}

/** Today and a number as the office will see them. */
function Preview({ office }: { readonly office: OfficeForm }): ReactNode {
  const t = useT();
  const settings = useLocaleSettings();
  const now = useNow(false);
  const format = useFormatFor(office, settings);
  return (
    <p className={style.preview}>
      <span className="dw-muted">{t('settings.preview')}</span>
      <bdi>{format.instant(now, { style: 'full', time: false })}</bdi>
      <bdi>{format.number(1234567.5)}</bdi>
    </p>
  );
}

function useFormatFor(office: OfficeForm, settings: ReturnType<typeof useLocaleSettings>) {
  return useMemo(() => {
    const digits = office.digits === 'auto' ? settings.digits : office.digits;
    return createFormat({ ...settings, ...office, digits });
  }, [office, settings]);
}
