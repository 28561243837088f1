// `products list|show` and `prices quote`: what the office offers, and what it would cost somebody, with every reason.

import type { Failure, Result } from '@shared/core/result';
import { formatMoney } from '@shared/locale/money';
import { parseQuantity } from '@shared/locale/quantity';
import type { PriceBook } from '@shared/features/prices/price-book';
import type { PriceAnswer } from '@shared/features/prices/prices.contract';
import type { Product, ProductRow } from '@shared/features/products/product';
import { done, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';

interface Caller {
  call(operation: string, input: unknown): Promise<Result<unknown, Failure>>;
}

export const products: Command = async (input) => {
  const [what, subject] = input.positionals;
  if (what === 'list') return list(input, subject);
  return what === 'show' && subject !== undefined ? show(input, subject) : misuse('cli.products.what');
};

export const prices: Command = async (input) => {
  const [what, ...asked] = input.positionals;
  if (what !== 'quote' || asked.length === 0) return misuse('cli.prices.what');
  const lines = asked.map(lineOf);
  return lines.includes(null) ? misuse('cli.prices.what') : quote(input, lines as Line[]);
};

const list = (input: CommandInput, text: string | undefined): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { kind, limit, language } = input.options;
    const filter = { ...(text === undefined ? {} : { text }), ...(kind === undefined ? {} : { kind }) };
    const found = await engine.call('products.list', { filter, ...(limit === undefined ? {} : { limit }) });
    if (!found.ok) return failed(found.error);
    const { rows } = found.value as { rows: ProductRow[] };
    const lines = rows.map(({ code, kind: of, names, price }) =>
      [code, input.output.t(`catalogue.product.kind.${of}`), names[language], money(input, price)].join('\t'),
    );
    input.output.result(found.value, lines.length === 0 ? [input.output.t('cli.products.none')] : lines);
    return done;
  });

const money = ({ options: { language } }: CommandInput, price: ProductRow['price']): string =>
  price === null ? '' : formatMoney(price.amount, price.currency, { language, digits: 'latn', country: 'SA' });

const show = (input: CommandInput, code: string): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const id = await idOf(engine, code);
    if (!id.ok) return failed(id.error);
    const shown = await engine.call('products.show', { id: id.value });
    if (!shown.ok) return failed(shown.error);
    const { language } = input.options;
    const product = shown.value as Product;
    input.output.result(product, [
      [product.code, input.output.t(`catalogue.product.kind.${product.kind}`), product.names[language]].join('\t'),
      ...product.steps.map((step, place) => [place + 1, step.names[language], step.who ?? '', step.minutes].join('\t')),
      ...product.components.map((held) => [held.code, held.names[language], held.quantity / 1_000_000].join('\t')),
    ]);
    return done;
  });

interface Line {
  readonly code: string;
  readonly quantity: number;
}

/** `CODE` or `CODE=QUANTITY`; null when the quantity is none. */
function lineOf(text: string): Line | null {
  const [code = '', amount] = text.split('=', 2);
  if (amount === undefined) return { code, quantity: 1_000_000 };
  const read = parseQuantity(amount);
  return 'error' in read || read.quantity === 0 ? null : { code, quantity: read.quantity };
}

const quote = (input: CommandInput, asked: readonly Line[]): Promise<CommandResult> =>
  withUnlocked(input, async ({ engine }) => {
    const { party, channel, on, book } = input.options;
    const lines: { productId: string; quantity: number }[] = [];
    for (const { code, quantity } of asked) {
      const id = await idOf(engine, code);
      if (!id.ok) return failed(id.error);
      lines.push({ productId: id.value, quantity });
    }
    const named = book === undefined ? undefined : await bookOf(engine, book);
    if (named !== undefined && !named.ok) return failed(named.error);
    const question = { partyId: party, channel, on, bookId: named?.value, lines };
    const given = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
    const answer = await engine.call('prices.quote', given);
    if (!answer.ok) return failed(answer.error);
    input.output.result(answer.value, linesOf(input, answer.value as PriceAnswer));
    return done;
  });

function linesOf({ options: { language }, output: { t } }: CommandInput, answer: PriceAnswer): string[] {
  const amount = (minor: number): string =>
    formatMoney(minor, answer.currency, { language, digits: 'latn', country: 'SA' });
  const lines = answer.lines.flatMap((line) => [
    [line.code, line.names[language], line.quantity / 1_000_000, amount(line.gross)].join('\t'),
    ...line.why.map(({ words }) => `\t${words[language]}`),
  ]);
  return [
    ...lines,
    `${t('cli.prices.tax')}\t${amount(answer.tax)}`,
    `${t('cli.prices.total')}\t${amount(answer.payable)}`,
  ];
}

const missing = (code: 'products.not-found' | 'prices.book-not-found', name: string) =>
  ({ ok: false, error: { code, details: { name } } }) as const;

/** Of a product by its code. */
async function idOf(engine: Caller, code: string): Promise<Result<string, Failure>> {
  const found = await engine.call('products.list', { filter: { text: code }, limit: 200 });
  if (!found.ok) return found;
  const { rows } = found.value as { rows: ProductRow[] };
  const row = rows.find((each) => each.code.toLowerCase() === code.toLowerCase());
  return row === undefined ? missing('products.not-found', code) : { ok: true, value: row.id };
}

/** Of a price book by its name in any language, or its id. */
async function bookOf(engine: Caller, name: string): Promise<Result<string, Failure>> {
  const found = await engine.call('priceBooks.list', {});
  if (!found.ok) return found;
  const { books } = found.value as { books: PriceBook[] };
  const book = books.find(({ id, names }) => id === name || Object.values(names).includes(name));
  return book === undefined ? missing('prices.book-not-found', name) : { ok: true, value: book.id };
}
