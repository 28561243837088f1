// The few fields of a new record, and the draft they make for the engine.

import type { PartyDraft } from '@shared/features/parties/party';
import type { roleTypes } from '@shared/catalogue';
import type { z } from 'zod';
import type { Probe } from '../../duplicates';
import type { PartyKind } from '../list/list-view';

export interface NewPartyForm {
  readonly kind: PartyKind;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly role: (typeof roleTypes)[number] | null;
  readonly parts: Readonly<Record<NamePart, string>>;
  /** Why somebody who was erased is written down again. */
  readonly returnReason: string;
}

export const nameParts = ['prefix', 'given', 'father', 'grandfather', 'family', 'kunya'] as const;
export type NamePart = (typeof nameParts)[number];

export const emptyForm = (kind: PartyKind, name = ''): NewPartyForm => ({
  kind,
  name,
  phone: '',
  email: '',
  role: null,
  parts: { prefix: '', given: '', father: '', grandfather: '', family: '', kunya: '' },
  returnReason: '',
});

type RawDraft = z.input<typeof PartyDraft> & { readonly returnReason?: string };

export function draftOf(form: NewPartyForm): RawDraft {
  const filled = Object.entries(form.parts).filter(([, text]) => text.trim() !== '');
  const points: RawDraft['contactPoints'] = [];
  if (form.phone.trim() !== '') points.push({ kind: 'phone', value: form.phone, preferred: true });
  if (form.email.trim() !== '') points.push({ kind: 'email', value: form.email });
  return {
    kind: form.kind,
    names: [{ text: form.name, ...(form.kind === 'person' ? Object.fromEntries(filled) : {}) }],
    contactPoints: points,
    roles: form.role === null ? [] : [{ type: form.role }],
    ...(form.returnReason.trim() === '' ? {} : { returnReason: form.returnReason }),
  };
}

/** What is typed so far, to be compared with whom the office knows. */
export function probeOf(form: NewPartyForm): Probe {
  const { kind, names, contactPoints } = draftOf(form);
  return { kind, names: form.name.trim() === '' ? [] : names, contactPoints };
}

/** The next field of a form in reading order, so that Enter walks through it. */
export function nextField(from: HTMLElement): HTMLElement | undefined {
  const fields = [
    ...(from.closest('form')?.querySelectorAll<HTMLElement>('input:not([type=hidden]):not([type=radio]), textarea') ??
      []),
  ];
  return fields[fields.indexOf(from) + 1];
}
