// Statements on what was done and what was read, newest first.

import type { AuditFilter, AuditKind } from '@shared/features/access/access.contract';
import { compiled, sql, statement, type AccessEventRow, type OperationRow, type Query } from '../../db';

export interface Asked {
  readonly filter: AuditFilter;
  /** Of one person: ids of all their records as a JSON list, and since when the first is here. */
  readonly person: { readonly ids: string; readonly since: number } | null;
  readonly before: number;
  readonly limit: number;
}

export type DoneRow = Pick<
  OperationRow,
  'seq' | 'at' | 'user_id' | 'actor' | 'command' | 'changes' | 'first_change' | 'last_change'
> & { refused: string | null };

const SESSION = 'session.*';
const REFUSED = 'access.refused';

const ofKind: Readonly<Record<Exclude<AuditKind, 'readings'>, ReturnType<typeof sql>>> = {
  changes: sql`o.changes > 0`,
  refused: sql`(o.changes = 0 and o.command = ${sql.lit(REFUSED)})`,
  unlocks: sql`(o.changes = 0 and o.command glob ${sql.lit(SESSION)})`,
  other: sql`(o.changes = 0 and o.command <> ${sql.lit(REFUSED)} and o.command not glob ${sql.lit(SESSION)})`,
};

export function kindOf({ changes, command }: Pick<OperationRow, 'changes' | 'command'>): AuditKind {
  if (changes > 0) return 'changes';
  if (command === REFUSED) return 'refused';
  return command.startsWith('session.') ? 'unlocks' : 'other';
}

export function selectDone({ filter, person, before, limit }: Asked): Query<DoneRow> {
  const { userId, kinds, what, from, to } = filter;
  const where = [sql`o.seq < ${before}`];
  if (userId !== undefined) where.push(sql`o.user_id = ${userId}`);
  if (from !== undefined) where.push(sql`o.at >= ${from}`);
  if (to !== undefined) where.push(sql`o.at < ${to}`);
  if (what !== undefined) where.push(sql`o.command = ${what}`);
  const wanted = kinds?.filter((kind) => kind !== 'readings');
  if (wanted !== undefined)
    where.push(
      sql`(${sql.join(
        wanted.map((kind) => ofKind[kind]),
        sql` or `,
      )})`,
    );
  // Stands apart, so that the small index of what changed nothing is used.
  if (wanted !== undefined && !wanted.includes('changes')) where.push(sql`o.changes = 0`);
  if (person !== null)
    where.push(
      sql`o.seq in (select c.operation_seq from json_each(${person.ids}) who cross join change c on c.party_id = who.value)`,
    );
  return compiled(sql<DoneRow>`select o.seq, o.at, o.user_id, o.actor, o.command, o.changes, o.first_change, o.last_change,
      iif(o.command = ${sql.lit(REFUSED)}, o.details ->> 'operation', null) as refused
    from operation o where ${sql.join(where, sql` and `)} order by o.seq desc limit ${limit}`);
}

/** `priority`: part of an emergency access; `said`: the explanation that belongs to it, or what was added where the purpose was declared. */
export type ReadingRow = AccessEventRow & { priority: number; said: string | null };

export function selectReadings({ filter, person, before, limit }: Asked): Query<ReadingRow> {
  const { userId, what, from, to, purpose } = filter;
  const where = [sql`e.seq < ${before}`];
  if (userId !== undefined) where.push(sql`e.user_id = ${userId}`);
  if (from !== undefined) where.push(sql`e.at >= ${from}`);
  if (to !== undefined) where.push(sql`e.at < ${to}`);
  if (what !== undefined) where.push(sql`e.operation = ${what}`);
  if (purpose !== undefined) where.push(sql`(e.purpose = ${purpose} or e.purpose glob ${`${purpose}@*`})`);
  if (person !== null)
    where.push(sql`(e.seq in (select s.event_seq from json_each(${person.ids}) who cross join access_subject s on s.party_id = who.value)
      or (e.scope = 'everyone' and e.at >= ${person.since}))`);
  return compiled(
    sql<ReadingRow>`select e.*, exists (select 1 from main.emergency_access m where m.id = e.work_id) as priority,
        coalesce((select words from emergency_access m where m.id = e.work_id),
          (select o.reason from operation o where o.id = substr(e.purpose, instr(e.purpose, '@') + 1))) as said
      from access_event e where ${sql.join(where, sql` and `)} order by e.seq desc limit ${limit}`,
  );
}

type Named = { id: string; name: string };

/** Some of whom a reading was about, as the records that stand for them. */
export const selectPeopleOfReading = statement<{ seq: number; limit: number }, Named>(
  (arg) => sql<Named>`select distinct coalesce(r.id, p.id) as id, coalesce(r.display_name, p.display_name) as name
    from access_subject s cross join party p on p.id = s.party_id left join party r on r.id = p.root_id
    where s.event_seq = ${arg('seq')} limit ${arg('limit')}`,
);

export const selectPeopleOfDone = statement<{ first: number; last: number; limit: number }, Named>(
  (arg) => sql<Named>`select distinct coalesce(r.id, p.id) as id, coalesce(r.display_name, p.display_name) as name
    from change c cross join party p on p.id = c.party_id left join party r on r.id = p.root_id
    where c.seq between ${arg('first')} and ${arg('last')} limit ${arg('limit')}`,
);

export const countPeopleOfDone = statement<{ first: number; last: number }, { count: number }>(
  (arg) => sql<{ count: number }>`select count(distinct party_id) as count from change
    where seq between ${arg('first')} and ${arg('last')}`,
);
