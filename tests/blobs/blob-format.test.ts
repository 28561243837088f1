// The sealed file: what it looks like for ever, and that no change of it goes unnoticed.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  chunkBytes,
  createSealer,
  headerBytes,
  openBlob,
  plainChunks,
  sealChunks,
  sealFile,
  storedBlobs,
  unwrapFileKey,
  wrapFileKey,
} from '../../src-main/blobs';

const folder = mkdtempSync(join(tmpdir(), 'diwan-blobs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const counted = (): { bytes(count: number): Uint8Array } => {
  let next = 0;
  return { bytes: (count) => Uint8Array.from({ length: count }, () => next++ % 256) };
};
const fileKey = Buffer.alloc(32, 7);
const sealedChunk = chunkBytes + 16;

/** A sealed file of the given chunks, in memory. */
function sealed(chunks: readonly Uint8Array[], random = counted()): Buffer {
  const sealer = createSealer(fileKey, random);
  return Buffer.concat([
    sealer.header,
    ...chunks.flatMap((chunk, index) => sealer.seal(chunk, index === chunks.length - 1)),
  ]);
}

/** The plaintext of the bytes, or the code of what is wrong with them. */
function opened(bytes: Uint8Array, key: Uint8Array = fileKey): Buffer | string {
  const path = join(folder, 'probe');
  writeFileSync(path, bytes);
  const blob = openBlob(path, key);
  if (!blob.ok) return blob.error.code;
  const parts: Buffer[] = [];
  try {
    for (let index = 0; index < blob.value.chunks; index += 1) {
      const chunk = blob.value.read(index);
      if (!chunk.ok) return chunk.error.code;
      parts.push(chunk.value);
    }
    return Buffer.concat(parts);
  } finally {
    blob.value.close();
  }
}

// Reckoned by hand from the description alone and never changed: a program that cannot meet them cannot read people's bases.
const vector = 'e5c884f062d54f5859477181ca7a07c7fdd2be78f3';
const vectorOfThree = 'a9c92146bff9c29aa6f718f5e74700a2b5e3f85057fb1acd82c3b8c9e3527ef9';

const three = [Buffer.alloc(chunkBytes, 1), Buffer.alloc(chunkBytes, 2), Buffer.from('the end')];

describe('the format', () => {
  it('is what it was when it was released', () => {
    expect(sealed([Buffer.from('Diwan')]).toString('hex')).toBe(
      `444957414e424c420114000000000000000102030405060708090a0b0c0d0e0f${vector}`,
    );
    expect(createHash('sha256').update(sealed(three)).digest('hex')).toBe(vectorOfThree);
  });

  it('gives back what was sealed, of any length around the edges of a chunk', () => {
    for (const length of [0, 1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes]) {
      const plain = Buffer.alloc(length, 'ab');
      const chunks = Array.from({ length: Math.max(1, Math.ceil(length / chunkBytes)) }, (_, index) =>
        plain.subarray(index * chunkBytes, (index + 1) * chunkBytes),
      );
      expect((opened(sealed(chunks)) as Buffer).equals(plain)).toBe(true);
    }
  });
});

describe('a sealed file is damaged when', () => {
  const whole = sealed(three);
  const chunk = (index: number) =>
    whole.subarray(headerBytes + index * sealedChunk, headerBytes + (index + 1) * sealedChunk);
  const header = whole.subarray(0, headerBytes);
  const other = sealed(three, { bytes: (count) => new Uint8Array(count) });
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['its last chunk is missing', whole.subarray(0, headerBytes + 2 * sealedChunk)],
    ['it is cut in the middle of a chunk', whole.subarray(0, whole.length - 3)],
    ['its first chunk is missing', Buffer.concat([header, chunk(1), chunk(2)])],
    ['two chunks changed places', Buffer.concat([header, chunk(1), chunk(0), chunk(2)])],
    ['a chunk is there twice', Buffer.concat([header, chunk(0), chunk(0), chunk(2)])],
    [
      'a chunk is another file’s',
      Buffer.concat([header, other.subarray(headerBytes, headerBytes + sealedChunk), chunk(1), chunk(2)]),
    ],
    ['its header is another file’s', Buffer.concat([other.subarray(0, headerBytes), whole.subarray(headerBytes)])],
    ['something follows its end', Buffer.concat([whole, Buffer.from('x')])],
    ['an empty last chunk was put after the last', Buffer.concat([header, chunk(0), chunk(1), Buffer.alloc(16)])],
    ['it is of another version', Buffer.concat([header.subarray(0, 8), Buffer.from([2]), whole.subarray(9)])],
    ['it is shorter than its header', whole.subarray(0, 20)],
    ['it is empty', Buffer.alloc(0)],
  ];
  it.each(cases)('%s', (_, bytes) => {
    expect(opened(bytes)).toBe('attachments.damaged');
  });

  it('it is opened with another key', () => {
    expect(opened(whole, Buffer.alloc(32, 8))).toBe('attachments.damaged');
  });

  it('any one bit of it is another', () => {
    const small = sealed([Buffer.from('a short letter')]);
    fc.assert(
      fc.property(fc.nat(small.length * 8 - 1), (bit) => {
        const bent = Buffer.from(small);
        bent[bit >> 3]! ^= 1 << (bit & 7);
        return opened(bent) === 'attachments.damaged';
      }),
      { numRuns: 500 },
    );
  });

  it('it is any other bytes, and reading them never throws', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 300 }).map((tail) => Buffer.concat([header, tail])),
      fc
        .tuple(fc.nat(whole.length), fc.nat(whole.length), fc.uint8Array({ maxLength: 40 }))
        .map(([from, to, middle]) => Buffer.concat([whole.subarray(0, from), middle, whole.subarray(to)]))
        .filter((bytes) => !bytes.equals(whole)),
    );
    fc.assert(
      fc.property(anything, (bytes) => opened(bytes) === 'attachments.damaged'),
      { numRuns: 300 },
    );
  });

  it('it is not there, it is missing', () => {
    const blob = openBlob(join(folder, 'nowhere'), fileKey);
    expect(blob).toEqual({ ok: false, error: { code: 'attachments.missing' } });
  });
});

describe('the key of a file', () => {
  const file = { subjectKey: Buffer.alloc(32, 1), subject: 'one', blob: 'ab'.repeat(32) };
  const wrapped = wrapFileKey(file, fileKey, counted());

  it('opens for the subject and the file it was wrapped for, and for no other', () => {
    expect(unwrapFileKey(file, wrapped)).toEqual(fileKey);
    expect(unwrapFileKey({ ...file, subject: 'other' }, wrapped)).toBeNull();
    expect(unwrapFileKey({ ...file, blob: 'cd'.repeat(32) }, wrapped)).toBeNull();
    expect(unwrapFileKey({ ...file, subjectKey: Buffer.alloc(32, 2) }, wrapped)).toBeNull();
    for (const bad of ['', 'x', wrapped.slice(0, -4), `${wrapped}AAAA`]) expect(unwrapFileKey(file, bad)).toBeNull();
  });
});

describe('sealing into a base', () => {
  const sealing = (tag: string) => ({
    baseFolder: join(folder, 'base'),
    tag,
    random: counted(),
    onBytes: () => undefined,
  });

  it('names the file by the hash of its bytes, and leaves nothing else', () => {
    const { blob, bytes, digest, sealedBytes } = sealChunks([Buffer.from('hello')], sealing('a'));
    const path = join(folder, 'base', 'blobs', blob.slice(0, 2), blob);
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(blob);
    expect([bytes, sealedBytes, statSync(path).size]).toEqual([5, 5 + 16 + headerBytes, 5 + 16 + headerBytes]);
    expect(digest).toBe(createHash('sha256').update('hello').digest('hex'));
    expect([...storedBlobs(join(folder, 'base'))]).toEqual([blob]);
    expect(readdirSync(join(folder, 'base', 'blobs'))).toEqual([blob.slice(0, 2)]);
  });

  it('that is ended in the middle leaves nothing', () => {
    const before = readdirSync(join(folder, 'base', 'blobs'), { recursive: true }).length;
    const ended = (): Uint8Array => {
      throw new Error('ended');
    };
    const source = (function* () {
      yield Buffer.alloc(chunkBytes);
      yield ended();
    })();
    expect(() => sealChunks(source, sealing('b'))).toThrow('ended');
    expect(readdirSync(join(folder, 'base', 'blobs'), { recursive: true }).length).toBe(before);
  });

  it('refuses a file that changes while it is read', () => {
    const path = join(folder, 'growing.txt');
    writeFileSync(path, Buffer.alloc(2 * chunkBytes));
    const grow = { ...sealing('c'), onBytes: () => writeFileSync(path, 'more', { flag: 'a' }) };
    expect(sealFile({ path, limitBytes: 1e9 }, grow)).toMatchObject({
      ok: false,
      error: { code: 'attachments.file-changed' },
    });
  });

  it('reads neither devices nor pipes', () => {
    for (const path of ['/dev/zero', '/dev/null', folder])
      expect(sealFile({ path, limitBytes: 1e6 }, sealing('d'))).toMatchObject({
        ok: false,
        error: { code: 'attachments.not-a-file' },
      });
  });
});

it('a file drawn to its end comes piece by piece, and stops at the first that is not right', () => {
  const path = join(folder, 'drawn');
  const bytes = sealed(three);
  bytes[headerBytes + sealedChunk + 5]! ^= 1;
  writeFileSync(path, bytes);
  const blob = openBlob(path, fileKey);
  if (!blob.ok) throw new Error('it opens');
  const drawn: number[] = [];
  expect(() => {
    for (const chunk of plainChunks(blob.value)) drawn.push(chunk.length);
  }).toThrow(expect.objectContaining({ code: 'attachments.damaged' }) as Error);
  blob.value.close();
  expect(drawn).toEqual([chunkBytes]);
});
