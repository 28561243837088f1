// Every statement on the search index. Full-text tables are written through their own command column, as FTS5 wants it.

import { compiled, sealing, sql, statement, tables } from '../db';
import type { PartyDocument } from './party-document';

export const insertPartyDoc = statement<PartyDocument>((arg) =>
  tables.insertInto('party_doc').values({
    rid: null as never,
    party_id: arg('party_id'),
    kind: arg('kind'),
    words: arg('words'),
    skeletons: arg('skeletons'),
    phones: arg('phones'),
    grams: arg('grams'),
    emails: arg('emails'),
    shown_owner_id: arg('shown_owner_id'),
    unit_id: arg('unit_id'),
    more_owners: arg('more_owners'),
  }),
);

export const updateHolding = statement<
  Pick<PartyDocument, 'shown_owner_id' | 'unit_id' | 'more_owners'> & { rid: number }
>((arg) =>
  tables
    .updateTable('party_doc')
    .set({ shown_owner_id: arg('shown_owner_id'), unit_id: arg('unit_id'), more_owners: arg('more_owners') })
    .where('rid', '=', arg('rid')),
);

export const insertActivityDoc = statement<{ activity_id: string; words: string }>((arg) =>
  tables
    .insertInto('activity_doc')
    .values({ rid: null as never, activity_id: arg('activity_id'), words: arg('words') }),
);

export const selectLastRid = statement<Record<string, never>, { rid: number }>(() =>
  tables.selectNoFrom(sql<number>`last_insert_rowid()`.as('rid')),
);

export const selectPartyDoc = statement<{ id: string }, PartyDocument & { rid: number }>((arg) =>
  tables.selectFrom('party_doc').selectAll().where('party_id', '=', arg('id')),
);

export const selectActivityDoc = statement<{ id: string }, { rid: number; words: string }>((arg) =>
  tables.selectFrom('activity_doc').select(['rid', 'words']).where('activity_id', '=', arg('id')),
);

export const deletePartyDoc = statement<{ rid: number }>((arg) =>
  tables.deleteFrom('party_doc').where('rid', '=', arg('rid')),
);
export const deleteActivityDoc = statement<{ rid: number }>((arg) =>
  tables.deleteFrom('activity_doc').where('rid', '=', arg('rid')),
);

type Words = { rid: number; words: string; skeletons: string };
export const indexWords = statement<Words>(
  (arg) =>
    sql`insert into party_words (rowid, words, skeletons) values (${arg('rid')}, ${arg('words')}, ${arg('skeletons')})`,
);
export const forgetWords = statement<Words>(
  (arg) =>
    sql`insert into party_words (party_words, rowid, words, skeletons) values ('delete', ${arg('rid')}, ${arg('words')}, ${arg('skeletons')})`,
);
export const indexGrams = statement<{ rid: number; grams: string }>(
  (arg) => sql`insert into party_phones (rowid, grams) values (${arg('rid')}, ${arg('grams')})`,
);
export const forgetGrams = statement<{ rid: number; grams: string }>(
  (arg) => sql`insert into party_phones (party_phones, rowid, grams) values ('delete', ${arg('rid')}, ${arg('grams')})`,
);
export const indexEmails = statement<{ rid: number; emails: string }>(
  (arg) => sql`insert into party_emails (rowid, emails) values (${arg('rid')}, ${arg('emails')})`,
);
export const forgetEmails = statement<{ rid: number; emails: string }>(
  (arg) =>
    sql`insert into party_emails (party_emails, rowid, emails) values ('delete', ${arg('rid')}, ${arg('emails')})`,
);
export const indexActivityWords = statement<{ rid: number; words: string }>(
  (arg) => sql`insert into activity_words (rowid, words) values (${arg('rid')}, ${arg('words')})`,
);
export const forgetActivityWords = statement<{ rid: number; words: string }>(
  (arg) =>
    sql`insert into activity_words (activity_words, rowid, words) values ('delete', ${arg('rid')}, ${arg('words')})`,
);

/** A candidate of the index, newest first: the document it matched and whose it is. */
export type Candidate = { rid: number; party_id: string; kind: string; words: string };

export type FoundDocument = Candidate & { skeletons: string; phones: string; emails: string };

/** The documents of some parties (ids as a JSON list), newest first. */
export const selectDocumentsOf = statement<{ ids: string }, FoundDocument>(
  (arg) => sql<FoundDocument>`
  select d.rid, d.party_id, d.kind, d.words, d.skeletons, d.phones, d.emails from json_each(${arg('ids')}) cross join party_doc d
  on d.party_id = json_each.value order by d.rid desc`,
);

export const matchWords = statement<{ match: string; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from party_words f cross join party_doc d on d.rid = f.rowid
  where party_words match ${arg('match')} order by f.rowid desc limit ${arg('limit')}`,
);

export const matchOlderWords = statement<{ match: string; upTo: number; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from party_words f cross join party_doc d on d.rid = f.rowid
  where party_words match ${arg('match')} and f.rowid <= ${arg('upTo')} order by f.rowid desc limit ${arg('limit')}`,
);

/** With all that a document holds, for what the match left out. */
export const matchSomeWords = statement<{ match: string; limit: number }, Candidate & { skeletons: string }>(
  (arg) => sql<Candidate & { skeletons: string }>`
  select d.rid, d.party_id, d.kind, d.words, d.skeletons from party_words f cross join party_doc d on d.rid = f.rowid
  where party_words match ${arg('match')} order by f.rowid desc limit ${arg('limit')}`,
);

/** How far back the newest of those who hold a word reach; nothing when there are fewer. */
export const selectReach = statement<{ match: string; newest: number }, { rid: number }>(
  (arg) => sql<{ rid: number }>`
  select f.rowid as rid from party_words f where party_words match ${arg('match')} order by f.rowid desc limit 1 offset ${arg('newest')}`,
);

export const matchPhones = statement<{ match: string; digits: string; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from party_phones f cross join party_doc d on d.rid = f.rowid
  where party_phones match ${arg('match')} and instr(d.phones, ${arg('digits')}) > 0 order by f.rowid desc limit ${arg('limit')}`,
);

export const matchEmails = statement<{ match: string; part: string; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from party_emails f cross join party_doc d on d.rid = f.rowid
  where party_emails match ${arg('match')} and instr(d.emails, ${arg('part')}) > 0 order by f.rowid desc limit ${arg('limit')}`,
);

/** A fact's party, or whoever stands for it: only that one has a document. */
const shownFor = (fact: 'c' | 'i') => {
  const party = sql.ref(`${fact}.party_id`);
  return sql`coalesce((select root_id from party indexed by party_member where id = ${party} and root_id is not null), ${party})`;
};

export const matchEmailStart = statement<{ part: string; end: string; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from contact_point c cross join party_doc d on d.party_id = ${shownFor('c')}
  where c.normal >= ${arg('part')} and c.normal < ${arg('end')} and c.kind = 'email' limit ${arg('limit')}`,
);

export const matchIdentifier = statement<{ normal: string; limit: number }, Candidate>(
  (arg) => sql<Candidate>`
  select d.rid, d.party_id, d.kind, d.words from identifier i cross join party_doc d on d.party_id = ${shownFor('i')}
  where ${sealing.isToken(sql.ref('i.normal'), 'identifier.value', arg('normal'))} limit ${arg('limit')}`,
);

export const matchActivities = statement<{ match: string; limit: number }, { rid: number; activity_id: string }>(
  (arg) => sql<{ rid: number; activity_id: string }>`
  select d.rid, d.activity_id from activity_words f cross join activity_doc d on d.rid = f.rowid
  where activity_words match ${arg('match')} order by f.rowid desc limit ${arg('limit')}`,
);

export const selectNewestRid = statement<Record<string, never>, { rid: number | null }>(
  () => sql<{ rid: number | null }>`select max(rid) as rid from party_doc`,
);

/** A negative number of pages asks for one piece of all, as far as so many pages go; the next call goes on. */
const MERGED_PAGES = 16;

const piecesOf = (table: string) => ({
  countPieces: statement<Record<string, never>, { pieces: number }>(
    () =>
      sql<{
        pieces: number;
      }>`select count(*) as pieces from (select distinct segid from ${sql.table(`${table}_idx`)})`,
  ),
  mergeSome: statement<Record<string, never>>(
    () => sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('merge', ${sql.lit(-MERGED_PAGES)})`,
  ),
});

const fullTextTables = ['party_words', 'party_phones', 'party_emails', 'activity_words'];

/** Of each full-text table: in how many pieces it lies, and a step towards one. */
export const pieces = fullTextTables.map(piecesOf);

const securing = (table: string, value: 0 | 1) =>
  compiled(sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values ('secure-delete', ${sql.lit(value)})`);

/** Of each full-text table: whether what is deleted goes at once from every list, or when its pieces are joined. */
export const secureTables = fullTextTables.map((table) => ({
  loosely: securing(table, 0),
  securely: securing(table, 1),
}));
