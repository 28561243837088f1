// Connecting two parties, and changing the details of a connection, each with its notice and undo.

import type { Failure } from '@shared/core/result';
import { useEngineCommand } from '../../../api';
import { useT } from '../../../ui';
import { useDone } from '../../operations';
import type { PickedParty } from '../../search';
import type { Relationship } from './relation-choices';

interface RelationDetails {
  readonly position: string | null;
  readonly note: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

export interface Relating {
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** True when it was saved. */
  connect(
    partyId: string,
    other: PickedParty,
    relation: RelationDetails & Pick<Relationship, 'type' | 'direction'>,
  ): Promise<boolean>;
  change(relationship: Relationship, details: RelationDetails): Promise<boolean>;
}

export function useRelating(): Relating {
  const t = useT();
  const done = useDone();
  const create = useEngineCommand('relationships.create');
  const update = useEngineCommand('relationships.update');
  return {
    pending: create.pending || update.pending,
    failure: create.error ?? update.error,
    connect: async (partyId, other, { direction, ...relation }) => {
      const [fromPartyId, toPartyId] = direction === 'outgoing' ? [partyId, other.id] : [other.id, partyId];
      const result = await create.run({ fromPartyId, toPartyId, ...relation });
      if (result.ok) done(result, t('relationships.added', { name: other.name }));
      return result.ok;
    },
    change: async ({ id, party }, details) => {
      const result = await update.run({ id, ...details });
      if (result.ok) done(result, t('relationships.changed', { name: party.name }));
      return result.ok;
    },
  };
}
