// What people agreed to and refused: the office's purposes, the wordings that were shown, each saying as an event, and whom nobody contacts again.

import { choice, defineEntity, flag, instant, integer, json, longText, reference, text } from './field';

export const lawfulBases = [
  'consent',
  'contract',
  'legal-duty',
  'vital',
  'public-task',
  'legitimate-interest',
] as const;
export const contactChannels = ['phone', 'sms', 'email', 'messenger', 'letter', 'in-person'] as const;
export const consentChannels = ['any', ...contactChannels] as const;
export const consentActions = ['given', 'refused', 'withdrawn'] as const;
export const consentSources = ['paper', 'in-person', 'phone', 'email', 'message', 'web', 'import', 'other'] as const;
export const suppressedKinds = ['phone', 'email'] as const;
export const suppressionReasons = ['asked', 'erased', 'complaint', 'unreachable', 'other'] as const;

const once = { merge: 'once', required: true } as const;
const event = { merge: 'ledger', required: true } as const;

/** What the office processes data for. A row with the id of a purpose that ships with the product stands in its place. */
export const purposeEntity = defineEntity({
  key: 'purpose',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    /** `{ar, fa, en}`; null while a shipped purpose bears its own words. */
    names: json(1),
    basis: choice(1, lawfulBases, { required: true, merge: 'guard' }),
    /** Why the office's interest outweighs the person's, where that is the basis. */
    balancing: longText(1),
    /** The categories of data it needs, as a JSON list. */
    categories: json(1, { required: true }),
    active: flag(1, { required: true }),
    created_at: instant(1, once),
  },
});

/** What a person was shown or read out; never changed, only followed by the next version. */
export const consentWordingEntity = defineEntity({
  key: 'consent_wording',
  subject: null,
  data: 'office',
  kept: 'office',
  fields: {
    purpose_id: text(1, event),
    language: choice(1, ['ar', 'fa', 'en'], event),
    version: integer(1, event),
    text: longText(1, event),
    created_at: instant(1, event),
    created_by: reference('app_user', event),
  },
});

/** One saying of a person about a purpose. What holds now follows from all of them. */
export const consentEventEntity = defineEntity({
  key: 'consent_event',
  subject: 'party_id',
  data: 'consent',
  kept: 'proof',
  fields: {
    party_id: reference('party', once),
    purpose_id: text(1, event),
    channel: choice(1, consentChannels, event),
    /** Of the office's brands; null for all of them. */
    brand: text(1, { merge: 'ledger' }),
    action: choice(1, consentActions, event),
    /** When it was said. */
    at: instant(1, event),
    by_id: reference('app_user', event),
    source: choice(1, consentSources, event),
    /** Who said it in the person's stead: a guardian, somebody with a mandate. */
    given_by: text(2, { merge: 'ledger' }),
    wording_id: reference('consent_wording', { merge: 'ledger' }),
    evidence: longText(2, { merge: 'ledger' }),
    attachment_id: reference('attachment', { merge: 'ledger' }),
  },
});

/** A phone number or address that nobody contacts again, as a keyed hash: it says nothing, survives erasure, and knows the number when it comes again. */
export const suppressionEntity = defineEntity({
  key: 'suppression',
  subject: null,
  data: 'consent',
  kept: 'proof',
  fields: {
    kind: choice(1, suppressedKinds, once),
    hash: text(1, once),
    reason: choice(1, suppressionReasons, once),
    created_at: instant(1, once),
    by_id: reference('app_user', { merge: 'once' }),
  },
});
