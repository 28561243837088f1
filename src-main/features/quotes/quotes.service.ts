// The rules of quotes: whom they are for, what they offer, when they are issued and never change again, and what became of them.

import type { QuoteChange, QuoteDraft } from '@shared/features/quotes/quote';
import type { quotesContract } from '@shared/features/quotes/quotes.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Err, type Failure } from '@shared/core/result';
import { currencyFor } from '@shared/locale/money';
import type { Language } from '@shared/locale/language';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { liveRootOf } from '../clusters';
import { selectDeal } from '../deals';
import { selectParty } from '../parties';
import { createPricing } from '../prices';
import { siteCountry, userSettings } from '../settings';
import { selectUserExists } from '../users';
import { acceptQuote, answerQuote, issueQuote, liveQuote, reviseQuote } from './issue-quote';
import { priceDocument, type PricedDocument, type Prices } from './price-lines';
import { linesOf } from './quote-view';
import { getQuote, listQuotes, quotePaper } from './read-quotes';
import * as statements from './quotes.sql';

type Ops = (typeof quotesContract)['operations'];

export function createQuotesService(): Handlers<typeof quotesContract> {
  const prices = createPricing();
  return {
    create: (context, draft) => create(context, draft, prices),
    update: (context, change) => update(context, change, prices),
    revise: reviseQuote,
    issue: issueQuote,
    accept: acceptQuote,
    decline: (context, answer) => answerQuote(context, answer, 'declined'),
    withdraw: (context, answer) => answerQuote(context, answer, 'withdrawn'),
    remove,
    restore,
    get: getQuote,
    list: listQuotes,
    paper: quotePaper,
  };
}

function remove({ db, at }: CommandContext, { id }: InputOf<Ops['remove']>): Answer<Ops['remove']> {
  const quote = liveQuote(db, id);
  if (quote === undefined) return fail('quotes.not-found', { id });
  if (quote.counter !== null) return fail('quotes.was-issued');
  db.run(statements.updateQuote(id, { deleted_at: at }));
  return ok({ id });
}

function restore({ db }: CommandContext, { id }: InputOf<Ops['restore']>): Answer<Ops['restore']> {
  const quote = db.first(statements.selectQuote({ id }));
  if (quote === undefined || quote.deleted_at === null) return fail('quotes.not-found', { id });
  db.run(statements.updateQuote(id, { deleted_at: null }));
  return ok({ id });
}

function create(context: CommandContext, draft: QuoteDraft, prices: Prices): Answer<Ops['create']> {
  const { db, ids, at, actor } = context;
  const party = liveRootOf(db, draft.partyId);
  if (party === undefined) return fail('quotes.party-not-found', { id: draft.partyId });
  const refused = unfitting(db, draft);
  if (refused !== undefined) return refused;
  const language = draft.language ?? languageOf(context, party.root_id);
  const pricing = { context, prices, partyId: party.root_id, language, currency: draft.currency ?? null };
  const priced = priceDocument(pricing, draft.lines, draft.discount ?? null);
  if (!priced.ok) return priced;
  const quote: Tables['quote'] = {
    id: ids(),
    party_id: party.root_id,
    deal_id: draft.dealId ?? null,
    title: cleanLine(draft.title),
    owner_id: draft.ownerId === undefined ? actor.userId : draft.ownerId,
    language,
    currency: priced.value.currency ?? currencyFor(siteCountry(db)),
    series: null,
    counter: null,
    created_at: at,
    created_by: actor.userId ?? '',
    deleted_at: null,
    state: 'draft',
    state_at: at,
    version: 1,
    valid_until_on: draft.validUntil ?? null,
    payable: priced.value.payable,
  };
  db.run(statements.insertQuote(quote));
  const version = { ...documentColumns(priced.value), ...saidColumns(draft) };
  db.run(statements.insertVersion(newVersion(context, quote, version)));
  db.run(statements.insertEvent(drafted(context, quote)));
  return ok({ id: quote.id });
}

const newVersion = (
  { ids, at, actor }: CommandContext,
  { id, party_id }: Tables['quote'],
  columns: ReturnType<typeof documentColumns> & ReturnType<typeof saidColumns>,
): Tables['quote_version'] => ({
  id: ids(),
  quote_id: id,
  party_id,
  version: 1,
  valid_until_on: null,
  discount: null,
  terms: null,
  created_at: at,
  created_by: actor.userId ?? '',
  issued_at: null,
  issued_by: null,
  client_name: null,
  client_address: null,
  paper: null,
  ...columns,
});

const drafted = ({ ids, at, actor }: CommandContext, { id, party_id }: Tables['quote']): Tables['quote_event'] => ({
  id: ids(),
  quote_id: id,
  party_id,
  version: 1,
  state: 'draft',
  at,
  by_id: actor.userId ?? '',
  reason: null,
});

const documentColumns = ({ lines, rounding, sums, payable, belowList }: PricedDocument) => ({
  lines: JSON.stringify(lines),
  rounding: JSON.stringify(rounding),
  sums: JSON.stringify(sums),
  payable,
  below_list: belowList,
});

function saidColumns(
  said: QuoteChange,
): Partial<Pick<Tables['quote_version'], 'valid_until_on' | 'discount' | 'terms'>> {
  const terms = said.terms === undefined || said.terms === null ? said.terms : cleanText(said.terms);
  return {
    ...(said.validUntil === undefined ? {} : { valid_until_on: said.validUntil }),
    ...(said.discount === undefined ? {} : { discount: said.discount === null ? null : JSON.stringify(said.discount) }),
    ...(terms === undefined ? {} : { terms: terms === '' ? null : terms }),
  };
}

function update(context: CommandContext, { id, set }: InputOf<Ops['update']>, prices: Prices): Answer<Ops['update']> {
  const { db } = context;
  const quote = liveQuote(db, id);
  if (quote === undefined) return fail('quotes.not-found', { id });
  const [version] = db.all(statements.selectVersions({ quote: id }));
  if (version === undefined || version.issued_at !== null) return fail('quotes.not-a-draft');
  const refused = unfitting(db, set);
  if (refused !== undefined) return refused;
  const language = set.language ?? quote.language;
  const pricing = { context, prices, partyId: quote.party_id, language, currency: quote.currency };
  const discount = set.discount === undefined ? discountOf(version) : set.discount;
  const priced = priceDocument(pricing, set.lines ?? linesOf(version).map(draftOf), discount);
  if (!priced.ok) return priced;
  db.run(statements.updateVersion(version.id, { ...documentColumns(priced.value), ...saidColumns(set) }));
  const columns = quoteColumns(set, quote);
  if (Object.keys(columns).length > 0) db.run(statements.updateQuote(id, columns));
  return ok({ id });
}

function quoteColumns(set: QuoteChange, quote: Tables['quote']): Partial<Tables['quote']> {
  return {
    ...(set.title === undefined ? {} : { title: cleanLine(set.title) }),
    ...(set.dealId === undefined ? {} : { deal_id: set.dealId }),
    ...(set.ownerId === undefined ? {} : { owner_id: set.ownerId }),
    // What was issued in one language is revised in it.
    ...(set.language === undefined || quote.counter !== null ? {} : { language: set.language }),
  };
}

const discountOf = ({ discount }: Tables['quote_version']): (QuoteDraft['discount'] & object) | null =>
  discount === null ? null : (JSON.parse(discount) as { percent: number } | { amount: number });

/** A line that is kept, as it would be typed: a price the catalogue did not say was agreed. */
const draftOf = (line: ReturnType<typeof linesOf>[number]): QuoteDraft['lines'][number] => ({
  ...(line.productId === null ? {} : { productId: line.productId }),
  text: line.text,
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  ...(line.discount === null ? {} : { discount: line.discount }),
  taxIds: line.taxes.map(({ id }) => id),
});

type Refusal = Err<Failure<'quotes.deal-not-found' | 'quotes.owner-unknown'>>;

function unfitting(db: ReadDb, { dealId, ownerId }: Pick<QuoteChange, 'dealId' | 'ownerId'>): Refusal | undefined {
  if (dealId !== undefined && dealId !== null && db.first(selectDeal({ id: dealId }))?.deleted_at !== null)
    return fail('quotes.deal-not-found', { id: dealId });
  const isUnknown =
    ownerId !== undefined && ownerId !== null && db.first(selectUserExists({ id: ownerId })) === undefined;
  return isUnknown ? fail('quotes.owner-unknown', { ownerId }) : undefined;
}

/** The client's own language, else that of whoever writes to them. */
const languageOf = ({ db, actor }: CommandContext, partyId: string): Language =>
  db.first(selectParty({ id: partyId }))?.shown_language ?? userSettings(db, actor.userId).language;
