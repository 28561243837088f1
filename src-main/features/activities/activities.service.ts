// The rules of activities: what happened, when, and with whom.

import { z } from 'zod';
import type { activitiesContract } from '@shared/features/activities/activities.contract';
import type { ActivityDraft, ActivityItem } from '@shared/features/activities/activity';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, Handlers } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import { compiled, tables, type ReadDb, type Tables, type WriteDb } from '../../db';
import { activityMatch } from '../../search';
import { selectAttachmentCounts } from '../attachments';
import { liveRootOf, memberIdsOf, rootIdOf } from '../clusters';
import { userRefs } from '../users';
import * as statements from './activities.sql';

type ParticipantRole = Tables['activity_party']['role'];

export interface NewActivity extends Omit<ActivityDraft, 'at'> {
  readonly at: number;
  readonly authorId: string;
  readonly createdAt: number;
  readonly externalKey?: string | null;
  /** Who wrote it down in a former system, when that is no user. */
  readonly recordedBy?: string | null;
  /** By party; left out, the first is the subject and the others take part. */
  readonly roles?: ReadonlyMap<string, ParticipantRole>;
}

/** Stores an activity and its participants; the parties have been checked. */
export function insertActivity({ db, ids }: { db: WriteDb; ids: () => string }, activity: NewActivity): string {
  const id = ids();
  db.run(
    statements.insertActivity({
      id,
      kind: activity.kind,
      direction: activity.direction ?? null,
      subject: cleanLine(activity.subject),
      body: activity.body ?? null,
      at: activity.at,
      duration_minutes: activity.durationMinutes ?? null,
      outcome: line(activity.outcome),
      place: line(activity.place),
      author_id: activity.authorId,
      external_key: activity.externalKey ?? null,
      created_at: activity.createdAt,
      deleted_at: null,
      recorded_by: activity.recordedBy ?? null,
    }),
  );
  insertParticipants({ db, ids }, { id, ...activity });
  return id;
}

function insertParticipants(
  { db, ids }: { db: WriteDb; ids: () => string },
  activity: Pick<NewActivity, 'at' | 'kind' | 'partyIds' | 'roles'> & { readonly id: string },
): void {
  for (const [index, partyId] of [...new Set(activity.partyIds)].entries()) {
    const role = activity.roles?.get(partyId) ?? (index === 0 ? 'subject' : 'participant');
    db.run(
      statements.insertParticipant({
        id: ids(),
        activity_id: activity.id,
        party_id: partyId,
        role,
        at: activity.at,
        kind: activity.kind,
      }),
    );
  }
}

export function createActivitiesService(): Handlers<typeof activitiesContract> {
  return {
    log(context, draft) {
      const missing = missingParty(context.db, draft.partyIds);
      if (missing !== undefined) return fail('activities.party-not-found', { id: missing });
      const { at, actor } = context;
      const partyIds = draft.partyIds.map((id) => rootIdOf(context.db, id));
      return ok({
        id: insertActivity(context, {
          ...draft,
          partyIds,
          at: draft.at ?? at,
          authorId: actor.userId ?? '',
          createdAt: at,
        }),
      });
    },
    update: (context, change) => updateActivity(context, change),
    remove({ db, at }, { id }) {
      const activity = db.first(statements.selectActivity({ id }));
      if (activity === undefined || activity.deleted_at !== null) return fail('activities.not-found', { id });
      db.run(compiled(tables.updateTable('activity').set({ deleted_at: at }).where('id', '=', id)));
      return ok({ id });
    },
    get({ db }, { id }) {
      const activity = db.first(statements.selectActivity({ id }));
      return activity === undefined || activity.deleted_at !== null
        ? fail('activities.not-found', { id })
        : ok(itemsOf(db, [activity])[0]!);
    },
    list({ db }, query) {
      const before = query.after === undefined ? null : readCursor(Place, query.after);
      if (before === undefined) return fail('activities.cursor-invalid');
      return ok(page(db, db.all(statements.selectFeed({ ...query, before, limit: query.limit + 1 })), query.limit));
    },
  };
}

type ActivityChange = Partial<ActivityDraft> & { readonly id: string };

function updateActivity(
  context: CommandContext,
  change: ActivityChange,
): Result<{ id: string }, Failure<'activities.not-found' | 'activities.party-not-found'>> {
  const { db } = context;
  const activity = db.first(statements.selectActivity({ id: change.id }));
  if (activity === undefined || activity.deleted_at !== null) return fail('activities.not-found', { id: change.id });
  const columns: Partial<statements.ActivityRow> = {};
  if (change.kind !== undefined) columns.kind = change.kind;
  if (change.direction !== undefined) columns.direction = change.direction;
  if (change.subject !== undefined) columns.subject = cleanLine(change.subject);
  if (change.body !== undefined) columns.body = change.body;
  if (change.at !== undefined) columns.at = change.at;
  if (change.durationMinutes !== undefined) columns.duration_minutes = change.durationMinutes;
  if (change.outcome !== undefined) columns.outcome = line(change.outcome);
  if (change.place !== undefined) columns.place = line(change.place);
  if (Object.keys(columns).length > 0)
    db.run(compiled(tables.updateTable('activity').set(columns).where('id', '=', change.id)));
  if (change.partyIds === undefined) return ok({ id: change.id });
  const missing = missingParty(db, change.partyIds);
  if (missing !== undefined) return fail('activities.party-not-found', { id: missing });
  replaceParticipants(context, { ...activity, ...columns }, change.partyIds);
  return ok({ id: change.id });
}

/** Who took part as which record stays as it is, as long as that party still took part. */
function replaceParticipants(
  context: CommandContext,
  activity: statements.ActivityRow,
  partyIds: readonly string[],
): void {
  const { db } = context;
  const wanted = new Set(partyIds.map((id) => rootIdOf(db, id)));
  const present = db
    .all(statements.selectParticipantRows({ activity: activity.id }))
    .map((row) => ({ id: row.id, party: rootIdOf(db, row.party_id) }));
  for (const row of present) {
    if (!wanted.has(row.party)) db.run(compiled(tables.deleteFrom('activity_party').where('id', '=', row.id)));
  }
  const added = [...wanted].filter((id) => !present.some((row) => row.party === id));
  for (const partyId of added) {
    db.run(
      statements.insertParticipant({
        id: context.ids(),
        activity_id: activity.id,
        party_id: partyId,
        role: 'participant',
        at: activity.at,
        kind: activity.kind,
      }),
    );
  }
}

const Place = z.tuple([z.number(), z.string()]);

interface TimelineQuery extends Omit<statements.TimelineFilter, 'before' | 'ids'> {
  readonly text?: string | undefined;
  readonly after?: string | undefined;
}
type Page = { items: ActivityItem[]; next: string | null };

export function timelineOf(db: ReadDb, query: TimelineQuery): Result<Page, Failure<'parties.cursor-invalid'>> {
  const before = query.after === undefined ? null : readCursor(Place, query.after);
  if (before === undefined) return fail('parties.cursor-invalid');
  const match = query.text === undefined ? undefined : activityMatch(query.text);
  const rows = memberIdsOf(db, query.partyId).map((partyId) => {
    const ids = match === undefined ? undefined : matching(db, partyId, match);
    return db.all(statements.selectTimeline({ ...query, partyId, ids, before, limit: query.limit + 1 }));
  });
  return ok(page(db, rows.length === 1 ? rows[0]! : newestFirst(rows.flat()).slice(0, query.limit + 1), query.limit));
}

/** Each activity once, however many records of one party took part in it. */
const newestFirst = (rows: readonly statements.ActivityRow[]): statements.ActivityRow[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));

const MATCH_LIMIT = 1000;

const matching = (db: ReadDb, party: string, match: string | null): string[] =>
  match === null
    ? []
    : db.all(statements.selectMatchingOfParty({ match, party, limit: MATCH_LIMIT })).map((row) => row.id);

function page(db: ReadDb, rows: readonly statements.ActivityRow[], limit: number): Page {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: itemsOf(db, shown),
    next: rows.length > limit && last !== undefined ? writeCursor([last.at, last.id]) : null,
  };
}

function itemsOf(db: ReadDb, rows: readonly statements.ActivityRow[]): ActivityItem[] {
  const users = userRefs(db);
  const activities = JSON.stringify(rows.map(({ id }) => id));
  const files = new Map(db.all(selectAttachmentCounts({ activities })).map(({ id, count }) => [id, count]));
  const hidden = new Map(db.all(statements.selectHidden({ activities })).map((row) => [row.id, row]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    direction: row.direction,
    subject: row.subject,
    body: row.body,
    at: row.at,
    durationMinutes: row.duration_minutes,
    outcome: row.outcome,
    place: row.place,
    author: row.recorded_by === null ? users(row.author_id) : null,
    recordedBy: row.recorded_by,
    participants: distinct(db.all(statements.selectParticipants({ activity: row.id }))).map((participant) => ({
      partyId: participant.party_id,
      kind: participant.kind,
      name: participant.name,
      role: participant.role,
    })),
    attachments: files.get(row.id) ?? 0,
    hidden: texts.filter((text) => hidden.get(row.id)?.[text] === 1),
  }));
}

const texts = ['subject', 'body', 'outcome', 'place'] as const;

const distinct = <T extends { readonly party_id: string }>(rows: readonly T[]): readonly T[] =>
  rows.length < 2 ? rows : rows.filter((row, at) => rows.findIndex((other) => other.party_id === row.party_id) === at);

const COUNT_CAP = 1000;

/** Of one party: the ids of all records that are it. */
export function countActivities(db: ReadDb, ids: readonly string[]): { value: number; capped: boolean } {
  const cap = COUNT_CAP + 1;
  const [party] = ids;
  const counted =
    ids.length === 1
      ? statements.selectCappedActivityCount({ party: party!, cap })
      : statements.selectCappedCountOfMany({ parties: JSON.stringify(ids), cap });
  const count = db.first(counted)?.count ?? 0;
  return { value: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP };
}

const missingParty = (db: ReadDb, ids: readonly string[]): string | undefined =>
  ids.find((id) => liveRootOf(db, id) === undefined);

const line = (text: string | null | undefined): string | null => {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
};
