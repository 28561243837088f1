// A line of a draft: a product or words of one's own, how much of it, and a price where it is not the catalogue's.

import type { QuoteLine, QuoteLineDraft } from '@shared/features/quotes/quote';
import { parseQuantity, quantityText } from '@shared/locale/quantity';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import type { FailureAt } from '../../api';
import {
  Dialog,
  Fields,
  Form,
  FormFoot,
  MoneyInput,
  NumberInput,
  Select,
  TextField,
  useFormat,
  useLocaleSettings,
  useT,
} from '../../ui';

export interface LineDialogProps {
  /** Null: another one. */
  readonly line: QuoteLine | null;
  readonly currency: string;
  readonly pending: boolean;
  readonly failure: FailureAt<'quotes.update'> | null;
  onKeep(line: QuoteLineDraft): Promise<void>;
  onClose(): void;
}

interface Typed {
  readonly productId: string | null;
  readonly text: string;
  readonly quantity: string;
  /** Undefined while it cannot be read; null: what the catalogue says. */
  readonly unitPrice: number | null | undefined;
  readonly percent: number | null;
}

export function LineDialog({ line, currency, pending, failure, onKeep, onClose }: LineDialogProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const [typed, setTyped] = useState<Typed>({
    productId: line?.productId ?? null,
    text: line?.text ?? '',
    quantity: format.digits(quantityText(line?.quantity ?? 1_000_000)),
    unitPrice: line?.unitPrice ?? null,
    percent:
      line?.discount !== null && line?.discount !== undefined && 'percent' in line.discount
        ? line.discount.percent / 100
        : null,
  });
  const quantity = parseQuantity(typed.quantity);
  const isTold = typed.productId !== null || (typed.text.trim() !== '' && typed.unitPrice !== null);
  const ready = isTold && typed.unitPrice !== undefined && 'quantity' in quantity && quantity.quantity > 0;
  const save = async (): Promise<void> => {
    if (!ready || pending) return;
    const { productId, text, unitPrice, percent } = typed;
    const amountOff =
      line?.discount !== null && line?.discount !== undefined && 'amount' in line.discount ? line.discount : null;
    const discount = percent === null ? amountOff : { percent: Math.round(percent * 100) };
    await onKeep({
      ...(productId === null ? {} : { productId }),
      text,
      quantity: quantity.quantity,
      ...(unitPrice === null ? {} : { unitPrice }),
      ...(discount === null ? {} : { discount }),
      taxIds: line?.taxes.map(({ id }) => id) ?? [],
    });
  };
  return (
    <Dialog opened onClose={onClose} title={t(line === null ? 'quotes.line.add' : 'quotes.line.change')}>
      <Form onSubmit={save}>
        <LineFields typed={typed} currency={currency} onChange={(part) => setTyped({ ...typed, ...part })} />
        <FormFoot ready={ready} pending={pending} failure={failure} save={t('common.save')} onClose={onClose} />
      </Form>
    </Dialog>
  );
}

interface LineFieldsProps {
  readonly typed: Typed;
  readonly currency: string;
  onChange(part: Partial<Typed>): void;
}

function LineFields({ typed, currency, onChange }: LineFieldsProps): ReactNode {
  const t = useT();
  const products = useProductOptions();
  return (
    <>
      {products.length > 0 && (
        <Select
          label={t('quotes.line.product')}
          clearable
          value={typed.productId}
          options={products}
          onChange={(productId) => onChange({ productId, unitPrice: null, text: '' })}
        />
      )}
      <TextField
        label={t('quotes.line.text')}
        hint={typed.productId === null ? undefined : t('quotes.line.textHint')}
        autoFocus
        value={typed.text}
        onChange={(text) => onChange({ text })}
      />
      <Fields>
        <TextField
          label={t('quotes.line.quantity')}
          direction="ltr"
          inputMode="decimal"
          value={typed.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
        <MoneyInput
          key={typed.productId}
          label={t('quotes.line.unitPrice')}
          hint={typed.productId === null ? undefined : t('quotes.line.priceHint')}
          value={typed.unitPrice ?? null}
          currency={currency}
          onChange={(unitPrice) => onChange({ unitPrice })}
        />
        <NumberInput
          label={t('quotes.line.percent')}
          value={typed.percent}
          min={0}
          max={100}
          onChange={(percent) => onChange({ percent })}
        />
      </Fields>
    </>
  );
}

function useProductOptions(): { value: string; label: string }[] {
  const { language } = useLocaleSettings();
  const { data } = useEngineQuery('products.list', { limit: 200 }, { enabled: useMay()('products.read') });
  return (data?.rows ?? []).map(({ id, code, names }) => ({ value: id, label: `${names[language]} · ${code}` }));
}
