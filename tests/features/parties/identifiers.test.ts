// Identity numbers: what the published rules accept and refuse, however they are typed. All numbers are invented.
import { describe, expect, test } from 'vitest';
import { identifierSchemes } from '@shared/catalogue';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import type { IdentifierReason, IdentifierScheme } from '@shared/features/parties/identifiers';
import { toDigits } from '@shared/locale/digits';

const valid: readonly (readonly [IdentifierScheme, string, string])[] = [
  ['sa-national-id', '1900000009', '1900000009'],
  ['sa-national-id', '190-000-0009', '1900000009'],
  ['sa-iqama', '2900000007', '2900000007'],
  ['ae-emirates-id', '784-1990-9900001-2', '784199099000012'],
  ['ae-emirates-id', '784199099000012', '784199099000012'],
  ['eg-national-id', '29001018899012', '29001018899012'],
  ['eg-national-id', '30402298899012', '30402298899012'],
  ['ir-national-id', '9990000018', '9990000018'],
  ['ir-national-id', '0013542419', '0013542419'],
  ['ir-national-id', '13542419', '0013542419'],
  ['ir-company-id', '10380284790', '10380284790'],
  ['passport', 'a1234567', 'A1234567'],
  ['iban', 'SA03 8000 0000 6080 1016 7519', 'SA0380000000608010167519'],
  ['iban', 'ae07 0331 2345 6789 0123 456', 'AE070331234567890123456'],
  ['iban', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
  ['iban', '\u200eIR58 0540 1051 8002 1273 1130 07', 'IR580540105180021273113007'],
];

const invalid: readonly (readonly [IdentifierScheme, string, IdentifierReason])[] = [
  ['sa-national-id', '1900000008', 'checksum'],
  ['sa-national-id', '2900000008', 'prefix'],
  ['sa-national-id', '190000000', 'length'],
  ['sa-national-id', '19000A0009', 'characters'],
  ['sa-iqama', '1900000009', 'prefix'],
  ['sa-iqama', '2900000009', 'checksum'],
  ['ae-emirates-id', '785199099000016', 'prefix'],
  ['ae-emirates-id', '784199099000015', 'checksum'],
  ['ae-emirates-id', '784109099000016', 'date'],
  ['ae-emirates-id', '7841990990000', 'length'],
  ['eg-national-id', '19001018899012', 'prefix'],
  ['eg-national-id', '29013018899012', 'date'],
  ['eg-national-id', '30502298899012', 'date'],
  ['eg-national-id', '29001019999012', 'governorate'],
  ['eg-national-id', '2900101889901', 'length'],
  ['ir-national-id', '1111111111', 'repeated'],
  ['ir-national-id', '9990000019', 'checksum'],
  ['ir-national-id', '99900000', 'checksum'],
  ['ir-national-id', '9990000', 'length'],
  ['ir-company-id', '10380284791', 'checksum'],
  ['ir-company-id', '1038028479', 'length'],
  ['ir-company-id', '11111111111', 'repeated'],
  ['passport', 'A12', 'length'],
  ['passport', 'A123456789', 'length'],
  ['passport', 'ب123456', 'characters'],
  ['iban', 'SA0380000000608010167518', 'checksum'],
  ['iban', 'SA038000000060801016751', 'length'],
  ['iban', 'XX0380000000608010167519', 'country'],
  ['iban', 'SA03 8000 0000 6080 1016 75é9', 'characters'],
  ['iban', '', 'country'],
];

describe('identity numbers', () => {
  test.each(valid)('%s %s can exist', (scheme, value, normalised) => {
    expect(checkIdentifier(scheme, value)).toEqual({ normalised, verdict: 'valid' });
    expect(checkIdentifier(scheme, toDigits(value, 'arab')).normalised).toBe(normalised);
    expect(checkIdentifier(scheme, toDigits(value, 'arabext')).normalised).toBe(normalised);
  });

  test.each(invalid)('%s %s cannot exist: %s', (scheme, value, reason) => {
    expect(checkIdentifier(scheme, value)).toMatchObject({ verdict: 'invalid', reason });
  });

  test('one wrong digit in a checked number is noticed', () => {
    for (const [scheme, value] of valid) {
      if (scheme === 'eg-national-id' || scheme === 'passport') continue;
      const { normalised } = checkIdentifier(scheme, value);
      const last = Number(normalised.at(-1));
      const wrong = `${normalised.slice(0, -1)}${(last + 1) % 10}`;
      expect(checkIdentifier(scheme, wrong).verdict).toBe('invalid');
    }
  });

  test('schemes without a published rule are kept as written, in Latin digits and capitals', () => {
    for (const scheme of ['medical-record', 'customer-number', 'policy-number', 'tax-number', 'other'] as const) {
      expect(checkIdentifier(scheme, ' mr-۱۲/٣ ')).toEqual({ normalised: 'MR-12/3', verdict: 'unchecked' });
    }
  });

  test('every scheme of the catalogue answers any text without failing', () => {
    for (const scheme of identifierSchemes)
      for (const text of ['', ' ', '٠', 'ا', '😀', '9'.repeat(400)]) checkIdentifier(scheme, text);
  });
});
