// What can be asked about merging: preview, merge, who belongs together, what a separation would part, separate.

import type { partiesContract } from '@shared/features/parties/parties.contract';
import type { mergingOperations } from '@shared/features/parties/merging';
import { ok } from '@shared/core/result';
import type { Handlers } from '../../core/context';
import { factsSince, mergeable, mergeParties, partingOf, unmergeParties } from '../clusters';
import { clusterView, recordCard } from './cluster-view';
import { mergePreview } from './merge-preview';
import { withParty } from './with-party';

export const mergingHandlers: Pick<Handlers<typeof partiesContract>, keyof typeof mergingOperations> = {
  merge: (context, input) => mergeParties(context, input),
  mergePreview({ db, actor }, input) {
    const together = mergeable(db, input);
    return together.ok ? ok(mergePreview(db, actor, together.value)) : together;
  },
  cluster: (context, { id }) => withParty(context, id, (root) => ok(clusterView(context.db, root))),
  unmergePreview({ db, actor }, { ids }) {
    const parting = partingOf(db, ids);
    if (!parting.ok) return parting;
    const cards = (side: readonly string[]) => side.flatMap((id) => recordCard(db, id) ?? []);
    const { leaving, staying } = parting.value;
    return ok({ leaving: cards(leaving), staying: cards(staying), ...factsSince(db, actor, parting.value) });
  },
  unmerge: (context, input) => unmergeParties(context, input),
};
