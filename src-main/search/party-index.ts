// Keeps the search document of a party: written, replaced or removed in the transaction that changed the party.

import { indexTokens } from '@shared/text/search-tokens';
import { phoneGrams } from '@shared/text/phone';
import type { ReadDb, WriteDb } from '../db';
import type { DocumentText, PartyDocument } from './party-document';
import * as statements from './search.sql';

/** What of a party can be found: names as stored, e-mails in lower case, phones as every digit string they are known by. */
export interface PartySource {
  readonly kind: string;
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export function partyDocument(source: PartySource): DocumentText {
  const words = new Set<string>();
  const skeletons = new Set<string>();
  for (const name of source.names) {
    const tokens = indexTokens(name);
    for (const word of tokens.words) words.add(word);
    for (const code of tokens.skeletons) skeletons.add(code);
  }
  const forms = new Set(source.phones);
  const grams = new Set([...forms].flatMap(phoneGrams));
  return {
    kind: source.kind,
    words: [...words].join(' '),
    skeletons: [...skeletons].join(' '),
    phones: [...forms].join(' '),
    grams: [...grams].join(' '),
    emails: source.emails.join(' '),
  };
}

/** Documents are numbered as they are written; 0 in an empty base. */
export const newestDocument = (db: ReadDb): number => db.first(statements.selectNewestRid({}))?.rid ?? 0;

/** For a party that has no document yet. */
export function insertPartyDocument(db: WriteDb, document: PartyDocument): void {
  db.run(statements.insertPartyDoc({ ...document }));
  const { rid } = db.first(statements.selectLastRid({}))!;
  indexDocument(db, rid, document);
}

/** Replaces the document when its text changed; the new one counts as the most recent. Whose it is changes where it stands. */
export function putPartyDocument(db: WriteDb, document: PartyDocument): void {
  const old = db.first(statements.selectPartyDoc({ id: document.party_id }));
  if (old !== undefined && sameText(old, document)) {
    if (!sameHolding(old, document)) db.run(statements.updateHolding({ ...document, rid: old.rid }));
    return;
  }
  if (old !== undefined) forget(db, old.rid, old);
  insertPartyDocument(db, document);
}

export function removePartyDocument(db: WriteDb, partyId: string): void {
  const old = db.first(statements.selectPartyDoc({ id: partyId }));
  if (old !== undefined) forget(db, old.rid, old);
}

/** The full-text tables keep no text of their own: they must be told the old words to forget them. */
function forget(db: WriteDb, rid: number, old: PartyDocument): void {
  db.run(statements.forgetWords({ rid, words: old.words, skeletons: old.skeletons }));
  if (old.grams !== '') db.run(statements.forgetGrams({ rid, grams: old.grams }));
  if (old.emails !== '') db.run(statements.forgetEmails({ rid, emails: old.emails }));
  db.run(statements.deletePartyDoc({ rid }));
}

function indexDocument(db: WriteDb, rid: number, document: PartyDocument): void {
  db.run(statements.indexWords({ rid, words: document.words, skeletons: document.skeletons }));
  if (document.grams !== '') db.run(statements.indexGrams({ rid, grams: document.grams }));
  if (document.emails !== '') db.run(statements.indexEmails({ rid, emails: document.emails }));
}

const sameText = (a: DocumentText, b: DocumentText): boolean =>
  a.kind === b.kind &&
  a.words === b.words &&
  a.skeletons === b.skeletons &&
  a.phones === b.phones &&
  a.emails === b.emails;

const sameHolding = (a: PartyDocument, b: PartyDocument): boolean =>
  a.shown_owner_id === b.shown_owner_id && a.unit_id === b.unit_id && a.more_owners === b.more_owners;
