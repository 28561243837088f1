// What people type to get in: a passphrase in any spelling of the same words, a recovery code in any digits, and patience after mistakes.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPassphrase, foldLogin, foldPassphrase, formatRecoveryCode, parseRecoveryCode } from '../../src-main/keys';
import { pauseAfter } from '../../src-main/keys/attempts';

describe('a passphrase', () => {
  // Frozen: a different fold would lock people out of their bases. Written by code point, since most differences cannot be seen.
  const same: readonly (readonly [what: string, one: string, other: string])[] = [
    ['Arabic and Persian ya', '\u064a\u062d\u064a\u0649', '\u06cc\u062d\u06cc\u06cc'],
    ['Arabic and Persian kaf', '\u0643\u062a\u0627\u0628', '\u06a9\u062a\u0627\u0628'],
    ['all digits', '\u0661\u0662\u0663 \u06f4\u06f5\u06f6', '123 456'],
    ['with and without vowel marks', '\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f', '\u0645\u062d\u0645\u062f'],
    [
      'with and without half-space and tatweel',
      '\u0645\u06cc\u200c\u0631\u0648\u0645 \u0633\u0640\u0640\u0644\u0627\u0645',
      '\u0645\u06cc\u0631\u0648\u0645 \u0633\u0644\u0627\u0645',
    ],
    ['direction marks and soft hyphens', '\u200fab\u00adcd\u202e', 'abcd'],
    ['spaces at the ends', '  horse staple ', 'horse staple'],
    ['ligatures and composed letters', '\ufefb caf\u0065\u0301', '\u0644\u0627 caf\u00e9'],
  ];

  it.each(same)('is the same: %s', (_, one, other) => {
    expect(foldPassphrase(one)).toBe(foldPassphrase(other));
  });

  it.each([
    ['case', 'Horse', 'horse'],
    ['inner spaces', 'a b', 'ab'],
    ['alef with and without hamza', '\u0623\u062d\u0645\u062f', '\u0627\u062d\u0645\u062f'],
    ['ta marbuta and ha', '\u0633\u0629', '\u0633\u0647'],
  ])('is another: %s', (_, one, other) => {
    expect(foldPassphrase(one)).not.toBe(foldPassphrase(other));
  });

  it('folded twice is folded once, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (typed) => foldPassphrase(foldPassphrase(typed)) === foldPassphrase(typed),
      ),
      { seed: 20_261_123, numRuns: 2000 },
    );
  });

  it('that is short, common or the login itself is refused with its reason; a long one of plain words is taken', async () => {
    expect(await checkPassphrase('abc123')).toContain('keys.passphrase-too-short');
    for (const twice of ['password password', 'letmein-letmein', '123456 123456', 'qwerty  qwerty', 'aaaaaaaaaaaa']) {
      expect(await checkPassphrase(twice), twice).toContain('keys.passphrase-guessable');
    }
    expect(await checkPassphrase('amalamalamal1', ['amal'])).toContain('keys.passphrase-has-login');
    expect(await checkPassphrase('x'.repeat(2000))).toEqual(['keys.passphrase-too-long']);
    for (const good of [
      'درخت سبز کنار رودخانه آرام',
      'نخل طويل عند باب المكتب القديم',
      'correct battery horse staple lamp',
    ])
      expect(await checkPassphrase(good), good).toEqual([]);
  });

  it('logins are the same without regard to case and letter forms', () => {
    expect(foldLogin('AMAL')).toBe(foldLogin('amal'));
    expect(foldLogin('\u064a\u062d\u064a\u0649')).toBe(foldLogin('\u06cc\u062d\u06cc\u06cc'));
  });
});

describe('a recovery code', () => {
  const settings = { seed: 20_261_123, numRuns: 500 };
  const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const read = (typed: string) => {
    const parsed = parseRecoveryCode(typed);
    return parsed.ok ? Buffer.from(parsed.value).toString('hex') : parsed.error.code;
  };

  it('is read back as it was written, in any digits, groups and punctuation', () => {
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom(' ', '-', '\n', '  /  ', ''),
        fc.constantFrom(0x30, 0x660, 0x6f0, 0xff10),
        (bytes, between, zero) => {
          const written = formatRecoveryCode(bytes);
          const typed = written
            .replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))
            .replaceAll(' ', between);
          expect(written).toMatch(/^(\d{6} ){7}\d{6}$/);
          expect(read(typed)).toBe(Buffer.from(bytes).toString('hex'));
        },
      ),
      settings,
    );
  });

  it('with one wrong digit, or two neighbours exchanged, is known to be mistyped, and in which group', () => {
    fc.assert(
      fc.property(secret, fc.nat(47), fc.integer({ min: 1, max: 9 }), fc.boolean(), (bytes, at, by, exchanged) => {
        const digits = [...formatRecoveryCode(bytes).replaceAll(' ', '')];
        const next = at % 6 === 5 ? at - 1 : at + 1;
        if (exchanged) [digits[at], digits[next]] = [digits[next]!, digits[at]!];
        else digits[at] = String((Number(digits[at]) + by) % 10);
        const typed = digits.join('');
        if (typed === formatRecoveryCode(bytes).replaceAll(' ', '')) return;
        expect(parseRecoveryCode(typed)).toEqual({
          ok: false,
          error: { code: 'keys.recovery-code-mistyped', details: { groups: [Math.floor(at / 6) + 1] } },
        });
      }),
      settings,
    );
  });

  it('that is not whole is told from a wrong one, and no text makes it fail otherwise', () => {
    const written = formatRecoveryCode(randomBytes(16));
    expect(read('')).toBe('keys.recovery-code-incomplete');
    expect(read(written.slice(0, 20))).toBe('keys.recovery-code-incomplete');
    expect(read(`${written} 000011`)).toBe('keys.recovery-code-mistyped');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => void parseRecoveryCode(typed)),
      settings,
    );
  });
});

it('wrong attempts: four are free, then half a minute, doubling to a quarter of an hour', () => {
  expect([0, 3, 4, 5, 6, 7, 8, 9, 50].map((wrong) => pauseAfter(wrong) / 1000)).toEqual([
    0, 0, 30, 60, 120, 240, 480, 900, 900,
  ]);
});
