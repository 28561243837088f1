// Changing a party that may be several records: every part of the change is written to the record it belongs to.

import type { PartyPatch } from '@shared/features/parties/party';
import { ok } from '@shared/core/result';
import type { CommandContext } from '../../core/context';
import type { Tables } from '../../db';
import { chooseShown, clusterOfRoot } from '../clusters';
import { updateParty } from './party-update';
import { routePatch, sourceOfField } from './route-patch';
import { survivorOf } from './survivor';

/** Each part of the change goes to the record it belongs to; a value that is cleared does not bring up another record's. */
export function updateMerged(
  context: CommandContext,
  root: Tables['party'],
  patch: PartyPatch,
): ReturnType<typeof updateParty> {
  const { db } = context;
  const survivor = survivorOf(db, root);
  const { sources } = survivor;
  for (const one of routePatch(db, survivor, patch)) {
    const updated = updateParty(context, one);
    if (!updated.ok) return updated;
  }
  const cleared = Object.entries(patch.set ?? {}).flatMap(([name, value]) => {
    const source = value === null ? sourceOfField(name, sources) : undefined;
    return source === undefined ? [] : [[name === 'ownerId' ? 'owner' : name, source] as const];
  });
  if (cleared.length > 0) chooseShown(db, clusterOfRoot(db, root.id), Object.fromEntries(cleared));
  return ok({ id: root.id });
}
