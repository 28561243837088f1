// The data key for the stock tools: a file in the age format, for an age key that the printed recovery code opens or for one that the
// office keeps elsewhere. What it holds is one line that the `sqlcipher` tool runs as it is. Being for a key and not under the code
// itself, it is written anew by a rotation without anybody typing the code.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { isRecipient, newAgeKey } from './package-key';
import type { VaultSecret } from './secret-bundle';

/** The data key, opened by the age key in the other file; of codes of earlier releases, by the digits themselves. Both are taken from
 * the keyring and kept beside it. */
export const recoveryKeyFile = 'recovery-key.age';
/** That age key, opened by the digits of the recovery code, one after another. */
export const recoveryCodeFile = 'recovery-code.age';
export const recoveryFiles = [recoveryCodeFile, recoveryKeyFile] as const;

/** 2^10: the code's 128 random bits need no stretching. */
const workFactor = 10;
export interface CodeKey {
  readonly recipient: string;
  /** The private half under the code: an age file, base64. */
  readonly identity: string;
  /** The data key for it: an age file, base64. */
  readonly age: string;
}

/** `code`: the recovery code as it is printed. */
export async function sealKeyForCode(vaultId: string, secret: VaultSecret, code: string): Promise<CodeKey> {
  const { Encrypter } = await import('age-encryption');
  const { identity, recipient } = await newAgeKey();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(code.replace(/[^0-9]/g, ''));
  encrypter.setScryptWorkFactor(workFactor);
  const sealed = await encrypt(encrypter, Buffer.from(`${identity}\n`));
  const age = await sealForRecipient(vaultId, secret, recipient);
  if (!age.ok) throw new Error('an age key just made is a recipient');
  return { recipient, identity: sealed, age: age.value };
}

export const sealForRecipient = (
  vaultId: string,
  secret: VaultSecret,
  recipient: string,
): Promise<Result<string, Failure<'keys.recipient-invalid'>>> => sealTextFor(recipient, keyScript(vaultId, secret));

/** An age file, base64. The text is overwritten. */
export async function sealTextFor(
  recipient: string,
  text: Buffer,
): Promise<Result<string, Failure<'keys.recipient-invalid'>>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (!(await isRecipient(recipient))) return fail('keys.recipient-invalid');
  encrypter.addRecipient(recipient);
  return ok(await encrypt(encrypter, text));
}

async function encrypt(
  encrypter: { encrypt(plain: Uint8Array): Promise<Uint8Array> },
  script: Buffer,
): Promise<string> {
  try {
    return Buffer.from(await encrypter.encrypt(script)).toString('base64');
  } finally {
    script.fill(0);
  }
}

/** SQLCipher's raw key with its salt, written digit by digit so that it never is a string. The caller overwrites it. */
function keyScript(vaultId: string, { dek, dbSalt }: VaultSecret): Buffer {
  const head = Buffer.from(`-- The key of the Diwan base ${vaultId}\nPRAGMA key = "x'`);
  const tail = Buffer.from(`'";\n`);
  const digits = '0123456789abcdef';
  const script = Buffer.alloc(head.length + (dek.length + dbSalt.length) * 2 + tail.length);
  head.copy(script);
  let at = head.length;
  for (const bytes of [dek, dbSalt])
    for (const byte of bytes) {
      script[at++] = digits.charCodeAt(byte >> 4);
      script[at++] = digits.charCodeAt(byte & 15);
    }
  tail.copy(script, at);
  return script;
}
