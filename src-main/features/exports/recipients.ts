// Whom files are encrypted for: age public keys that the office knows by name, and its own escrow keys.

import type { Answer, InputOf } from '@shared/core/contract';
import type { exportsContract } from '@shared/features/exports/exports.contract';
import type { Recipient } from '@shared/features/exports/lock';
import { fail, ok } from '@shared/core/result';
import type { ActionContext, CommandContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { isRecipient } from '../../keys';
import { userRefs } from '../users';
import { deleteRecipient, insertRecipient, selectRecipients } from './recipients.sql';

type Ops = (typeof exportsContract)['operations'];

/** Of the keyring of the open base. */
export type Escrows = () => readonly { readonly id: string; readonly recipient: string; readonly createdAt: number }[];

/** The register by name, then the escrow keys that are not in it. */
export function recipientsOf(db: ReadDb, escrows: Escrows): readonly Recipient[] {
  const users = userRefs(db);
  const listed = db.all(selectRecipients({})).map(({ id, name, key, added_by, added_at }) => ({
    id,
    name,
    key,
    kind: 'listed' as const,
    addedBy: users(added_by),
    addedAt: added_at,
  }));
  const office = escrows()
    .filter(({ recipient }) => listed.every(({ key }) => key !== recipient))
    .map(({ id, recipient, createdAt }) => ({
      id,
      name: null,
      key: recipient,
      kind: 'escrow' as const,
      addedBy: null,
      addedAt: createdAt,
    }));
  return [...listed, ...office];
}

export async function addRecipient(
  { db, actor, ids, commit }: ActionContext,
  { name, key }: InputOf<Ops['addRecipient']>,
): Promise<Answer<Ops['addRecipient']>> {
  if (!(await isRecipient(key))) return fail('exports.recipient-invalid');
  if (db.all(selectRecipients({})).some((known) => known.key === key)) return fail('exports.recipient-known');
  const id = ids();
  return commit((work) => {
    work.db.run(insertRecipient({ id, name, key, added_by: actor.userId ?? '', added_at: work.at }));
    return ok({ id });
  });
}

export function removeRecipient(
  { db }: CommandContext,
  { id }: InputOf<Ops['removeRecipient']>,
): Answer<Ops['removeRecipient']> {
  return db.run(deleteRecipient({ id })) === 0 ? fail('exports.recipient-unknown') : ok({ id });
}
