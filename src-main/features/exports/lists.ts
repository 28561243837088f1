// The lists that go out, batch by batch in bounded memory: which rows, in which order. What of them is seen, the projection says.

import { activityEntity, entityOf } from '@shared/catalogue';
import type { AuditEntry } from '@shared/features/access/access.contract';
import type { ExportList } from '@shared/features/exports/exports.contract';
import type { Language } from '@shared/locale/language';
import { fewSeen, type Actor } from '../../access';
import type { ReadDb, Tables } from '../../db';
import { searchedBy } from '../../search';
import { auditPage } from '../access';
import { countActivities as countOfParty, timelineOf } from '../activities';
import { memberIdsOf, rootIdOf } from '../clusters';
import { countListed, eachListed, type ListQuery } from '../parties';
import { siteToday } from '../settings';
import {
  countActivities,
  countRows,
  selectActivities,
  selectEdgesAfter,
  selectParticipantsOf,
  selectRowsAfter,
  selectRowsById,
  type ActivityQuery,
  type EdgeRow,
  type EntityRow,
  type ParticipantRow,
} from './projection.sql';

export const BATCH = 1000;
/** Rows of the list become objects twice on their way: so many die young, more would be carried along. */
const LISTED = 200;

type PartyList = Extract<ExportList, { list: 'parties' }>;
type ActivityList = Extract<ExportList, { list: 'activities' }>;

/** Who is asking, and in which language lists are sorted. */
export interface Asking {
  readonly db: ReadDb;
  readonly actor: Actor;
  readonly language: Language;
  /** When it was asked, ms UTC. */
  readonly at: number;
  /** Told of everybody who comes by, as the record that stands for them. */
  readonly seen?: (ids: readonly string[]) => void;
}

const queryOf = ({ db, actor, language, at }: Asking, { filter, sort }: PartyList): ListQuery => ({
  filter,
  sort,
  language,
  by: searchedBy(actor),
  few: fewSeen(db, actor),
  today: siteToday(db, at),
});

export type ListedParty = ReturnType<typeof eachListed> extends Generator<readonly (infer Row)[]> ? Row : never;

/** Rows of the list of parties; with a selection only those chosen, in the order of the list. */
export function* partyRows(asking: Asking, list: PartyList): Generator<readonly ListedParty[]> {
  const within = list.ids === undefined ? undefined : [...new Set(list.ids.map((id) => rootIdOf(asking.db, id)))];
  for (const rows of eachListed(asking.db, queryOf(asking, list), { limit: LISTED, within })) {
    asking.seen?.(rows.map(({ id }) => id));
    yield rows;
  }
}

export const countParties = (asking: Asking, list: PartyList): number =>
  list.ids === undefined ? countListed(asking.db, queryOf(asking, list)) : new Set(list.ids).size;

export interface ListedActivity {
  readonly row: Tables['activity'];
  readonly participants: readonly ParticipantRow[];
}

/** Newest first: of the office, or of one party as its timeline shows them. */
export function* activityRows(asking: Asking, list: ActivityList): Generator<readonly ListedActivity[]> {
  const { db } = asking;
  for (const rows of list.filter.partyId === undefined ? officeRows(asking, list) : timelineRows(asking, list)) {
    const present = new Map<string, ParticipantRow[]>();
    for (const row of db.all(selectParticipantsOf(JSON.stringify(rows.map(({ id }) => id)))))
      present.set(row.activity_id, withParticipant(present.get(row.activity_id) ?? [], row));
    asking.seen?.([...present.values()].flat().map(({ party_id }) => party_id));
    yield rows.map((row) => ({ row, participants: present.get(row.id) ?? [] }));
  }
}

function* officeRows({ db }: Asking, { filter }: ActivityList): Generator<readonly Tables['activity'][]> {
  let before: ActivityQuery['before'] = null;
  for (;;) {
    const rows: Tables['activity'][] = db.all(selectActivities({ filter, before, limit: BATCH }));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < BATCH) return;
    before = [last.at, last.id];
  }
}

function* timelineRows({ db }: Asking, { filter }: ActivityList): Generator<readonly Tables['activity'][]> {
  const partyId = rootIdOf(db, filter.partyId ?? '');
  let after: string | undefined;
  do {
    const page = timelineOf(db, { ...filter, partyId, after, limit: BATCH });
    if (!page.ok) throw new Error(`a timeline gave a place that it does not know: ${page.error.code}`);
    const ids = page.value.items.map(({ id }) => id);
    const rows = new Map(
      db.all(selectRowsById(activityEntity, JSON.stringify(ids))).map((row) => [row.id, row as unknown]),
    );
    yield ids.map((id) => rows.get(id) as Tables['activity']);
    after = page.value.next ?? undefined;
  } while (after !== undefined);
}

/** Two records of one party in one activity are one participant. */
const withParticipant = (list: ParticipantRow[], row: ParticipantRow): ParticipantRow[] =>
  list.some(({ party_id }) => party_id === row.party_id) ? list : [...list, row];

/** Of one party all of its activities are counted, whichever of them the filter leaves. */
export const countOfActivities = ({ db }: Asking, { filter }: ActivityList): number =>
  filter.partyId === undefined
    ? (db.first(countActivities(filter))?.count ?? 0)
    : countOfParty(db, memberIdsOf(db, rootIdOf(db, filter.partyId))).value;

export function* edgeRows({ db, seen }: Asking): Generator<readonly EdgeRow[]> {
  for (let after = ''; ;) {
    const rows = db.all(selectEdgesAfter({ after, limit: BATCH }));
    const last = rows.at(-1);
    if (last === undefined) return;
    seen?.(rows.flatMap(({ from_root, to_root }) => [from_root, to_root]));
    yield rows;
    if (rows.length < BATCH) return;
    after = last.id;
  }
}

type AuditList = Extract<ExportList, { list: 'audit' }>;

/** Newest first. How many there will be nobody has counted. */
export function* auditRows({ db, seen }: Asking, { filter }: AuditList): Generator<readonly AuditEntry[]> {
  let after: string | undefined;
  do {
    const page = auditPage(db, { ...filter, after, limit: BATCH });
    if (!page.ok) return;
    seen?.(page.value.entries.flatMap(({ parties }) => parties.map(({ id }) => id)));
    yield page.value.entries;
    after = page.value.next ?? undefined;
  } while (after !== undefined);
}

export function* entityRows({ db }: Asking, entity: string): Generator<readonly EntityRow[]> {
  for (let after = ''; ;) {
    const rows = db.all(selectRowsAfter(entityOf(entity), { after, limit: BATCH }));
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    if (rows.length < BATCH) return;
    after = last.id;
  }
}

export const countEntity = ({ db }: Asking, entity: string): number => db.first(countRows(entity))?.count ?? 0;
