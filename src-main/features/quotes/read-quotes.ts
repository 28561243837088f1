// Quotes read: one with its versions, pages of the list, and a version as it goes onto paper.

import { z } from 'zod';
import type { quotesContract } from '@shared/features/quotes/quotes.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb, Tables } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { siteToday } from '../settings';
import { paperOf } from './quote-paper';
import { quoteView, rowsOf } from './quote-view';
import * as statements from './quotes.sql';

type Ops = (typeof quotesContract)['operations'];

export function getQuote({ db, clock }: QueryContext, { id }: InputOf<Ops['get']>): Answer<Ops['get']> {
  const quote = db.first(statements.selectQuote({ id }));
  return quote === undefined ? fail('quotes.not-found', { id }) : ok(quoteView(db, quote, siteToday(db, clock.now())));
}

export function quotePaper({ db, clock }: QueryContext, { id, version }: InputOf<Ops['paper']>): Answer<Ops['paper']> {
  const quote = db.first(statements.selectQuote({ id }));
  const wanted = db
    .all(statements.selectVersions({ quote: id }))
    .find((one) => version === undefined || one.version === version);
  if (quote === undefined || wanted === undefined) return fail('quotes.not-found', { id });
  const shown = { quote, version: clientOf(db, quote, wanted) };
  return ok({ partyId: quote.party_id, paper: paperOf(db, shown, clock.now()) });
}

/** Of a draft the client as they are now; of what was issued as they were then. */
function clientOf(db: ReadDb, quote: Tables['quote'], version: Tables['quote_version']): Tables['quote_version'] {
  if (version.issued_at !== null) return version;
  const root = rootIdOf(db, quote.party_id);
  return { ...version, client_name: db.first(selectParty({ id: root }))?.display_name ?? null };
}

export function listQuotes(
  { db, clock }: QueryContext,
  { filter, after, limit }: InputOf<Ops['list']>,
): Answer<Ops['list']> {
  const place = after === undefined ? null : readCursor(ListPlace, after);
  if (place === undefined) return fail('quotes.cursor-invalid');
  const today = siteToday(db, clock.now());
  const parties = filter.partyId === undefined ? null : memberIdsOf(db, rootIdOf(db, filter.partyId));
  const found = db.all(statements.selectQuotes({ filter, parties, today, after: place, limit: limit + 1 }));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last !== undefined ? writeCursor([last.state_at, last.id]) : null;
  return ok({ rows: rowsOf(db, shown, today), next });
}

const ListPlace = z.tuple([z.number(), z.string()]);
