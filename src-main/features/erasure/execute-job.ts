// Erasing somebody, as a job: looked for on a thread, noted beside the keys, carried out here and in the bases that restores have kept.

import { z } from 'zod';
import { erasureModes } from '@shared/catalogue';
import { executeJobErrors } from '@shared/features/erasure/erasure-operations';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';
import type { ErasureNote } from '../../blobs';
import type { ReadDb } from '../../db';
import type { JobKind, JobRun } from '../../jobs';
import { rewrapFor, type AttachmentDeps } from '../attachments';
import { selectParty } from '../parties';
import { carryOut, type Carrying, type ErasingBase } from './carry-out';
import * as statements from './erasure.sql';
import { marksOf, particularsOf } from './marks';
import { needsApproval, verdictOn, type Verdict } from './plan';
import { findResidueInThread, type Residue } from './residue';

/** The open base, with what lies beside it. */
export interface ErasableBase extends ErasingBase {
  noteErasure(note: ErasureNote): void;
}

export interface ErasureDeps {
  /** Throws when none is open. */
  readonly base: () => ErasableBase;
  readonly random: Random;
  readonly attachments: AttachmentDeps;
  /** Carries out what is noted in the bases that restores have kept beside the open one. */
  readonly eraseInKept: (carrying: Omit<Carrying, 'base'>) => void;
}

export const ExecuteInput = z.strictObject({
  partyId: z.string(),
  requestId: z.string().optional(),
  mode: z.enum(erasureModes).optional(),
});
type ExecuteInput = z.output<typeof ExecuteInput>;

export interface Erased {
  readonly erasureId: string;
  readonly mode: (typeof erasureModes)[number];
}

type Refusal = Failure<
  | 'privacy.party-not-found'
  | 'privacy.on-hold'
  | 'privacy.law-keeps'
  | 'privacy.needs-approval'
  | 'privacy.request-not-found'
  | 'privacy.request-of-another'
>;

interface Allowed extends Verdict {
  readonly mode: (typeof erasureModes)[number];
  readonly approvedBy: string | null;
}

/** Whether it may be done now, and how. */
export function allowed(db: ReadDb, { partyId, requestId, mode }: ExecuteInput, now: number): Result<Allowed, Refusal> {
  const verdict = verdictOn(db, partyId, now);
  if (verdict === undefined) return fail('privacy.party-not-found', { id: partyId });
  if (verdict.mode === null) return fail('privacy.on-hold', { reason: verdict.holds[0]?.reason ?? '' });
  if (mode === 'erase' && verdict.mode === 'pseudonymise')
    return fail('privacy.law-keeps', { until: verdict.keeps[0]?.until ?? '' });
  const request = requestId === undefined ? undefined : db.first(statements.selectApproval({ id: requestId }));
  if (requestId !== undefined && (request === undefined || request.kind !== 'erase' || request.state !== 'open'))
    return fail('privacy.request-not-found', { id: requestId });
  if (request !== undefined && !verdict.person.parties.includes(request.party_id ?? ''))
    return fail('privacy.request-of-another', { id: request.id });
  const approvedBy = request?.approved_by ?? null;
  if (approvedBy === null && needsApproval(db, now)) return fail('privacy.needs-approval');
  return ok({ ...verdict, mode: mode ?? verdict.mode, approvedBy });
}

/** Its name among jobs. */
export const executeJob = 'privacy.execute';

export const executeErasure = (deps: ErasureDeps): JobKind<ExecuteInput, Erased> => ({
  name: executeJob,
  permission: 'privacy.erase',
  input: ExecuteInput,
  errors: executeJobErrors,
  interrupted: 'resume',
  whole: true,
  async run(run, input) {
    const { db, clock, actor, ids } = run.context;
    // Cut off after it was noted, it was carried out when the base was opened.
    const before = db.first(statements.selectErasureOf({ party: input.partyId }));
    if (before !== undefined) return ok({ erasureId: before.id, mode: before.mode });
    const may = allowed(db, input, clock.now());
    if (!may.ok) return may;
    const { person } = may.value;
    run.progress({ done: 0, total: 3, note: 'looking-for-traces' });
    const residue = await run.inThread<Residue>(findResidueInThread.name, person);
    if (!residue.ok) return residue;
    const subjects = [...person.parties, ...person.alone];
    const rewrapped = rewrapFor(run.context, subjects, deps.attachments);
    if (!rewrapped.ok) return rewrapped;
    run.progress({ done: 1, total: 3, note: 'erasing' });
    const base = deps.base();
    const note = noteFor(run, input, { may: may.value, deps });
    base.noteErasure(note);
    const carrying = { base, actor, clock, ids };
    while (!carryOut(carrying, note, residue.value)) await run.breathe();
    run.progress({ done: 2, total: 3, note: 'erasing' });
    deps.eraseInKept({ actor, clock, ids });
    return ok({ erasureId: note.id, mode: note.mode });
  },
});

function noteFor(
  { context: { db, actor, clock, ids } }: JobRun,
  { requestId }: ExecuteInput,
  { may, deps }: { readonly may: Allowed; readonly deps: ErasureDeps },
): ErasureNote {
  const { person } = may;
  const known = deps.base().subjectKeys.erasures()[0]?.markKey;
  const markKey = known ?? Buffer.from(deps.random.bytes(32)).toString('hex');
  const party = db.first(selectParty({ id: person.parties[0]! }));
  return {
    id: ids(),
    at: clock.now(),
    mode: may.mode,
    parties: [...person.parties],
    activities: [...person.alone],
    askedBy: actor.userId,
    approvedBy: may.approvedBy,
    requestId: requestId ?? null,
    language: party?.shown_language ?? party?.language ?? null,
    markKey,
    marks: [...new Set(particularsOf(db, person.parties).flatMap((one) => marksOf(markKey, one)))],
  };
}
