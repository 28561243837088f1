// Why a price is what it is, in the three languages of the house, as it is kept with the line and told to the client.

import type { PriceBook } from '@shared/features/prices/price-book';
import type { Condition, Effect, Fact, PriceRule } from '@shared/features/prices/price-rule';
import type { PriceStep } from '@shared/features/prices/prices.contract';
import { choicesOf, type CustomerFact } from '@shared/features/prices/price-facts';
import type { Names } from '@shared/features/pipelines/pipeline';
import { languages, type Language } from '@shared/locale/language';
import { formatMoney } from '@shared/locale/money';
import { formatNumber } from '@shared/locale/numbers';
import { formatQuantity } from '@shared/locale/quantity';
import { createTranslator, type Translate } from '@shared/locale/translate';

export interface PriceWords {
  list(price: number, book: PriceBook): PriceStep['words'];
  bundle(price: number, book: PriceBook): PriceStep['words'];
  rule(rule: PriceRule): PriceStep['words'];
}

/** What ids in conditions are called. */
export type NamesOfId = (id: string) => Names | undefined;

interface Writer {
  readonly language: Language;
  readonly t: Translate;
  readonly country: string;
  readonly namesOf: NamesOfId;
}

/** Translators are made once for each language: that takes some milliseconds. */
export function createPriceWriters(): (country: string, namesOf: NamesOfId) => PriceWords {
  const translators = new Map<Language, Translate>();
  const translatorOf = (language: Language): Translate => {
    const known = translators.get(language) ?? createTranslator(language);
    translators.set(language, known);
    return known;
  };
  return (country, namesOf) => {
    const each = (words: (writer: Writer) => string): PriceStep['words'] => {
      const written = languages.map((language) => [
        language,
        words({ language, t: translatorOf(language), country, namesOf }),
      ]);
      return Object.fromEntries(written) as PriceStep['words'];
    };
    return {
      list: (price, { names, currency }) =>
        each((writer) =>
          writer.t('prices.why-list', { price: money(writer, price, currency), book: names[writer.language] }),
        ),
      bundle: (price, { currency }) =>
        each((writer) => writer.t('prices.why-bundle', { price: money(writer, price, currency) })),
      rule: (rule) => each((writer) => ruleWords(writer, rule)),
    };
  };
}

function ruleWords(writer: Writer, { names, condition, effect }: PriceRule): string {
  const told = { rule: names[writer.language], effect: effectWords(writer, effect) };
  const reason = conditionWords(writer, condition);
  return reason === '' ? writer.t('prices.why-always', told) : writer.t('prices.why-rule', { ...told, reason });
}

function effectWords(writer: Writer, effect: Effect): string {
  const { t } = writer;
  if (effect.kind === 'price') return t('prices.effect-price', { price: money(writer, effect.price, effect.currency) });
  const way = effect.by < 0 ? 'less' : 'more';
  const by = Math.abs(effect.by);
  if (effect.kind === 'amount') return t(`prices.effect-amount-${way}`, { amount: money(writer, by, effect.currency) });
  const percent = formatNumber(by / 10_000, preferencesOf(writer), { style: 'percent', maximumFractionDigits: 2 });
  return t(`prices.effect-percent-${way}`, { percent });
}

/** Empty for a condition that always holds. */
function conditionWords(writer: Writer, condition: Condition): string {
  if ('not' in condition) return writer.t('prices.because-not', { reason: conditionWords(writer, condition.not) });
  if ('fact' in condition) return factWords(writer, condition);
  const [parts, type] =
    'all' in condition ? ([condition.all, 'conjunction'] as const) : ([condition.any, 'disjunction'] as const);
  const list = new Intl.ListFormat(writer.language, { type });
  return list.format(parts.map((part) => conditionWords(writer, part)).filter((words) => words !== ''));
}

function factWords(writer: Writer, fact: Fact): string {
  const { t } = writer;
  if (fact.fact === 'quantity') return quantityWords(writer, fact);
  if (fact.fact === 'customer')
    return t('prices.because-customer', {
      field: t(`catalogue.${fact.field}`),
      names: either(writer, customerValues(writer, fact)),
    });
  return t(`prices.because-${fact.fact}`, { names: either(writer, valuesOf(writer, fact)) });
}

function valuesOf({ t, language, namesOf }: Writer, fact: Exclude<Fact, { fact: 'quantity' | 'customer' }>): string[] {
  if (fact.fact === 'channel') return fact.in.map((channel) => t(`prices.channel-${channel}`));
  if (fact.fact === 'weekday') return fact.in.map((day) => weekdayName(day, language));
  return fact.in.flatMap((id) => namesOf(id)?.[language] ?? []);
}

function customerValues({ t }: Writer, { field, in: values }: Fact & { fact: 'customer' }): string[] {
  const isChoice = choicesOf(field as CustomerFact) !== undefined;
  return values.map((value) => (isChoice ? t(`catalogue.${field}.${value}`) : value));
}

function quantityWords(writer: Writer, { least, most }: Fact & { fact: 'quantity' }): string {
  const { t } = writer;
  const written = (quantity: number): string => formatQuantity(quantity, preferencesOf(writer));
  if (least !== undefined && most !== undefined)
    return t('prices.because-between', { least: written(least), most: written(most) });
  if (least !== undefined) return t('prices.because-least', { least: written(least) });
  return most === undefined ? '' : t('prices.because-most', { most: written(most) });
}

const either = ({ language }: Writer, values: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(values);

/** 1 January 2023 was a Sunday. */
const weekdayName = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day));

const preferencesOf = ({ language, country }: Writer) => ({ language, country, digits: 'auto' }) as const;
const money = (writer: Writer, amount: number, currency: string): string =>
  formatMoney(amount, currency, preferencesOf(writer));
