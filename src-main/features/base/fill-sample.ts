// Stores the invented sample office: its parties, their relationships and their history.

import { ActivityDraft } from '@shared/features/activities/activity';
import { PartyDraft } from '@shared/features/parties/party';
import type { ActionContext } from '../../core/context';
import { insertActivity } from '../activities';
import { insertPartyDraft, type PartyProjectionState } from '../parties';
import { insertRelationship } from '../relationships';
import { sampleOffice } from '../sample';
import { siteCountry } from '../settings';
import { inBatches } from './generate';

const SEED = 1447;

export async function fillWithSample(context: ActionContext, state: PartyProjectionState): Promise<{ parties: number; activities: number }> {
  const office = sampleOffice({ now: context.clock.now(), seed: SEED });
  const userId = context.actor.userId ?? '';
  const country = siteCountry(context.db);
  const ids = new Map<string, string>();
  await inBatches(context, office.parties, (work, { key, draft }) => {
    ids.set(key, insertPartyDraft({ db: work.db, ids: context.ids, at: work.at, userId, country, state }, PartyDraft.parse(draft)));
  });
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the sample office has no party ${key}`);
    return id;
  };
  await inBatches(context, office.relationships, (work, edge) => {
    work.db.run(
      insertRelationship({
        id: context.ids(), from_party_id: idOf(edge.fromKey), to_party_id: idOf(edge.toKey), type: edge.type,
        position: edge.position ?? null, note: edge.note ?? null, from_on: edge.fromOn ?? null, to_on: edge.toOn ?? null,
      }),
    );
  });
  await inBatches(context, office.activities, (work, { draft, partyKeys }) => {
    const activity = ActivityDraft.parse({ ...draft, partyIds: partyKeys.map(idOf) });
    insertActivity({ db: work.db, ids: context.ids }, { ...activity, at: draft.at, authorId: userId, createdAt: work.at });
  });
  return { parties: office.parties.length, activities: office.activities.length };
}
