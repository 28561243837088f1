// Card numbers in free text: found in any digits and grouping, shortened to what a receipt shows, and nothing else taken for one.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { holdsCardNumber, shortenCardNumbers } from '@shared/text/card-number';

// Published test numbers of the schemes, and made ones of issuers of the region; no card bears them.
const cards: readonly (readonly [string, string])[] = [
  ['Visa', '4111111111111111'],
  ['Mastercard', '5555555555554444'],
  ['Mastercard, 2-series', '2223003122003222'],
  ['American Express', '378282246310005'],
  ['Diners', '38520000023237'],
  ['Discover', '6011111111111117'],
  ['JCB', '3530111333300000'],
  ['UnionPay', '6200000000000005'],
  ['Shetab (Melli)', '6037991234567893'],
  ['mada', '5888451234567890'],
  ['Meeza', '5078031234567890'],
];
const arabic = (text: string): string => text.replace(/\d/g, (one) => String.fromCharCode(0x660 + Number(one)));
const persian = (text: string): string => text.replace(/\d/g, (one) => String.fromCharCode(0x6f0 + Number(one)));
const fullWidth = (text: string): string => text.replace(/\d/g, (one) => String.fromCharCode(0xff10 + Number(one)));
const grouped = (text: string, by: string): string => text.replace(/(.{4})(?=.)/g, `$1${by}`);

describe('a card number', () => {
  it.each(cards)('of %s is found in any digits and however it is grouped', (_, card) => {
    for (const digits of [card, arabic(card), persian(card), fullWidth(card)])
      for (const text of [
        digits,
        ...[' ', '-', ' - ', '.', '\u00a0', '\u200f', '\u2066', '_', '–'].map((by) => grouped(digits, by)),
      ])
        for (const around of [
          text,
          `card:${text}.`,
          `بطاقة ${text} تنتهي 12/27`,
          `${text} 1227 123`,
          `0501234567 ${text}`,
        ])
          expect(holdsCardNumber(around), around).toBe(true);
  });

  it('is shortened to its first six and last four digits, and the text around it stays', () => {
    expect(shortenCardNumbers('pays by 4111 1111 1111 1111, 12/27')).toBe('pays by 411111••••••1111, 12/27');
    expect(shortenCardNumbers(persian('کارت 6037-9912-3456-7893 و 5555555555554444'))).toBe(
      persian('کارت 603799••••••7893 و 555555••••••4444'),
    );
    for (const [, card] of cards) expect(holdsCardNumber(shortenCardNumbers(`${card} ${card}`))).toBe(false);
  });

  it.each([
    ['a number whose check digit does not fit', '4111111111111112'],
    ['a number of no issuer', '1111111111111117'],
    ['one digit many times', '4444444444444444'],
    ['telephone numbers', '+966 50 123 4567, 00989121234567, 0020 100 123 4567'],
    ['identity numbers', '1098765434 784-1985-1234567-1 29001011234567 30001010100000 0499370899'],
    ['an account number', 'SA0380000000608010167519, GB29 NWBK 6016 1331 9268 19, IR580540105180021273113007'],
    ['instants, days and times', '1778051640000 2026-11-27 22:15 2026-11-28'],
    ['ids', '01890a5d-4111-7111-8111-111111111111 019e055c-fa40-7060-b2bc-69d6dfd959b2'],
    ['a longer number', '41111111111111114111111111111111'],
    ['a hash', 'd41d8cd98f00b204e9800998ecf8427e'],
  ])('is not seen in %s', (_, text) => {
    expect(holdsCardNumber(text)).toBe(false);
    expect(shortenCardNumbers(text)).toBe(text);
  });

  it('is not seen in any of thirty thousand digests', () => {
    const digests = Array.from({ length: 30_000 }, (_, index) => createHash('sha256').update(`${index}`).digest('hex'));
    expect(digests.filter((digest) => holdsCardNumber(`["${digest}"]`))).toEqual([]);
    expect(digests.some((digest) => holdsCardNumber(digest.replace(/[a-f]/g, ' ')))).toBe(true);
  });
});
