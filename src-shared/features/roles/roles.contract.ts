// The roles a party plays for the office: each with its own owner, deputy, stage, terms and dates.

import { z } from 'zod';
import { roleStages } from '../../catalogue';
import { command, defineContract } from '../../core/contract';
import { Id } from '../../core/ids';
import { CivilDate, Line, OptionalLine } from '../../core/schemas';
import { RoleDraft } from '../parties/party';

export const rolesContract = defineContract('roles', {
  add: command({
    permission: 'parties.write',
    input: RoleDraft.extend({ partyId: Id }),
    output: z.object({ id: Id }),
    errors: ['roles.party-not-found', 'roles.already-open', 'roles.owner-unknown'],
  }),
  update: command({
    permission: 'parties.write',
    input: z.strictObject({
      id: Id,
      ownerId: Id.nullish(),
      deputyId: Id.nullish(),
      terms: OptionalLine,
      startedOn: CivilDate.nullish(),
    }),
    output: z.object({ id: Id }),
    errors: ['roles.not-found', 'roles.owner-unknown'],
  }),
  /** Moves a role to another stage by the table of allowed moves; the event is kept for ever. */
  move: command({
    permission: 'parties.write',
    input: z.strictObject({ id: Id, to: z.enum(roleStages), reason: OptionalLine }),
    output: z.object({ id: Id }),
    errors: ['roles.not-found', 'roles.move-not-allowed'],
  }),
  /** Ends a role properly: why, since when, and whether to try to win it back. */
  end: command({
    permission: 'parties.write',
    input: z.strictObject({ id: Id, endedOn: CivilDate, reason: Line, winBackOn: CivilDate.nullish() }),
    output: z.object({ id: Id }),
    errors: ['roles.not-found', 'roles.already-ended'],
  }),
});
