// Amounts as the command line prints them: a plain decimal number, and back.

import { majorUnits, parseMoney } from '@shared/locale/money';

export const amountIn = (minor: string | number | null, currency: string): string =>
  minor === null ? '' : majorUnits(minor, currency);

/** Minor units; a sign may stand before the number. Undefined for what is no amount of the currency. */
export function minorIn(text: string, currency: string): number | undefined {
  const [sign, digits] = text.startsWith('-') ? [-1, text.slice(1)] : [1, text];
  const parsed = parseMoney(digits, currency);
  return 'minor' in parsed ? sign * parsed.minor : undefined;
}
