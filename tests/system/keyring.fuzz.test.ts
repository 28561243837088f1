// The keyring under fire: thousands of changes to its two files, blind and careful. None lets anybody in, none locks the owner out for
// good, none goes unnoticed, and none makes the program fail.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  canonicalJson,
  createKeyring,
  prepareRotation,
  systemRandom,
  unlockWithPassphrase,
  type JsonValue,
  type KeyringDeps,
} from '../../src-main/keys';

const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_123);
const RUNS = Number(process.env['DIWAN_MUTATIONS'] ?? 2000);
const patience = 300_000;
const passphrase = 'نسيم البحر فوق الجبل الأخضر';
const owner = { login: 'amal', passphrase };
const clock = { at: Date.UTC(2026, 0, 1), now: () => clock.at };
const deps: KeyringDeps = {
  clock,
  random: systemRandom,
  kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest(),
};

interface Ring {
  readonly dir: string;
  readonly text: string;
  readonly dek: Buffer;
}
const rings: Ring[] = [];

/** `rotated`: the slots hold a carried key beside the one they wrap. */
async function makeRing({ rotated = false } = {}): Promise<Ring> {
  const dir = mkdtempSync(join(tmpdir(), 'diwan-ring-'));
  const made = await createKeyring(
    { dir, users: [{ userId: '019dfc22-eac0-706c-b43b-4526982be05b', ...owner }] },
    deps,
  );
  if (!made.ok) throw new Error(made.error.code);
  let { unlocked } = made.value;
  if (rotated) {
    const prepared = await prepareRotation({ dir, unlocked }, 'data-2.db', deps);
    if (!prepared.ok || !prepared.value.write().ok) throw new Error('the ring was not rotated');
    unlocked = prepared.value.unlocked;
  }
  const ring = {
    dir,
    text: readFileSync(join(dir, 'keyring.json'), 'utf8'),
    dek: Buffer.from(unlocked.secret.dek),
  };
  rings.push(ring);
  return ring;
}

let ring: Ring;
let stranger: Ring;
beforeAll(async () => {
  ring = await makeRing();
  stranger = await makeRing();
});
const forms = [
  { form: 'as it was made', rotated: false },
  { form: 'since a rotation', rotated: true },
];
afterAll(() => {
  for (const { dir } of rings) rmSync(dir, { recursive: true, force: true });
});

const put = (main: string, backup = main): void => {
  writeFileSync(join(ring.dir, 'keyring.json'), main);
  writeFileSync(join(ring.dir, 'keyring.bak.json'), backup);
};

/** Unlocks a day later, so that no earlier attempt makes anybody wait. */
async function unlock(secret = passphrase) {
  clock.at += 86_400_000;
  const result = await unlockWithPassphrase(ring.dir, { login: owner.login, passphrase: secret }, deps);
  if (!result.ok) return result.error.code;
  const same = Buffer.from(result.value.secret.dek).equals(ring.dek);
  return same ? (result.value.keyringAltered ? 'open, alarm' : 'open') : 'open with another key';
}

type Json = Record<string, JsonValue>;
/** What somebody without the keys can do: change a value and make the file's own sum right again. */
function resummed(changed: Json): string {
  const { sum: _, ...body } = changed;
  return JSON.stringify({
    ...body,
    sum: createHash('sha256')
      .update(`diwan/keyring-sum/v1\n${canonicalJson(body)}`)
      .digest('hex'),
  });
}

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { holder: value as Record<string, unknown>, key },
    ...placesOf((value as Record<string, unknown>)[key]),
  ]);
}

const refusals = /^keys\.(keyring-damaged|keyring-newer|unknown-user|wrong-passphrase)$/;

describe.each(forms)(`$form: ${RUNS / 2} changes of each kind (seed ${SEED})`, ({ rotated }) => {
  beforeAll(async () => {
    ring = await makeRing({ rotated });
  });
  it(
    'to any byte of both files: opened unharmed or refused, never anything else',
    async () => {
      const flips = fc.sample(fc.record({ at: fc.nat(), bits: fc.integer({ min: 1, max: 255 }), cut: fc.nat(40) }), {
        seed: SEED,
        numRuns: RUNS / 2,
      });
      for (const { at, bits, cut } of flips) {
        const bytes = Buffer.from(ring.text);
        bytes[at % bytes.length]! ^= bits;
        const text = (cut === 0 ? bytes.subarray(0, at % bytes.length) : bytes).toString('latin1');
        put(text);
        expect(await unlock(), `byte ${at % bytes.length} ^ ${bits}`).toMatch(
          /^open$|^keys\.(keyring-damaged|keyring-newer)$/,
        );
      }
      put(ring.text);
      expect(await unlock()).toBe('open');
    },
    patience,
  );

  it(
    'by somebody who makes the sum right again: refused, or opened with the alarm',
    async () => {
      const hostile = fc.oneof(
        fc.constantFrom<unknown>(
          null,
          0,
          -1,
          1e9,
          '',
          'ff'.repeat(32),
          '00'.repeat(32),
          [],
          {},
          true,
          'user',
          'recovery',
        ),
        fc.string({ maxLength: 40 }),
        fc.integer(),
      );
      const changes = fc.sample(
        fc.record({ where: fc.nat(), value: hostile, how: fc.constantFrom('replace', 'replace', 'remove', 'swap') }),
        { seed: SEED + 1, numRuns: RUNS / 2 },
      );
      const verdicts = new Map<string, number>();
      for (const { where, value, how } of changes) {
        const changed = JSON.parse(ring.text) as Json;
        const places = placesOf(changed).filter(({ key }) => key !== 'sum');
        const place = places[where % places.length]!;
        const other = (JSON.parse(stranger.text) as Json)[place.key];
        if (how === 'remove') delete place.holder[place.key];
        else if (how === 'swap' && other !== undefined) place.holder[place.key] = other;
        else place.holder[place.key] = value;
        const text = resummed(changed);
        if (canonicalJson(JSON.parse(text) as JsonValue) === canonicalJson(JSON.parse(ring.text) as JsonValue))
          continue;
        put(text);
        const verdict = await unlock();
        expect(verdict, `${place.key} ${how} ${JSON.stringify(value)}`).toMatch(/^open, alarm$|^keys\./);
        if (verdict !== 'open, alarm') expect(verdict).toMatch(refusals);
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        expect(await unlock('not the passphrase')).not.toMatch(/^open/);
      }
      expect(verdicts.get('open, alarm')).toBeGreaterThan(10);
      expect(verdicts.get('keys.keyring-damaged')).toBeGreaterThan(10);
      put(ring.text);
      expect(await unlock()).toBe('open');
    },
    patience,
  );

  it(
    'to one of the two files: the other opens the base, and the damaged one is made good',
    async () => {
      const cuts = fc.sample(fc.record({ at: fc.nat(), main: fc.boolean() }), {
        seed: SEED + 2,
        numRuns: Math.ceil(RUNS / 20),
      });
      for (const { at, main } of cuts) {
        const half = ring.text.slice(0, at % (ring.text.length - 4));
        put(main ? half : ring.text, main ? ring.text : half);
        expect(await unlock()).toBe('open');
        for (const file of ['keyring.json', 'keyring.bak.json'])
          expect(JSON.parse(readFileSync(join(ring.dir, file), 'utf8'))).toEqual(JSON.parse(ring.text));
      }
    },
    patience,
  );
});

const slots = (text: string): Json[] => (JSON.parse(text) as { slots: Json[] }).slots;

describe.each(forms)('$form, a forged slot', ({ rotated }) => {
  beforeAll(async () => {
    ring = await makeRing({ rotated });
  });
  it('of another base does not open this one', async () => {
    put(resummed({ ...(JSON.parse(ring.text) as Json), slots: slots(stranger.text) }));
    expect(await unlock()).toMatch(refusals);
    put(resummed({ ...(JSON.parse(ring.text) as Json), slots: [...slots(stranger.text), ...slots(ring.text)] }));
    expect(await unlock()).not.toBe('open');
  });

  it('that makes guessing cheap, or the machine run out of memory, is damage', async () => {
    for (const cost of [
      { memoryKiB: 8, passes: 1 },
      { memoryKiB: 64 * 1024, passes: 1 },
      { memoryKiB: 1024 * 1024 * 1024, passes: 3 },
      { passes: 1000 },
      { lanes: 1000 },
    ]) {
      const changed = slots(ring.text).map((slot) =>
        slot['type'] === 'user' ? { ...slot, kdf: { ...(slot['kdf'] as Json), ...cost } } : slot,
      );
      put(resummed({ ...(JSON.parse(ring.text) as Json), slots: changed }));
      expect(await unlock(), JSON.stringify(cost)).toBe('keys.keyring-damaged');
    }
    put(ring.text);
    expect(await unlock()).toBe('open');
  });
});

describe('a carried key', () => {
  beforeAll(async () => {
    ring = await makeRing({ rotated: true });
  });
  const withOwn = (change: (own: Json, other: Json) => Json): void => {
    const [own, other] = slots(ring.text);
    put(resummed({ ...(JSON.parse(ring.text) as Json), slots: [change(own!, other!), other!] }));
  };

  it('of another slot, of another generation, or taken out, is damage or opens nothing', async () => {
    withOwn((own, other) => ({ ...own, carried: other['carried']! }));
    expect(await unlock()).toMatch(refusals);
    withOwn((own) => ({ ...own, carried: { ...(own['carried'] as Json), gen: 3 } }));
    expect(await unlock()).toMatch(refusals);
    withOwn(({ carried: _, ...own }) => own as Json);
    expect(await unlock()).toBe('keys.keyring-damaged');
    put(ring.text);
    expect(await unlock()).toBe('open');
  });
});
