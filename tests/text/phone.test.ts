// A phone is one number however it was written, and any run of four digits finds it.
import examples from 'libphonenumber-js/examples.mobile.json';
import { describe, expect, test } from 'vitest';
import { toDigits, toLatinDigits } from '@shared/locale/digits';
import { normalisePhone, phoneForms, phoneGrams, phoneQueryDigits, phoneQueryGrams } from '@shared/text/phone';

const readings: readonly (readonly [raw: string, country: string, e164: string])[] = [
  ['0501234567', 'SA', '+966501234567'],
  ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567'],
  ['۰۵۰ ۱۲۳ ۴۵۶۷', 'SA', '+966501234567'],
  ['+966 50 123 4567', 'EG', '+966501234567'],
  ['00966501234567', 'IR', '+966501234567'],
  ['٠٠٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', 'SA', '+966501234567'],
  ['966501234567', 'SA', '+966501234567'],
  ['\u200e+966\u00a050\u00a0123\u00a04567\u200f', 'SA', '+966501234567'],
  ['\u202a+971501234567\u202c', 'SA', '+971501234567'],
  ['(011) 465-1234', 'SA', '+966114651234'],
  ['۰۹۱۲۳۴۵۶۷۸۹', 'IR', '+989123456789'],
  ['021-88776655', 'IR', '+982188776655'],
  ['98 912 345 6789', 'IR', '+989123456789'],
  ['9123456789', 'IR', '+989123456789'],
  ['010 1234 5678', 'EG', '+201012345678'],
  ['050-123-4567', 'AE', '+971501234567'],
  ['5512 3456', 'KW', '+96555123456'],
  ['3312 3456', 'QA', '+97433123456'],
  ['3600 1234', 'BH', '+97336001234'],
  ['9212 3456', 'OM', '+96892123456'],
  ['079 012 3456', 'JO', '+962790123456'],
  ['0770 123 4567', 'IQ', '+9647701234567'],
  ['03 123 456', 'LB', '+9613123456'],
];

describe('phone', () => {
  test.each(readings)('%s in %s is %s', (raw, country, e164) => {
    const phone = normalisePhone(raw, country);
    expect(phone).toMatchObject({ e164, digits: e164.slice(1), valid: true });
    expect(phone.international.replace(/[^\d+]/g, '')).toBe(e164);
  });

  test('the example mobile of every country reads from its national digits in all three digit sets', () => {
    const failed = Object.entries(examples as Record<string, string>).filter(([country, national]) =>
      (['latn', 'arab', 'arabext'] as const).some(
        (digits) => !normalisePhone(toDigits(national, digits), country).valid,
      ),
    );
    expect(failed).toEqual([]);
  });

  test('what is no phone number keeps its digits and says so', () => {
    expect(normalisePhone('12', 'SA')).toEqual({
      digits: '12',
      e164: null,
      valid: false,
      international: '12',
      forms: ['12'],
    });
    expect(normalisePhone('call me', 'SA')).toMatchObject({ digits: '', e164: null, valid: false, forms: [] });
    expect(normalisePhone('0501234567', 'XX')).toMatchObject({ digits: '0501234567', e164: null });
    expect(normalisePhone('', 'SA')).toMatchObject({ digits: '', valid: false });
  });

  test('an extension does not enter the number', () => {
    expect(normalisePhone('011 465 1234 ext 12', 'SA').e164).toBe('+966114651234');
  });

  test('every run of four or more digits, at home and abroad, is covered by the stored pieces', () => {
    for (const [raw, country] of readings) {
      const { forms } = normalisePhone(raw, country);
      const stored = new Set(forms.flatMap(phoneGrams));
      for (const form of forms) {
        for (let from = 0; from < form.length; from += 1) {
          for (let to = from + 4; to <= form.length; to += 1) {
            expect(phoneQueryGrams(form.slice(from, to)).every((gram) => stored.has(gram))).toBe(true);
          }
        }
      }
    }
  });

  test('the pieces of a query cover the whole run', () => {
    expect(phoneQueryGrams('123')).toEqual([]);
    expect(phoneQueryGrams('1234')).toEqual(['1234']);
    expect(phoneQueryGrams('123456')).toEqual(['1234', '3456']);
    expect(phoneQueryGrams('0501234567')).toEqual(['0501', '2345', '4567']);
    expect(phoneGrams('12345')).toEqual(['1234', '2345']);
    expect(phoneGrams('12')).toEqual(['12']);
  });

  test('a query of digits and phone punctuation is a phone search, anything else is not', () => {
    expect(phoneQueryDigits('+966 50')).toBe('96650');
    expect(phoneQueryDigits('٠٠٩٦٦٥٠')).toBe('0096650');
    expect(phoneQueryDigits('50_12')).toBe('5012');
    expect(phoneQueryDigits('(۰۹۱۲) ۳۴۵')).toBe('0912345');
    expect(phoneQueryDigits('050–123')).toBe('050123');
    expect(phoneQueryDigits('123')).toBeNull();
    expect(phoneQueryDigits('room 1234')).toBeNull();
    expect(phoneQueryDigits('محمد')).toBeNull();
    expect(phoneQueryDigits('1234@')).toBeNull();
  });

  test('every run of four digits a person sees finds the number, whatever country it was typed for', () => {
    for (const [raw, country] of [
      ['0919-017-3580', 'SA'],
      ['00971 4 333 2211', 'SA'],
      ['+966 11 222 3344 ext 7788', 'IR'],
      ['۰۲۱ ۳۰۸ ۰۳۳۲', 'EG'],
    ] as const) {
      const seen = toLatinDigits(raw).replace(/\D/g, '');
      const forms = phoneForms(raw, country);
      for (let from = 0; from + 4 <= seen.length; from += 1) {
        expect(
          forms.some((form) => form.includes(seen.slice(from, from + 4))),
          `${raw} ${from}`,
        ).toBe(true);
      }
    }
  });
});
