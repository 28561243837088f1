// The life of a keyring: who may open the base, from the first user to the last, and what each change keeps.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  acceptKeyring,
  addUserSlot,
  calibrate,
  canonicalJson,
  changePassphrase,
  confirmRecoveryCode,
  createKeyring,
  kdfCap,
  kdfFloor,
  listSlots,
  removeUserSlot,
  renewRecoveryCode,
  resetPassphraseWithPaper,
  resetUserSlot,
  setKeyringPolicy,
  signInDomain,
  systemKdf,
  systemRandom,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  verifyInDomain,
  type JsonValue,
  type KeyringDeps,
  type KeyringSession,
} from '../../src-main/keys';

const amal = { userId: 'user-amal', login: 'amal', passphrase: 'نسيم البحر فوق الجبل الأخضر' };
const samir = { userId: 'user-samir', login: 'سمير', passphrase: 'درخت سبز کنار رودخانه آرام' };
const better = 'seven quiet herons over the lagoon';
const clock = { at: Date.UTC(2026, 10, 23), now: () => clock.at };
const deps: KeyringDeps = {
  clock,
  random: systemRandom,
  kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest(),
};

let dir: string;
let session: KeyringSession;
let recoveryCode: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diwan-keyring-'));
  const made = value(await createKeyring({ dir, users: [amal] }, deps));
  session = { dir, unlocked: made.unlocked };
  recoveryCode = made.recoveryCode;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const unlock = (login: string, passphrase: string) => unlockWithPassphrase(dir, { login, passphrase }, deps);
const stored = () => JSON.parse(readFileSync(join(dir, 'keyring.json'), 'utf8')) as Record<string, JsonValue>;

/** What somebody without the keys can do: change members and make the file's own sum right again. */
function doctor(change: (keyring: Record<string, JsonValue>) => Record<string, JsonValue>): void {
  const { sum: _, ...body } = change(stored());
  const sum = createHash('sha256')
    .update(`diwan/keyring-sum/v1\n${canonicalJson(body)}`)
    .digest('hex');
  for (const file of ['keyring.json', 'keyring.bak.json'])
    writeFileSync(join(dir, file), JSON.stringify({ ...body, sum }));
}

describe('a new keyring', () => {
  it('opens at the real cost with the passphrase in any spelling, and its cost is never below the floor', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'diwan-keyring-'));
    const real: KeyringDeps = { ...deps, kdf: systemKdf, cost: async () => ({ memoryKiB: 8, passes: 1, lanes: 1 }) };
    const made = value(
      await createKeyring({ dir: folder, users: [{ ...amal, passphrase: 'كتاب يحيى على الطاولة ١٢' }] }, real),
    );
    expect(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8'))).toMatchObject({
      slots: [{ kdf: kdfFloor }, {}],
    });
    const typed = { login: 'AMAL', passphrase: 'کتاب یحیی علی الطاولة 12' };
    const opened = value(await unlockWithPassphrase(folder, typed, real));
    expect(opened.secret).toEqual(made.unlocked.secret);
    rmSync(folder, { recursive: true });
  });

  it('is never made over another one, nor with a weak passphrase or two people of one name', async () => {
    expect(codeOf(await createKeyring({ dir, users: [amal] }, deps))).toBe('keys.keyring-exists');
    const empty = mkdtempSync(join(tmpdir(), 'diwan-keyring-'));
    expect(codeOf(await createKeyring({ dir: empty, users: [{ ...amal, passphrase: '123456' }] }, deps))).toBe(
      'keys.weak-passphrase',
    );
    expect(codeOf(await createKeyring({ dir: empty, users: [amal, { ...samir, login: 'Amal ' }] }, deps))).toBe(
      'keys.login-taken',
    );
    expect(existsSync(join(empty, 'keyring.json'))).toBe(false);
    rmSync(empty, { recursive: true });
  });

  it('tells the lock screen who there is, and holds no secret in clear', () => {
    expect(value(listSlots(dir)).map(({ type, login }) => [type, login])).toEqual([
      ['user', 'amal'],
      ['recovery', null],
    ]);
    const text =
      readFileSync(join(dir, 'keyring.json'), 'latin1') + readFileSync(join(dir, 'keyring.bak.json'), 'latin1');
    const { secret, userKeys } = session.unlocked;
    for (const bytes of [secret.dek, userKeys!.signing.privateKey, userKeys!.agreement.privateKey]) {
      for (const form of ['hex', 'base64', 'latin1'] as const) expect(text).not.toContain(bytes.toString(form));
    }
    expect(text).not.toContain(recoveryCode);
  });

  it('costs what the machine can bear within the time given, between floor and cap', async () => {
    const paced = (msPer64MiB: number) => ({
      random: systemRandom,
      clock,
      kdf: async (_: Uint8Array, { memoryKiB }: { memoryKiB: number }) => {
        clock.at += (memoryKiB / kdfFloor.memoryKiB) * msPer64MiB;
        return Buffer.alloc(32);
      },
    });
    expect(await calibrate(paced(2000))).toEqual(kdfFloor);
    expect(await calibrate(paced(125))).toEqual({ ...kdfFloor, memoryKiB: 256 * 1024 });
    expect((await calibrate(paced(1))).memoryKiB).toBe(kdfCap.memoryKiB);
  });
});

describe('people', () => {
  it('added open the same base with keys of their own, and have to choose their own passphrase', async () => {
    const added = value(await addUserSlot(session, samir, deps));
    const opened = value(await unlock(samir.login, samir.passphrase));
    expect(opened).toMatchObject({ userId: samir.userId, mustChange: true, keyringAltered: false, generation: 2 });
    expect(opened.secret).toEqual(session.unlocked.secret);
    expect(opened.userKeys!.signing.publicKey.toString('hex')).toBe(added.publicKeys.signing);
    expect(opened.userKeys!.signing.publicKey).not.toEqual(session.unlocked.userKeys!.signing.publicKey);
    expect(value(await unlock(amal.login, amal.passphrase)).secret).toEqual(session.unlocked.secret);
    expect(codeOf(await addUserSlot(session, { ...samir, login: 'other' }, deps))).toBe('keys.user-exists');
    expect(codeOf(await addUserSlot(session, { ...samir, userId: 'user-3' }, deps))).toBe('keys.login-taken');
  });

  it('removed get in no more; the last one cannot be removed', async () => {
    value(await addUserSlot(session, samir, deps));
    value(removeUserSlot(session, samir.userId));
    expect(codeOf(await unlock(samir.login, samir.passphrase))).toBe('keys.unknown-user');
    expect(codeOf(removeUserSlot(session, amal.userId))).toBe('keys.last-user');
    expect(codeOf(removeUserSlot(session, 'nobody'))).toBe('keys.unknown-user');
  });

  it('keep their keys, and so their signatures, when they change their passphrase', async () => {
    const message = Buffer.from('approved');
    const signature = signInDomain('approve', session.unlocked.userKeys!.signing.privateKey, message);
    const changed = value(
      await changePassphrase({ dir }, { login: 'amal', current: amal.passphrase, next: better }, deps),
    );
    expect(codeOf(await unlock('amal', amal.passphrase))).toBe('keys.wrong-passphrase');
    expect(value(await unlock('amal', better))).toMatchObject({ mustChange: false, userId: amal.userId });
    const publicKey = Buffer.from(changed.publicKeys.signing, 'hex');
    expect(verifyInDomain('approve', publicKey, { message, signature })).toBe(true);
    expect(verifyInDomain('bundle', publicKey, { message, signature })).toBe(false);
    expect(codeOf(await changePassphrase({ dir }, { login: 'amal', current: 'wrong one', next: better }, deps))).toBe(
      'keys.wrong-passphrase',
    );
    expect(codeOf(await changePassphrase({ dir }, { login: 'amal', current: better, next: 'short' }, deps))).toBe(
      'keys.weak-passphrase',
    );
  });

  it('given a code by an administrator have to change it and get new keys', async () => {
    const before = value(await addUserSlot(session, { ...samir, mustChange: false }, deps));
    const after = value(await resetUserSlot(session, samir.userId, deps));
    expect(after.publicKeys).not.toEqual(before.publicKeys);
    expect(value(await unlock(samir.login, after.code))).toMatchObject({ mustChange: true });
    expect(codeOf(await unlock(samir.login, samir.passphrase))).toBe('keys.wrong-passphrase');
  });
});

describe('the recovery code', () => {
  it('gives a person who forgot the passphrase a new one, and lifts the wait', async () => {
    for (let tries = 0; tries < 4; tries += 1) await unlock('amal', 'forgotten');
    expect(codeOf(await unlock('amal', amal.passphrase))).toBe('keys.too-many-attempts');
    value(await resetPassphraseWithPaper(dir, { login: 'amal', recoveryCode, next: better }, deps));
    expect(value(await unlock('amal', better)).secret).toEqual(session.unlocked.secret);
  });

  it('of before opens nothing once the new one was typed back, and that of another base never did', async () => {
    expect(value(unlockWithRecoveryCode(dir, recoveryCode)).secret).toEqual(session.unlocked.secret);
    const renewed = value(await renewRecoveryCode(session, deps));
    expect(value(unlockWithRecoveryCode(dir, recoveryCode)).secret).toEqual(session.unlocked.secret);
    const { slotId, userId } = value(unlockWithRecoveryCode(dir, renewed.recoveryCode));
    expect(userId).toBeNull();
    expect(value(confirmRecoveryCode(session, slotId))?.generation).toBe(3);
    expect(codeOf(unlockWithRecoveryCode(dir, recoveryCode))).toBe('keys.wrong-recovery-code');
    expect(
      value(confirmRecoveryCode(session, value(unlockWithRecoveryCode(dir, renewed.recoveryCode)).slotId)),
    ).toBeNull();
    expect(codeOf(unlockWithRecoveryCode(dir, '12'))).toBe('keys.recovery-code-incomplete');
  });
});

describe('the file', () => {
  it('counts its generations, each naming the one before', async () => {
    const first = session.unlocked.keyringHash;
    const second = value(setKeyringPolicy(session, { lockMin: 5 }));
    expect(stored()).toMatchObject({ gen: 2, prevGenHash: first, policy: { lockMin: 5, bindDevice: false } });
    expect(value(await renewRecoveryCode(session, deps)).generation).toBe(3);
    expect(stored()).toMatchObject({ prevGenHash: second.keyringHash });
  });

  it('keeps slots and members of later releases as they are', async () => {
    const later = { id: 'token-1', type: 'token', made: 'later' };
    doctor((keyring) => ({ ...keyring, later: { a: 1 }, slots: [...(keyring['slots'] as JsonValue[]), later] }));
    value(acceptKeyring(session, () => true));
    value(await addUserSlot(session, samir, deps));
    expect(stored()).toMatchObject({ later: { a: 1 } });
    expect(stored()['slots']).toContainEqual(later);
    expect(value(await unlock(samir.login, samir.passphrase)).keyringAltered).toBe(false);
  });

  it('that somebody doctored raises the alarm, takes no change, and is left as it is until an administrator decides', async () => {
    doctor((keyring) => ({ ...keyring, policy: { ...(keyring['policy'] as object), lockMin: 15 } }));
    const evidence = readFileSync(join(dir, 'keyring.json'), 'utf8');
    const opened = value(await unlock('amal', amal.passphrase));
    expect(opened.keyringAltered).toBe(true);
    const again: KeyringSession = { dir, unlocked: opened };
    expect(codeOf(await addUserSlot(again, samir, deps))).toBe('keys.keyring-altered');
    expect(codeOf(await renewRecoveryCode(again, deps))).toBe('keys.keyring-altered');
    expect(codeOf(setKeyringPolicy(again, { lockMin: 1 }))).toBe('keys.keyring-altered');
    expect(readFileSync(join(dir, 'keyring.json'), 'utf8')).toBe(evidence);
    value(acceptKeyring(again, () => false));
    expect(value(await unlock('amal', amal.passphrase)).keyringAltered).toBe(false);
    expect(value(listSlots(dir))).toHaveLength(1);
  });

  it('of a newer program is told from a damaged one, also when its twin is old', () => {
    const twin = readFileSync(join(dir, 'keyring.bak.json'));
    doctor((keyring) => ({ ...keyring, fmt: 4 }));
    writeFileSync(join(dir, 'keyring.bak.json'), twin);
    expect(codeOf(listSlots(dir))).toBe('keys.keyring-newer');
  });
});
