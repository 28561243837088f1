// When a price rule holds, in the form: one line for each thing that must be so. Only what may drive a price can be chosen.

import { choicesOf, customerFacts } from '@shared/features/prices/price-facts';
import type { CustomerFact } from '@shared/features/prices/price-facts';
import { priceChannels } from '@shared/features/prices/price-rule';
import type { Fact } from '@shared/features/prices/price-rule';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineQuery } from '../../api';
import type { Option } from '../../ui';
import {
  Button,
  Fields,
  IconButton,
  Menu,
  MenuItem,
  QuantityInput,
  Select,
  TagsSelect,
  TextField,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { newFact } from './condition-form';
import type { FactForm } from './condition-form';
import styles from './prices.module.css';
import { optionsOf, useOptions, usePriceBooks } from './use-offer';

const kinds = [
  'product',
  'category',
  'quantity',
  'book',
  'customer',
  'channel',
  'weekday',
] as const satisfies readonly Fact['fact'][];

export interface ConditionFieldsProps {
  readonly facts: readonly FactForm[];
  onChange(facts: readonly FactForm[]): void;
}

export function ConditionFields({ facts, onChange }: ConditionFieldsProps): ReactNode {
  const t = useT();
  const id = useId();
  const [made, setMade] = useState(0);
  const add = (kind: Fact['fact']): void => {
    setMade(made + 1);
    onChange([...facts, newFact(kind, `${id}-${made}`)]);
  };
  return (
    <fieldset className={styles.facts}>
      <legend>{t('prices.rules.when')}</legend>
      {facts.length === 0 && <p className="dw-muted">{t('prices.rules.always')}</p>}
      {facts.map((fact, place) => (
        <div key={fact.key} className={styles.fact}>
          <FactFields fact={fact} onChange={(next) => onChange(facts.with(place, next))} />
          <IconButton small label={t('prices.rules.dropFact')} onClick={() => onChange(facts.toSpliced(place, 1))}>
            <IconTrash size="1rem" stroke={1.6} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Menu
          trigger={
            <Button small kind="quiet" aria-haspopup="menu">
              {t('prices.rules.addFact')}
            </Button>
          }
        >
          {kinds.map((kind) => (
            <MenuItem key={kind} onClick={() => add(kind)}>
              {t(`prices.rules.fact-${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </fieldset>
  );
}

interface FactProps {
  readonly fact: FactForm;
  onChange(fact: FactForm): void;
}

function FactFields({ fact, onChange }: FactProps): ReactNode {
  const t = useT();
  if (fact.fact === 'quantity') {
    return (
      <Fields>
        <QuantityInput
          label={t('prices.rules.least')}
          value={fact.least ?? null}
          onChange={(least) => onChange({ ...fact, least })}
        />
        <QuantityInput
          label={t('prices.rules.most')}
          value={fact.most ?? null}
          onChange={(most) => onChange({ ...fact, most })}
        />
      </Fields>
    );
  }
  return fact.fact === 'customer' ? (
    <CustomerFields fact={fact} onChange={onChange} />
  ) : (
    <ValueFields fact={fact} onChange={onChange} />
  );
}

function ValueFields({ fact, onChange }: FactProps): ReactNode {
  const t = useT();
  const options = useFactOptions(fact);
  return (
    <TagsSelect
      label={t(`prices.rules.fact-${fact.fact}`)}
      required
      value={fact.values}
      options={options}
      onChange={(values) => onChange({ ...fact, values })}
    />
  );
}

function useFactOptions({ fact, values }: FactForm): readonly Option[] {
  const t = useT();
  const format = useFormat();
  const { language } = useLocaleSettings();
  const { books } = usePriceBooks();
  const { categories } = useOptions();
  const products = useEngineQuery('products.list', { limit: 200 }, { enabled: fact === 'product' });
  if (fact === 'category') return optionsOf(categories, values);
  if (fact === 'book') return optionsOf(books, values);
  if (fact === 'channel') return priceChannels.map((value) => ({ value, label: t(`prices.channel-${value}`) }));
  if (fact === 'weekday')
    return [0, 1, 2, 3, 4, 5, 6].map((day) => ({ value: String(day), label: format.weekday(day) }));
  return (products.data?.rows ?? []).map(({ id, code, names }) => ({
    value: id,
    label: `${names[language]} (${code})`,
  }));
}

function CustomerFields({ fact, onChange }: FactProps): ReactNode {
  const t = useT();
  const field = fact.field as CustomerFact | null;
  const choices = field === null ? undefined : choicesOf(field);
  return (
    <Fields>
      <Select
        label={t('prices.rules.fact-customer')}
        hint={t('prices.rules.customerHint')}
        required
        value={field}
        options={customerFacts.map((value) => ({ value, label: t.any(`catalogue.${value}`) }))}
        onChange={(next) => onChange({ ...fact, field: next, values: [] })}
      />
      {choices !== undefined && (
        <TagsSelect
          label={t('prices.rules.oneOf')}
          required
          value={fact.values}
          options={choices.map((value) => ({ value, label: t.any(`catalogue.${field}.${value}`) }))}
          onChange={(values) => onChange({ ...fact, values })}
        />
      )}
      {field !== null && choices === undefined && (
        <TextField
          label={t('prices.rules.exactly')}
          required
          value={fact.values[0] ?? ''}
          onChange={(text) => onChange({ ...fact, values: text.trim() === '' ? [] : [text] })}
        />
      )}
    </Fields>
  );
}
