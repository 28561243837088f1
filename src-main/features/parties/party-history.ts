// What changed about a party and by whom, read from the ledger as whoever is asking sees it.

import { z } from 'zod';
import { catalogue, type Field } from '@shared/catalogue';
import type { HistoryEntry } from '@shared/features/parties/parties.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { readCursor, writeCursor } from '../../core/cursor';
import { sql, statement, type ReadDb } from '../../db';
import { userRefs } from '../users';

interface HistoryQuery {
  /** Every record that is the party. */
  readonly partyIds: readonly string[];
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  readonly operation_id: string;
  readonly operation_seq: number;
  readonly seq: number;
  readonly at: number;
  readonly user_id: string | null;
  readonly actor: string;
  readonly command: string;
  readonly group_id: string | null;
  readonly undone: 0 | 1;
  readonly entity: string;
  readonly record_id: string;
  readonly action: 'insert' | 'update' | 'delete';
  readonly old: string | null;
  readonly new: string | null;
}

type Page = { entries: HistoryEntry[]; next: string | null };

export function partyHistory(db: ReadDb, query: HistoryQuery): Result<Page, Failure<'parties.cursor-invalid'>> {
  const before =
    query.after === undefined ? Number.MAX_SAFE_INTEGER : readCursor(z.tuple([z.number()]), query.after)?.[0];
  if (before === undefined) return fail('parties.cursor-invalid');
  const touching = query.partyIds.flatMap((party) =>
    db.all(selectOperations({ party, before, limit: query.limit + 1 })).map((row) => row.seq),
  );
  const operations = [...new Set(touching)].toSorted((a, b) => b - a).slice(0, query.limit + 1);
  const shown = operations.slice(0, query.limit);
  const users = userRefs(db);
  const entries: HistoryEntry[] = [];
  for (const row of changesOf(db, query.partyIds, shown)) {
    const last = entries.at(-1);
    const entry = last !== undefined && belongsTo(last, row) ? last : entryOf(row, users(row.user_id)?.name);
    if (entry !== last) entries.push(entry);
    entry.undone &&= row.undone === 1;
    entry.changes.push({
      entity: row.entity,
      recordId: row.record_id,
      action: row.action,
      fields: fieldsOf(row),
    });
  }
  const end = shown.at(-1);
  return ok({ entries, next: operations.length > query.limit && end !== undefined ? writeCursor([end]) : null });
}

/** By operation, newest first, and within one in the order of the ledger; what concerns two records of the party comes once. */
function changesOf(db: ReadDb, partyIds: readonly string[], shown: readonly number[]): Row[] {
  if (shown.length === 0) return [];
  const operations = JSON.stringify(shown);
  const rows = partyIds.flatMap((party) => db.all(selectChanges({ party, operations })));
  return [...new Map(rows.map((row) => [row.seq, row])).values()].toSorted(
    (a, b) => b.operation_seq - a.operation_seq || a.seq - b.seq,
  );
}

/** The batches of an import, and the steps of an undo, are one entry. */
const belongsTo = (entry: HistoryEntry, { operation_id, group_id, command }: Row): boolean =>
  entry.operationId === operation_id || (group_id !== null && entry.groupId === group_id && entry.command === command);

const entryOf = (row: Row, userName: string | undefined): HistoryEntry => ({
  operationId: row.operation_id,
  groupId: row.group_id,
  at: row.at,
  userId: row.user_id,
  userName: userName ?? row.actor,
  command: row.command,
  undone: true,
  changes: [],
});

function fieldsOf(row: Row): HistoryEntry['changes'][number]['fields'] {
  const old = values(row.old);
  const now = values(row.new);
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => name !== 'party_id' && name !== 'ext' && fieldOf(row.entity, name)?.secret !== true,
  );
  return names.map((field) => ({ field, old: old[field] ?? null, new: now[field] ?? null }));
}

const fieldOf = (entityKey: string, field: string): Field | undefined =>
  catalogue.find((entity) => entity.key === entityKey)?.fields[field];

const values = (text: string | null): Readonly<Record<string, unknown>> =>
  text === null ? {} : (JSON.parse(text) as Record<string, unknown>);

/**
 * Operations that touched a party, newest first. Its own changes are walked backwards from one operation to the one before, so that
 * a party with 20,000 activities costs as much as one with twenty.
 */
const selectOperations = statement<{ party: string; before: number; limit: number }, { seq: number }>(
  (arg) => sql<{ seq: number }>`
  with recursive own (seq) as (
    select (select operation_seq from change where party_id = ${arg('party')}
      and change.seq < coalesce((select first_change from operation where seq = ${arg('before')}), ${Number.MAX_SAFE_INTEGER})
      order by change.seq desc limit 1)
    union all
    select (select operation_seq from change where party_id = ${arg('party')}
      and change.seq < (select first_change from operation where operation.seq = own.seq) order by change.seq desc limit 1)
    from own where own.seq is not null limit ${arg('limit')}
  )
  select seq from own where seq is not null
  union
  select change.operation_seq from relationship join change on change.record_id = relationship.id
  where relationship.to_party_id = ${arg('party')} and change.operation_seq < ${arg('before')}
  union
  select change.operation_seq from authority join change on change.record_id = authority.id
  where authority.agent_id = ${arg('party')} and change.operation_seq < ${arg('before')}
  union
  select change.operation_seq from party_link join change on change.record_id = party_link.id
  where party_link.to_party_id = ${arg('party')} and change.operation_seq < ${arg('before')}
  order by seq desc limit ${arg('limit')}`,
);

const shownColumns = sql`operation.id as operation_id, change.operation_seq, operation.at, operation.user_id, operation.actor, operation.command,
  operation.group_id, exists (select 1 from operation as undo where undo.undoes_id = operation.id) as undone, change.entity, change.record_id, change.action, change.old, change.new, change.seq`;

/** Changes of the party itself, and of relationships, authorities and links that lead to it from another party. */
const selectChanges = statement<{ party: string; operations: string }, Row>(
  (arg) => sql<Row>`
  select ${shownColumns} from (select value as shown from json_each(${arg('operations')})) cross join operation on operation.seq = shown
    cross join change indexed by change_by_party
    on change.party_id = ${arg('party')} and change.seq between operation.first_change and operation.last_change
  union all
  select ${shownColumns} from relationship cross join change on change.record_id = relationship.id
    cross join operation on operation.seq = change.operation_seq
  where relationship.to_party_id = ${arg('party')} and change.operation_seq in (select value from json_each(${arg('operations')}))
  union all
  select ${shownColumns} from authority cross join change on change.record_id = authority.id
    cross join operation on operation.seq = change.operation_seq
  where authority.agent_id = ${arg('party')} and change.operation_seq in (select value from json_each(${arg('operations')}))
  union all
  select ${shownColumns} from party_link cross join change on change.record_id = party_link.id
    cross join operation on operation.seq = change.operation_seq
  where party_link.to_party_id = ${arg('party')} and change.operation_seq in (select value from json_each(${arg('operations')}))
  order by change.operation_seq desc, change.seq`,
);
