// Every statement on what people said about purposes, and on what a contact with them depends on.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type ConsentRow = Tables['consent_event'];

export const insertConsent = (row: ConsentRow): Query => compiled(tables.insertInto('consent_event').values(row));

export type SayingRow = Pick<ConsentRow, 'id' | 'party_id' | 'purpose_id' | 'channel' | 'brand' | 'action' | 'at'>;

/**
 * What was said, of records that the reader sees: as it is stored, because nobody may be contacted for want of a right to see
 * that they refused. Nothing of it but purpose, channel, action and time.
 */
export const selectSayings = (parties: readonly string[]): Query<SayingRow> =>
  compiled(sql<SayingRow>`select e.id, e.party_id, e.purpose_id, e.channel, e.brand, e.action, e.at
    from json_each(${JSON.stringify(parties)}) own cross join main.consent_event e on e.party_id = own.value`);

export interface HistoryRow extends ConsentRow {
  readonly wording_language: Tables['consent_wording']['language'] | null;
  readonly wording_version: number | null;
  readonly wording_text: string | null;
}

/** Newest first. */
export const selectHistory = (parties: readonly string[]): Query<HistoryRow> =>
  compiled(sql<HistoryRow>`select e.*, w.language as wording_language, w.version as wording_version, w.text as wording_text
    from json_each(${JSON.stringify(parties)}) own cross join consent_event e on e.party_id = own.value
    left join consent_wording w on w.id = e.wording_id order by e.at desc, e.id desc`);

export const selectWordingOf = statement<{ id: string; purpose: string }, { id: string }>((arg) =>
  tables
    .selectFrom('consent_wording')
    .select('id')
    .where('id', '=', arg('id'))
    .where('purpose_id', '=', arg('purpose')),
);

export const selectFileOf = (id: string, parties: readonly string[]): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select id from attachment where id = ${id} and deleted_at is null
    and party_id in (select value from json_each(${JSON.stringify(parties)}))`);

export interface PointRow {
  readonly id: string;
  readonly kind: Tables['contact_point']['kind'];
  readonly normal: string;
  readonly do_not_use: number;
  readonly to_on: string | null;
}

/** As they are stored, whoever asks: a masked number forbids as a whole one does. Only ids are answered. */
export const selectPoints = (parties: readonly string[]): Query<PointRow> =>
  compiled(sql<PointRow>`select c.id, c.kind, c.normal, c.do_not_use, c.to_on
    from json_each(${JSON.stringify(parties)}) own cross join main.contact_point c on c.party_id = own.value
    order by own.key, c.position, c.id`);

export const selectAddresses = (parties: readonly string[]): Query<{ id: string; to_on: string | null }> =>
  compiled(sql<{ id: string; to_on: string | null }>`select a.id, a.to_on
    from json_each(${JSON.stringify(parties)}) own cross join main.address a on a.party_id = own.value
    order by own.key, a.position, a.id`);

/** Marks that stand: `restriction` freezes every use, `objection` what may be objected to. */
export const selectStandingMarks = (parties: readonly string[]): Query<{ kind: string }> =>
  compiled(sql<{ kind: string }>`select distinct m.kind from json_each(${JSON.stringify(parties)}) own
    cross join main.privacy_mark m on m.party_id = own.value where m.ended_at is null`);

export const selectAnyDead = (parties: readonly string[]): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select p.id from json_each(${JSON.stringify(parties)}) own
    cross join main.party p on p.id = own.value where p.death_on is not null limit 1`);
