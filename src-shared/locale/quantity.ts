// How much of something: whole millionths, as people write it and as they read it.
import { digitsFor } from './preferences';
import type { WritingPreferences } from './preferences';
import { decimalText, parseScaled, type MoneyError } from './money';

const DECIMALS = 6;

/** Millionths of a quantity as typed, in any digits: 2.5 · ٢٫٥ · ۲/۵. Never rounded. */
export function parseQuantity(text: string): { quantity: number } | { error: MoneyError } {
  const read = parseScaled(text, DECIMALS);
  return 'error' in read ? read : { quantity: read.scaled };
}

/** 2.5 of 2,500,000 millionths, as the reader writes it. */
export function formatQuantity(
  quantity: number,
  preferences: Pick<WritingPreferences, 'language' | 'digits' | 'country'>,
): string {
  const format = new Intl.NumberFormat(`${preferences.language}-u-nu-${digitsFor(preferences)}`, {
    maximumFractionDigits: DECIMALS,
  });
  return format.format(quantityText(quantity) as Intl.StringNumericLiteral);
}

/** The same in Latin digits without marks, for files and fields: 2.5. */
export const quantityText = (quantity: number): string => decimalText(quantity, DECIMALS).replace(/\.?0+$/, '');
