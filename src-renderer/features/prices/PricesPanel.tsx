// On a product's page: what it costs in each price book, from which quantity on.

import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import {
  Button,
  Dialog,
  EmptyState,
  ErrorState,
  Form,
  FormFoot,
  IconButton,
  Line,
  Lines,
  LoadingState,
  MoneyInput,
  Panel,
  QuantityInput,
  useFormat,
  useT,
} from '../../ui';
import { quantityText } from '@shared/locale/quantity';
import { useDone } from '../operations';
import styles from './prices.module.css';
import { usePriceBooks } from './use-offer';
import type { PriceBook } from './use-offer';

interface Price {
  readonly fromQuantity: number;
  readonly price: number;
}

export interface PricesPanelProps {
  readonly productId: string;
  readonly isBundle: boolean;
}

export function PricesPanel({ productId, isBundle }: PricesPanelProps): ReactNode {
  const t = useT();
  const mayChange = useMay()('prices.manage');
  const { books, error, refresh } = usePriceBooks();
  const prices = useEngineQuery('priceBooks.prices', { productId });
  const [edited, setEdited] = useState<PriceBook | null>(null);
  const pricesIn = (bookId: string): readonly Price[] =>
    prices.data?.books.find((book) => book.bookId === bookId)?.prices ?? [];
  const used = books?.filter(({ active }) => active);
  return (
    <Panel title={t('prices.ofProduct')} flush>
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {prices.error !== null && <ErrorState inline error={prices.error} onRetry={prices.refresh} />}
      {(used === undefined || prices.data === undefined) && <LoadingState lines={2} />}
      {used?.length === 0 && <EmptyState small title={t('prices.noBook')} />}
      {prices.data !== undefined && used !== undefined && used.length > 0 && (
        <Lines bare rows={used}>
          {(book) => (
            <Line
              key={book.id}
              title={<bdi>{book.name}</bdi>}
              detail={<PriceWords book={book} prices={pricesIn(book.id)} isBundle={isBundle} />}
            >
              {mayChange && (
                <IconButton small label={t('record.editField', { field: book.name })} onClick={() => setEdited(book)}>
                  <IconPencil size="1rem" stroke={1.6} aria-hidden />
                </IconButton>
              )}
            </Line>
          )}
        </Lines>
      )}
      {edited !== null && (
        <PricesDialog
          book={edited}
          productId={productId}
          prices={pricesIn(edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

interface PriceWordsProps {
  readonly book: PriceBook;
  readonly prices: readonly Price[];
  readonly isBundle: boolean;
}

function PriceWords({ book, prices, isBundle }: PriceWordsProps): ReactNode {
  const t = useT();
  const format = useFormat();
  if (prices.length === 0)
    return t(isBundle ? 'prices.sumOfParts' : book.isDefault ? 'prices.none' : 'prices.asDefault');
  return format.list(
    prices.map(({ fromQuantity, price }) => {
      const amount = format.money(price, book.currency);
      return fromQuantity === 0
        ? amount
        : t('prices.fromQuantity', { price: amount, quantity: format.digits(quantityText(fromQuantity)) });
    }),
  );
}

interface DialogProps {
  readonly book: PriceBook;
  readonly productId: string;
  readonly prices: readonly Price[];
  onClose(): void;
}

interface Row {
  readonly key: string;
  readonly fromQuantity: number | null | undefined;
  readonly price: number | null | undefined;
}

function PricesDialog({ book, productId, prices, onClose }: DialogProps): ReactNode {
  const t = useT();
  const id = useId();
  const done = useDone();
  const set = useEngineCommand('priceBooks.setPrices');
  const rowOf = (price: Partial<Price>, place: number): Row => ({
    key: `${id}-${place}`,
    fromQuantity: price.fromQuantity ?? 0,
    price: price.price ?? null,
  });
  const [made, setMade] = useState(prices.length);
  const [rows, setRows] = useState<readonly Row[]>(() => (prices.length === 0 ? [rowOf({}, 0)] : prices.map(rowOf)));
  const whole = rows.flatMap(({ fromQuantity, price }) =>
    typeof fromQuantity === 'number' && typeof price === 'number' ? [{ fromQuantity, price }] : [],
  );
  const save = async (): Promise<void> => {
    const result = await set.run({ bookId: book.id, productId, prices: whole });
    if (!result.ok) return;
    done(result, t('prices.saved'));
    onClose();
  };
  const add = (): void => {
    setMade(made + 1);
    setRows([...rows, rowOf({ fromQuantity: 10_000_000 }, made + 1)]);
  };
  return (
    <Dialog opened size="small" onClose={onClose} title={book.name}>
      <Form onSubmit={save}>
        {rows.map((row, place) => (
          <div key={row.key} className={styles.row}>
            <MoneyInput
              label={t('catalogue.price_entry.price')}
              autoFocus={place === 0}
              value={row.price ?? null}
              currency={book.currency}
              onChange={(price) => setRows(rows.with(place, { ...row, price }))}
            />
            <QuantityInput
              label={t('catalogue.price_entry.from_quantity')}
              className={styles.narrow}
              value={row.fromQuantity ?? null}
              onChange={(fromQuantity) => setRows(rows.with(place, { ...row, fromQuantity }))}
            />
            <IconButton small label={t('prices.drop')} onClick={() => setRows(rows.toSpliced(place, 1))}>
              <IconTrash size="1rem" stroke={1.6} aria-hidden />
            </IconButton>
          </div>
        ))}
        <div>
          <Button small kind="quiet" icon={<IconPlus size="0.95rem" aria-hidden />} onClick={add}>
            {t('prices.add')}
          </Button>
        </div>
        <FormFoot ready={whole.length === rows.length} pending={set.pending} failure={set.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}
