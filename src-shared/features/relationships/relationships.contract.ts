// Typed, dated edges between parties.

import { z } from 'zod';
import { command, defineContract } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate, OptionalLine } from '../../core/schemas';

const details = {
  position: OptionalLine,
  note: OptionalLine,
  fromOn: CivilDate.nullish(),
  toOn: CivilDate.nullish(),
};

export const relationshipsContract = defineContract('relationships', {
  create: command({
    permission: 'parties.write',
    input: z.strictObject({ fromPartyId: Id, toPartyId: Id, type: z.string().max(60), ...details }),
    output: z.object({ id: Id }),
    errors: [
      'relationships.party-not-found',
      'relationships.type-unknown',
      'relationships.kind-mismatch',
      'relationships.same-party',
      'relationships.exists',
      'relationships.dates-reversed',
    ],
  }),
  update: command({
    permission: 'parties.write',
    input: z.strictObject({ id: Id, ...details }),
    output: z.object({ id: Id }),
    errors: ['relationships.not-found', 'relationships.dates-reversed'],
  }),
  remove: command({
    permission: 'parties.write',
    input: z.strictObject({ id: Id }),
    output: z.object({ id: Id }),
    errors: ['relationships.not-found'],
  }),
});
