// What holds for the whole office. Everybody sees it; who manages settings changes it.

import type { SiteSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { countryOptions } from '../first-run';
import { Panel, Segments, Select, TagsSelect, TextField, useFormat, useLocaleSettings, useT } from '../../ui';
import { AgeRules } from './AgeRules';
import { CardNumbers } from './CardNumbers';
import { DuplicateThresholds } from './DuplicateThresholds';
import { KeptNumber } from './KeptNumber';
import { FiscalYear } from './FiscalYear';
import { LetterNames } from './LetterNames';
import { WatchOthers } from './WatchOthers';
import style from './settings.module.css';

export interface OfficePanelProps {
  readonly value: SiteSettings;
  readonly onChange: (part: Partial<SiteSettings>) => void;
  readonly mayChange: boolean;
}

const week = ['6', '0', '1', '2', '3', '4', '5'] as const;

export function OfficePanel({ value, onChange, mayChange }: OfficePanelProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [name, setName] = useState(value.officeName);
  const { countries, zones } = usePlaces();
  const days = week.map((day) => ({ value: day as string, label: format.weekday(Number(day)) }));
  const disabled = !mayChange;
  return (
    <Panel title={t('settings.office')}>
      {disabled && <p className="dw-muted">{t('settings.office-read-only')}</p>}
      <div className={style.fields}>
        <div
          className={style.wide}
          onBlur={() => name.trim() !== '' && name !== value.officeName && onChange({ officeName: name })}
        >
          <TextField label={t('wizard.office-name')} value={name} onChange={setName} disabled={disabled} />
        </div>
        <Select
          label={t('settings.country')}
          value={value.country}
          options={countries}
          onChange={(country) => country !== null && onChange({ country })}
          disabled={disabled}
          searchable
        />
        <Select
          label={t('settings.time-zone')}
          value={value.timeZone}
          options={zones}
          onChange={(timeZone) => timeZone !== null && onChange({ timeZone })}
          disabled={disabled}
          searchable
        />
        <Select
          label={t('settings.week-start')}
          value={String(value.weekStart)}
          options={days}
          onChange={(day) => onChange({ weekStart: Number(day) })}
          disabled={disabled}
        />
        <TagsSelect
          label={t('settings.weekend')}
          value={value.weekend.map(String)}
          options={days}
          onChange={(chosen) => onChange({ weekend: chosen.slice(0, 3).map(Number) })}
          disabled={disabled}
        />
        <KeptNumber
          label={t('settings.lock-minutes')}
          hint={t('settings.lock-minutes-hint')}
          value={value.lockMinutes}
          onKeep={(lockMinutes) => onChange({ lockMinutes })}
          max={60}
          disabled={disabled}
        />
        <div>
          <span className={style.label}>{t('settings.import-unreadable')}</span>
          <Segments
            label={t('settings.import-unreadable')}
            value={value.importUnreadable}
            options={[
              { value: 'reject', label: t('settings.import-reject'), disabled },
              { value: 'keep-as-text', label: t('settings.import-keep'), disabled },
            ]}
            onChange={(importUnreadable) => onChange({ importUnreadable })}
          />
        </div>
        <KeptNumber
          label={t('settings.attachment-megabytes')}
          hint={t('settings.attachment-megabytes-hint')}
          value={value.attachmentMegabytes}
          onKeep={(attachmentMegabytes) => onChange({ attachmentMegabytes })}
          max={10_000}
          disabled={disabled}
        />
        <Rules value={value} onChange={onChange} disabled={disabled} />
      </div>
    </Panel>
  );
}

type RulesProps = Pick<OfficePanelProps, 'value' | 'onChange'> & { readonly disabled: boolean };

/** What the office has decided for itself. */
function Rules(props: RulesProps): ReactNode {
  const t = useT();
  return (
    <>
      <FiscalYear {...props} />
      <LetterNames {...props} value={props.value.letterNames} />
      <WatchOthers {...props} value={props.value.watchOthers} />
      <KeptNumber
        label={t('purpose.minutes')}
        hint={t('purpose.minutes-hint')}
        value={props.value.purposeMinutes}
        onKeep={(purposeMinutes) => props.onChange({ purposeMinutes })}
        max={480}
        disabled={props.disabled}
      />
      <CardNumbers {...props} value={props.value.cardNumbers} />
      <DuplicateThresholds {...props} />
      <AgeRules {...props} />
    </>
  );
}

function usePlaces() {
  const { language } = useLocaleSettings();
  const countries = useMemo(() => countryOptions(language), [language]);
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })), []);
  return { countries, zones };
}
