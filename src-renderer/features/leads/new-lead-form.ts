// The fields of a new lead, and the draft they make for the engine.

import type { LeadDraft } from '@shared/features/leads/lead';
import type { z } from 'zod';
import type { Probe } from '../duplicates';
import type { PickedParty } from '../search';

type RawDraft = z.input<typeof LeadDraft>;

export interface NewLeadForm {
  readonly who: 'known' | 'new';
  readonly party: PickedParty | null;
  readonly newcomer: {
    readonly kind: 'person' | 'organisation';
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    /** Why somebody who was erased is written down again. */
    readonly returnReason: string;
  };
  readonly interest: string;
  readonly source: RawDraft['source'];
  /** Minor units; undefined while it cannot be read. */
  readonly amount: number | null | undefined;
  readonly ownerId: string | null;
  readonly note: string;
}

interface Begun {
  readonly party: PickedParty | undefined;
  readonly name: string | undefined;
  readonly ownerId: string;
}

export const emptyForm = ({ party, name, ownerId }: Begun): NewLeadForm => ({
  who: name === undefined ? 'known' : 'new',
  party: party ?? null,
  newcomer: { kind: 'person', name: name ?? '', phone: '', email: '', returnReason: '' },
  interest: '',
  source: 'phone',
  amount: null,
  ownerId,
  note: '',
});

export const isReady = ({ who, party, newcomer, amount }: NewLeadForm): boolean =>
  amount !== undefined && (party !== null || (who === 'new' && newcomer.name.trim() !== ''));

function newcomerOf({ newcomer }: NewLeadForm): NonNullable<RawDraft['party']> {
  const { kind, name, phone, email, returnReason } = newcomer;
  return {
    kind,
    names: [{ text: name }],
    contactPoints: [
      ...(phone.trim() === '' ? [] : [{ kind: 'phone' as const, value: phone, preferred: true }]),
      ...(email.trim() === '' ? [] : [{ kind: 'email' as const, value: email }]),
    ],
    ...(returnReason.trim() !== '' && { returnReason }),
  };
}

export function draftOf(form: NewLeadForm): RawDraft {
  const { party, interest, source, amount, ownerId, note } = form;
  const who = party === null ? { party: newcomerOf(form) } : { partyId: party.id };
  return { ...who, interest, source, amount: amount ?? null, ownerId, note };
}

/** What is typed so far, to be compared with whom the office knows. */
export function probeOf(form: NewLeadForm): Probe {
  const { kind, names, contactPoints } = newcomerOf(form);
  return { kind, names: form.newcomer.name.trim() === '' ? [] : names, contactPoints };
}
