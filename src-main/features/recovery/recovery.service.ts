// Paper and safes: making, checking and taking away what opens the base without a passphrase. The ledger says that it was done and
// by whom, never what stands on a card.

import type { recoveryContract } from '@shared/features/recovery/recovery.contract';
import { recoveryContract as contract } from '@shared/features/recovery/recovery.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ActionContext, Handlers } from '../../core/context';
import { declared } from '../../core/declared';
import { fileErrorCode, writeFileAtomic } from '../../files';
import {
  addEscrow,
  checkCard,
  confirmCard,
  makeCards,
  paperWays,
  removePaperSlot,
  unlockWithPassphrase,
  wipeUnlocked,
  type KeyringDeps,
  type KeyringSession,
  type KeyringVersion,
  type PassphraseError,
} from '../../keys';
import { selectUser } from '../users';

export interface RecoveryDeps {
  readonly folder: string;
  readonly keyring: KeyringDeps;
  /** Of the open base; throws when none is. */
  readonly session: () => KeyringSession;
  /** Keeps in the base which keyring is its own now. */
  readonly remember: (version: KeyringVersion) => void;
  readonly resolveFile: (token: string) => string | undefined;
}

type Ops = (typeof recoveryContract)['operations'];
const codes = contract.operations;

export function createRecoveryService(deps: RecoveryDeps): Handlers<typeof recoveryContract> {
  return {
    status() {
      const ways = paperWays(deps.folder);
      return ways.ok
        ? ok({ ...ways.value, cards: ways.value.cards.map(copySet), escrows: [...ways.value.escrows] })
        : ways;
    },
    makeCards: async (context, input) => make(context, input, deps),
    async confirmCard({ commit }, { card }) {
      const confirmed = confirmCard(deps.session(), card);
      if (!confirmed.ok) return declared(codes.confirmCard.errors, confirmed.error);
      const { number, left, version } = confirmed.value;
      deps.remember(version);
      return commit(() => ok({ number, left: [...left] }), {
        always: true,
        details: { card: number, left: left.length },
      });
    },
    revokeCards: async (context, { passphrase, set }) => remove(context, { passphrase, id: set }, deps),
    async checkCard(_, { card, backup }) {
      const folder = backup === undefined ? deps.folder : deps.resolveFile(backup);
      if (folder === undefined) return fail('backups.folder-missing');
      const checked = checkCard(folder, card);
      return checked.ok ? ok({ ...copySet(checked.value), number: checked.value.number }) : checked;
    },
    addEscrow: async (context, input) => escrow(context, input, deps),
    removeEscrow: async (context, input) => remove(context, input, deps),
  };
}

const copySet = <Set extends { readonly left: readonly number[] }>(set: Set) => ({ ...set, left: [...set.left] });

async function make(
  context: ActionContext,
  { passphrase, needed, count }: InputOf<Ops['makeCards']>,
  deps: RecoveryDeps,
): Promise<Answer<Ops['makeCards']>> {
  const proven = await prove(context, passphrase, deps);
  if (!proven.ok) return declared(codes.makeCards.errors, proven.error);
  const session = deps.session();
  const made = await makeCards(session, { needed, count }, deps.keyring);
  if (!made.ok) return declared(codes.makeCards.errors, made.error);
  deps.remember(made.value);
  const { set, cards } = made.value;
  return context.commit(({ at }) => ok({ set, baseId: session.unlocked.vaultId, madeAt: at, cards: [...cards] }), {
    always: true,
    details: { needed, count },
  });
}

/** The keyring carries it too, so that every backup has it; asked for again, it is written again. */
async function escrow(
  context: ActionContext,
  { passphrase, recipient, file }: InputOf<Ops['addEscrow']>,
  deps: RecoveryDeps,
): Promise<Answer<Ops['addEscrow']>> {
  const path = deps.resolveFile(file);
  if (path === undefined) return fail('files.not-found');
  const proven = await prove(context, passphrase, deps);
  if (!proven.ok) return declared(codes.addEscrow.errors, proven.error);
  const added = await addEscrow(deps.session(), recipient, deps.keyring);
  if (!added.ok) return declared(codes.addEscrow.errors, added.error);
  deps.remember(added.value);
  const written = writeOut(path, added.value.file);
  if (!written.ok) return written;
  return context.commit(() => ok({ id: added.value.id }), { always: true, details: { recipient } });
}

function writeOut(
  path: string,
  bytes: Uint8Array,
): Result<void, Failure<'files.disk-full' | 'files.read-only' | 'files.not-found' | 'files.io'>> {
  try {
    return ok(writeFileAtomic(path, bytes));
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === null) throw error;
    return fail(code);
  }
}

async function remove(
  context: ActionContext,
  { passphrase, id }: { readonly passphrase: string; readonly id: string },
  deps: RecoveryDeps,
): Promise<Answer<Ops['removeEscrow']>> {
  const proven = await prove(context, passphrase, deps);
  if (!proven.ok) return declared(codes.removeEscrow.errors, proven.error);
  const removed = removePaperSlot(deps.session(), id);
  if (!removed.ok) return declared(codes.removeEscrow.errors, removed.error);
  deps.remember(removed.value);
  return context.commit(() => ok({}), { always: true });
}

/** Whoever sits at an unlocked machine must not make himself a way in: the passphrase is asked again. */
async function prove(
  { db, actor }: ActionContext,
  passphrase: string,
  { folder, keyring }: RecoveryDeps,
): Promise<Result<void, PassphraseError>> {
  const user = db.first(selectUser({ id: actor.userId ?? '' }));
  if (user === undefined) return fail('keys.wrong-passphrase');
  const proven = await unlockWithPassphrase(folder, { login: user.login, passphrase }, keyring);
  if (!proven.ok) return proven;
  return ok(wipeUnlocked(proven.value));
}
