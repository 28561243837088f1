// A draft is issued: it gets its number, is frozen as it goes onto paper, and from then on only answers are added to it.

import { formatDocumentNumber } from '@shared/features/numbers/document-number';
import { shownState } from '@shared/features/quotes/quote';
import type { quotesContract } from '@shared/features/quotes/quotes.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { nextNumber } from '../numbers';
import { selectParty } from '../parties';
import { siteToday } from '../settings';
import { linesOf } from './quote-view';
import { writtenPaper } from './quote-paper';
import * as statements from './quotes.sql';

type Ops = (typeof quotesContract)['operations'];
type State = Tables['quote_event']['state'];

export function issueQuote(context: CommandContext, { id, payable }: InputOf<Ops['issue']>): Answer<Ops['issue']> {
  const { db, at, actor, clock } = context;
  const quote = liveQuote(db, id);
  const [version] = db.all(statements.selectVersions({ quote: id }));
  if (quote === undefined || version === undefined) return fail('quotes.not-found', { id });
  if (version.issued_at !== null) return fail('quotes.not-a-draft');
  if (linesOf(version).length === 0) return fail('quotes.no-lines');
  if (version.payable !== payable) return fail('quotes.changed-meanwhile', { payable: version.payable });
  const today = siteToday(db, clock.now());
  if (version.valid_until_on !== null && version.valid_until_on < today) return fail('quotes.validity-passed');
  const number = quote.counter === null ? nextNumber(context) : { series: quote.series ?? '', counter: quote.counter };
  if (number === null) return fail('quotes.series-used-up');
  if (quote.counter === null) db.run(statements.updateQuote(id, number));
  const issued = {
    ...version,
    issued_at: at,
    issued_by: actor.userId ?? '',
    ...clientAsNow(db, quote.party_id, today),
  };
  const paper = writtenPaper(db, { quote: { ...quote, ...number }, version: issued }, at);
  const { issued_at, issued_by, client_name, client_address } = issued;
  const columns = { issued_at, issued_by, client_name, client_address, paper: JSON.stringify(paper) };
  db.run(statements.updateVersion(version.id, columns));
  note(context, quote, { state: 'issued', version: version.version });
  return ok({ id, number: formatDocumentNumber(number) });
}

/** What stays as it was and a draft of the next version beside it. */
export function reviseQuote(context: CommandContext, { id }: InputOf<Ops['revise']>): Answer<Ops['revise']> {
  const { db, ids, at, actor } = context;
  const quote = liveQuote(db, id);
  const [last] = db.all(statements.selectVersions({ quote: id }));
  if (quote === undefined || last === undefined) return fail('quotes.not-found', { id });
  if (last.issued_at === null) return fail('quotes.is-a-draft');
  const version = last.version + 1;
  const nobody = { issued_at: null, issued_by: null, client_name: null, client_address: null, paper: null };
  const made = { id: ids(), version, created_at: at, created_by: actor.userId ?? '' };
  db.run(statements.insertVersion({ ...last, ...nobody, ...made }));
  note(context, quote, { state: 'draft', version });
  return ok({ id });
}

/** Accepted is only what still holds. */
export function acceptQuote(context: CommandContext, answer: InputOf<Ops['accept']>): Answer<Ops['accept']> {
  const { db, clock } = context;
  const quote = liveQuote(db, answer.id);
  const isLate = quote !== undefined && shownState(stateOf(db, quote), siteToday(db, clock.now())) === 'expired';
  return isLate ? fail('quotes.expired') : answerQuote(context, answer, 'accepted');
}

/** Only what was issued is answered. */
export function answerQuote(
  context: CommandContext,
  { id, reason }: InputOf<Ops['decline']>,
  state: 'accepted' | 'declined' | 'withdrawn',
): Answer<Ops['decline']> {
  const { db } = context;
  const quote = liveQuote(db, id);
  if (quote === undefined) return fail('quotes.not-found', { id });
  const { state: stands } = stateOf(db, quote);
  if (stands !== 'issued') return fail('quotes.not-issued', { state: stands });
  note(context, quote, { state, version: quote.version, reason: cleanLine(reason ?? '') });
  return ok({ id });
}

/** By its last event: what is derived of it may not have followed yet. */
const stateOf = (db: ReadDb, quote: Tables['quote']): Tables['quote'] => ({
  ...quote,
  state: db.all(statements.selectEvents({ quote: quote.id }))[0]?.state ?? quote.state,
});

function note(
  { db, ids, at, actor }: CommandContext,
  { id, party_id }: Tables['quote'],
  { state, version, reason = '' }: { readonly state: State; readonly version: number; readonly reason?: string },
): void {
  const said = reason === '' ? null : reason;
  const event = { id: ids(), quote_id: id, party_id, version, state, at, by_id: actor.userId ?? '', reason: said };
  db.run(statements.insertEvent(event));
}

function clientAsNow(
  db: ReadDb,
  partyId: string,
  day: string,
): Pick<Tables['quote_version'], 'client_name' | 'client_address'> {
  const root = rootIdOf(db, partyId);
  const parties = JSON.stringify(memberIdsOf(db, root));
  const address = db.first(statements.selectAddress({ parties, day }));
  const { lines, building, district, city, postcode } = address ?? {};
  const place = [building, district, [city, postcode].filter(Boolean).join(' ')];
  const written = [lines, ...place].filter((line) => typeof line === 'string' && line !== '');
  return {
    client_name: db.first(selectParty({ id: root }))?.display_name ?? null,
    client_address: written.length === 0 ? null : written.join('\n'),
  };
}

export function liveQuote(db: ReadDb, id: string): Tables['quote'] | undefined {
  const quote = db.first(statements.selectQuote({ id }));
  return quote?.deleted_at === null ? quote : undefined;
}
