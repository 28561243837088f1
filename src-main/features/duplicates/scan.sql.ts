// Every statement of a search through the base: what it has seen, what changed since, and what it found.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type ScanRow = Tables['duplicate_scan'];

const LAST = 'last';

export const selectLastScan = statement<Record<string, never>, ScanRow>(() =>
  tables.selectFrom('duplicate_scan').selectAll().where('id', '=', LAST),
);

export const putLastScan = (columns: Omit<ScanRow, 'id'>): Query =>
  compiled(
    tables
      .insertInto('duplicate_scan')
      .values({ id: LAST, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );

export const selectLastChange = statement<Record<string, never>, { seq: number | null }>(() =>
  tables.selectFrom('change').select(({ fn }) => fn.max('seq').as('seq')),
);

/** Entities that tell who somebody is. */
const telling = ['party', 'party_link', 'party_name', 'contact_point', 'identifier'] as const;

/** Parties that told something new about themselves after a change of the ledger, at most `limit`. */
export const selectChangedParties = statement<{ after: number; limit: number }, { id: string }>((arg) =>
  tables
    .selectFrom('change')
    .select('party_id as id')
    .distinct()
    .where('seq', '>', arg('after'))
    .where('party_id', 'is not', null)
    .where('entity', 'in', [...telling])
    .limit(arg('limit'))
    .$narrowType<{ id: string }>(),
);

/** About how many parties there are; the search index numbers its documents upwards. */
export const selectPartyEstimate = statement<Record<string, never>, { value: number }>(() =>
  tables.selectFrom('party_doc').select(({ fn }) => fn.coalesce(fn.max('rid'), sql<number>`0`).as('value')),
);

/** Rows of a JSON list of [id, party, other, band, weight]; a pair found before is replaced. */
export const putPairs = (rows: string, scan: { id: string; at: number }): Query =>
  compiled(sql`
    insert into duplicate_pair (id, party_id, other_party_id, band, weight, scan_id, found_at)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${scan.id}, ${scan.at} from json_each(${rows}) where true
    on conflict (id) do update set band = excluded.band, weight = excluded.weight, scan_id = excluded.scan_id`);

/** Some of what earlier searches found and this one did not; answers are counted until none is left. */
export const deleteOtherPairs = (scanId: string, limit: number): Query =>
  compiled(sql`
    delete from duplicate_pair where id in (select id from duplicate_pair where scan_id <> ${scanId} limit ${limit})`);

export const deletePairsOf = (party: string): Query =>
  compiled(
    tables
      .deleteFrom('duplicate_pair')
      .where(({ or, eb }) => or([eb('party_id', '=', party), eb('other_party_id', '=', party)])),
  );
