// Erasing people: the plan, the work, the certificate, and the marks that forbid it.

import type { erasureOperations } from '@shared/features/erasure/erasure-operations';
import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import { fail, ok } from '@shared/core/result';
import type { Handlers } from '../../core/context';
import { certificateOf } from './certificate';
import * as statements from './erasure.sql';
import { allowed, executeJob } from './execute-job';
import { endMark, mark, marks } from './marked';
import { planOf } from './plan';

export type ErasureHandlers = Pick<
  Handlers<typeof privacyContract>,
  Exclude<keyof typeof erasureOperations, 'wasErased'>
>;

const MOST_LISTED = 200;

export const createErasureService = (): ErasureHandlers => ({
  plan({ db, clock }, { partyId }) {
    const plan = planOf(db, partyId, clock.now());
    return plan === undefined ? fail('privacy.party-not-found', { id: partyId }) : ok(plan);
  },
  async execute(context, input) {
    const may = allowed(context.db, input, context.clock.now());
    return may.ok ? ok({ jobId: context.startJob(executeJob, input).id }) : may;
  },
  certificate({ db }, { id }) {
    const row = db.first(statements.selectErasure({ id }));
    return row === undefined ? fail('privacy.erasure-not-found', { id }) : ok(certificateOf(db, row));
  },
  erasures: ({ db }) =>
    ok({
      erasures: db.all(statements.selectErasures({ limit: MOST_LISTED })).map((row) => certificateOf(db, row)),
    }),
  mark,
  endMark,
  marks,
});
