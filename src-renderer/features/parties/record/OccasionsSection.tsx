// Yearly occasions, each in its own calendar, with the next date it falls on.

import { calendars, occasionEntity } from '@shared/catalogue';
import { monthNames } from '@shared/locale/calendars';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Bidi,
  ChoiceSelect,
  DateText,
  NumberInput,
  Select,
  TextField,
  useFormat,
  useLocaleSettings,
  useNow,
  useT,
} from '../../../ui';
import { nextOccasion } from './next-occasion';
import { PartForm, orNull } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Occasion = PartyRecord['occasions'][number];

export function OccasionsSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  return (
    <PartSection
      title={t('record.section.occasions')}
      addLabel={t('record.addOccasion')}
      part="occasion"
      items={record.occasions}
      show={(occasion) => <OccasionWords occasion={occasion} />}
      form={(props) => <OccasionForm {...props} />}
    />
  );
}

function OccasionWords({ occasion }: { readonly occasion: Occasion }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language, country } = useLocaleSettings();
  const next = nextOccasion(occasion, format.civilOf(useNow()));
  const month = monthNames(language, occasion.calendar, country)[occasion.month - 1] ?? '';
  const year = occasion.year ? format.number(occasion.year, { useGrouping: false }) : '';
  return (
    <>
      <span className={styles.strong}>
        <Bidi>{occasion.label ?? t.any(`catalogue.occasion.kind.${occasion.kind}`)}</Bidi>
      </span>
      <span className={styles.addressLine}>
        <Bidi>{`${format.number(occasion.day)} ${month} ${year}`.trim()}</Bidi>{' '}
        <span className="dw-secondary">{t(`common.calendar-${occasion.calendar}`)}</span>
      </span>
      {next !== null && (
        <span className={styles.quietLine}>
          <DateText value={next.on} /> · {t('record.inDays', { count: next.inDays })}
        </span>
      )}
    </>
  );
}

function OccasionForm({ item, onClose }: PartFormProps<Occasion>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const settings = useLocaleSettings();
  const [form, setForm] = useState({
    kind: item?.kind ?? ('birthday' as Occasion['kind']),
    calendar: item?.calendar ?? settings.calendar,
    day: item?.day ?? (null as number | null),
    month: item?.month ?? (null as number | null),
    year: item?.year ?? (null as number | null),
    label: item?.label ?? '',
    remindDays: item?.remindDays ?? (null as number | null),
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const { day, month } = form;
  const save = async (): Promise<boolean> =>
    day !== null &&
    month !== null &&
    edit.save(
      { put: { occasions: [{ id: item?.id, ...form, day, month, label: orNull(form.label) }] } },
      t('record.section.occasions'),
    );
  const months = monthNames(settings.language, form.calendar, settings.country).map((label, index) => ({
    value: String(index + 1),
    label,
  }));
  return (
    <PartForm edit={edit} ready={day !== null && month !== null} onSave={save} onClose={onClose}>
      <div className={styles.fieldPair}>
        <ChoiceSelect
          entity={occasionEntity}
          field="kind"
          label={t('record.field.kind')}
          autoFocus
          value={form.kind}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        <Select
          label={t('record.field.calendar')}
          value={form.calendar}
          options={calendars.map((value) => ({ value, label: t(`common.calendar-${value}`) }))}
          onChange={(calendar) => calendar !== null && change({ calendar })}
        />
        <NumberInput
          label={t('record.field.day')}
          value={form.day}
          min={1}
          max={31}
          onChange={(next) => change({ day: next })}
        />
        <Select
          label={t('record.field.month')}
          value={month === null ? null : String(month)}
          options={months}
          searchable={false}
          onChange={(next) => change({ month: next === null ? null : Number(next) })}
        />
        <NumberInput
          label={t('record.field.year')}
          value={form.year}
          min={1}
          max={9999}
          onChange={(year) => change({ year })}
        />
        <NumberInput
          label={t('record.field.remindDays')}
          value={form.remindDays}
          min={0}
          max={365}
          onChange={(remindDays) => change({ remindDays })}
        />
      </div>
      <TextField label={t('record.field.label')} value={form.label} onChange={(label) => change({ label })} />
    </PartForm>
  );
}
