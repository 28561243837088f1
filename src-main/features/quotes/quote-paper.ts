// A version of a quote as it goes onto paper, in the language of its client.

import type { QuoteLine, QuoteSums } from '@shared/features/quotes/quote';
import { amountInWords, tomanInWords } from '@shared/locale/amount-words/amount-words';
import { formatCivilDate } from '@shared/locale/dates';
import { digitsFor, defaultPreferences, type Preferences } from '@shared/locale/preferences';
import type { Language } from '@shared/locale/language';
import { formatMoney } from '@shared/locale/money';
import { formatNumber } from '@shared/locale/numbers';
import { formatQuantity } from '@shared/locale/quantity';
import { createTranslator, type Translate } from '@shared/locale/translate';
import type { Paper, PaperBlock } from '@shared/paper/paper';
import { Paper as PaperShape } from '@shared/paper/paper';
import type { ReadDb, Tables } from '../../db';
import { siteSettings } from '../settings';
import { linesOf, numberOf, sumsOf } from './quote-view';

interface Document {
  readonly quote: Tables['quote'];
  readonly version: Tables['quote_version'];
}

interface Writing {
  readonly t: Translate;
  readonly language: Language;
  readonly currency: string;
  readonly preferences: Preferences;
}

/** What was issued is put on paper as it was then; a draft as it is now, and says that it is one. */
export function paperOf(db: ReadDb, { quote, version }: Document, now: number): Paper {
  const kept = version.paper === null ? null : PaperShape.safeParse(JSON.parse(version.paper));
  const paper = kept?.success === true ? kept.data : writtenPaper(db, { quote, version }, now);
  const t = createTranslator(quote.language);
  const client: PaperBlock = {
    kind: 'address',
    label: t('quotes.paper.to'),
    name: version.client_name ?? '',
    lines: (version.client_address ?? '').split('\n').filter((line) => line !== ''),
  };
  return { ...paper, blocks: [client, ...paper.blocks] };
}

/** Without the client, whose name and address stand beside it under their own rights. */
export function writtenPaper(db: ReadDb, { quote, version }: Document, at: number): Paper {
  const writing = writingFor(db, quote);
  const { t, preferences } = writing;
  const { officeName } = siteSettings(db);
  const number = numberOf(quote);
  return {
    language: quote.language,
    digits: digitsFor(preferences),
    title: t('quotes.paper.title'),
    number:
      number === null ? t('quotes.state.draft') : version.version === 1 ? number : `${number} / ${version.version}`,
    letterhead: letterheadOf(db, quote.language),
    blocks: [
      { kind: 'facts', facts: factsOf(writing, { quote, version }, at) },
      tableOf(writing, linesOf(version), { sums: sumsOf(version), payable: version.payable }),
      { kind: 'words', lines: wordsOf(writing, version.payable) },
      ...termsOf(version),
      { kind: 'signatures', labels: [officeName, t('quotes.paper.client')] },
    ],
    foot: { text: footOf(db, quote.language), pages: t('quotes.paper.pages', { page: '{page}', pages: '{pages}' }) },
    issuedAt: version.issued_at ?? at,
  };
}

const letterheadOf = (db: ReadDb, _language: Language): Paper['letterhead'] => ({
  name: siteSettings(db).officeName,
  lines: [],
  logo: null,
});
const footOf = (db: ReadDb, _language: Language): string => siteSettings(db).officeName;

function writingFor(db: ReadDb, { language, currency }: Tables['quote']): Writing {
  const { country, timeZone } = siteSettings(db);
  return {
    t: createTranslator(language),
    language,
    currency,
    preferences: { ...defaultPreferences(language, country), timeZone },
  };
}

function factsOf({ t, preferences }: Writing, { quote, version }: Document, at: number) {
  const day = (on: string): string => {
    const own = formatCivilDate(on, preferences, 'long');
    const second = preferences.secondaryCalendar;
    return second === null ? own : `${own} (${formatCivilDate(on, { ...preferences, calendar: second }, 'long')})`;
  };
  const issued = new Date(version.issued_at ?? at).toISOString().slice(0, 10);
  return [
    { label: t('quotes.paper.about'), value: quote.title },
    { label: t('quotes.paper.date'), value: day(issued) },
    ...(version.valid_until_on === null ? [] : [{ label: t('quotes.validUntil'), value: day(version.valid_until_on) }]),
  ];
}

function tableOf(
  writing: Writing,
  lines: readonly QuoteLine[],
  { sums, payable }: { readonly sums: QuoteSums; readonly payable: number },
): PaperBlock {
  const { t, language, preferences } = writing;
  const money = (minor: number): string => formatMoney(minor, writing.currency, preferences);
  return {
    kind: 'table',
    columns: [
      { label: t('quotes.line.number'), kind: 'text' },
      { label: t('quotes.line.text'), kind: 'text' },
      { label: t('quotes.line.quantity'), kind: 'figure' },
      { label: t('quotes.line.unitPrice'), kind: 'figure' },
      { label: t('quotes.line.amount'), kind: 'figure' },
    ],
    rows: lines.map((line, place) => rowOf(writing, line, place)),
    sums: [
      ...(sums.documentDiscount > 0 ? [{ label: t('quotes.sum.discount'), value: money(-sums.documentDiscount) }] : []),
      { label: t('quotes.sum.net'), value: money(sums.net) },
      ...sums.taxes.map((tax) => ({
        label: t('quotes.sum.tax', { name: tax.names[language], rate: percent(tax.rate, preferences) }),
        value: money(tax.amount),
      })),
      { label: t('quotes.sum.payable'), value: money(payable) },
    ],
  };
}

/** Why it has its price stands below it, but for the first step, which is the price of the book. */
function rowOf({ t, language, currency, preferences }: Writing, line: QuoteLine, place: number) {
  const money = (minor: number): string => formatMoney(minor, currency, preferences);
  const off = line.lineDiscount > 0 ? [t('quotes.line.discounted', { amount: money(line.lineDiscount) })] : [];
  const note = [...line.why.slice(1).map((words) => words[language]), ...off].join(' · ');
  const cells = [
    formatNumber(place + 1, preferences),
    line.text,
    formatQuantity(line.quantity, preferences),
    money(line.unitPrice),
    money(line.list - line.lineDiscount),
  ];
  return note === '' ? { cells } : { cells, note };
}

/** 15 % of 1,500 basis points. */
const percent = (rate: number, preferences: Preferences): string =>
  formatNumber(rate / 10_000, preferences, { style: 'percent', maximumFractionDigits: 2 });

function wordsOf({ t, language, currency }: Writing, payable: number): string[] {
  const words = t('quotes.paper.words', { words: amountInWords(payable, currency, language) });
  const isToman = language === 'fa' && currency === 'IRR';
  return isToman ? [words, t('quotes.paper.toman', { words: tomanInWords(payable) })] : [words];
}

const termsOf = ({ terms }: Tables['quote_version']): PaperBlock[] =>
  terms === null || terms === '' ? [] : [{ kind: 'text', text: terms }];
