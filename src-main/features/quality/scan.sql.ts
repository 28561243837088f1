// Every statement of a search through the base: what it has seen, what changed since, and the averages it leaves behind.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type ScanRow = Tables['quality_scan'];

const LAST = 'last';

export const selectLastScan = statement<Record<string, never>, ScanRow>(() =>
  tables.selectFrom('quality_scan').selectAll().where('id', '=', LAST),
);

export const putLastScan = (columns: Omit<ScanRow, 'id'>): Query =>
  compiled(
    tables
      .insertInto('quality_scan')
      .values({ id: LAST, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );

export const selectLastChange = statement<Record<string, never>, { seq: number | null }>(() =>
  tables.selectFrom('change').select(({ fn }) => fn.max('seq').as('seq')),
);

/** Parties of whom anything changed after a change of the ledger, at most `limit`; of a relationship both ends. */
export const selectChangedParties = statement<{ after: number; limit: number }, { id: string }>(
  (arg) => sql<{ id: string }>`
    select distinct id from (
      select party_id as id from change where seq > ${arg('after')} and party_id is not null
      union all select coalesce(new ->> 'to_party_id', old ->> 'to_party_id') from change
        where seq > ${arg('after')} and entity in ('relationship', 'party_link'))
    where id is not null limit ${arg('limit')}`,
);

/** About how many parties there are; the search index numbers its documents upwards. */
export const selectPartyEstimate = statement<Record<string, never>, { value: number }>(() =>
  tables.selectFrom('party_doc').select(({ fn }) => fn.coalesce(fn.max('rid'), sql<number>`0`).as('value')),
);

/** What was found of parties after one id, up to another; null means to the end. */
export const deleteFindingsBetween = ({ after, to }: Run): Query =>
  compiled(sql`delete from quality_finding where party_id > ${after} and party_id <= ${to ?? END}`);

export const deleteScoresBetween = ({ after, to }: Run): Query =>
  compiled(sql`delete from quality_score where id > ${after} and id <= ${to ?? END}`);

export interface Run {
  readonly after: string;
  readonly to: string | null;
}

/** After every id: they are lower-case hexadecimal. */
const END = '~';

type Average = { readonly score: number; readonly parties: number };

export const selectAverage = statement<Record<string, never>, Average>(
  () => sql<Average>`select cast(avg(score) as integer) as score, count(*) as parties from quality_score`,
);

export const selectAveragesByOwner = statement<Record<string, never>, Average & { owner: string | null }>(
  () => sql<Average & { owner: string | null }>`
    select p.shown_owner_id as owner, cast(avg(q.score) as integer) as score, count(*) as parties
    from quality_score q cross join party p indexed by sqlite_autoindex_party_1 on p.id = q.id
    group by 1 order by 3 desc limit 100`,
);

type Role = Tables['party_role']['type'];

/** A role that several records of one person hold counts once. */
export const selectAveragesByRole = statement<Record<string, never>, Average & { role: Role }>(
  () => sql<Average & { role: Role }>`
    select role, cast(avg(score) as integer) as score, count(*) as parties from (
      select distinct r.type as role, q.id, q.score from party_role r indexed by party_role_by_type
        cross join party p indexed by sqlite_autoindex_party_1 on p.id = r.party_id
        cross join quality_score q on q.id = coalesce(p.root_id, p.id)
      where r.stage <> 'ended')
    group by 1 order by 3 desc`,
);
