// The state of the page of leads: read from the address, written into it, and turned into the question for the engine.

import type { LeadFilter } from '@shared/features/leads/lead';
import { LeadsView } from '@shared/features/leads/leads-view';
import { addressView } from '../../ui';

export type { LeadsView } from '@shared/features/leads/leads-view';

export const plainView = (): LeadsView => LeadsView.parse({});

export const { read: readView, write: writeView } = addressView(LeadsView, plainView);

export const isNarrowed = ({ owner, unit, source, response }: LeadsView): boolean =>
  [owner, unit, source, response].some((part) => part !== undefined);

export const withoutFilters = ({ state, sort }: LeadsView): LeadsView => ({ state, sort });

/** `me`: the reader's id. */
export const filterOf = ({ state, owner, unit, source, response }: LeadsView, me: string): LeadFilter => ({
  ...(state !== 'open' && { states: [state] }),
  ...(owner !== undefined && { ownerId: owner === 'me' ? me : owner }),
  ...(unit !== undefined && { unitId: unit }),
  ...(source !== undefined && { source }),
  ...(response !== undefined && { response }),
});
