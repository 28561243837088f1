// The key for the stock tools: what the printed code or somebody's age key opens is what SQLCipher is opened with.
import { createHash } from 'node:crypto';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addEscrow,
  confirmRecoveryCode,
  createKeyring,
  databaseKey,
  paperWays,
  recoveryFiles,
  removePaperSlot,
  renewRecoveryCode,
  systemRandom,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  type KeyringDeps,
  type KeyringSession,
} from '../../src-main/keys';

const amal = { userId: 'user-amal', login: 'amal', passphrase: 'نسيم البحر فوق الجبل الأخضر' };
const deps: KeyringDeps = {
  clock: { now: () => Date.UTC(2026, 10, 23) },
  random: systemRandom,
  kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest(),
};
let dir: string;
let session: KeyringSession;
let code: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diwan-escrow-'));
  const made = value(await createKeyring({ dir, users: [amal] }, deps));
  session = { dir, unlocked: made.unlocked };
  code = made.recoveryCode;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const [codeFile, keyFile] = recoveryFiles;
const file = (name: string = keyFile) => readFileSync(join(dir, name));
const script = () =>
  `-- The key of the Diwan base ${session.unlocked.vaultId}\nPRAGMA key = "x'${databaseKey(session.unlocked.secret).toString('hex')}'";\n`;

async function byCode(digits: string): Promise<string> {
  const opener = new Decrypter();
  opener.addPassphrase(digits.replaceAll(' ', ''));
  const decrypter = new Decrypter();
  decrypter.addIdentity((await opener.decrypt(file(codeFile), 'text')).trim());
  return decrypter.decrypt(file(), 'text');
}

describe('the key for the stock tools', () => {
  it('lies beside the keyring and opens with the digits of the recovery code', async () => {
    expect(await byCode(code)).toBe(script());
    await expect(byCode(code.replace(/^\d/, (digit) => String(9 - Number(digit))))).rejects.toThrow();
  });

  it('is made anew with each new code once that was typed back, and the code before opens it no more', async () => {
    const { recoveryCode } = value(await renewRecoveryCode(session, deps));
    expect(await byCode(code)).toBe(script());
    value(confirmRecoveryCode(session, value(unlockWithRecoveryCode(dir, recoveryCode)).slotId));
    expect(await byCode(recoveryCode)).toBe(script());
    await expect(byCode(code)).rejects.toThrow();
  });

  it('that was lost or damaged is mended at the next opening', async () => {
    for (const name of recoveryFiles) {
      const before = file(name);
      for (const mishap of [() => rmSync(join(dir, name)), () => writeFileSync(join(dir, name), 'x')]) {
        mishap();
        value(await unlockWithPassphrase(dir, amal, deps));
        expect(file(name)).toEqual(before);
      }
    }
  });

  it('written for an age key opens with its identity only, of either kind, and can be taken away', async () => {
    const identity = await generateIdentity();
    const recipient = await identityToRecipient(identity);
    const added = value(await addEscrow(session, recipient, deps));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(added.file, 'text')).toBe(script());
    const other = new Decrypter();
    other.addIdentity(await generateIdentity());
    await expect(other.decrypt(added.file)).rejects.toThrow();
    expect(value(paperWays(dir)).escrows).toMatchObject([{ id: added.id, recipient }]);
    value(removePaperSlot(session, added.id));
    expect(value(paperWays(dir)).escrows).toEqual([]);
  });

  it('is not written for what is no age key', async () => {
    const recipient = await identityToRecipient(await generateIdentity());
    for (const wrong of [
      'age1',
      'AGE-SECRET-KEY-1QQ',
      `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`,
    ])
      expect(await addEscrow(session, wrong, deps)).toMatchObject({
        ok: false,
        error: { code: 'keys.recipient-invalid' },
      });
    expect(value(paperWays(dir)).escrows).toEqual([]);
  });
});
