// A new data key: every way in opens with it, nobody typed anything, and whoever left opens nothing but the copies from before.
import { createHash } from 'node:crypto';
import { generateIdentity, identityToRecipient, Decrypter } from 'age-encryption';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addEscrow,
  addUserSlot,
  changePassphrase,
  confirmCard,
  createKeyring,
  databaseKey,
  makeCards,
  prepareRotation,
  removeUserSlot,
  renewRecoveryCode,
  systemRandom,
  uncarriedSlots,
  unlockWithPaper,
  unlockWithPassphrase,
  type KeyringDeps,
  type KeyringSession,
} from '../../src-main/keys';
import { carryTo, openCarried } from '../../src-main/keys/carry';
import { agreementKeyPair } from '../../src-main/keys/crypto';
import { sealKeyring, type KeyringBody, type Slot } from '../../src-main/keys/keyring-format';
import { writeFileAtomic } from '../../src-main/files';

const amal = { userId: 'user-amal', login: 'amal', passphrase: 'نسيم البحر فوق الجبل الأخضر' };
const samir = { userId: 'user-samir', login: 'سمير', passphrase: 'درخت سبز کنار رودخانه آرام' };
const leaver = { userId: 'user-leaver', login: 'leaver', passphrase: 'seven quiet herons over the lagoon' };
const deps: KeyringDeps = {
  clock: { now: () => Date.UTC(2026, 10, 23) },
  random: systemRandom,
  kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest(),
};

let dir: string;
let session: KeyringSession;
let code: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diwan-rotation-'));
  const made = value(await createKeyring({ dir, users: [amal] }, deps));
  session = { dir, unlocked: made.unlocked };
  code = made.recoveryCode;
  for (const user of [samir, leaver]) value(await addUserSlot(session, user, deps));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const unlock = (user: { login: string; passphrase: string }, folder = dir) => unlockWithPassphrase(folder, user, deps);
const keyring = () => JSON.parse(readFileSync(join(dir, 'keyring.json'), 'utf8')) as KeyringBody;

async function rotate(): Promise<KeyringSession> {
  const prepared = value(await prepareRotation(session, 'data-2.db', deps));
  value(prepared.write());
  return { dir, unlocked: prepared.unlocked };
}

/** As a release wrote it that knew of no agreement keys for paper. */
function doctorSlots(change: (slot: Slot) => Slot): void {
  const { mac: _, sum: __, ...body } = keyring() as KeyringBody & { mac: string; sum: string };
  const text = sealKeyring({ ...body, slots: body.slots.map(change) }, session.unlocked.secret.dek);
  for (const file of ['keyring.json', 'keyring.bak.json']) writeFileAtomic(join(dir, file), text);
}

describe('after a rotation', () => {
  it('everybody opens the base with their own passphrase and finds the new key, the new file and their own keys', async () => {
    const before = value(await unlock(samir));
    const { unlocked } = await rotate();
    expect(unlocked.secret.dek.equals(before.secret.dek)).toBe(false);
    for (const user of [amal, samir, leaver]) {
      const opened = value(await unlock(user));
      expect(opened).toMatchObject({ userId: user.userId, keyringAltered: false, databaseFile: 'data-2.db' });
      expect(opened.secret).toEqual(unlocked.secret);
    }
    expect(value(await unlock(samir)).userKeys).toEqual(before.userKeys);
    expect(keyring()).toMatchObject({ fmt: 2, gen: 4, db: { file: 'data-2.db' } });
    expect(before.keyringHash).toBe(unlocked.ancestors[0]);
  });

  it('so does the paper there was: the code, cards, and the stock tools by code and by an age key', async () => {
    const { cards } = value(await makeCards(session, { needed: 2, count: 3 }, deps));
    for (const card of cards) value(confirmCard(session, card));
    const identity = await generateIdentity();
    value(await addEscrow(session, await identityToRecipient(identity), deps));
    const { unlocked } = await rotate();
    expect(value(await unlockWithPaper(dir, { recoveryCode: code })).secret).toEqual(unlocked.secret);
    expect(value(await unlockWithPaper(dir, { cards: cards.slice(1) })).secret).toEqual(unlocked.secret);
    const opener = new Decrypter();
    opener.addPassphrase(code.replaceAll(' ', ''));
    const own = await opener.decrypt(readFileSync(join(dir, 'recovery-code.age')), 'text');
    const escrow = keyring().slots.find(({ type }) => type === 'escrow') as { age: string };
    for (const [key, file] of [
      [own.trim(), readFileSync(join(dir, 'recovery-key.age'))],
      [identity, Buffer.from(escrow.age, 'base64')],
    ] as const) {
      const decrypter = new Decrypter();
      decrypter.addIdentity(key);
      expect(await decrypter.decrypt(file, 'text')).toContain(databaseKey(unlocked.secret).toString('hex'));
    }
  });

  it('whoever left opens the copy they kept with the old key, and the base not at all', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'diwan-rotation-copy-'));
    cpSync(dir, copy, { recursive: true });
    value(removeUserSlot(session, leaver.userId));
    const { unlocked } = await rotate();
    expect((await unlock(leaver)).ok).toBe(false);
    const kept = value(await unlock(leaver, copy)).secret;
    expect(kept.dek.equals(unlocked.secret.dek)).toBe(false);
    rmSync(copy, { recursive: true, force: true });
  });

  it('passphrases are changed, people added and the key rotated again as ever', async () => {
    session = await rotate();
    const next = 'چهار واژه دور از هم';
    value(await changePassphrase({ dir }, { login: samir.login, current: samir.passphrase, next }, deps));
    value(removeUserSlot(session, leaver.userId));
    value(await addUserSlot(session, leaver, deps));
    session = await rotate();
    for (const user of [amal, { ...samir, passphrase: next }, leaver])
      expect(value(await unlock(user)).secret).toEqual(session.unlocked.secret);
    expect(value(await unlockWithPaper(dir, { recoveryCode: code })).secret).toEqual(session.unlocked.secret);
  });
});

describe('paper of an earlier release', () => {
  it('is not silently left behind: nothing is rotated until it was made anew, and what it is about is said', async () => {
    const { set, cards } = value(await makeCards(session, { needed: 2, count: 2 }, deps));
    for (const card of cards) value(confirmCard(session, card));
    doctorSlots((slot) => {
      const { agreement: _, recipient: __, identity: ___, ...rest } = slot as Record<string, unknown>;
      return rest as Slot;
    });
    const refused = await prepareRotation(session, 'data-2.db', deps);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'keys.slots-not-carried', details: { code: true, cards: [set], others: 0 } },
    });
    expect(value(uncarriedSlots(dir))).toEqual({ code: true, cards: [set], others: 0 });
    const { recoveryCode } = value(await renewRecoveryCode(session, deps));
    expect(value(uncarriedSlots(dir)).code).toBe(true);
    expect(value(await unlockWithPaper(dir, { recoveryCode: code })).slotId).toBeTruthy();
    expect(value(await unlockWithPaper(dir, { recoveryCode })).slotId).toBeTruthy();
  });

  it('a way in of a later release holds a rotation up: nobody here knows how to carry it', async () => {
    doctorSlots((slot) => (slot.type === 'recovery' ? ({ id: 'token-1', type: 'token' } as Slot) : slot));
    expect(await prepareRotation(session, 'data-2.db', deps)).toMatchObject({
      ok: false,
      error: { code: 'keys.slots-not-carried', details: { others: 1 } },
    });
  });
});

describe('a carried key', () => {
  const own = agreementKeyPair(Buffer.alloc(32, 9));
  const to = own.publicKey.toString('hex');
  const where = { vaultId: 'ab'.repeat(16), gen: 7, slotId: 'cd'.repeat(8) };
  const vault = { dek: Buffer.alloc(32, 1), dbSalt: Buffer.alloc(16, 2) };
  const counting = { bytes: (count: number) => Uint8Array.from({ length: count }, (_, index) => index) };

  it('is written as it was when first released', () => {
    expect(carryTo({ to, ...where }, vault, counting)).toEqual({
      gen: 7,
      ephemeral: '8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f',
      nonce: '000102030405060708090a0b',
      sealed: 'Gc+RGwROJP02lQNOfEh9KhX/1Bk2ljCeyjdeVr00gNI2mgXh5n9NpKsuHkCV9s9J2hVfaMseBD4nWzOIQfPawg==',
    });
  });

  it('opens with its own key in its own place, and nowhere else', () => {
    const carried = carryTo({ to, ...where }, vault, systemRandom);
    expect(openCarried(carried, own, where)).toEqual(vault);
    expect(openCarried(carried, agreementKeyPair(Buffer.alloc(32, 8)), where)).toBeNull();
    expect(openCarried({ ...carried, gen: 8 }, own, where)).toBeNull();
    expect(openCarried(carried, own, { ...where, slotId: 'ce'.repeat(8) })).toBeNull();
    expect(openCarried(carried, own, { ...where, vaultId: 'ba'.repeat(16) })).toBeNull();
    expect(openCarried({ ...carried, ephemeral: '00'.repeat(32) }, own, where)).toBeNull();
    const sealed = Buffer.from(carried.sealed, 'base64');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(openCarried({ ...carried, sealed: changed.toString('base64') }, own, where), String(bit)).toBeNull();
    }
  });
});
