// The rules of emergency access: finding, opening, ending, and judging it afterwards.

import { z } from 'zod';
import {
  EMERGENCY_MS,
  LEAST_WORDS,
  MOST_SEARCHES,
  REVIEW_MS,
  type Emergency,
  type emergenciesContract,
} from '@shared/features/emergencies/emergencies.contract';
import type { Clock } from '@shared/core/clock';
import type { Answer, InputOf } from '@shared/core/contract';
import { PARTY } from '@shared/core/reads';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import { instantInZone } from '@shared/locale/zoned-time';
import { initials } from '../../access';
import type { ActionContext, CommandContext, Handlers, QueryContext } from '../../core/context';
import { readCursor, writeCursor } from '../../core/cursor';
import type { ReadDb, WriteDb } from '../../db';
import { liveRootOf, memberIdsOf, rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { siteCountry, siteSettings } from '../settings';
import { userRefs } from '../users';
import * as statements from './emergencies.sql';
import { emergencyTime, openEmergency } from './open-emergency';
import { soughtBy } from './sought';

type Ops = (typeof emergenciesContract)['operations'];

const HOUR_MS = 60 * 60_000;

export const createEmergenciesService = (): Handlers<typeof emergenciesContract> => ({
  find: async (context, input) => find(context, input),
  open: async (context, input) => open(context, input),
  current,
  end: ({ db, actor, clock }) => {
    endEmergency(db, actor.userId, clock);
    return ok({});
  },
  list,
  review,
});

/** Whoever asks learns that there is somebody, and the log that they have asked. */
function find(context: ActionContext, { text }: InputOf<Ops['find']>): Answer<Ops['find']> {
  const { actor, clock, commit, noteReading } = context;
  const found = commit(
    ({ db }) => {
      const tried = { user: actor.userId ?? '', since: emergencyTime(db, clock) - HOUR_MS };
      const { count } = db.first(statements.countSearches(tried)) ?? { count: 0 };
      if (count >= MOST_SEARCHES) return fail('emergencies.too-many-searches', { most: MOST_SEARCHES });
      return ok(db.all(statements.selectSought(soughtBy(text, siteCountry(db)))));
    },
    { always: true },
  );
  if (!found.ok) return found;
  const ids = found.value.map(({ id }) => id);
  if (ids.length > 0) noteReading({ way: 'search', fields: [PARTY], of: { entity: 'party', ids } });
  return ok({
    found: found.value.map(({ id, kind, display_name }) => ({ id, kind, initials: initials(display_name) ?? '' })),
  });
}

function open(context: ActionContext, input: InputOf<Ops['open']>): Answer<Ops['open']> {
  const { db, actor, clock, ids, commit } = context;
  const words = cleanLine(input.words);
  if ([...words].length < LEAST_WORDS) return fail('emergencies.words-short', { least: LEAST_WORDS });
  if (db.first(selectParty({ id: rootIdOf(db, input.partyId) })) !== undefined)
    return fail('emergencies.seen-already', { id: input.partyId });
  return commit(({ db: whole }): Answer<Ops['open']> => {
    const party = liveRootOf(whole, input.partyId);
    if (party === undefined) return fail('emergencies.party-not-found');
    const at = emergencyTime(whole, clock);
    if (openEmergency(whole, actor.userId, at) !== undefined) return fail('emergencies.one-at-a-time');
    const row = { id: ids(), party_id: party.root_id, user_id: actor.userId ?? '', reason: input.reason, words };
    const until = at + EMERGENCY_MS;
    whole.run(statements.insertEmergency({ ...row, at, until, ...unjudged }));
    return ok({ id: row.id, partyId: party.root_id, until });
  });
}

const unjudged = { ended_at: null, verdict: null, reviewed_at: null, reviewed_by: null, review_words: null } as const;

/** By hand, or because the base is locked. */
export function endEmergency(db: WriteDb, userId: string | null, clock: Clock): void {
  const now = emergencyTime(db, clock);
  const row = openEmergency(db, userId, now);
  if (row !== undefined) db.run(statements.updateEmergency(row.id, { ended_at: now }));
}

function current({ db, actor, clock }: QueryContext): Answer<Ops['current']> {
  const now = emergencyTime(db, clock);
  const row = actor.can('access.break-glass') ? openEmergency(db, actor.userId, now) : undefined;
  const party = row === undefined ? undefined : db.first(selectParty({ id: rootIdOf(db, row.party_id) }));
  if (row === undefined || party === undefined) return ok({ emergency: null });
  const { id, reason, until } = row;
  return ok({
    emergency: { id, reason, until, leftMs: until - now, party: { id: party.id, name: party.display_name } },
  });
}

const Place = z.tuple([z.number(), z.string()]);
const START = [Number.MAX_SAFE_INTEGER, ''] as const;

function list({ db, clock }: QueryContext, input: InputOf<Ops['list']>): Answer<Ops['list']> {
  const before = input.after === undefined ? START : readCursor(Place, input.after);
  if (before === undefined) return fail('emergencies.cursor-invalid');
  const { limit, state } = input;
  const reviewed = state === undefined ? null : state === 'reviewed';
  const rows = db.all(
    statements.selectEmergencies({ ...monthOf(db, input.month), reviewed, before, limit: limit + 1 }),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return ok({
    emergencies: shown.map(viewOf(db, clock.now())),
    next: rows.length > limit && last !== undefined ? writeCursor([last.at, last.id]) : null,
  });
}

function monthOf(db: ReadDb, month: string | undefined): { from: number; to: number } {
  if (month === undefined) return { from: 0, to: Number.MAX_SAFE_INTEGER };
  const { timeZone } = siteSettings(db);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const first = (text: string): number => instantInZone(`${text}-01`, 0, timeZone);
  return { from: first(month), to: first(next) };
}

const viewOf = (db: ReadDb, now: number) => {
  const users = userRefs(db);
  return (row: statements.ListedRow): Emergency => ({
    id: row.id,
    party: { id: row.party_id, name: row.party_name, kind: row.party_kind },
    user: users(row.user_id) ?? { id: row.user_id, name: '' },
    reason: row.reason,
    words: row.words,
    at: row.at,
    until: row.until,
    endedAt: row.ended_at ?? (row.until <= now ? row.until : null),
    looks: row.looks,
    dueAt: row.at + REVIEW_MS,
    isOverdue: row.verdict === null && row.at + REVIEW_MS < now,
    verdict: row.verdict,
    reviewedAt: row.reviewed_at,
    reviewedBy: users(row.reviewed_by),
    reviewWords: row.review_words,
  });
};

function review({ db, at, actor }: CommandContext, input: InputOf<Ops['review']>): Answer<Ops['review']> {
  const row = db.first(statements.selectEmergency({ id: input.id }));
  if (row === undefined) return fail('emergencies.not-found', { id: input.id });
  if (row.user_id === actor.userId) return fail('emergencies.own');
  if (row.verdict !== null) return fail('emergencies.reviewed-already');
  const words = cleanLine(input.words ?? '');
  const judged = { verdict: input.verdict, reviewed_at: at, reviewed_by: actor.userId };
  db.run(statements.updateEmergency(row.id, { ...judged, review_words: words === '' ? null : words }));
  return ok({ id: row.id });
}

/** All records that are the person whose record is open. */
export const openedRecords = (db: ReadDb, { party_id }: statements.EmergencyRow): readonly string[] =>
  memberIdsOf(db, party_id);
