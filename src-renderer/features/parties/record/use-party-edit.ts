// Saving one change of a party: the engine's answer, the notice with its undo, and the failure kept for the form.

import type { Failure } from '@shared/core/result';
import type { partyParts, PartyPatch, PartyRecord } from '@shared/features/parties/party';
import { createContext, useContext } from 'react';
import type { z } from 'zod';
import { useEngineCommand } from '../../../api';
import { useT } from '../../../ui';
import { useDone } from '../../operations';

export type Patch = Omit<z.input<typeof PartyPatch>, 'id'>;
export type PartName = (typeof partyParts)[number];

export interface PartyEdit {
  /** False for readers, for what lies outside their reach, and for records in the bin: nothing then looks editable. */
  readonly allowed: boolean;
  /** Whether its owner and unit may be changed. */
  readonly assignable: boolean;
  /** Whether a field, as `entity.field`, is not seen whole: it is then neither changed nor called empty. */
  isMasked(field: string): boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** `what` names what was changed, for the notice; true when it was saved. */
  save(patch: Patch, what: string): Promise<boolean>;
  removePart(part: PartName, id: string, what: string): Promise<boolean>;
  clear(): void;
}

/** The party whose page this is, for the parts that edit it. */
export const PartyContext = createContext<ShownParty | null>(null);

export interface ShownParty {
  readonly id: string;
  readonly deleted: boolean;
  readonly rights: PartyRecord['rights'];
}

export function useParty(): ShownParty {
  const party = useContext(PartyContext);
  if (party === null) throw new Error('PartyContext is missing');
  return party;
}

export function usePartyEdit(): PartyEdit {
  const t = useT();
  const { id, deleted, rights } = useParty();
  const done = useDone();
  const update = useEngineCommand('parties.update');
  const run = async (patch: Patch, message: string): Promise<boolean> => {
    const result = await update.run({ id, ...patch });
    if (result.ok) done(result, message);
    return result.ok;
  };
  return {
    allowed: rights.write && !deleted,
    assignable: rights.assign && !deleted,
    isMasked: (field) => rights.masked.includes(field),
    pending: update.pending,
    failure: update.error,
    save: (patch, what) => run(patch, t('record.saved', { field: what })),
    removePart: (part, partId, what) =>
      run({ remove: [{ part, id: partId }] }, t('record.partRemoved', { field: what })),
    clear: update.clear,
  };
}
