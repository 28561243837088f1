// "What would it cost": lines, for whom, when and how sold; the answer with every reason, nothing is stored.

import { priceChannels } from '@shared/features/prices/price-rule';
import type { PriceChannel } from '@shared/features/prices/price-rule';
import type { ProductRow } from '@shared/features/products/product';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineQuery } from '../../api';
import type { InputAt } from '../../api';
import {
  Chip,
  CivilDateField,
  Dialog,
  ErrorState,
  Fields,
  IconButton,
  QuantityInput,
  Select,
  Stack,
  useLocaleSettings,
  useT,
} from '../../ui';
import { PartyPicker } from '../search';
import type { PickedParty } from '../search';
import { CostAnswer, Why } from './CostAnswer';
import styles from './prices.module.css';
import { ProductPicker } from './ProductPicker';
import { optionsOf, useOptions, usePriceBooks } from './use-offer';

export interface CostDialogProps {
  /** The first line. */
  readonly product?: ProductRow;
  onClose(): void;
}

interface Line {
  readonly key: string;
  readonly product: ProductRow;
  /** Millionths; null or undefined while nothing that can be counted stands there. */
  readonly quantity: number | null | undefined;
  readonly unitId: string | null;
}

interface Question {
  readonly party: PickedParty | null;
  readonly bookId: string | null;
  readonly channel: PriceChannel | null;
  readonly on: string | null;
  readonly lines: readonly Line[];
}

const ONE = 1_000_000;

export function CostDialog({ product, onClose }: CostDialogProps): ReactNode {
  const t = useT();
  const id = useId();
  const lineOf = (row: ProductRow, place: number): Line => ({
    key: `${id}-${row.id}-${place}`,
    product: row,
    quantity: ONE,
    unitId: row.unitId,
  });
  const [form, setForm] = useState<Question>(() => ({
    party: null,
    bookId: null,
    channel: null,
    on: null,
    lines: product === undefined ? [] : [lineOf(product, 0)],
  }));
  const question = questionOf(form);
  const answer = useEngineQuery('prices.quote', question ?? { lines: [] }, { enabled: question !== null });
  const told = question === null ? undefined : answer.data;
  const add = (row: ProductRow): void => setForm({ ...form, lines: [...form.lines, lineOf(row, form.lines.length)] });
  return (
    <Dialog opened size="large" onClose={onClose} title={t('prices.cost')}>
      <Stack>
        <Circumstances form={form} onChange={setForm} />
        <ul className={styles.lines} aria-label={t('prices.cost.lines')}>
          {form.lines.map((line, place) => (
            <LineFields
              key={line.key}
              line={line}
              why={told?.lines.length === form.lines.length && <Why steps={told.lines[place]?.why ?? []} />}
              onChange={(next) => setForm({ ...form, lines: form.lines.with(place, next) })}
              onRemove={() => setForm({ ...form, lines: form.lines.toSpliced(place, 1) })}
            />
          ))}
        </ul>
        <ProductPicker label={t('prices.cost.add')} autoFocus={product === undefined} onPick={add} />
        {question !== null && answer.error !== null && <ErrorState inline error={answer.error} />}
        {told !== undefined && <CostAnswer answer={told} />}
      </Stack>
    </Dialog>
  );
}

/** Null while something cannot be asked. */
function questionOf({ party, bookId, channel, on, lines }: Question): InputAt<'prices.quote'> | null {
  if (lines.length === 0) return null;
  const asked = [];
  for (const { product, quantity, unitId } of lines) {
    if (quantity === null || quantity === undefined || quantity === 0) return null;
    asked.push({ productId: product.id, quantity, unitId });
  }
  return {
    ...(party !== null && { partyId: party.id }),
    ...(bookId !== null && { bookId }),
    ...(channel !== null && { channel }),
    ...(on !== null && { on }),
    lines: asked,
  };
}

interface CircumstancesProps {
  readonly form: Question;
  onChange(form: Question): void;
}

function Circumstances({ form, onChange }: CircumstancesProps): ReactNode {
  const t = useT();
  const { books } = usePriceBooks();
  const change = (part: Partial<Question>): void => onChange({ ...form, ...part });
  return (
    <Fields>
      {form.party === null ? (
        <PartyPicker label={t('prices.cost.party')} onPick={(party) => change({ party })} />
      ) : (
        <div className={styles.name}>
          <Chip onRemove={() => change({ party: null })} removeLabel={t('search.drop', { name: form.party.name })}>
            <bdi dir="auto">{form.party.name}</bdi>
          </Chip>
        </div>
      )}
      <Select
        label={t('catalogue.price_book')}
        clearable
        placeholder={books?.find(({ isDefault }) => isDefault)?.name}
        value={form.bookId}
        options={optionsOf(books)}
        onChange={(bookId) => change({ bookId })}
      />
      <Select
        label={t('prices.channel')}
        clearable
        value={form.channel}
        options={priceChannels.map((value) => ({ value, label: t(`prices.channel-${value}`) }))}
        onChange={(channel) => change({ channel })}
      />
      <CivilDateField label={t('prices.cost.on')} value={form.on} onChange={(on) => change({ on })} />
    </Fields>
  );
}

interface LineFieldsProps {
  readonly line: Line;
  readonly why: ReactNode;
  onChange(line: Line): void;
  onRemove(): void;
}

function LineFields({ line, why, onChange, onRemove }: LineFieldsProps): ReactNode {
  const t = useT();
  const { language } = useLocaleSettings();
  const { units } = useOptions();
  const { product } = line;
  const name = product.names[language];
  const own = units?.find(({ id }) => id === product.unitId);
  const alike = units?.filter((unit) => own !== undefined && (unit.baseId ?? unit.id) === (own.baseId ?? own.id));
  return (
    <li className={styles.line}>
      <div className={styles.row}>
        <span className={styles.name}>
          <bdi>{name}</bdi>
          <bdi className="dw-muted">{product.code}</bdi>
        </span>
        <QuantityInput
          label={t('catalogue.product_component.quantity')}
          className={styles.narrow}
          value={line.quantity ?? null}
          onChange={(quantity) => onChange({ ...line, quantity })}
        />
        {alike !== undefined && alike.length > 0 && (
          <Select
            label={t('catalogue.product.unit_id')}
            className={styles.narrow}
            value={line.unitId}
            options={optionsOf(alike, [line.unitId])}
            onChange={(unitId) => onChange({ ...line, unitId })}
          />
        )}
        <IconButton small label={t('prices.cost.drop', { name })} onClick={onRemove}>
          <IconTrash size="1rem" stroke={1.6} aria-hidden />
        </IconButton>
      </div>
      {why}
    </li>
  );
}
