// What mends a finding or a missing detail: the patch that the one field of its place makes.

import type { Place } from '@shared/features/quality/quality.contract';
import type { PartyPatch } from '@shared/features/parties/party';
import type { EnteredDate } from '@shared/core/schemas';
import type { z } from 'zod';

export type Patch = Omit<z.input<typeof PartyPatch>, 'id'>;

/** How a place is written into: nothing where its page must be opened. */
export type FixKind = 'text' | 'date' | 'day' | 'user' | 'choice' | 'number';

const choices = { gender: 'gender', language: 'language', group_kind: 'groupKind' } as const;
const texts = { industry: 'industry', legal_form: 'legalForm', nationality: 'nationality', note: 'note' } as const;

export function fixKind({ of, field }: Place, recordId: string | null): FixKind | null {
  if (of === 'contact_point' && field === 'value') return 'text';
  if (of === 'party_name' && field === 'text') return 'text';
  if (of === 'address' && field === 'city' && recordId === null) return 'text';
  if (of === 'identifier') {
    if (field === 'expires_on') return recordId === null ? null : 'day';
    return recordId === null ? 'number' : null;
  }
  if (of !== 'party' || field === null) return null;
  if (field === 'birth_on') return 'date';
  if (field === 'owner_id') return 'user';
  if (field in choices) return 'choice';
  return field in texts ? 'text' : null;
}

/** What was put into the field: text, the id of a user, a value of a choice, or a date. */
export interface Entry {
  readonly text: string;
  readonly date: EnteredDate | null;
  /** Of an identity number: which number it is. */
  readonly scheme: string;
}

export const isFilled = ({ text, date }: Entry, kind: FixKind): boolean =>
  kind === 'date' || kind === 'day' ? date !== null : text.trim() !== '';

export function patchOf({ of, field, values }: Place, recordId: string | null, entry: Entry): Patch {
  const id = recordId ?? undefined;
  const { text, date } = entry;
  if (of === 'contact_point') return { put: { contactPoints: [{ id, kind: pointKind(values['kind']), value: text }] } };
  if (of === 'party_name') return { put: { names: [{ id, text }] } };
  if (of === 'address') return { put: { addresses: [{ kind: 'home', city: text }] } };
  if (of === 'identifier' && field === 'expires_on') return { put: { identifiers: [{ id, expiresOn: date?.on }] } };
  if (of === 'identifier') return { put: { identifiers: [{ scheme: entry.scheme as 'other', value: text }] } };
  if (field === 'birth_on') return { set: { birth: date } };
  if (field === 'owner_id') return { set: { ownerId: text } };
  const name = { ...choices, ...texts }[field as keyof typeof choices];
  return { set: { [name]: text } };
}

const pointKind = (kind: string | undefined): 'phone' | 'email' => (kind === 'email' ? 'email' : 'phone');
