// The one module that touches cryptographic primitives, but for Argon2id (argon2.ts). It uses only what Node's OpenSSL and Electron's BoringSSL both have,
// so that a base made by the command line opens in the window and the other way round. No other file imports node:crypto for keys.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hash,
  hkdfSync,
  randomBytes,
  scryptSync,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Random } from '@shared/core/clock';

export const keyBytes = 32;
export const nonceBytes = 12;
/** How much longer `seal` makes what it seals. */
export const sealTagBytes = 16;

/** What a sealed value is bound to: 32-byte key, 12-byte nonce used once with it, and context that must be the same on opening. */
export interface SealContext {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly context: Uint8Array;
}

export interface HkdfInput {
  readonly secret: Uint8Array;
  readonly salt?: Uint8Array;
  readonly info: Uint8Array | string;
  readonly length?: number;
}

export interface KeyPair {
  /** 32 bytes. For Ed25519 the seed of RFC 8032, for X25519 the scalar of RFC 7748. */
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
}

/** The operating system's generator; everything else receives `Random` from outside. */
export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

export const sha256 = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer');

/** For content too large to hold: `update` as it comes, then `digest` once, in hex. */
export interface RunningHash {
  update(bytes: Uint8Array): void;
  digest(): string;
}

export function createSha256(): RunningHash {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

export const hmacSha256 = (key: Uint8Array, bytes: Uint8Array | string): Buffer =>
  createHmac('sha256', key).update(bytes).digest();

/** scrypt (RFC 7914) with 16 MB and some 50 ms: for short secrets that are easily guessed. 32 bytes. */
export const scryptHash = (secret: string, salt: string): Buffer =>
  scryptSync(secret, salt, keyBytes, { N: 16_384, r: 8, p: 1 });

/** Compares without telling by its duration where two values differ. Values of unlike length are unequal. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** HKDF-SHA-256, RFC 5869; 32 bytes unless told. */
export const hkdfSha256 = ({ secret, salt = new Uint8Array(0), info, length = keyBytes }: HkdfInput): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** AES-256-GCM. Returns ciphertext followed by its 16-byte tag. */
export const seal = (context: SealContext, plain: Uint8Array): Buffer => Buffer.concat(sealApart(context, plain));

/** The same in two pieces, for content too large to copy once more. */
export function sealApart({ key, nonce, context }: SealContext, plain: Uint8Array): [ciphertext: Buffer, tag: Buffer] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: sealTagBytes });
  cipher.setAAD(context);
  const ciphertext = cipher.update(plain);
  // In this mode nothing is left for the end but the tag.
  cipher.final();
  return [ciphertext, cipher.getAuthTag()];
}

/** Opens what `seal` made. `null` when key, nonce, context or bytes are not the ones it was sealed with; never partial plaintext. */
export function unseal({ key, nonce, context }: SealContext, sealed: Uint8Array): Buffer | null {
  if (sealed.length < sealTagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: sealTagBytes });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(sealed.length - sealTagBytes));
  const plain = decipher.update(sealed.subarray(0, sealed.length - sealTagBytes));
  try {
    // In this mode nothing is left for the end but the judgement.
    decipher.final();
    return plain;
  } catch (mismatch) {
    // Both libraries report a wrong tag by throwing from final(), with different words and codes; nothing else fails there.
    plain.fill(0);
    if (mismatch instanceof Error) return null;
    throw mismatch;
  }
}

/** Ed25519 (RFC 8032) from a 32-byte seed. */
export const signingKeyPair = (seed: Uint8Array): KeyPair => keyPair(ed25519Prefix, seed);

/** X25519 (RFC 7748) from a 32-byte scalar. */
export const agreementKeyPair = (scalar: Uint8Array): KeyPair => keyPair(x25519Prefix, scalar);

export const signEd25519 = (seed: Uint8Array, message: Uint8Array): Buffer =>
  sign(null, message, privateKeyOf(ed25519Prefix, seed));

/** False for a wrong signature and for a public key or signature of the wrong length. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== keyBytes || signature.length !== 64) return false;
  return verify(null, message, publicKeyOf(ed25519PublicPrefix, publicKey), signature);
}

/** The 32 bytes both sides of an X25519 exchange arrive at; feed them to HKDF, never use them as a key. */
export const agree = (scalar: Uint8Array, publicKey: Uint8Array): Buffer =>
  diffieHellman({
    privateKey: privateKeyOf(x25519Prefix, scalar),
    publicKey: publicKeyOf(x25519PublicPrefix, publicKey),
  });

// DER heads of RFC 8410: the raw 32 bytes follow. Raw import is not offered by every runtime we support.
const ed25519Prefix = '302e020100300506032b657004220420';
const x25519Prefix = '302e020100300506032b656e04220420';
const ed25519PublicPrefix = '302a300506032b6570032100';
const x25519PublicPrefix = '302a300506032b656e032100';

function keyPair(prefix: string, secret: Uint8Array): KeyPair {
  const spki = createPublicKey(privateKeyOf(prefix, secret)).export({ format: 'der', type: 'spki' });
  return { privateKey: Buffer.from(secret), publicKey: Buffer.from(spki.subarray(spki.length - keyBytes)) };
}

function privateKeyOf(prefix: string, secret: Uint8Array): KeyObject {
  if (secret.length !== keyBytes) throw new Error(`a private key is ${keyBytes} bytes, not ${secret.length}`);
  const der = Buffer.concat([Buffer.from(prefix, 'hex'), secret]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

const publicKeyOf = (prefix: string, bytes: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([Buffer.from(prefix, 'hex'), bytes]), format: 'der', type: 'spki' });
