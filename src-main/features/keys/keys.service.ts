// Changing the key of the base: what it would take, whether somebody left since the last time, and the change itself.

import type { keysContract } from '@shared/features/keys/keys.contract';
import { keysContract as contract } from '@shared/features/keys/keys.contract';
import type { OutputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { declared } from '../../core/declared';
import type { Handlers } from '../../core/context';
import type { ReadDb } from '../../db';
import { paperWays, uncarriedSlots } from '../../keys';
import { selectUser } from '../users';
import { classHandlers, type Classes } from './classes';
import * as statements from './keys.sql';

type Ops = (typeof keysContract)['operations'];

/** What only the keeper of the base can do. */
export interface Rotator {
  readonly folder: string;
  room(): Pick<OutputOf<Ops['status']>, 'bytes' | 'bytesNeeded' | 'freeBytes'>;
  rotate(login: string, passphrase: string): Promise<Result<OutputOf<Ops['rotate']>, Failure>>;
  cancel(): void;
}

export function createKeysService(rotator: Rotator, classes: Classes): Handlers<typeof keysContract> {
  return {
    ...classHandlers(classes),
    status({ db }) {
      const uncarried = uncarriedSlots(rotator.folder);
      if (!uncarried.ok) return uncarried;
      const ways = paperWays(rotator.folder);
      if (!ways.ok) return ways;
      const older = olderKeySince(db);
      return ok({
        rotatedAt: db.first(statements.selectLastRotation({}))?.at ?? null,
        leftSince: leftSince(db),
        olderKey: older === null ? null : { at: older.at, returned: older.returned.map(({ name }) => name) },
        uncarried: { ...uncarried.value, cards: [...uncarried.value.cards] },
        escrows: ways.value.escrows.map(({ recipient }) => recipient),
        ...rotator.room(),
      });
    },
    async rotate({ db, actor }, { passphrase }) {
      const user = db.first(selectUser({ id: actor.userId ?? '' }));
      if (user === undefined) return fail('keys.wrong-passphrase');
      const rotated = await rotator.rotate(user.login, passphrase);
      return rotated.ok ? rotated : declared(contract.operations.rotate.errors, rotated.error);
    },
    async cancelRotation() {
      rotator.cancel();
      return ok({});
    },
  };
}

/** What the line of a restore says of a copy under a key that was left behind before. */
export interface OlderKey {
  readonly olderKey: true;
  /** Ids of people whose way in had been taken away, and who have it again. */
  readonly returned: readonly string[];
}

interface Returned {
  readonly id: string;
  readonly name: string;
}

/** Such a copy took the base's place, and the key was not changed since; `returned` are those who are still in. */
export function olderKeySince(db: ReadDb): { readonly at: number; readonly returned: readonly Returned[] } | null {
  const restored = db.first(statements.selectOlderKey({}));
  if (restored === undefined || restored.seq < (db.first(statements.selectLastRotation({}))?.seq ?? 0)) return null;
  const { returned } = JSON.parse(restored.details) as OlderKey;
  const people = returned.map((id) => db.first(selectUser({ id })));
  return {
    at: restored.at,
    returned: people.flatMap((user) => (user?.status === 'active' ? [{ id: user.id, name: user.display_name }] : [])),
  };
}

/** Names of people whose way in was taken away since the key was last changed. */
export function leftSince(db: ReadDb): string[] {
  const last = db.first(statements.selectLastRotation({}))?.seq ?? 0;
  return db.all(statements.selectRemoved({})).flatMap(({ name, seq }) => ((seq ?? 0) > last ? [name] : []));
}
