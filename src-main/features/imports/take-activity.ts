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
import { changedFields, refused, type RecordPlan, type RecordTaker } from './take-record';

type Values = RecordDraft['values'];
type Participants = ReadonlyMap<string, ActivityPartyRole>;
type ActivityPartyRole = 'subject' | 'participant' | 'sender' | 'recipient';

/** Rows that a trial has only imagined, by key and by what they say. */
type Imagined = {
  readonly byKey: Map<string, Record<string, unknown>>;
  readonly same: Set<string>;
  /** Stand in for the ids of activities, which nobody has made. */
  count: number;
};

export function createActivityTaker(plan: RecordPlan): RecordTaker {
  const imagined: Imagined = { byKey: new Map(), same: new Set(), count: 0 };
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
        return ok({ outcome: change(plan, { before, values, writer }), owner: ownerOf(plan, before) });
      }
      if (plan.duplicates !== 'create' && isThere(db, { participants, values, imagined }))
        return ok({ outcome: 'duplicates', owner: null });
      const owner =
        writer === null
          ? imagine(imagined, { key, participants, values })
          : write(plan, { draft, participants, values, writer });
      return ok({ outcome: 'created', owner });
    },
  };
}

/** Files are added to an activity that is there only where a row may change it. */
const ownerOf = ({ rules }: RecordPlan, before: Readonly<Record<string, unknown>>): string | null =>
  rules('attachment') === 'skip' ? null : String(before['id']);

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

function imagine(imagined: Imagined, { key, participants, values }: Told & { key: string | null }): string {
  imagined.count += 1;
  const id = `imagined-${imagined.count}`;
  if (key !== null) imagined.byKey.set(key, { ...stored(values), id });
  for (const party of participants.keys()) imagined.same.add(sameKey(party, values));
  return id;
}

function write(
  plan: RecordPlan,
  { draft, participants, values, writer }: Told & { draft: RecordDraft; writer: CommandContext },
): string {
  const author = authorOf(draft, participants);
  const userId = author === undefined ? undefined : plan.userNamed(author);
  const text = (field: string): string | null => (typeof values[field] === 'string' ? values[field] : null);
  return insertActivity(writer, {
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
}

/** The column of users, or a sender who is no party of ours: then somebody of the office wrote it. */
function authorOf({ author, references }: RecordDraft, participants: Participants): string | undefined {
  if (author !== undefined) return author;
  const sender = references.find(({ part }) => part === 'sender');
  return sender === undefined || [...participants.values()].includes('sender') || senderIsSubject(references)
    ? undefined
    : sender.text.slice(0, 200);
}
