// Pages of the list of parties, their capped count, and the anchors by which a scroll bar reaches any depth.

import { z } from 'zod';
import type { PartyRow } from '@shared/features/parties/party';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { readCursor, writeCursor } from '../../core/cursor';
import type { Place, ReadDb } from '../../db';
import { findParties } from '../../search';
import { withRoots } from '../clusters';
import { userRefs } from '../users';
import * as list from './party-list.sql';
import type { ListQuery, ListRow } from './party-list.sql';

const COUNT_CAP = 1000;
/** Up to this many ids a selective filter is resolved first and the few rows are sorted. */
const SELECTIVE = 5000;
const ANCHOR_EVERY = 200;

type Row = z.infer<typeof PartyRow>;
interface Page {
  rows: Row[];
  next: string | null;
  count: { value: number; capped: boolean };
}

export function listParties(
  db: ReadDb,
  query: ListQuery & { readonly after?: string | undefined; readonly limit: number },
): Result<Page, Failure<'parties.cursor-invalid'>> {
  const after = query.after === undefined ? null : parsePlace(query.after);
  if (after === undefined) return fail('parties.cursor-invalid');
  const ids = selectiveIds(db, query);
  const rows = db.all(list.selectPage({ ...query, after, ids, limit: query.limit + 1 }));
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return ok({
    rows: shown.map(rowOf(db)),
    next: rows.length > query.limit && last !== undefined ? place(last) : null,
    count: after === null ? count(db, query, ids) : { value: COUNT_CAP, capped: true },
  });
}

export function indexParties(db: ReadDb, query: ListQuery): { total: number; every: number; cursors: string[] } {
  const cursors: string[] = [];
  let total = 0;
  for (const row of db.each(list.selectOrder(query, selectiveIds(db, query)))) {
    total += 1;
    if (total % ANCHOR_EVERY === 0) cursors.push(place(row));
  }
  return { total, every: ANCHOR_EVERY, cursors };
}

interface Pages {
  readonly limit: number;
  /** Only these of the list. */
  readonly within?: readonly string[] | undefined;
}

/** Every row of a list in its order, by the pages of which the window shows one at a time. */
export function* eachListed(db: ReadDb, query: ListQuery, { limit, within }: Pages): Generator<readonly Row[]> {
  const selective = selectiveIds(db, query);
  const left = selective === null ? null : new Set(selective);
  const ids = within === undefined ? selective : within.filter((id) => left?.has(id) ?? true);
  const show = rowOf(db);
  let after: Place | null = null;
  for (;;) {
    const rows: ListRow[] = db.all(list.selectPage({ ...query, after, ids, limit }));
    if (rows.length > 0) yield rows.map(show);
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = [last.sort_value, last.id];
  }
}

/** How many rows `eachListed` will answer. */
export const countListed = (db: ReadDb, query: ListQuery): number =>
  db.first(list.selectCount(query, selectiveIds(db, query), Number.MAX_SAFE_INTEGER))?.count ?? 0;

function count(db: ReadDb, query: ListQuery, ids: readonly string[] | null): Page['count'] {
  const found = db.first(list.selectCount(query, ids, COUNT_CAP + 1))?.count ?? 0;
  return { value: Math.min(found, COUNT_CAP), capped: found > COUNT_CAP };
}

/** The intersection of what each selective filter leaves; null when none is selective. */
function selectiveIds(db: ReadDb, query: ListQuery): readonly string[] | null {
  const { filter } = query;
  const sets: (readonly string[])[] = [];
  if (query.few !== undefined && query.few !== null) sets.push(query.few);
  if (filter.text !== undefined) {
    const kinds = (filter.kinds ?? []).length === 0 ? {} : { kinds: new Set<string>(filter.kinds) };
    sets.push(
      findParties(db, filter.text, {
        limit: COUNT_CAP,
        by: { ...query.by, identifiers: false },
        few: query.few,
        ...kinds,
      }).map((match) => match.partyId),
    );
  }
  const few = (rows: { id: string }[], known: (ids: string[]) => readonly string[] = (ids) => ids): void => {
    if (rows.length <= SELECTIVE) sets.push(known(rows.map((row) => row.id)));
  };
  if (filter.roleType !== undefined || filter.roleStage !== undefined)
    few(db.all(list.selectRoleParties(query, SELECTIVE + 1)), (ids) => withRoots(db, ids));
  if (filter.city !== undefined) few(db.all(list.selectCityParties(filter.city, SELECTIVE + 1)));
  const [first, ...rest] = sets;
  if (first === undefined) return null;
  const others = rest.map((ids) => new Set(ids));
  return first.filter((id) => others.every((ids) => ids.has(id)));
}

function rowOf(db: ReadDb): (row: ListRow) => Row {
  const users = userRefs(db);
  return (row) => ({
    id: row.id,
    kind: row.kind,
    displayName: row.display_name,
    roles: row.role_types === '' ? [] : (row.role_types.split(',') as Row['roles']),
    phone: row.primary_phone,
    email: row.primary_email,
    city: row.city,
    ownerName: users(row.shown_owner_id)?.name ?? null,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastActivityAt: row.last_activity_at,
  });
}

const place = (row: { sort_value: string | number | null; id: string }): string =>
  writeCursor([row.sort_value, row.id]);

const ListPlace = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);
const parsePlace = (cursor: string): Place | undefined => readCursor(ListPlace, cursor);
