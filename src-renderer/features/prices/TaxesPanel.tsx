// In the settings: taxes on what is sold, in the price or on top, each with its rates by day.

import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import {
  AddButton,
  Button,
  Chip,
  CivilDateField,
  Dialog,
  ErrorState,
  Form,
  FormFoot,
  IconButton,
  isNamed,
  Line,
  Lines,
  LoadingState,
  NamesFields,
  noNames,
  NumberInput,
  Panel,
  Segments,
  Select,
  Switch,
  useFormat,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import styles from './prices.module.css';
import { useTaxes } from './use-offer';
import type { Tax } from './use-offer';

export function TaxesPanel(): ReactNode {
  const t = useT();
  const { taxes, error, refresh } = useTaxes();
  const [edited, setEdited] = useState<Tax | 'new' | null>(null);
  return (
    <Panel
      title={t('prices.taxes')}
      action={<AddButton small label={t('prices.taxes.add')} onClick={() => setEdited('new')} />}
    >
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && taxes === undefined && <LoadingState lines={2} />}
      {taxes !== undefined && (
        <Lines bare rows={taxes} empty={t('prices.taxes.none')}>
          {(tax) => <TaxLine key={tax.id} tax={tax} onEdit={() => setEdited(tax)} />}
        </Lines>
      )}
      {edited !== null && <TaxDialog tax={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function TaxLine({ tax, onEdit }: { readonly tax: Tax; onEdit(): void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const rates = tax.rates.map(({ from, rate }) =>
    t('prices.taxes.rateFrom', {
      rate: format.number(rate / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
      from: format.date(from),
    }),
  );
  return (
    <Line title={<bdi>{tax.name}</bdi>} detail={format.list(rates)} off={!tax.active}>
      <Chip>{t(tax.included ? 'prices.taxes.included' : 'prices.taxes.added')}</Chip>
      <IconButton small label={t('record.editField', { field: tax.name })} onClick={onEdit}>
        <IconPencil size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
    </Line>
  );
}

interface RateForm {
  readonly key: string;
  readonly from: string | null;
  /** Percent. */
  readonly percent: number | null;
}

function TaxDialog({ tax, onClose }: { readonly tax: Tax | null; onClose(): void }): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const save = useEngineCommand('taxes.save');
  const [form, setForm] = useState({
    names: tax?.names ?? noNames,
    included: tax?.included ?? false,
    unitId: tax?.unitId ?? null,
    active: tax?.active ?? true,
  });
  const [rates, setRates] = useState<readonly RateForm[]>(() =>
    (tax?.rates ?? [{ from: null, rate: null }]).map(({ from, rate }, place) => ({
      key: `${id}-${place}`,
      from,
      percent: rate === null ? null : rate / 100,
    })),
  );
  const whole = rates.flatMap(({ from, percent }) =>
    from === null || percent === null ? [] : [{ from, rate: Math.round(percent * 100) }],
  );
  const store = async (): Promise<void> => {
    const result = await save.run({ ...(tax !== null && { id: tax.id }), ...form, rates: whole });
    if (!result.ok) return;
    done(result, t('prices.taxes.saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={tax?.name ?? t('prices.taxes.add')}>
      <Form onSubmit={store}>
        <NamesFields
          label={t('catalogue.tax.names')}
          names={form.names}
          onChange={(names) => setForm({ ...form, names })}
        />
        {tax === null && (
          <Segments
            label={t('catalogue.tax.included')}
            value={form.included ? 'included' : 'added'}
            options={[
              { value: 'added', label: t('prices.taxes.added') },
              { value: 'included', label: t('prices.taxes.included') },
            ]}
            onChange={(kind) => setForm({ ...form, included: kind === 'included' })}
          />
        )}
        <RateFields rates={rates} onChange={setRates} />
        <BranchSelect value={form.unitId} onChange={(unitId) => setForm({ ...form, unitId })} />
        <Switch
          label={t('catalogue.tax.active')}
          checked={form.active}
          onChange={(active) => setForm({ ...form, active })}
        />
        <FormFoot
          ready={isNamed(form.names) && whole.length === rates.length && rates.length > 0}
          pending={save.pending}
          failure={save.error}
          onClose={onClose}
        />
      </Form>
    </Dialog>
  );
}

interface RateFieldsProps {
  readonly rates: readonly RateForm[];
  onChange(rates: readonly RateForm[]): void;
}

function RateFields({ rates, onChange }: RateFieldsProps): ReactNode {
  const t = useT();
  const id = useId();
  const [made, setMade] = useState(0);
  const add = (): void => {
    setMade(made + 1);
    onChange([...rates, { key: `${id}-more-${made}`, from: null, percent: null }]);
  };
  return (
    <>
      {rates.map((rate, place) => (
        <div key={rate.key} className={styles.row}>
          <CivilDateField
            label={t('prices.taxes.from')}
            required
            value={rate.from}
            onChange={(from) => onChange(rates.with(place, { ...rate, from }))}
          />
          <NumberInput
            label={t('prices.taxes.percent')}
            required
            className={styles.narrow}
            integer={false}
            min={0}
            max={100}
            value={rate.percent}
            onChange={(percent) => onChange(rates.with(place, { ...rate, percent }))}
          />
          {rates.length > 1 && (
            <IconButton small label={t('prices.taxes.dropRate')} onClick={() => onChange(rates.toSpliced(place, 1))}>
              <IconTrash size="1rem" stroke={1.6} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      <div>
        <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={add}>
          {t('prices.taxes.addRate')}
        </Button>
      </div>
    </>
  );
}

interface BranchSelectProps {
  readonly value: string | null;
  onChange(unitId: string | null): void;
}

/** Only where the office has branches, and for whoever may see them. */
function BranchSelect({ value, onChange }: BranchSelectProps): ReactNode {
  const t = useT();
  const policy = useEngineQuery('policy.get', {}, { enabled: useMay()('users.read') });
  const units = policy.data?.units ?? [];
  if (units.length === 0) return null;
  return (
    <Select
      label={t('catalogue.tax.unit_id')}
      clearable
      placeholder={t('prices.taxes.everywhere')}
      value={value}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}
