// When the office's fiscal year begins: the calendar it is reckoned in, and the month.

import { calendars } from '@shared/catalogue';
import type { SiteSettings } from '@shared/features/settings/settings.contract';
import { monthNames } from '@shared/locale/calendars';
import type { ReactNode } from 'react';
import { Select, useLocaleSettings, useT } from '../../ui';

type Fiscal = Pick<SiteSettings, 'fiscalCalendar' | 'fiscalMonth'>;

export interface FiscalYearProps {
  readonly value: Fiscal;
  readonly disabled: boolean;
  onChange(part: Partial<Fiscal>): void;
}

export function FiscalYear({ value, disabled, onChange }: FiscalYearProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const months = monthNames(language, value.fiscalCalendar);
  return (
    <>
      <Select
        label={t('settings.fiscal-calendar')}
        value={value.fiscalCalendar}
        options={calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }))}
        onChange={(fiscalCalendar) => fiscalCalendar !== null && onChange({ fiscalCalendar, fiscalMonth: 1 })}
        disabled={disabled}
      />
      <Select
        label={t('settings.fiscal-month')}
        value={String(value.fiscalMonth)}
        options={months.map((label, index) => ({ value: String(index + 1), label }))}
        onChange={(month) => month !== null && onChange({ fiscalMonth: Number(month) })}
        disabled={disabled}
      />
    </>
  );
}
