// Phones, e-mails and the other ways to reach a party, any number of each, with what must not be used.

import { contactPointEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import { IconStarFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Checkmark, Chip, ChoiceSelect, TextField, useT } from '../../../ui';
import { useSuppressedPoints } from '../../consent';
import { useDistinct } from '../merge/origins';
import { ContactValue } from './ContactValue';
import { PartForm, orNull } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Point = PartyRecord['contactPoints'][number];

export function ContactSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const suppressed = useSuppressedPoints(record.id);
  return (
    <PartSection
      title={t('record.section.contact')}
      addLabel={t('record.addContact')}
      part="contactPoint"
      items={useDistinct(record.contactPoints, (point) => `${point.kind} ${point.normal}`)}
      show={(point) => <PointWords point={point} suppressed={suppressed.includes(point.id)} />}
      form={(props) => <PointForm {...props} />}
    />
  );
}

function PointWords({ point, suppressed }: { readonly point: Point; readonly suppressed: boolean }): ReactNode {
  const t = useT();
  const label = point.label
    ? t.any(`catalogue.contact_point.label.${point.label}`)
    : t.any(`catalogue.contact_point.kind.${point.kind}`);
  return (
    <>
      <span className={styles.pointLine} data-off={point.doNotUse || point.restricted || suppressed || undefined}>
        <ContactValue kind={point.kind} value={point.value} />
        {point.preferred && (
          <IconStarFilled size="0.8rem" className={styles.star} aria-label={t('record.field.preferred')} role="img" />
        )}
      </span>
      <span className={styles.quiet}>{label}</span>
      {(point.doNotUse || point.restricted) && <Chip hue="clay">{t('record.field.doNotUse')}</Chip>}
      {suppressed && <Chip hue="clay">{t('consent.never-contacted')}</Chip>}
      {point.restricted && <span className={styles.quietLine}>{t('merging.restricted')}</span>}
      {point.note && <span className={styles.quietLine}>{point.note}</span>}
    </>
  );
}

function PointForm({ item, onClose }: PartFormProps<Point>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const [form, setForm] = useState({
    kind: item?.kind ?? ('phone' as Point['kind']),
    label: item?.label ?? null,
    value: item?.value ?? '',
    preferred: item?.preferred ?? false,
    doNotUse: item?.doNotUse ?? false,
    note: item?.note ?? '',
  });
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const save = (): Promise<boolean> =>
    edit.save(
      { put: { contactPoints: [{ id: item?.id, ...form, note: orNull(form.note) }] } },
      t('record.section.contact'),
    );
  return (
    <PartForm edit={edit} ready={form.value.trim() !== ''} onSave={save} onClose={onClose}>
      <div className={styles.fieldPair}>
        <ChoiceSelect
          entity={contactPointEntity}
          field="kind"
          label={t('record.field.kind')}
          value={form.kind}
          onChange={(kind) => kind !== null && change({ kind })}
        />
        <ChoiceSelect
          entity={contactPointEntity}
          field="label"
          label={t('record.field.label')}
          clearable
          value={form.label}
          onChange={(label) => change({ label })}
        />
      </div>
      <TextField
        label={t.any(`catalogue.contact_point.kind.${form.kind}`)}
        direction="ltr"
        autoFocus
        value={form.value}
        onChange={(value) => change({ value })}
      />
      <Checkmark
        label={t('record.field.preferred')}
        checked={form.preferred}
        onChange={(preferred) => change({ preferred })}
      />
      <Checkmark
        label={t('record.field.doNotUse')}
        checked={form.doNotUse}
        onChange={(doNotUse) => change({ doNotUse })}
      />
      <TextField label={t('record.field.note')} value={form.note} onChange={(note) => change({ note })} />
    </PartForm>
  );
}
