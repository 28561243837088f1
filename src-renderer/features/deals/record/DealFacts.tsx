// The facts of a deal, each changed in its place.

import { dealEntity } from '@shared/catalogue';
import type { Deal, DealChange } from '@shared/features/deals/deal';
import type { ReactNode } from 'react';
import { useEngineCommand, useIsMasked, useMay } from '../../../api';
import {
  ChoiceSelect,
  CivilDateField,
  DateText,
  InPlace,
  InstantText,
  MoneyInput,
  MoneyText,
  Panel,
  Select,
  TextField,
  useT,
} from '../../../ui';
import { useDone, useUserOptions } from '../../operations';
import styles from './record.module.css';

type Field = 'title' | 'amount' | 'expected_on' | 'category' | 'owner_id' | 'next_step' | 'note';

interface FactProps<Value> {
  readonly deal: Deal;
  readonly field: Field;
  readonly value: Value;
  readonly shown: ReactNode;
  /** Null for what cannot be saved as it stands. */
  readonly setOf: (value: Value) => DealChange | null;
  readonly editor: (label: string, value: Value, change: (value: Value) => void) => ReactNode;
}

function Fact<Value>({ deal, field, setOf, editor, ...rest }: FactProps<Value>): ReactNode {
  const t = useT();
  const done = useDone();
  const may = useMay();
  const isMasked = useIsMasked();
  const update = useEngineCommand('deals.update');
  const label = t.any(`catalogue.deal.${field}`);
  const save = async (value: Value): Promise<boolean> => {
    const set = setOf(value);
    if (set === null) return false;
    const result = await update.run({ id: deal.id, set });
    if (result.ok) done(result, t('record.saved', { field: label }));
    return result.ok;
  };
  return (
    <InPlace
      {...rest}
      label={label}
      masked={isMasked(`deal.${field}`)}
      changeable={may(field === 'owner_id' ? 'deals.assign' : 'deals.write') && deal.deletedAt === null}
      pending={update.pending}
      failure={update.error}
      editor={(value, change) => editor(label, value, change)}
      save={save}
      onClose={update.clear}
    />
  );
}

export function DealFacts({ deal }: { readonly deal: Deal }): ReactNode {
  const t = useT();
  return (
    <Panel title={t('deals.facts')} flush className={styles.facts}>
      <WordsFact
        deal={deal}
        field="title"
        value={deal.title}
        setOf={(title) => (title.trim() === '' ? null : { title })}
      />
      <AmountFact deal={deal} />
      <Fact
        deal={deal}
        field="expected_on"
        value={deal.expectedOn}
        shown={deal.expectedOn !== null && <DateText value={deal.expectedOn} secondary />}
        setOf={(expectedOn) => ({ expectedOn })}
        editor={(label, value, change) => <CivilDateField label={label} autoFocus value={value} onChange={change} />}
      />
      <Fact
        deal={deal}
        field="category"
        value={deal.category}
        shown={t.any(`catalogue.deal.category.${deal.category}`)}
        setOf={(category) => ({ category })}
        editor={(_label, value, change) => (
          <ChoiceSelect
            entity={dealEntity}
            field="category"
            autoFocus
            value={value}
            onChange={(next) => change(next ?? value)}
          />
        )}
      />
      <OwnerFact deal={deal} />
      <WordsFact deal={deal} field="next_step" value={deal.nextStep ?? ''} setOf={(nextStep) => ({ nextStep })} />
      <WordsFact deal={deal} field="note" rows={4} value={deal.note ?? ''} setOf={(note) => ({ note })} />
      <p className={styles.made}>
        {t('catalogue.deal.created_at')}: <InstantText value={deal.createdAt} />
        {deal.createdBy !== null && (
          <>
            {' · '}
            <bdi dir="auto">{deal.createdBy.name}</bdi>
          </>
        )}
      </p>
    </Panel>
  );
}

type WordsFactProps = Pick<FactProps<string>, 'deal' | 'field' | 'value' | 'setOf'> & { readonly rows?: number };

function WordsFact({ rows, ...rest }: WordsFactProps): ReactNode {
  return (
    <Fact
      {...rest}
      shown={
        rest.value !== '' && (
          <bdi dir="auto" className={rows === undefined ? undefined : styles.note}>
            {rest.value}
          </bdi>
        )
      }
      editor={(label, value, change) => (
        <TextField label={label} autoFocus rows={rows} value={value} onChange={change} />
      )}
    />
  );
}

function AmountFact({ deal }: { readonly deal: Deal }): ReactNode {
  const { amount, currency } = deal;
  return (
    <Fact<number | null | undefined>
      deal={deal}
      field="amount"
      value={amount}
      shown={amount !== null && <MoneyText minor={amount} currency={currency} />}
      setOf={(next) => (next === undefined ? null : { amount: next })}
      editor={(label, _value, change) => (
        <MoneyInput label={label} autoFocus value={amount} currency={currency} onChange={change} />
      )}
    />
  );
}

function OwnerFact({ deal }: { readonly deal: Deal }): ReactNode {
  const users = useUserOptions();
  return (
    <Fact
      deal={deal}
      field="owner_id"
      value={deal.owner?.id ?? null}
      shown={deal.owner !== null && <bdi dir="auto">{deal.owner.name}</bdi>}
      setOf={(ownerId) => ({ ownerId })}
      editor={(label, value, change) => (
        <Select label={label} autoFocus clearable value={value} options={users} onChange={change} />
      )}
    />
  );
}
