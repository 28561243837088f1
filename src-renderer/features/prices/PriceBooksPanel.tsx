// In the settings: the office's price books, one of which is the default.

import { taxRoundings } from '@shared/core/document-arithmetic';
import { roundingModes } from '@shared/core/ratio';
import { currencies, currencyFor } from '@shared/locale/money';
import { IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { useEngineCommand } from '../../api';
import {
  AddButton,
  Chip,
  CivilDateField,
  Dialog,
  ErrorState,
  Fields,
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
  Select,
  Switch,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';
import { useDone } from '../operations';
import { useDays } from './use-days';
import { usePriceBooks } from './use-offer';
import type { PriceBook } from './use-offer';

export function PriceBooksPanel(): ReactNode {
  const t = useT();
  const { books, error, refresh } = usePriceBooks();
  const [edited, setEdited] = useState<PriceBook | 'new' | null>(null);
  return (
    <Panel
      title={t('prices.books')}
      action={<AddButton small label={t('prices.books.add')} onClick={() => setEdited('new')} />}
    >
      {error !== null && <ErrorState inline error={error} onRetry={refresh} />}
      {error === null && books === undefined && <LoadingState lines={2} />}
      {books !== undefined && (
        <Lines bare rows={books} empty={t('prices.books.none')}>
          {(book) => <BookLine key={book.id} book={book} onEdit={() => setEdited(book)} />}
        </Lines>
      )}
      {edited !== null && <BookDialog book={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
}

function BookLine({ book, onEdit }: { readonly book: PriceBook; onEdit(): void }): ReactNode {
  const t = useT();
  const format = useFormat();
  const days = useDays();
  const detail = [format.currency(book.currency), ...days(book)].join(' · ');
  return (
    <Line title={<bdi>{book.name}</bdi>} detail={detail} off={!book.active}>
      {book.isDefault && <Chip hue="teal">{t('catalogue.price_book.is_default')}</Chip>}
      <IconButton small label={t('record.editField', { field: book.name })} onClick={onEdit}>
        <IconPencil size="1rem" stroke={1.6} aria-hidden />
      </IconButton>
    </Line>
  );
}

function BookDialog({ book, onClose }: { readonly book: PriceBook | null; onClose(): void }): ReactNode {
  const t = useT();
  const done = useDone();
  const { country } = useLocaleSettings();
  const save = useEngineCommand('priceBooks.save');
  const [form, setForm] = useState<Omit<PriceBook, 'id' | 'name'>>(
    book ?? {
      names: noNames,
      currency: currencyFor(country),
      from: null,
      to: null,
      isDefault: false,
      rounding: { tax: 'line', mode: 'half-up', coin: 1 },
      active: true,
    },
  );
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part });
  const store = async (): Promise<void> => {
    const { names, currency, from, to, isDefault, rounding, active } = form;
    const draft = { names, currency, from, to, isDefault, rounding, active };
    const result = await save.run(book === null ? draft : { id: book.id, ...draft });
    if (!result.ok) return;
    done(result, t('prices.books.saved'));
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={book?.name ?? t('prices.books.add')}>
      <Form onSubmit={store}>
        <NamesFields
          label={t('catalogue.price_book.names')}
          names={form.names}
          onChange={(names) => change({ names })}
        />
        <Fields>
          <CurrencySelect value={form.currency} fixed={book !== null} onChange={(currency) => change({ currency })} />
          <CivilDateField
            label={t('catalogue.price_book.from_on')}
            value={form.from}
            onChange={(from) => change({ from })}
          />
          <CivilDateField label={t('catalogue.price_book.to_on')} value={form.to} onChange={(to) => change({ to })} />
        </Fields>
        <RoundingFields value={form.rounding} onChange={(rounding) => change({ rounding })} />
        <Switch
          label={t('catalogue.price_book.is_default')}
          checked={form.isDefault}
          onChange={(isDefault) => change({ isDefault })}
        />
        <Switch
          label={t('catalogue.price_book.active')}
          checked={form.active}
          onChange={(active) => change({ active })}
        />
        <FormFoot ready={isNamed(form.names)} pending={save.pending} failure={save.error} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface CurrencySelectProps {
  readonly value: string;
  readonly fixed: boolean;
  onChange(currency: string): void;
}

function CurrencySelect({ value, fixed, onChange }: CurrencySelectProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const options = useMemo(
    () => currencies.map((code) => ({ value: code, label: `${code} · ${format.currency(code)}` })),
    [format],
  );
  return (
    <Select
      label={t('catalogue.price_book.currency')}
      disabled={fixed}
      value={value}
      options={options}
      onChange={(currency) => onChange(currency ?? value)}
    />
  );
}

type Rounding = PriceBook['rounding'];

function RoundingFields({
  value,
  onChange,
}: {
  readonly value: Rounding;
  onChange(rounding: Rounding): void;
}): ReactNode {
  const t = useT();
  return (
    <Fields>
      <Select
        label={t('prices.rounding.tax')}
        value={value.tax}
        options={taxRoundings.map((tax) => ({ value: tax, label: t(`prices.rounding.tax-${tax}`) }))}
        onChange={(tax) => onChange({ ...value, tax: tax ?? value.tax })}
      />
      <Select
        label={t('prices.rounding.mode')}
        value={value.mode}
        options={roundingModes.map((mode) => ({ value: mode, label: t(`prices.rounding.${mode}`) }))}
        onChange={(mode) => onChange({ ...value, mode: mode ?? value.mode })}
      />
      <NumberInput
        label={t('prices.rounding.coin')}
        hint={t('prices.rounding.coinHint')}
        min={1}
        max={1_000_000}
        value={value.coin}
        onChange={(coin) => onChange({ ...value, coin: coin ?? 1 })}
      />
    </Fields>
  );
}
