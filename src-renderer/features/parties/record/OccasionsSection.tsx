// Yearly occasions, each in its own calendar, with the next date it falls on.

import { occasionEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import {
  Bidi,
  ChoiceSelect,
  DateText,
  NumberInput,
  TextField,
  useFormat,
  useNow,
  useT,
  useYearlyWriting,
  YearlyDayInput,
} from '../../../ui';
import type { YearlyDay } from '../../../ui';
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
  const write = useYearlyWriting();
  return (
    <>
      <span className={styles.strong}>
        <Bidi>{occasion.label ?? t.any(`catalogue.occasion.kind.${occasion.kind}`)}</Bidi>
      </span>
      <span className={styles.addressLine}>
        <Bidi>{write(yearlyDayOf(occasion))}</Bidi>{' '}
        <span className="dw-secondary">{t(`common.calendar-${occasion.calendar}`)}</span>
      </span>
      <span className={styles.quietLine}>
        <NextTime day={yearlyDayOf(occasion)} />
      </span>
    </>
  );
}

function NextTime({ day }: { readonly day: YearlyDay }): ReactNode {
  const t = useT();
  const format = useFormat();
  const next = nextOccasion(day, format.civilOf(useNow()));
  if (next === null) return null;
  return (
    <>
      <DateText value={next.on} /> · {t('record.inDays', { count: next.inDays })}
    </>
  );
}

const yearlyDayOf = ({ calendar, month, day, year }: Occasion): YearlyDay => ({
  calendar,
  month,
  day,
  year: year ?? null,
});

function OccasionForm({ item, onClose }: PartFormProps<Occasion>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const [form, setForm] = useState({
    kind: item?.kind ?? ('birthday' as Occasion['kind']),
    day: item === null ? (null as YearlyDay | null) : yearlyDayOf(item),
    label: item?.label ?? '',
    remindDays: item?.remindDays ?? (null as number | null),
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const { day, label, ...rest } = form;
  const save = async (): Promise<boolean> =>
    day !== null &&
    edit.save(
      { put: { occasions: [{ id: item?.id, ...rest, ...day, label: orNull(label) }] } },
      t('record.section.occasions'),
    );
  return (
    <PartForm edit={edit} ready={day !== null} onSave={save} onClose={onClose}>
      <div className={styles.fieldPair}>
        <ChoiceSelect
          entity={occasionEntity}
          field="kind"
          label={t('record.field.kind')}
          autoFocus
          value={form.kind}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        <NumberInput
          label={t('record.field.remindDays')}
          value={form.remindDays}
          min={0}
          max={365}
          onChange={(remindDays) => change({ remindDays })}
        />
      </div>
      <YearlyDayInput
        label={t('record.field.yearlyDay')}
        required
        value={day}
        hint={day === null ? t('record.yearlyDayHint') : <NextTime day={day} />}
        onChange={(next) => change({ day: next })}
      />
      <TextField label={t('record.field.label')} value={form.label} onChange={(label) => change({ label })} />
    </PartForm>
  );
}
