// Who opened a record in an emergency that their rights do not reach, why, and what whoever answers for privacy thought of it.

import { choice, defineEntity, instant, reference, text } from './field';

export const emergencyReasons = ['treatment', 'danger', 'unreachable', 'cover', 'legal', 'other'] as const;
export const emergencyVerdicts = ['justified', 'not-justified'] as const;

const once = { merge: 'once', required: true } as const;

/** The database lets nobody change who, whom, why and until when; it ends once, and is judged once, by somebody else. */
export const emergencyAccessEntity = defineEntity({
  key: 'emergency_access',
  subject: 'party_id',
  data: 'history',
  kept: 'proof',
  fields: {
    party_id: reference('party', once),
    user_id: reference('app_user', once),
    reason: choice(1, emergencyReasons, once),
    words: text(2, once),
    at: instant(1, once),
    until: instant(1, once),
    ended_at: instant(1, { merge: 'once' }),
    verdict: choice(1, emergencyVerdicts, { merge: 'once' }),
    reviewed_at: instant(1, { merge: 'once' }),
    reviewed_by: reference('app_user', { merge: 'once' }),
    review_words: text(2, { merge: 'once' }),
  },
});
