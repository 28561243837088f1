// Changes of pipelines, deals and what is offered in words: names in the reader's language, what a stage asks, and amounts with their currency.

import { quantityText } from '@shared/locale/quantity';
import type { Language } from '@shared/locale/language';
import type { Format, Translate } from '../../ui';

export interface SalesReader {
  readonly t: Translate;
  readonly format: Format;
  readonly language: Language;
}

export interface SalesValue {
  readonly entity: string;
  readonly field: string;
  readonly value: unknown;
  /** Told by the same change; an amount without one says nothing. */
  readonly currency: unknown;
}

const sales: ReadonlySet<string> = new Set([
  'pipeline',
  'pipeline_stage',
  'loss_reason',
  'deal',
  'deal_stage_event',
  'lead',
  'measure_unit',
  'product_category',
  'tax',
  'product',
  'product_component',
  'price_book',
  'price_entry',
  'price_rule',
  'quote_version',
]);

/** Said by what changed at all: read out they would say nothing to a reader. */
const unsaid: ReadonlySet<string> = new Set([
  'rates',
  'tax_ids',
  'steps',
  'rounding',
  'condition',
  'effect',
  'price',
  'sums',
  'payable',
  'discount',
  'paper',
  'below_list',
]);

/** Undefined for what is said like any other value. */
export function salesWords(
  reader: SalesReader,
  { entity, field, value, currency }: SalesValue,
): string | null | undefined {
  if (!sales.has(entity) || value === null || value === undefined) return undefined;
  if (unsaid.has(field)) return null;
  const { t, format, language } = reader;
  const nameOf = (names: unknown): string =>
    String((names as Readonly<Record<string, unknown>> | null)?.[language] ?? '');
  switch (field) {
    case 'names':
    case 'descriptions':
      return nameOf(read(value));
    case 'criteria':
      return format.list(listOf(value).map(nameOf));
    case 'needs':
      return format.list(listOf(value).map((need) => t.any(`deals.need.${String(need)}`)));
    case 'amount':
      return typeof currency === 'string' ? format.money(Number(value), currency) : null;
    case 'quantity':
    case 'from_quantity':
      return format.digits(quantityText(Number(value)));
    case 'currency':
      return entity === 'pipeline' || entity === 'price_book' ? format.currency(String(value)) : null;
    case 'lines':
      return format.number(listOf(value).length);
    default:
      return undefined;
  }
}

/** JSON as the ledger holds it: as text, or read already. */
const read = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

function listOf(value: unknown): readonly unknown[] {
  const list = read(value);
  return Array.isArray(list) ? list : [];
}
