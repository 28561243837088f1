// The quick log's fields as typed, and what they say to the engine.

import type { ActivityDraft } from '@shared/features/activities/activity';
import type { activityDirections, activityKinds } from '@shared/catalogue';
import { readQuickPromise } from '@shared/features/tasks/quick-promise';
import type { Calendar } from '@shared/locale/language';
import { momentOf } from '@shared/locale/parse-moment';
import type { MomentReading, TypedMoment } from '@shared/locale/parse-moment';
import type { PickedParty } from '../search';

export type ActivityKind = (typeof activityKinds)[number];
export type Direction = (typeof activityDirections)[number];

export interface QuickDraft {
  readonly kind: ActivityKind;
  readonly subject: string;
  readonly body: string;
  /** As typed; empty means now. */
  readonly when: string;
  /** Chosen to read it by; otherwise the reader's own. */
  readonly whenCalendar?: Calendar | null;
  readonly parties: readonly PickedParty[];
  readonly direction: Direction | null;
}

export const emptyDraft = (parties: readonly PickedParty[]): QuickDraft => ({
  kind: 'call',
  subject: '',
  body: '',
  when: '',
  parties,
  direction: null,
});

export const whenOf = ({ when, whenCalendar }: QuickDraft): TypedMoment => ({
  text: when,
  calendar: whenCalendar ?? null,
});

export type DraftProblem = 'subject' | 'who' | 'when' | 'due';

/** What is missing or not understood, in the order of the fields; null when it can be saved. */
export function problemOf(draft: QuickDraft, reading: MomentReading): DraftProblem | null {
  if (draft.parties.length === 0) return 'who';
  if (draft.subject.trim() === '') return 'subject';
  const promise = readQuickPromise(draft.subject, reading);
  if (promise !== null) return promise.title === '' ? 'subject' : promise.due === null ? 'due' : null;
  if (momentOf(whenOf(draft), reading) === null) return 'when';
  return null;
}

/** Only for a draft without problems. An empty time is left to the engine's clock. */
export function activityOf(draft: QuickDraft, reading: MomentReading): ActivityDraft {
  const at = draft.when.trim() === '' ? undefined : (momentOf(whenOf(draft), reading) ?? undefined);
  const body = draft.body.trim();
  return {
    kind: draft.kind,
    subject: draft.subject.trim(),
    body: body === '' ? undefined : body,
    at,
    direction: draft.kind === 'note' ? undefined : (draft.direction ?? undefined),
    partyIds: draft.parties.map((party) => party.id),
  };
}

/** Up and down in the subject line go through the kinds. */
export function nextKind(kinds: readonly ActivityKind[], kind: ActivityKind, step: 1 | -1): ActivityKind {
  const index = (kinds.indexOf(kind) + step + kinds.length) % kinds.length;
  return kinds[index] ?? kind;
}
