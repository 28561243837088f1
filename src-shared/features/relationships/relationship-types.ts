// The relationship types that ship with the product. Words: `relationships.type.<key>` and `relationships.inverse.<key>`.

import type { partyKinds } from '../../catalogue';

type PartyKind = (typeof partyKinds)[number];

export interface RelationshipType {
  readonly key: string;
  /** Which kinds of party may stand on the `from` side and on the `to` side. */
  readonly from: readonly PartyKind[];
  readonly to: readonly PartyKind[];
  /** Reads the same from both sides (spouse, sibling). */
  readonly symmetric: boolean;
}

const person = ['person'] as const;
const organisation = ['organisation'] as const;
const group = ['group'] as const;
const anybody = ['person', 'organisation'] as const;

/** Read each as "from is … of/at to". */
export const relationshipTypes: readonly RelationshipType[] = [
  { key: 'parent', from: person, to: person, symmetric: false },
  { key: 'spouse', from: person, to: person, symmetric: true },
  { key: 'sibling', from: person, to: person, symmetric: true },
  { key: 'guardian', from: person, to: person, symmetric: false },
  { key: 'relative', from: person, to: person, symmetric: true },
  { key: 'friend', from: person, to: person, symmetric: true },
  { key: 'assistant', from: person, to: person, symmetric: false },
  { key: 'treating-doctor', from: person, to: person, symmetric: false },
  { key: 'employee', from: person, to: organisation, symmetric: false },
  { key: 'director', from: person, to: organisation, symmetric: false },
  { key: 'consultant', from: person, to: organisation, symmetric: false },
  { key: 'contact-person', from: person, to: organisation, symmetric: false },
  { key: 'shareholder', from: anybody, to: organisation, symmetric: false },
  { key: 'guarantor', from: anybody, to: anybody, symmetric: false },
  { key: 'referrer', from: anybody, to: anybody, symmetric: false },
  { key: 'insurer', from: organisation, to: anybody, symmetric: false },
  { key: 'supplier', from: anybody, to: organisation, symmetric: false },
  { key: 'parent-company', from: organisation, to: organisation, symmetric: false },
  { key: 'branch', from: organisation, to: organisation, symmetric: false },
  { key: 'partner', from: anybody, to: anybody, symmetric: true },
  { key: 'member', from: anybody, to: group, symmetric: false },
  { key: 'head', from: anybody, to: group, symmetric: false },
];

export function relationshipType(key: string): RelationshipType | undefined {
  return relationshipTypes.find((type) => type.key === key);
}
