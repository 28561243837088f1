// What the log keeps of a file that left the base, so that the file is known again: noted before it has its name, listed and found.

import { basename } from 'node:path';
import type { exportsContract } from '@shared/features/exports/exports.contract';
import type { Receipt } from '@shared/features/exports/lock';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { userRefs } from '../users';
import { digestInThread } from './digest';
import { lockNoted, type Lock } from './lock';
import type { OnThread } from './package-locks';
import { selectReceiptOf, selectReceipts, selectReceiptsBy, type ReceiptRow } from './receipts.sql';

type Ops = (typeof exportsContract)['operations'];

export interface Leaving {
  readonly list: string;
  readonly format: string;
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** `digestOf` what was written. */
  readonly sha256: string;
  readonly fields: readonly string[];
  readonly lock: Lock;
  readonly approval: string | undefined;
  readonly columns?: readonly string[] | undefined;
  /** What else was chosen: filter, order, how many of it. */
  readonly filter?: unknown;
  readonly sort?: unknown;
  readonly entity?: string;
  readonly selected?: number;
}

/** A line of the log of its own, signed with the rest of it. Durable on return. */
export function noteReceipt(
  { commit }: Pick<ActionContext, 'commit'>,
  { path, lock, approval, list, format, rows, bytes, sha256, fields, columns, filter, sort, entity, selected }: Leaving,
): void {
  const file = basename(path);
  const chosen = { columns, filter, sort, entity, selected };
  const details = { list, ...chosen, format, rows, bytes, file, sha256, fields, ...lockNoted(lock), approval };
  const noted = commit<null, never>(() => ok(null), { always: true, reason: `${file} · ${rows}`, details });
  if (!noted.ok) throw new Error('a file that leaves the base could not be noted');
}

export function listReceipts(
  { db, actor }: QueryContext,
  { limit }: InputOf<Ops['receipts']>,
): Answer<Ops['receipts']> {
  const rows = actor.can('audit.read')
    ? db.all(selectReceipts({ limit }))
    : db.all(selectReceiptsBy({ userId: actor.userId ?? '', limit }));
  return ok({ receipts: receiptsOf(db, rows) });
}

interface Verifying {
  readonly resolveFile: (token: string) => string | undefined;
  readonly onThread: OnThread;
}

export async function verifyFile(
  { db }: ActionContext,
  { file }: InputOf<Ops['verify']>,
  { resolveFile, onThread }: Verifying,
): Promise<Answer<Ops['verify']>> {
  const path = resolveFile(file);
  if (path === undefined) return fail('files.not-found');
  const digest = await onThread<string>(digestInThread.name, { path });
  if (!digest.ok) return fail(digest.error.code === 'files.not-found' ? 'files.not-found' : 'files.io');
  const sha256 = digest.value;
  const found = db.first(selectReceiptOf({ sha256 }));
  return ok({ sha256, receipt: found === undefined ? null : (receiptsOf(db, [found])[0] ?? null) });
}

type Kept = Omit<Receipt, 'operationId' | 'at' | 'who' | 'command' | 'columns' | 'recipients' | 'approval'> &
  Partial<Pick<Receipt, 'columns' | 'recipients' | 'approval'>>;

function receiptsOf(db: ReadDb, rows: readonly ReceiptRow[]): Receipt[] {
  const users = userRefs(db);
  return rows.map(({ id, at, user_id, command, details }) => {
    const { file, sha256, bytes, rows: count, list, format, fields, way, ...rest } = JSON.parse(details) as Kept;
    const { columns = null, recipients = [], approval = null } = rest;
    const told = { file, sha256, bytes, rows: count, list, format, fields, way, columns, recipients, approval };
    return { operationId: id, at, who: users(user_id), command, ...told };
  });
}
