// Rules as SQL: every name in a statement comes from the catalogue, every value of a rule is bound.

import type { RawBuilder } from 'kysely';
import { entityOf } from '@shared/catalogue';
import { patterns } from '@shared/features/quality/patterns';
import type { Condition, Definition, FieldTest, Scope, WishDefinition } from '@shared/features/quality/rule';
import { testableFields } from '@shared/features/quality/testable';
import { shapedStatement, sql, type Argument, type Query } from '../../db';

/** Parties to judge: those of one record by their ids, those of several by the row their page shows. */
export interface Judged {
  /** JSON list of ids. */
  readonly alone: string;
  /** JSON list of rows of `party`. */
  readonly merged: string;
  /** Civil day at the site. */
  readonly today: string;
  /** ms UTC when that day began. */
  readonly midnight: number;
}

export interface Broken {
  readonly id: string;
  readonly record_id: string | null;
  readonly evidence: string | null;
}

type Bool = RawBuilder<unknown>;
type Slots = Argument<Judged>;

const breaking = shapedStatement<Judged, Broken>();
const scoring = shapedStatement<Judged, { id: string; wished: number; there: number }>();
const belonging = shapedStatement<Judged, { id: string; applies: number; has: number }>();

/** The parties that break a rule, and by which of their parts. */
export const selectBreaking = (rule: Definition, parties: Judged): Query<Broken> =>
  breaking(JSON.stringify(rule), (arg) => {
    const { record, evidence } = proofOf(rule.all, arg);
    const where = sql.join([inScope(rule.who), ...rule.all.map((one) => holds(one, arg))], sql` and `);
    return sql<Broken>`select s.id, ${record} as record_id, ${evidence} as evidence from ${shownParties(arg)} s where ${where}`;
  })(parties);

type Weighed = readonly { readonly weight: number; readonly definition: WishDefinition }[];

/** Of each party the weights of all that is wished for, and of what is there. */
export const selectScores = (wishes: Weighed, parties: Judged): Query<{ id: string; wished: number; there: number }> =>
  scoring(JSON.stringify(wishes.map(({ weight, definition }) => [weight, definition])), (arg) => {
    const sum = (holding: (wish: WishDefinition) => Bool) =>
      sql.join(
        [sql`0`, ...wishes.map(({ weight, definition }) => sql`${weight} * (${holding(definition)})`)],
        sql` + `,
      );
    const wished = sum(({ who }) => inScope(who));
    const there = sum(({ who, has }) => sql`${inScope(who)} and ${holds(has, arg)}`);
    return sql<{ id: string; wished: number; there: number }>`
      select s.id, ${wished} as wished, ${there} as there from ${shownParties(arg)} s`;
  })(parties);

/** Whether a wish is about each of some parties, and whether it is fulfilled. */
export const selectWish = (
  wish: WishDefinition,
  parties: Judged,
): Query<{ id: string; applies: number; has: number }> =>
  belonging(JSON.stringify(wish), (arg) => {
    const [applies, has] = [inScope(wish.who), holds(wish.has, arg)];
    return sql<{ id: string; applies: number; has: number }>`
      select s.id, (${applies}) as applies, (${has}) as has from ${shownParties(arg)} s`;
  })(parties);

const partyColumns = Object.keys(testableFields('party'));

/** `s`: one row per party as its page shows it. */
function shownParties(arg: Slots): RawBuilder<unknown> {
  const own = sql.join(partyColumns.map((name) => sql`p.${sql.ref(name)}`));
  const shown = sql.join(partyColumns.map((name) => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`));
  return sql`(select p.id, 0 as is_merged, ${own} from json_each(${arg('alone')}) own
      cross join party p indexed by sqlite_autoindex_party_1 on p.id = own.value
    union all select value ->> 'id', 1, ${shown} from json_each(${arg('merged')}))`;
}

function inScope({ kinds, roles }: Scope): Bool {
  const parts: Bool[] = [];
  if (kinds.length > 0) parts.push(sql`s.kind in (${sql.join([...kinds])})`);
  if (roles.length > 0)
    parts.push(sql`(${rowsOf('party_role', sql`+f.type in (${sql.join([...roles])}) and +f.stage <> 'ended'`)}) > 0`);
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`;
}

function holds(condition: Condition, arg: Slots): Bool {
  const { of, least, most } = condition;
  const rows = of === 'party' ? sql`(${passes(condition, arg)})` : sql`(${rowsOf(of, passes(condition, arg))})`;
  const parts: Bool[] = [];
  if (least !== undefined) parts.push(sql`${rows} >= ${least}`);
  if (most !== undefined) parts.push(sql`${rows} <= ${most}`);
  return sql`(${sql.join(parts, sql` and `)})`;
}

/** All tests on one row; of `party` the row is `s` itself. Never null. */
function passes({ of, where }: Condition, arg: Slots): Bool {
  const row = of === 'party' ? 's' : 'f';
  return where.length === 0
    ? sql`true`
    : sql.join(
        where.map((one) => sql`(${testOf({ of, row, one }, arg)}) is true`),
        sql` and `,
      );
}

/** The columns that say whose a row is: of a relationship both ends are meant. */
const endsOf = (of: string): readonly string[] =>
  of === 'relationship' ? ['from_party_id', 'to_party_id'] : ['party_id'];

/** How many rows of a party pass, of all the records that are it. */
function rowsOf(of: string, where: Bool): RawBuilder<unknown> {
  const table = sql.table(of);
  const parts = endsOf(of).flatMap((end) => [
    sql`(select count(*) from ${table} f where f.${sql.ref(end)} = s.id and ${where})`,
    sql`case when s.is_merged then (select count(*) from party m indexed by party_member_by_root
      cross join ${table} f on f.${sql.ref(end)} = m.id where m.root_id = s.id and ${where}) else 0 end`,
  ]);
  return sql.join(parts, sql` + `);
}

interface Tested {
  readonly of: Condition['of'];
  readonly row: 's' | 'f';
  readonly one: FieldTest;
}

/** `+` keeps an index on what is tested from being taken for the one that finds the party's rows. */
function testOf({ of, row, one }: Tested, arg: Slots): Bool {
  const column = sql`+${sql.ref(`${row}.${one.field}`)}`;
  switch (one.test) {
    case 'empty':
      return sql`${column} is null or ${column} in ('', 0)`;
    case 'filled':
      return sql`${column} is not null and ${column} not in ('', 0)`;
    case 'in':
      return sql`${column} in (${sql.join(one.values)})`;
    case 'not-in':
      return sql`${column} is null or ${column} not in (${sql.join(one.values)})`;
    case 'older':
      return sql`${column} < ${dayBefore(of, one, arg)}`;
    case 'within':
      return sql`${column} >= ${dayBefore(of, one, arg)}`;
    case 'matches':
      return hasForm(column, one.pattern);
    case 'matches-not':
      return sql`${column} <> '' and not (${hasForm(column, one.pattern)})`;
    case 'shared':
      return sql`(${othersSharing()}) > ${one.more}`;
  }
}

const DAY = 86_400_000;

/** The first day, or its first instant, that is not `days` ago yet. */
function dayBefore(of: string, { field, days }: { field: string; days: number }, arg: Slots): RawBuilder<unknown> {
  const type = entityOf(of).fields[field]!.type;
  return type === 'instant' ? sql`${arg('midnight')} - ${days * DAY}` : sql`date(${arg('today')}, ${`-${days} days`})`;
}

function hasForm(column: RawBuilder<unknown>, name: keyof typeof patterns): Bool {
  const { any, none } = patterns[name];
  const fits = (glob: string) => sql`lower(${column}) glob ${sql.lit(glob)}`;
  const parts = [sql`(${sql.join(any.map(fits), sql` or `)})`, ...none.map((glob) => sql`not ${fits(glob)}`)];
  return sql.join(parts, sql` and `);
}

/** A switchboard is on thousands of records: more are not counted. */
const MOST_SHARING = 60;

/** Other parties with the contact point `f`, without relatives and whoever is related to somebody in common (a household, an employer). */
function othersSharing(): RawBuilder<unknown> {
  const mine = sql`select s.id union all select m.id from party m indexed by party_member_by_root where m.root_id = s.id`;
  const near = sql`select to_party_id from relationship where from_party_id in (${mine})
    union select from_party_id from relationship where to_party_id in (${mine})`;
  const theirs = sql`exists (select 1 from relationship where from_party_id in (sharing.id, sharing.member) and to_party_id in (${near}))
    or exists (select 1 from relationship where to_party_id in (sharing.id, sharing.member) and from_party_id in (${near}))
    or sharing.id in (${near}) or sharing.member in (${near})`;
  return sql`select count(distinct sharing.id) from (
      select coalesce(p.root_id, p.id) as id, p.id as member from contact_point c indexed by contact_point_by_normal
        cross join party p on p.id = c.party_id left join party r on r.id = p.root_id
        where c.normal = f.normal and c.kind = f.kind and c.normal <> ''
          and case when r.id is null then p.deleted_at else r.deleted_at end is null limit ${MOST_SHARING}) sharing
    where sharing.id <> s.id and not (${theirs})`;
}

const telling: readonly FieldTest['test'][] = ['matches', 'matches-not', 'older', 'within', 'shared'];

/** The first part that passes, and what stands in the field whose words tell what is wrong. */
function proofOf(conditions: readonly Condition[], arg: Slots): { record: Bool; evidence: Bool } {
  const condition = conditions.findLast(
    ({ of, least, where }) => of !== 'party' && least !== undefined && where.length > 0,
  );
  if (condition === undefined) return { record: sql`null`, evidence: sql`null` };
  const said = condition.where.findLast(({ test }) => telling.includes(test));
  const first = (column: string): Bool => {
    const table = sql.table(condition.of);
    const picked = endsOf(condition.of).flatMap((end) => [
      sql`(select f.${sql.ref(column)} from ${table} f where f.${sql.ref(end)} = s.id and ${passes(condition, arg)} order by f.id limit 1)`,
      sql`(select f.${sql.ref(column)} from party m indexed by party_member_by_root cross join ${table} f on f.${sql.ref(end)} = m.id
        where m.root_id = s.id and ${passes(condition, arg)} order by f.id limit 1)`,
    ]);
    return sql`coalesce(${sql.join(picked)})`;
  };
  return { record: first('id'), evidence: said === undefined ? sql`null` : sql`cast(${first(said.field)} as text)` };
}
