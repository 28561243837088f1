// What the law of the office's country says about age, and how small a group may be that is counted apart.

import { calendars } from '@shared/catalogue';
import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { Select, useT } from '../../ui';
import { KeptNumber } from './KeptNumber';

type Rules = Pick<SiteSettings, 'majorityAge' | 'majorityCalendar' | 'ownVoiceAge' | 'smallGroup'>;

export interface AgeRulesProps {
  readonly value: Rules;
  readonly disabled: boolean;
  onChange(part: Partial<Rules>): void;
}

export function AgeRules({ value, disabled, onChange }: AgeRulesProps): ReactNode {
  const t = useT();
  return (
    <>
      <KeptNumber
        label={t('settings.majority-age')}
        hint={t('settings.age-hint')}
        value={value.majorityAge}
        min={12}
        max={25}
        disabled={disabled}
        onKeep={(majorityAge) => onChange({ majorityAge })}
      />
      <Select
        label={t('settings.majority-calendar')}
        value={value.majorityCalendar}
        options={calendars.map((calendar) => ({ value: calendar, label: t(`common.calendar-${calendar}`) }))}
        onChange={(majorityCalendar) => majorityCalendar !== null && onChange({ majorityCalendar })}
        disabled={disabled}
      />
      <KeptNumber
        label={t('settings.own-voice-age')}
        value={value.ownVoiceAge}
        min={0}
        max={25}
        disabled={disabled}
        onKeep={(ownVoiceAge) => onChange({ ownVoiceAge })}
      />
      <KeptNumber
        label={t('settings.small-group')}
        hint={t('settings.small-group-hint')}
        value={value.smallGroup}
        min={2}
        max={50}
        disabled={disabled}
        onKeep={(smallGroup) => onChange({ smallGroup })}
      />
    </>
  );
}
