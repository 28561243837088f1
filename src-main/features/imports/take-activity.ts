// One row as an activity of the past: with its own instant and its own author, found again by its key or by what it says.

import type { RecordDraft } from '@shared/features/imports/mapping';
import { Id } from '@shared/core/ids';
import { ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import {
  insertActivity,
  selectActivity,
  selectActivityByExternalKey,
  selectSameActivity,
  updateActivityColumns,
  type ActivityRow,
} from '../activities';
import { resolve } from './party-references';
import { changedFields, refused, type RecordPlan, type RecordTaker, type Taken } from './take-record';

type Values = RecordDraft['values'];
type Participants = ReadonlyMap<string, ActivityPartyRole>;
type ActivityPartyRole = 'subject' | 'participant' | 'sender' | 'recipient';

/** Rows that a trial has only imagined, by key and by what they say. */
type Imagined = {
  readonly byKey: Map<string, Record<string, unknown>>;
  readonly same: Set<string>;
};

export function createActivityTaker(plan: RecordPlan): RecordTaker {
  const imagined: Imagined = { byKey: new Map(), same: new Set() };
  return {
    take(draft, { db, writer }) {
      // Senders and recipients may be people of the office or strangers; the person concerned must be known.
      const resolution = resolve(draft.references, plan.references, (part) => part === 'subject');
      if (!resolution.ok) return refused(resolution);
      const participants = participantsOf(resolution.parties);
      const values = directed(draft, participants);
      const key = typeof values['external_key'] === 'string' ? values['external_key'] : null;
      const before = key === null ? undefined : (imagined.byKey.get(key) ?? activityByKey(db, key));
      if (before !== undefined) {
        if (writer === null && key !== null) imagined.byKey.set(key, before as Record<string, unknown>);
        return ok(change(plan, { before, values, writer }));
      }
      if (plan.duplicates !== 'create' && isThere(db, { participants, values, imagined })) return ok('duplicates');
      if (writer === null) imagine(imagined, { key, participants, values });
      else write(plan, { draft, participants, values, writer });
      return ok('created');
    },
  };
}

/** By the key of a former system, or by our own id, which stands where there was none. */
function activityByKey(db: ReadDb, key: string): ActivityRow | undefined {
  const named = db.first(selectActivityByExternalKey({ key }));
  if (named !== undefined || !Id.safeParse(key).success) return named;
  const own = db.first(selectActivity({ id: key }));
  return own?.deleted_at === null ? own : undefined;
}

const ROLES: readonly ActivityPartyRole[] = ['subject', 'sender', 'recipient', 'participant'];

/** The first party is the one the activity is about; nobody stands in it twice. */
function participantsOf(parties: ReadonlyMap<string, readonly string[]>): Participants {
  const participants = new Map<string, ActivityPartyRole>();
  for (const role of ROLES)
    for (const id of parties.get(role) ?? []) if (!participants.has(id)) participants.set(id, role);
  return participants;
}

/** Where the file is silent: what a party of ours sent came in, what went to one went out. */
function directed({ values, references }: RecordDraft, participants: Participants): Values {
  if (values['direction'] !== undefined || !references.some(({ part }) => part === 'sender')) return values;
  if (values['kind'] !== 'message' && values['kind'] !== 'letter' && values['kind'] !== 'call') return values;
  const hasSender = [...participants.values()].includes('sender') || senderIsSubject(references);
  return { ...values, direction: hasSender ? 'incoming' : 'outgoing' };
}

/** In a chat of two the sender and the person concerned are often the same name. */
function senderIsSubject(references: RecordDraft['references']): boolean {
  const text = (part: string): string | undefined => references.find((reference) => reference.part === part)?.text;
  return text('sender') !== undefined && text('sender') === text('subject');
}

function change(
  { rules }: RecordPlan,
  {
    before,
    values,
    writer,
  }: {
    before: Record<string, unknown> | ActivityRow;
    values: Values;
    writer: CommandContext | null;
  },
): 'updated' | 'unchanged' {
  const columns = changedFields(before as Record<string, unknown>, stored(values), rules);
  if (Object.keys(columns).length === 0) return 'unchanged';
  if (writer === null) Object.assign(before, columns);
  else writer.db.run(updateActivityColumns((before as ActivityRow).id, columns as Partial<ActivityRow>));
  return 'updated';
}

const stored = (values: Values): Values =>
  typeof values['subject'] === 'string' ? { ...values, subject: cleanLine(values['subject']) } : values;

interface Told {
  readonly participants: Participants;
  readonly values: Values;
}

const sameKey = (party: string, values: Values): string =>
  JSON.stringify([party, values['at'], values['kind'], cleanLine(String(values['subject']))]);

/** The same party at the same instant, the same kind, the same subject: told before. */
function isThere(db: ReadDb, { participants, values, imagined }: Told & { imagined: Imagined }): boolean {
  const [party = ''] = participants.keys();
  if (imagined.same.has(sameKey(party, values))) return true;
  const said = {
    party,
    at: Number(values['at']),
    kind: String(values['kind']),
    subject: cleanLine(String(values['subject'])),
  };
  return db.first(selectSameActivity(said)) !== undefined;
}

function imagine({ byKey, same }: Imagined, { key, participants, values }: Told & { key: string | null }): void {
  if (key !== null) byKey.set(key, { ...stored(values) });
  for (const party of participants.keys()) same.add(sameKey(party, values));
}

function write(
  plan: RecordPlan,
  { draft, participants, values, writer }: Told & { draft: RecordDraft; writer: CommandContext },
): Taken {
  const author = authorOf(draft, participants);
  const userId = author === undefined ? undefined : plan.userNamed(author);
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null);
  insertActivity(writer, {
    kind: values['kind'] as ActivityRow['kind'],
    direction: text('direction') as ActivityRow['direction'],
    subject: String(values['subject']),
    body: text('body'),
    at: Number(values['at']),
    durationMinutes: typeof values['duration_minutes'] === 'number' ? values['duration_minutes'] : null,
    outcome: text('outcome'),
    place: text('place'),
    partyIds: [...participants.keys()],
    roles: participants,
    authorId: userId ?? writer.actor.userId ?? '',
    recordedBy: userId === undefined ? (author ?? null) : null,
    externalKey: text('external_key'),
    createdAt: writer.at,
  });
  return ok('created');
}

/** The column of users, or a sender who is no party of ours: then somebody of the office wrote it. */
function authorOf({ author, references }: RecordDraft, participants: Participants): string | undefined {
  if (author !== undefined) return author;
  const sender = references.find(({ part }) => part === 'sender');
  return sender === undefined || [...participants.values()].includes('sender') || senderIsSubject(references)
    ? undefined
    : sender.text.slice(0, 200);
}
