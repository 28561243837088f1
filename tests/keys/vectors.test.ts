// Cryptography against the published examples of its standards, so that a base can be opened without us and on any runtime.
import { describe, expect, it } from 'vitest';
import { argon2id } from '../../src-main/keys/argon2';
import {
  agree,
  agreementKeyPair,
  equalBytes,
  hkdfSha256,
  hmacSha256,
  seal,
  sha256,
  signEd25519,
  signingKeyPair,
  unseal,
  verifyEd25519,
} from '../../src-main/keys/crypto';

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const hex = (value: Uint8Array): string => Buffer.from(value).toString('hex');

describe('published examples', () => {
  it('SHA-256 (FIPS 180-4) and HMAC (RFC 4231, case 2)', () => {
    expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hex(hmacSha256(Buffer.from('Jefe'), 'what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('HKDF (RFC 5869, case 1)', () => {
    const derived = hkdfSha256({
      secret: Buffer.alloc(22, 0x0b),
      salt: bytes('000102030405060708090a0b0c'),
      info: bytes('f0f1f2f3f4f5f6f7f8f9'),
      length: 42,
    });
    expect(hex(derived)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865');
  });

  it('AES-256-GCM (McGrew and Viega, cases 14 and 16)', () => {
    const plain = seal({ key: Buffer.alloc(32), nonce: Buffer.alloc(12), context: Buffer.alloc(0) }, Buffer.alloc(16));
    expect(hex(plain)).toBe('cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919');
    const key = bytes('feffe9928665731c6d6a8f9467308308'.repeat(2));
    const context = bytes('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const text = bytes(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    expect(hex(seal({ key, nonce: bytes('cafebabefacedbaddecaf888'), context }, text))).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    );
  });

  it('Ed25519 (RFC 8032 §7.1, tests 1 and 2)', () => {
    const cases = [
      [
        '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
        'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
        '',
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      ],
      [
        '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
        '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
        '72',
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
      ],
    ] as const;
    for (const [seed, publicKey, message, signature] of cases) {
      expect(hex(signingKeyPair(bytes(seed)).publicKey)).toBe(publicKey);
      expect(hex(signEd25519(bytes(seed), bytes(message)))).toBe(signature);
      expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
      expect(verifyEd25519(bytes(publicKey), Buffer.from('other'), bytes(signature))).toBe(false);
      expect(verifyEd25519(bytes(publicKey).subarray(1), bytes(message), bytes(signature))).toBe(false);
      expect(verifyEd25519(bytes(publicKey), bytes(message), bytes(signature).subarray(1))).toBe(false);
    }
  });

  it('X25519 (RFC 7748 §6.1)', () => {
    const bob = bytes('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
    expect(hex(agreementKeyPair(bob).publicKey)).toBe(
      'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
    );
    expect(hex(agree(bob, bytes('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a')))).toBe(
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    );
  });

  it('Argon2id version 1.3 (reference implementation: t=2, m=64 MiB, p=1)', async () => {
    const derived = await argon2id(Buffer.from('password'), {
      memoryKiB: 65_536,
      passes: 2,
      lanes: 1,
      salt: Buffer.from('somesalt'),
    });
    expect(hex(derived)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });
});

describe('a sealed value', () => {
  const sealing = { key: Buffer.alloc(32, 1), nonce: Buffer.alloc(12, 2), context: Buffer.from('slot 1') };
  const sealed = seal(sealing, Buffer.from('سر'));

  it('opens with its own key, nonce and context and with no other, and after no change of any bit', () => {
    expect(unseal(sealing, sealed)?.toString()).toBe('سر');
    expect(unseal({ ...sealing, key: Buffer.alloc(32, 3) }, sealed)).toBeNull();
    expect(unseal({ ...sealing, nonce: Buffer.alloc(12, 3) }, sealed)).toBeNull();
    expect(unseal({ ...sealing, context: Buffer.from('slot 2') }, sealed)).toBeNull();
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(unseal(sealing, changed), String(bit)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(unseal(sealing, sealed.subarray(0, length))).toBeNull();
  });
});

it('values of unlike length are unequal, not an error', () => {
  expect([
    equalBytes(Buffer.from('a'), Buffer.from('ab')),
    equalBytes(Buffer.from('ab'), Buffer.from('ab')),
    equalBytes(Buffer.alloc(0), Buffer.alloc(0)),
  ]).toEqual([false, true, true]);
});
