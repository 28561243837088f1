// Money in whole minor units: as many decimals as the currency has, read in any digits, written exactly however large.
import { describe, expect, it } from 'vitest';
import { formatMoney, majorUnits, minorDigits, MOST_MINOR, parseMoney, scaledMoney } from '@shared/locale/money';

const reader = (language: 'ar' | 'fa' | 'en', digits: 'latn' | 'arab' | 'arabext' = 'latn') =>
  ({ language, digits, country: 'SA' }) as const;
const bare = (text: string): string => text.replace(/[\u200e\u200f\u061c]/g, '').replaceAll('\u00a0', ' ');

describe('an amount', () => {
  it.each([
    ['SAR', 2],
    ['KWD', 3],
    ['BHD', 3],
    ['IRR', 0],
    ['JPY', 0],
    ['USD', 2],
  ])('of %s has %i digits after the point', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each([
    ['1,234.5', 'SAR', 123_450],
    ['١٬٢٣٤٫٥', 'KWD', 1_234_500],
    ['۱۲/۵', 'SAR', 1_250],
    ['۳٬۰۰۰٬۰۰۰', 'IRR', 3_000_000],
    ['1.2340', 'KWD', 1_234],
    ['.5', 'USD', 50],
    ['0', 'IRR', 0],
  ])('typed as %s in %s is read exactly', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor });
  });

  it.each([
    ['12.345', 'SAR', 'too-precise'],
    ['0.5', 'IRR', 'too-precise'],
    ['١٢ ريال', 'SAR', 'no-amount'],
    ['-5', 'SAR', 'no-amount'],
    ['1,23', 'SAR', 'no-amount'],
    ['', 'SAR', 'no-amount'],
    ['1000000000001', 'SAR', 'too-large'],
    ['9'.repeat(40), 'IRR', 'too-large'],
  ])('typed as %s in %s is refused, never rounded', (text, currency, error) => {
    expect(parseMoney(text, currency)).toEqual({ error });
  });

  it('comes back from how it is written, of every currency and size', () => {
    for (const currency of ['SAR', 'KWD', 'IRR'])
      for (const minor of [0, 1, 9, 10, 99, 100, 1_005, 123_456_789, MOST_MINOR])
        expect(parseMoney(majorUnits(minor, currency), currency)).toEqual({ minor });
  });

  it('larger than a number holds is written to its last digit', () => {
    expect(bare(formatMoney('900719925474099312345', 'SAR', reader('en')))).toContain('9,007,199,254,740,993,123.45');
    expect(bare(formatMoney('1234567', 'KWD', reader('fa', 'arabext')))).toContain('۱٬۲۳۴٫۵۶۷');
    expect(bare(formatMoney(1500, 'IRR', reader('ar', 'arab')))).toContain('١٬٥٠٠');
  });
});

describe('an amount told in thousands or millions', () => {
  it('has two decimals, halves away from nothing; rials are told in toman', () => {
    expect(scaledMoney(22_500_000_000, 'IRR', 'million')).toBe('2250.00');
    expect(scaledMoney('-1234567', 'SAR', 'thousand')).toBe('-12.35');
    expect(scaledMoney(1_234_567, 'KWD', 'thousand')).toBe('1.23');
    expect(scaledMoney(500, 'SAR', 'thousand')).toBe('0.01');
    expect(scaledMoney('-499', 'SAR', 'thousand')).toBe('0.00');
    expect(scaledMoney('123456789012345678901', 'USD', 'million')).toBe('1234567890123.46');
  });
});
