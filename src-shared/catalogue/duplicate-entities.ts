// Parties that may be one: what a search found on this device, and what people said about it.

import { choice, defineEntity, instant, integer, json, reference, text } from './field';

export const duplicateBands = ['likely', 'possible'] as const;
export const duplicateVerdicts = ['different'] as const;

const local = { merge: 'local', required: true } as const;
const once = { merge: 'once', required: true } as const;

/** Found by a search and found again by the next one: `party_id` is the lower of the two ids. */
export const duplicatePairEntity = defineEntity({
  key: 'duplicate_pair',
  subject: 'party_id',
  data: 'technical',
  kept: 'device',
  fields: {
    party_id: reference('party', local),
    other_party_id: reference('party', local),
    band: choice(1, duplicateBands, local),
    /** Tenths of a bit: log2 of the odds, by which the queue is sorted. */
    weight: integer(1, local),
    scan_id: text(1, local),
    found_at: instant(1, local),
  },
});

/** Two parties that a person called different; kept until somebody takes it back. */
export const duplicateVerdictEntity = defineEntity({
  key: 'duplicate_verdict',
  subject: 'party_id',
  data: 'office',
  kept: 'person',
  fields: {
    party_id: reference('party', once),
    other_party_id: reference('party', once),
    verdict: choice(1, duplicateVerdicts, once),
    at: instant(1, once),
    by_id: reference('app_user', once),
  },
});

/** One row: the last search of the whole base, and how common its names are. */
export const duplicateScanEntity = defineEntity({
  key: 'duplicate_scan',
  subject: null,
  data: 'technical',
  kept: 'device',
  fields: {
    scan_id: text(1, local),
    finished_at: instant(1, local),
    /** The last change of the ledger it has seen. */
    through_change: integer(1, local),
    parties: integer(1, local),
    names: json(2, local),
  },
});
