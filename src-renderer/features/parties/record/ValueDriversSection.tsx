// What counts for somebody when they choose, in the order in which it counts.

import { valueDriverEntity } from '@shared/catalogue';
import type { PartyRecord } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Bidi, ChoiceSelect, Fields, NumberInput, TextField, useFormat, useNow, useT } from '../../../ui';
import { PartForm } from './PartForm';
import { PartSection } from './PartSection';
import type { PartFormProps } from './PartSection';
import styles from './record.module.css';
import { usePartyEdit } from './use-party-edit';

type Driver = PartyRecord['valueDrivers'][number];

const MOST_RANKS = 20;

export function ValueDriversSection({ record }: { readonly record: PartyRecord }): ReactNode {
  const t = useT();
  const next = Math.min(MOST_RANKS, Math.max(0, ...record.valueDrivers.map(({ rank }) => rank)) + 1);
  return (
    <PartSection
      title={t('record.section.valueDrivers')}
      addLabel={t('record.addValueDriver')}
      part="valueDriver"
      items={record.valueDrivers}
      show={(driver) => <DriverWords driver={driver} />}
      form={(props) => <DriverForm {...props} next={next} />}
    />
  );
}

function DriverWords({ driver: { rank, driver, words } }: { readonly driver: Driver }): ReactNode {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <span className={styles.addressLine}>
        {format.number(rank)}. {t.any(`catalogue.value_driver.driver.${driver}`)}
      </span>
      {words !== null && words !== undefined && (
        <span className={styles.quietLine}>
          <Bidi>{words}</Bidi>
        </span>
      )}
    </>
  );
}

function DriverForm({ item, next, onClose }: PartFormProps<Driver> & { readonly next: number }): ReactNode {
  const t = useT();
  const edit = usePartyEdit();
  const format = useFormat();
  const today = format.civilOf(useNow(false));
  const [driver, setDriver] = useState<Driver['driver']>(item?.driver ?? 'quality-for-price');
  const [rank, setRank] = useState<number | null>(item?.rank ?? next);
  const [words, setWords] = useState(item?.words ?? '');
  const save = (): Promise<boolean> =>
    edit.save(
      {
        put: {
          valueDrivers: [
            { id: item?.id, driver, rank: rank ?? next, words, notedOn: item === null ? today : item.notedOn },
          ],
        },
      },
      t('record.section.valueDrivers'),
    );
  return (
    <PartForm edit={edit} ready={rank !== null} onSave={save} onClose={onClose}>
      <Fields>
        <ChoiceSelect
          entity={valueDriverEntity}
          field="driver"
          autoFocus
          value={driver}
          onChange={(chosen) => chosen !== null && setDriver(chosen)}
        />
        <NumberInput
          label={t('catalogue.value_driver.rank')}
          value={rank}
          onChange={setRank}
          min={1}
          max={MOST_RANKS}
        />
      </Fields>
      <TextField label={t('catalogue.value_driver.words')} value={words} onChange={setWords} />
    </PartForm>
  );
}
