// Who did and who read what, for whoever may watch, and for the person it is about.

import type { accessContract } from '@shared/features/access/access.contract';
import { fail, ok } from '@shared/core/result';
import type { Handlers } from '../../core/context';
import { rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { auditPage } from './audit-entries';
import { letterTo } from './letter';

/** All but what the engine itself remembers (`declare.ts`). */
export const createAccessService = (): Omit<Handlers<typeof accessContract>, 'declare'> => ({
  events({ db }, query) {
    const page = auditPage(db, query);
    return page.ok ? ok({ entries: [...page.value.entries], next: page.value.next }) : page;
  },
  letter: ({ db }, { partyId }) => letterTo(db, partyId),
  // What is written down is declared in the contract.
  print: async ({ db }, { partyId }) =>
    db.first(selectParty({ id: rootIdOf(db, partyId) })) === undefined
      ? fail('access.party-not-found', { id: partyId })
      : ok({}),
});
