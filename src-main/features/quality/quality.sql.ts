// Every statement on rules, wishes, findings, scores and dismissals.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type FindingRow = Tables['quality_finding'];
export type DismissalRow = Tables['quality_dismissal'];

export const selectRules = statement<Record<string, never>, Tables['quality_rule']>(() =>
  tables.selectFrom('quality_rule').selectAll().orderBy('created_at').orderBy('id'),
);

export const selectWishes = statement<Record<string, never>, Tables['quality_wish']>(() =>
  tables.selectFrom('quality_wish').selectAll().orderBy('created_at').orderBy('id'),
);

export const putRule = ({ id, created_at, ...columns }: Tables['quality_rule']): Query =>
  compiled(
    tables
      .insertInto('quality_rule')
      .values({ id, created_at, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );

export const putWish = ({ id, created_at, ...columns }: Tables['quality_wish']): Query =>
  compiled(
    tables
      .insertInto('quality_wish')
      .values({ id, created_at, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );

export const deleteRule = statement<{ id: string }>((arg) =>
  tables.deleteFrom('quality_rule').where('id', '=', arg('id')),
);
export const deleteWish = statement<{ id: string }>((arg) =>
  tables.deleteFrom('quality_wish').where('id', '=', arg('id')),
);

/** Who stands for some parties, if there and active, each once; with how many records are linked under it, 1 meaning any. */
export const selectStanding = (ids: string): Query<{ id: string; members: number }> =>
  compiled(sql<{ id: string; members: number }>`
    select distinct r.id, exists (select 1 from party m indexed by party_member_by_root where m.root_id = r.id) as members
    from json_each(${ids}) own cross join party p indexed by sqlite_autoindex_party_1 on p.id = own.value
      cross join party r indexed by sqlite_autoindex_party_1 on r.id = coalesce(p.root_id, p.id)
    where r.deleted_at is null and r.status = 'active'`);

/** Parties in the order of their ids, whatever they are: the run of a search. */
export const selectPartyRun = statement<{ after: string; limit: number }, { id: string }>((arg) =>
  tables.selectFrom('party').select('id').where('id', '>', arg('after')).orderBy('id').limit(arg('limit')),
);

export const selectDismissalsOf = (parties: string): Query<{ party_id: string; rule_id: string }> =>
  compiled(sql<{ party_id: string; rule_id: string }>`
    select d.party_id, d.rule_id from json_each(${parties}) own cross join quality_dismissal d
      indexed by quality_dismissal_by_party on d.party_id = own.value`);

export const selectDismissal = statement<{ party: string; rule: string }, DismissalRow>((arg) =>
  tables
    .selectFrom('quality_dismissal')
    .selectAll()
    .where('party_id', '=', arg('party'))
    .where('rule_id', '=', arg('rule')),
);

export const insertDismissal = (row: DismissalRow): Query =>
  compiled(tables.insertInto('quality_dismissal').values(row));
export const deleteDismissal = statement<{ id: string }>((arg) =>
  tables.deleteFrom('quality_dismissal').where('id', '=', arg('id')),
);

export const selectDismissed = (
  rules: readonly string[],
  { at, id, limit }: { at: number; id: string; limit: number },
): Query<DismissalRow> =>
  compiled(
    tables
      .selectFrom('quality_dismissal')
      .selectAll()
      .where('rule_id', 'in', rules.length === 0 ? [''] : [...rules])
      .where(sql<boolean>`(at, id) < (${at}, ${id})`)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  );

export const selectFindings = statement<{ judgedBy: string; after: string; limit: number }, FindingRow>((arg) =>
  tables
    .selectFrom('quality_finding')
    .selectAll()
    .where('judged_by', '=', arg('judgedBy'))
    .where('party_id', '>', arg('after'))
    .orderBy('party_id')
    .limit(arg('limit')),
);

export const COUNT_CAP = 1000;

export const countFindings = statement<{ judgedBy: string }, { value: number }>((arg) =>
  tables
    .selectFrom(
      tables
        .selectFrom('quality_finding')
        .select('party_id')
        .where('judged_by', '=', arg('judgedBy'))
        .limit(COUNT_CAP + 1)
        .as('own'),
    )
    .select(({ fn }) => fn.countAll<number>().as('value')),
);

export interface PartyCardRow {
  readonly id: string;
  readonly kind: Tables['party']['kind'];
  readonly display_name: string;
  readonly shown_owner_id: string | null;
}

export const selectCards = (ids: readonly string[]): Query<PartyCardRow> =>
  compiled(sql<PartyCardRow>`
    select p.id, p.kind, p.display_name, p.shown_owner_id from json_each(${JSON.stringify(ids)}) own
      cross join party p indexed by sqlite_autoindex_party_1 on p.id = own.value where p.deleted_at is null`);

export interface Found {
  readonly id: string;
  readonly judged_by: string;
}

/** What is kept of some parties; by the rules of `shared` also of whoever was found with the same. */
export const selectFound = (ids: string, shared: readonly string[], limit: number): Query<Found> =>
  compiled(sql<Found>`
    with own as materialized (select f.party_id, f.judged_by, f.evidence from json_each(${ids}) wanted
      cross join quality_finding f indexed by quality_finding_by_party on f.party_id = wanted.value)
    select party_id as id, judged_by from own
    union select o.party_id, o.judged_by from own cross join quality_finding o indexed by quality_finding_by_evidence
      on o.evidence = own.evidence and o.judged_by = own.judged_by
      where own.judged_by in (select value from json_each(${JSON.stringify(shared)}))
    limit ${limit}`);

export const deleteFindingsOf = (ids: string): Query =>
  compiled(sql`delete from quality_finding where party_id in (select value from json_each(${ids}))`);

/** Lines of [judged by, party, record, evidence]. */
export const putFindings = (lines: string): Query =>
  compiled(sql`
    insert or replace into quality_finding (id, judged_by, party_id, record_id, evidence)
    select (value ->> 0) || '+' || (value ->> 1), value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(${lines})`);

/** Lines of [party, score]. */
export const putScores = (lines: string): Query =>
  compiled(
    sql`insert or replace into quality_score (id, score) select value ->> 0, value ->> 1 from json_each(${lines})`,
  );

export const deleteScoresOf = (ids: string): Query =>
  compiled(sql`delete from quality_score where id in (select value from json_each(${ids}))`);
