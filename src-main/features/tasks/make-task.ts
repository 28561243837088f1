// A new task and its first event; also the next one of those that repeat each other.

import type { RepeatRule } from '@shared/features/tasks/repeat';
import { nextAfter, nextDue } from '@shared/features/tasks/repeat';
import { addDays } from '@shared/locale/civil';
import { dayInZone, isTimeZone } from '@shared/locale/zoned-time';
import type { DueDraft, TaskDraft } from '@shared/features/tasks/task';
import type { Failure, Result } from '@shared/core/result';
import { fail, ok } from '@shared/core/result';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { liveRootOf } from '../clusters';
import { liveDealOf } from '../deals';
import { siteSettings } from '../settings';
import { selectUserExists } from '../users';
import { ruleOf } from './task-view';
import * as statements from './tasks.sql';

type Event = Tables['task_event'];
/** The day an event gives, as it is stored. */
export type Day = Pick<Event, 'due_on' | 'due_minutes' | 'due_zone'>;

export interface NewTask extends TaskDraft {
  readonly word?: Tables['task']['word'];
}

type MakeRefusal = Failure<
  'tasks.party-not-found' | 'tasks.deal-not-found' | 'tasks.repeat-never' | 'tasks.owner-unknown' | 'tasks.zone-unknown'
>;

export function makeTask(context: CommandContext, draft: NewTask): Result<{ id: string }, MakeRefusal> {
  const { db, actor } = context;
  const about = aboutOf(db, draft);
  if (!about.ok) return about;
  const ownerId = draft.ownerId ?? actor.userId ?? '';
  if (db.first(selectUserExists({ id: ownerId })) === undefined) return fail('tasks.owner-unknown', { ownerId });
  const day = dayOf(db, draft.due ?? null);
  if (!day.ok) return day;
  const first = repeatedDay(db, day.value, draft.repeat ?? null);
  if (first === null) return fail('tasks.repeat-never');
  const id = insert(context, first, {
    title: cleanLine(draft.title),
    kind: draft.kind,
    priority: draft.priority,
    party_id: about.value.partyId ?? null,
    deal_id: about.value.dealId ?? null,
    owner_id: ownerId,
    word: draft.word ?? null,
    note: text(draft.note),
    repeat: draft.repeat ? JSON.stringify(draft.repeat) : null,
    series_id: null,
  });
  return ok({ id });
}

/** The one after a task that repeats; null when there is none, or it is there already. */
export function makeNext(context: CommandContext, task: Tables['task']): string | null {
  const { db, clock } = context;
  const rule = ruleOf(task);
  if (rule === null || task.due_on === null) return null;
  const series_id = task.series_id ?? task.id;
  if (db.first(statements.selectOpenOfSeries({ series: series_id, but: task.id })) !== undefined) return null;
  const due_on = nextDue(rule, task.due_on, dayInZone(clock.now(), task.due_zone ?? 'UTC'));
  if (due_on === null) return null;
  const { title, kind, priority, party_id, deal_id, owner_id, word, note, repeat, due_minutes, due_zone } = task;
  const same = { title, kind, priority, party_id, deal_id, owner_id, word, note, repeat, series_id };
  return insert(context, { due_on, due_minutes, due_zone }, same);
}

type Facts = Omit<
  Tables['task'],
  | 'id'
  | 'external_key'
  | 'created_at'
  | 'created_by'
  | 'state'
  | 'state_at'
  | 'due_on'
  | 'due_minutes'
  | 'due_zone'
  | 'due_at'
>;

function insert(context: CommandContext, day: Day, facts: Facts): string {
  const { db, ids, at, actor } = context;
  const id = ids();
  const made = { created_at: at, created_by: actor.userId ?? '', external_key: null };
  db.run(statements.insertTask({ ...facts, ...made, id, state: 'open', state_at: at, ...noDay, due_at: null }));
  addEvent(context, { id, party_id: facts.party_id }, { kind: 'made', ...day });
  return id;
}

const noDay: Day = { due_on: null, due_minutes: null, due_zone: null };

export function addEvent(
  { db, ids, at, actor }: CommandContext,
  task: Pick<Tables['task'], 'id' | 'party_id'>,
  event: Pick<Event, 'kind'> &
    Partial<Day> & { readonly reason?: string | null | undefined; readonly at?: number | undefined },
): void {
  const { kind, reason, at: happened = at, ...day } = event;
  const said = cleanLine(reason ?? '');
  const row = { ...noDay, ...day, kind, at: happened, reason: said === '' ? null : said };
  db.run(
    statements.insertTaskEvent({
      ...row,
      id: ids(),
      task_id: task.id,
      party_id: task.party_id,
      by_id: actor.userId ?? '',
    }),
  );
}

/** Whom and what it is about, where they are there. */
export function aboutOf(
  db: ReadDb,
  { partyId, dealId }: Pick<TaskDraft, 'partyId' | 'dealId'>,
): Result<
  { readonly partyId: string | null | undefined; readonly dealId: string | null | undefined },
  Failure<'tasks.party-not-found' | 'tasks.deal-not-found'>
> {
  const party = partyId ? liveRootOf(db, partyId)?.root_id : partyId;
  if (partyId && party === undefined) return fail('tasks.party-not-found', { id: partyId });
  const deal = dealId ? liveDealOf(db, dealId) : undefined;
  if (dealId && deal === undefined) return fail('tasks.deal-not-found', { id: dealId });
  // What is about a deal is about whom it is with.
  return ok({ partyId: party ?? deal?.party_id ?? partyId, dealId });
}

export function dayOf(db: ReadDb, due: DueDraft | null): Result<Day, Failure<'tasks.zone-unknown'>> {
  if (due === null) return ok(noDay);
  const zone = due.zone ?? siteSettings(db).timeZone;
  if (!isTimeZone(zone)) return fail('tasks.zone-unknown', { zone });
  return ok({ due_on: due.on, due_minutes: due.minutes ?? null, due_zone: zone });
}

/** What repeats begins on a day of its rule; null when it has none left. */
export function repeatedDay(db: ReadDb, day: Day, rule: RepeatRule | null): Day | null {
  if (rule === null) return day;
  const begins = day.due_on !== null && day.due_on > rule.from ? day.due_on : rule.from;
  const due_on = nextAfter(rule, addDays(begins, -1));
  return due_on === null ? null : { ...day, due_on, due_zone: day.due_zone ?? siteSettings(db).timeZone };
}

export const text = (typed: string | null | undefined): string | null => {
  const clean = cleanText(typed ?? '');
  return clean === '' ? null : clean;
};
