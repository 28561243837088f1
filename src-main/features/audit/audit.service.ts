// The proof of the log for people: its head now, and what starts looking at it or taking it out.

import { existsSync } from 'node:fs';
import { isAbsolute, resolve as absolute } from 'node:path';
import type { auditContract } from '@shared/features/audit/audit.contract';
import { shortHead } from '@shared/features/audit/short-head';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import { hex, selectLastCheckpoint, selectLastOperation } from '../../ledger';
import { checkPlace } from '../exports';
import { userRefs } from '../users';
import { verifyLog } from './verify-log';

export interface AuditDeps {
  /** Of the open base. */
  readonly baseFolder: () => string;
  /** The path behind a token that the person's dialog gave. */
  readonly resolveFile: (token: string) => string | undefined;
}

type Ops = (typeof auditContract)['operations'];

export const createAuditService = (deps: AuditDeps): Handlers<typeof auditContract> => ({
  head: ({ db }) => ok(headOf(db)),
  verify: async (context) => ok({ jobId: context.startJob(verifyLog.name, {}).id }),
  export: async (context, input) => startExport(context, input, deps),
});

function headOf(db: ReadDb) {
  const last = db.first(selectLastOperation({}));
  const signed = db.first(selectLastCheckpoint({}));
  const head = last === undefined ? '' : hex(last.hash);
  return {
    operations: last?.seq ?? 0,
    head,
    short: head === '' ? '' : shortHead(head),
    signed:
      signed === undefined
        ? null
        : {
            at: signed.at,
            operations: signed.operation_seq,
            by: userRefs(db)(signed.user_id) ?? null,
            fingerprint: shortHead(hex(signed.public_key)),
          },
  };
}

function startExport(
  context: ActionContext,
  { to, replace }: InputOf<Ops['export']>,
  { baseFolder, resolveFile }: AuditDeps,
): Answer<Ops['export']> {
  const chosen = resolveFile(to);
  if (chosen === undefined || !isAbsolute(chosen)) return fail('exports.folder-missing', { path: to });
  const path = absolute(chosen);
  const place = checkPlace(path, baseFolder());
  if (!place.ok) return place;
  if (!replace && existsSync(path)) return fail('exports.exists', { path });
  return ok({ jobId: context.startJob('audit.export', { path, replace }).id });
}
