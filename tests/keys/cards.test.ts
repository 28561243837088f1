// Recovery cards: any of them, as many as were asked for, open the base; one fewer never does; a slip is told from a wrong card.
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { combine } from 'shamir-secret-sharing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  confirmCard,
  checkCard,
  createKeyring,
  formatCard,
  makeCards,
  paperWays,
  parseCard,
  removePaperSlot,
  resetPassphraseWithPaper,
  systemRandom,
  unlockWithPaper,
  unlockWithPassphrase,
  type Card,
  type KeyringDeps,
  type KeyringSession,
} from '../../src-main/keys';

const amal = { userId: 'user-amal', login: 'amal', passphrase: 'نسيم البحر فوق الجبل الأخضر' };
const better = 'seven quiet herons over the lagoon';
const deps: KeyringDeps = {
  clock: { now: () => Date.UTC(2026, 10, 23) },
  random: systemRandom,
  kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest(),
};
const card: Card = {
  number: 2,
  needed: 3,
  set: 'a1b2c3',
  share: Buffer.from(Array.from({ length: 17 }, (_, at) => at * 7)),
};
const written = '005665 455334 549120 019866 059444 099022 138600 178178 217756 257334 296912 264275';

let dir: string;
let session: KeyringSession;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diwan-cards-'));
  session = { dir, unlocked: value(await createKeyring({ dir, users: [amal] }, deps)).unlocked };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function value<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const make = async (needed: number, count: number): Promise<readonly string[]> =>
  value(await makeCards(session, { needed, count }, deps)).cards;
const confirmAll = (cards: readonly string[]): void => cards.forEach((text) => value(confirmCard(session, text)));

describe('a card', () => {
  it('is written today as it was written first, and reads back', () => {
    expect(formatCard(card)).toBe(written);
    expect(value(parseCard(written))).toEqual(card);
  });

  it('reads alike in every script of digits and with any spacing', () => {
    const digits = (zero: number) => written.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
    for (const text of [digits(0x660), digits(0x6f0), written.replaceAll(' ', ''), written.replaceAll(' ', '-\n')])
      expect(value(parseCard(text))).toEqual(card);
  });

  it('names the group in which one digit is wrong or two neighbours were exchanged', () => {
    fc.assert(
      fc.property(fc.nat(11), fc.nat(5), fc.integer({ min: 1, max: 9 }), (group, at, by) => {
        const groups = written.split(' ');
        const digits = [...groups[group]!];
        digits[at] = String((Number(digits[at]) + by) % 10);
        groups[group] = digits.join('');
        expect(parseCard(groups.join(' '), 4)).toEqual({
          ok: false,
          error: { code: 'keys.card-mistyped', details: { groups: [group + 1], at: 4 } },
        });
      }),
    );
  });

  it('whose groups were exchanged or replaced by others is told to be damaged, and which card it was', () => {
    const groups = written.split(' ');
    for (let at = 0; at < 11; at += 1) {
      const exchanged = [...groups];
      [exchanged[at], exchanged[at + 1]] = [groups[at + 1]!, groups[at]!];
      expect(parseCard(exchanged.join(' '), 2)).toEqual({
        ok: false,
        error: { code: 'keys.card-damaged', details: { at: 2 } },
      });
    }
    expect(codeOf(parseCard(groups.slice(0, 11).join(' ')))).toBe('keys.card-incomplete');
  });
});

describe('a set of cards', () => {
  it('opens the base with any of them that are enough, in any order, and never with one fewer', async () => {
    const shape = fc.integer({ min: 2, max: 7 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        needed: fc.integer({ min: 2, max: count }),
        order: fc.shuffledSubarray(
          Array.from({ length: count }, (_, at) => at),
          { minLength: count },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shape, async ({ count, needed, order }) => {
        const cards = await make(needed, count);
        const chosen = order.slice(0, needed).map((at) => cards[at]!);
        const opened = value(await unlockWithPaper(dir, { cards: chosen }));
        expect(opened.secret).toEqual(session.unlocked.secret);
        expect(opened.cards).toEqual(
          order
            .slice(0, needed)
            .map((at) => at + 1)
            .toSorted((a, b) => a - b),
        );
        const fewer = await unlockWithPaper(dir, { cards: chosen.slice(1) });
        expect(codeOf(fewer)).toBe('keys.cards-too-few');
        const twice = await unlockWithPaper(dir, { cards: [...chosen.slice(1), chosen[1]!] });
        expect(codeOf(twice)).toBe('keys.cards-too-few');
      }),
      { numRuns: 25 },
    );
  });

  it('tells nothing by fewer cards: what they put together is another secret, and the seal refuses it', async () => {
    const cards = await make(3, 5);
    const shares = cards.map((text) => Uint8Array.from(value(parseCard(text)).share));
    const whole = await combine(shares.slice(0, 3));
    for (const pair of [shares.slice(0, 2), shares.slice(3, 5)]) expect(await combine(pair)).not.toEqual(whole);
    // Somebody lowers the number asked for, on a card or in the file: the seal still asks for the true secret.
    const stored = JSON.parse(readFileSync(join(dir, 'keyring.json'), 'utf8')) as { slots: { type: string }[] };
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(whole).toString('hex'));
    expect(JSON.stringify(stored)).not.toContain(Buffer.from(whole).toString('base64'));
  });

  it('holds none of its cards in the files', async () => {
    const cards = await make(2, 3);
    const text =
      readFileSync(join(dir, 'keyring.json'), 'latin1') + readFileSync(join(dir, 'keyring.bak.json'), 'latin1');
    for (const one of cards) {
      expect(text).not.toContain(one);
      for (const form of ['hex', 'base64'] as const)
        expect(text).not.toContain(value(parseCard(one)).share.subarray(0, 16).toString(form));
    }
  });

  it('refuses a card of another base or of a set that was replaced, and names it', async () => {
    const old = await make(2, 3);
    confirmAll(old);
    const next = await make(2, 2);
    expect(value(await unlockWithPaper(dir, { cards: old.slice(0, 2) })).secret).toEqual(session.unlocked.secret);
    confirmAll(next);
    expect(await unlockWithPaper(dir, { cards: [next[0]!, old[2]!] })).toEqual({
      ok: false,
      error: { code: 'keys.card-foreign', details: { at: 2, card: 3 } },
    });
    const forged = formatCard({ ...value(parseCard(next[1]!)), share: randomBytes(17) });
    expect(codeOf(await unlockWithPaper(dir, { cards: [next[0]!, forged] }))).toBe('keys.card-foreign');
    expect(value(await unlockWithPaper(dir, { cards: [...next] })).cards).toEqual([1, 2]);
  });

  it('is in force when every card was typed back; until then the set before it opens the base', async () => {
    const first = await make(2, 2);
    confirmAll(first);
    const second = await make(2, 3);
    expect(value(confirmCard(session, second[2]!))).toMatchObject({ number: 3, left: [1, 2] });
    expect(value(confirmCard(session, second[2]!))).toMatchObject({ left: [1, 2] });
    expect(value(paperWays(dir)).cards.map(({ count, left }) => [count, left])).toEqual([
      [2, []],
      [3, [1, 2]],
    ]);
    value(confirmCard(session, second[0]!));
    expect(value(confirmCard(session, second[1]!))).toMatchObject({ left: [] });
    expect(value(paperWays(dir)).cards.map(({ count, left }) => [count, left])).toEqual([[3, []]]);
    expect(codeOf(checkCard(dir, first[0]!))).toBe('keys.card-foreign');
  });

  it('that was begun and left is replaced by the next one', async () => {
    const left = await make(2, 2);
    const cards = await make(2, 4);
    expect(codeOf(checkCard(dir, left[0]!))).toBe('keys.card-foreign');
    expect(value(checkCard(dir, cards[3]!))).toMatchObject({ number: 4, needed: 2, count: 4 });
  });

  it('gives a person who forgot the passphrase a new one, and goes on opening the base', async () => {
    const cards = await make(2, 3);
    confirmAll(cards);
    const change = { login: 'amal', cards: [cards[2]!, cards[0]!], next: better };
    expect(value(await resetPassphraseWithPaper(dir, change, deps)).cards).toEqual([1, 3]);
    expect(value(await unlockWithPassphrase(dir, { login: 'amal', passphrase: better }, deps)).secret).toEqual(
      session.unlocked.secret,
    );
    expect(codeOf(await unlockWithPaper(dir, { cards: [cards[0]!, cards[1]!] }))).toBe('ok');
  });

  it('that was taken away opens nothing', async () => {
    const cards = await make(2, 2);
    const [set] = value(paperWays(dir)).cards;
    value(removePaperSlot(session, set!.id));
    expect(codeOf(await unlockWithPaper(dir, { cards }))).toBe('keys.card-foreign');
    expect(codeOf(removePaperSlot(session, set!.id))).toBe('keys.slot-unknown');
    const user = JSON.parse(readFileSync(join(dir, 'keyring.json'), 'utf8')) as { slots: { id: string }[] };
    expect(codeOf(removePaperSlot(session, user.slots[0]!.id))).toBe('keys.slot-unknown');
  });
});
