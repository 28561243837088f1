// Which relationships are possible between two parties, each said as what the other side is to this one.

import type { PartyRecord } from '@shared/features/parties/party';
import { relationshipTypes } from '@shared/features/relationships/relationship-types';
import type { Option, Translate } from '../../../ui';

export type Relationship = PartyRecord['relationships'][number];
type Kind = PartyRecord['kind'];

/** What the other party is to this one: the label of its own side. */
export const otherLabel = (
  t: Translate,
  { type, direction }: { type: string; direction: Relationship['direction'] },
): string => t.any(`relationships.${direction === 'outgoing' ? 'inverse' : 'type'}.${type}`);

/** `outgoing:employee`: this party is the `from` side. Symmetric types are offered once. */
export function relationOptions(t: Translate, own: Kind, other: Kind): readonly Option[] {
  return relationshipTypes.flatMap((type) => {
    const outgoing = type.from.includes(own) && type.to.includes(other);
    const incoming = !(type.symmetric && outgoing) && type.from.includes(other) && type.to.includes(own);
    const option = (direction: Relationship['direction']): Option => ({
      value: `${direction}:${type.key}`,
      label: otherLabel(t, { type: type.key, direction }),
    });
    return [...(incoming ? [option('incoming')] : []), ...(outgoing ? [option('outgoing')] : [])];
  });
}

export function readRelation(value: string): { type: string; direction: Relationship['direction'] } {
  const [direction, type = ''] = value.split(':');
  return { type, direction: direction === 'incoming' ? 'incoming' : 'outgoing' };
}

/** Current ones first, then by what they are. */
export const inOrder = (relationships: readonly Relationship[], today: string): readonly Relationship[] =>
  relationships.toSorted(
    (one, other) => Number(isEnded(one, today)) - Number(isEnded(other, today)) || (one.type < other.type ? -1 : 1),
  );

export const isEnded = (relationship: Relationship, today: string): boolean =>
  relationship.toOn !== null && relationship.toOn < today;
