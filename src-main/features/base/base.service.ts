// The base as a whole.

import type { baseContract } from '@shared/features/base/base.contract';
import { fail, ok } from '@shared/core/result';
import type { Handlers } from '../../core/context';
import type { PartyProjectionState } from '../parties';
import { checkBase } from './check-base';
import { fillWithSample } from './fill-sample';
import { generateInto } from './generate';
import { countedMembers } from '../clusters';
import { counted, verifyBase } from './verify';

export function createBaseService(state: PartyProjectionState): Handlers<typeof baseContract> {
  return {
    counts: ({ db }) =>
      ok({
        parties: counted(db, 'party') - countedMembers(db),
        activities: counted(db, 'activity'),
        operations: counted(db, 'operation'),
      }),
    verify: ({ db }, options) => ok(verifyBase(db, options)),
    check: async (context) => ok({ jobId: context.startJob(checkBase.name, {}).id }),
    generate: async (context, input) =>
      ok(await generateInto(context, state, { ...input, onProgress: () => undefined })),
    async loadSample(context) {
      if (counted(context.db, 'party') > 0) return fail('base.not-empty');
      return ok(await fillWithSample(context, state));
    },
  };
}
