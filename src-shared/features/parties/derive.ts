// The derived columns of a party: what lists show and sort by, computed from its parts and from nothing else.

import { fold } from '../../text/fold';
import { sortKeys } from '../../text/sort-key';

export interface PartyParts {
  readonly names: readonly { readonly kind: string; readonly text: string }[];
  readonly contactPoints: readonly {
    readonly kind: string;
    readonly value: string;
    readonly preferred: boolean;
    readonly doNotUse: boolean;
  }[];
  readonly addresses: readonly { readonly city?: string | null }[];
  readonly roles: readonly { readonly type: string; readonly stage: string }[];
}

export interface DerivedParty {
  readonly display_name: string;
  readonly sort_ar: string;
  readonly sort_fa: string;
  readonly sort_en: string;
  readonly primary_phone: string | null;
  readonly primary_email: string | null;
  readonly city: string | null;
  readonly city_key: string | null;
  /** Types of the roles that have not ended, comma separated. */
  readonly role_types: string;
}

/** The first used name is the one shown; without one, the first of any kind. */
export const shownName = (names: PartyParts['names']): string =>
  (names.find((name) => name.kind === 'used') ?? names[0])?.text ?? '';

/** Parts come in their stored order. */
export function deriveParty(parts: PartyParts): DerivedParty {
  const shown = shownName(parts.names);
  const city = parts.addresses.find((address) => (address.city ?? '') !== '')?.city ?? null;
  const open = parts.roles.filter((role) => role.stage !== 'ended').map((role) => role.type);
  const sorted = sortKeys(shown);
  return {
    display_name: shown,
    sort_ar: sorted.ar,
    sort_fa: sorted.fa,
    sort_en: sorted.en,
    primary_phone: primary(parts, 'phone'),
    primary_email: primary(parts, 'email'),
    city,
    city_key: city === null ? null : fold(city),
    role_types: [...new Set(open)].join(','),
  };
}

function primary(parts: PartyParts, kind: string): string | null {
  const usable = parts.contactPoints.filter((point) => point.kind === kind && !point.doNotUse);
  return (usable.find((point) => point.preferred) ?? usable[0])?.value ?? null;
}
