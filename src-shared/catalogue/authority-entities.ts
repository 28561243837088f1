// Who may be told about somebody and act for them: what was granted or forbidden, and how a caller proves to be who they say.

import { choice, civilDate, defineEntity, flag, instant, json, reference, text } from './field';

export const authorityBases = ['guardian', 'mandate', 'spouse', 'employer', 'court', 'heir', 'other'] as const;
export const authorityStances = ['allow', 'refuse'] as const;

const once = { merge: 'once', required: true } as const;
const local = { merge: 'local', required: true } as const;

/** `agent_id` may be told about `party_id` and act for it, or must not: then `stance` is refuse. */
export const authorityEntity = defineEntity({
  key: 'authority',
  subject: 'party_id',
  data: 'relationship',
  kept: 'person',
  fields: {
    party_id: reference('party', once),
    agent_id: reference('party', once),
    basis: choice(1, authorityBases, once),
    stance: choice(1, authorityStances, once),
    /** Kinds of data it is about, as a JSON list (`features/authority/matters.ts`). */
    matters: json(1, { required: true, merge: 'guard' }),
    may_be_told: flag(1, { required: true, merge: 'guard' }),
    may_act: flag(1, { required: true, merge: 'guard' }),
    from_on: civilDate(1, { merge: 'guard' }),
    to_on: civilDate(1, { merge: 'guard' }),
    /** The paper it stands on: a file of either party. */
    attachment_id: reference('attachment'),
    note: text(2),
    disputed_at: instant(1, { merge: 'guard' }),
    dispute_note: text(2),
    withdrawn_at: instant(1, { merge: 'guard' }),
    withdrawn_by: reference('app_user', { merge: 'guard' }),
    withdrawn_reason: text(2),
    created_at: instant(1, once),
    created_by: reference('app_user', once),
  },
});

/** What a caller is asked before they are told anything: of whoever has this authority, or of the party itself. */
export const authorityQuestionEntity = defineEntity({
  key: 'authority_question',
  subject: 'party_id',
  data: 'relationship',
  kept: 'person',
  fields: {
    party_id: reference('party', once),
    authority_id: reference('authority', { merge: 'once' }),
    question: text(2, once),
    /** A slow hash of the folded answer; the answer itself is kept nowhere. */
    answer_hash: text(3, { ...once, secret: true }),
    created_at: instant(1, once),
  },
});

/** An answer that was given on this device: right or wrong, never what was said. */
export const authorityAnswerEntity = defineEntity({
  key: 'authority_answer',
  subject: 'party_id',
  data: 'relationship',
  kept: 'person',
  fields: {
    party_id: reference('party', local),
    caller_id: reference('party', local),
    question_id: reference('authority_question', local),
    is_right: flag(1, local),
    at: instant(1, local),
    by_id: reference('app_user', local),
  },
});
