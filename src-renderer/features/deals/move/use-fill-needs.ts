// Writes down what was missing, before the move that needs it.

import type { Failure } from '@shared/core/result';
import { useEngineCommand } from '../../../api';
import type { Facts } from './NeedFields';
import type { Moved } from './move';

export interface FillNeeds {
  readonly pending: boolean;
  readonly error: Failure | null;
  /** True when all of it is written. */
  save(facts: Facts): Promise<boolean>;
}

export function useFillNeeds({ id }: Pick<Moved, 'id'>): FillNeeds {
  const update = useEngineCommand('deals.update');
  const setParty = useEngineCommand('deals.setParty');
  return {
    pending: update.pending || setParty.pending,
    error: update.error ?? setParty.error,
    async save({ amount, expectedOn, nextStep, decider }) {
      const set = {
        ...(typeof amount === 'number' && { amount }),
        ...(expectedOn !== null && { expectedOn }),
        ...(nextStep.trim() !== '' && { nextStep }),
      };
      if (Object.keys(set).length > 0 && !(await update.run({ id, set })).ok) return false;
      return decider === null || (await setParty.run({ dealId: id, partyId: decider.id, role: 'decider' })).ok;
    },
  };
}
