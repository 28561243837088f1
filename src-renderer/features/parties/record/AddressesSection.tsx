// Addresses in the order the country writes them, with the landmark that people here go by.

import { countryName } from '@shared/locale/country-name';
import { addressEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, ChoiceSelect, Select, TextField, useFormat, useLocaleSettings, useT } from '../../../ui';
import { useCountryOptions } from './countries';
import { PartForm, orNull } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Address = PartyRecord['addresses'][number];
const textKeys = ['lines', 'building', 'district', 'city', 'province', 'postcode', 'landmark'] as const;
type TextKey = (typeof textKeys)[number];

export function AddressesSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  return (
    <PartSection
      title={t('record.section.addresses')}
      addLabel={t('record.addAddress')}
      part="address"
      items={record.addresses}
      show={(address) => <AddressWords address={address} />}
      form={(props) => <AddressForm {...props} />}
    />
  );
}

function AddressWords({ address }: { readonly address: Address }): ReactNode {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const street = [address.building, address.lines, address.district].filter(Boolean);
  const place = [
    address.city,
    address.province,
    address.postcode && format.digits(address.postcode),
    address.country && countryName(address.country, language),
  ].filter(Boolean);
  const separator = language === 'en' ? ', ' : '، ';
  return (
    <>
      <span className={styles.addressLine}>
        <Bidi>{street.join(separator)}</Bidi>
      </span>
      <span className={styles.addressLine}>
        <Bidi>{place.join(separator)}</Bidi>
      </span>
      <span className={styles.quiet}>{t.any(`catalogue.address.kind.${address.kind}`)}</span>
      {address.landmark && (
        <span className={styles.quietLine}>
          {t('record.field.landmark')}: <Bidi>{address.landmark}</Bidi>
        </span>
      )}
    </>
  );
}

function AddressForm({ item, onClose }: PartFormProps<Address>): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const settings = useLocaleSettings();
  const countries = useCountryOptions();
  const [kind, setKind] = useState<Address['kind']>(item?.kind ?? 'home');
  const [country, setCountry] = useState<string | null>(item === null ? settings.country : (item.country ?? null));
  const [texts, setTexts] = useState(
    () => Object.fromEntries(textKeys.map((key) => [key, item?.[key] ?? ''])) as Record<TextKey, string>,
  );
  const save = (): Promise<boolean> => {
    const filled = Object.fromEntries(textKeys.map((key) => [key, orNull(texts[key])]));
    return edit.save(
      { put: { addresses: [{ id: item?.id, kind, country, ...filled }] } },
      t('record.section.addresses'),
    );
  };
  const ready = textKeys.some((key) => texts[key].trim() !== '');
  return (
    <PartForm edit={edit} ready={ready} onSave={save} onClose={onClose}>
      <ChoiceSelect
        entity={addressEntity}
        field="kind"
        label={t('record.field.kind')}
        value={kind}
        onChange={(next) => next !== null && setKind(next)}
      />
      <div className={styles.fieldPair}>
        {textKeys.map((key, index) => (
          <TextField
            key={key}
            label={t(`record.field.${key}`)}
            autoFocus={index === 0}
            value={texts[key]}
            onChange={(text) => setTexts({ ...texts, [key]: text })}
          />
        ))}
        <Select label={t('record.field.country')} clearable value={country} options={countries} onChange={setCountry} />
      </div>
    </PartForm>
  );
}
