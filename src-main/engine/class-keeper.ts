// Keeps the keys of classes with those whose role needs them: after each change of rights, of people or of the keyring, and at unlock. Who
// gets one new gets it from somebody who has it; until such a person is signed in, they wait.

import { needsKeyOf } from '@shared/features/policy/policy';
import { keyClasses, sealableFields } from '@shared/catalogue';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Classes } from '../features/keys';
import { rolePolicy } from '../features/policy';
import { selectUsers } from '../features/users';
import { readClasses, setClasses, type ClassWish, type KeyringDeps } from '../keys';
import type { Base } from './base';
import { keyringSessionOf, rememberKeyring } from './known-keyring';

export interface ClassKeeperDeps {
  readonly base: () => Base | null;
  readonly keyring: KeyringDeps;
  /** What is sealed, or with which keys, has changed. */
  readonly onSealed: () => void;
  readonly report: (error: Failure) => void;
}

export interface ClassKeeper extends Classes {
  /** Something has changed that decides who has a key. */
  due(): void;
  /** Brings the keyring in order if it is due. */
  settled(): Promise<void>;
}

export function createClassKeeper(deps: ClassKeeperDeps): ClassKeeper {
  const state = { due: false, last: Promise.resolve() as Promise<unknown> };
  /** One after the other: each reads the keyring as the one before has left it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = state.last.then(work, work);
    state.last = next.catch(() => undefined);
    return next;
  };
  return {
    read() {
      const base = openOf(deps);
      const classes = readClasses(keyringSessionOf(base));
      if (!classes.ok) return classes;
      const { keys } = base.unlocked.sealing;
      return ok(
        classes.value.map((one) => ({
          ...one,
          isHeld: keys.some((key) => key.class === one.class && key.version === one.version),
          wantedBy: wantedBy(base, one.class),
        })),
      );
    },
    seal: (field, on) => inTurn(() => change(deps, (wish) => ({ ...wish, fields: withField(wish, field, on) }), field)),
    renew: (name) => inTurn(() => renew(deps, name)),
    due: () => void (state.due = true),
    async settled() {
      if (!state.due) return void (await state.last);
      state.due = false;
      await inTurn(() => align(deps));
    },
  };
}

function openOf({ base }: ClassKeeperDeps): Base {
  const open = base();
  if (open === null) throw new Error('no base is open');
  return open;
}

const withField = ({ fields }: ClassWish, field: string, on: boolean): string[] =>
  [...new Set([...fields, field])].filter((one) => on || one !== field);

async function align(deps: ClassKeeperDeps): Promise<void> {
  const base = deps.base();
  if (base === null || base.unlocked.sealing.classes.length === 0) return;
  const aligned = await put(deps, base, wishesOf(base));
  if (!aligned.ok) deps.report(aligned.error);
}

async function change(
  deps: ClassKeeperDeps,
  wished: (wish: ClassWish) => ClassWish,
  field: string,
): Promise<Result<void, Failure>> {
  const base = openOf(deps);
  const name = sealableFields.find(({ key }) => key === field)?.class;
  if (name === undefined) return fail('keys.field-unknown', { field });
  const { classes } = base.unlocked.sealing;
  if (classes.some((one) => one.class === name) && !holds(base, name))
    return fail('keys.class-not-held', { class: name });
  return put(
    deps,
    base,
    wishesOf(base).map((wish) => (wish.class === name ? wished(wish) : wish)),
  );
}

async function renew(deps: ClassKeeperDeps, name: string): Promise<Result<void, Failure>> {
  const base = openOf(deps);
  if (!holds(base, name)) return fail('keys.class-not-held', { class: name });
  return put(
    deps,
    base,
    wishesOf(base).map((wish) => (wish.class === name ? { ...wish, renew: true } : wish)),
  );
}

/** In every version: what is sealed under the ones before has to be read to be sealed anew. */
const holds = ({ unlocked: { sealing } }: Base, name: string): boolean =>
  sealing.classes.some(
    (one) => one.class === name && sealing.keys.filter((key) => key.class === name).length === one.version,
  );

async function put(deps: ClassKeeperDeps, base: Base, wishes: readonly ClassWish[]): Promise<Result<void, Failure>> {
  const before = base.unlocked.sealing.classes;
  const set = await setClasses(keyringSessionOf(base), wishes, deps.keyring);
  if (!set.ok) return set;
  if (set.value !== null) rememberKeyring(base.write, set.value);
  if (base.unlocked.sealing.classes !== before) deps.onSealed();
  return ok(undefined);
}

/** As it is, but for the people: those whose role needs the key. */
const wishesOf = (base: Base): ClassWish[] =>
  keyClasses.map((name) => ({
    class: name,
    fields: base.unlocked.sealing.classes.find((one) => one.class === name)?.fields ?? [],
    userIds: wantedBy(base, name),
  }));

function wantedBy({ read }: Base, name: string): string[] {
  const wanted = keyClasses.find((one) => one === name);
  if (wanted === undefined) return [];
  return read
    .all(selectUsers({}))
    .filter(({ status, role }) => status === 'active' && needsKeyOf(rolePolicy(read, role), wanted))
    .map(({ id }) => id);
}
