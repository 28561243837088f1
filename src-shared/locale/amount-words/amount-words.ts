// An amount of money in words, as documents repeat it below their total so that nobody can change a digit.

import { toDigits } from '../digits';
import type { Digits, Language } from '../language';
import { minorDigits } from '../money';
import { ARABIC_REACH, arabicCount } from './arabic';
import { currencyNouns, toman } from './currency-nouns';
import { englishCount } from './english';
import type { ArabicNoun, EnglishNoun, Nouns, PersianNoun } from './noun';
import { persianCount } from './persian';

interface Way<Noun> {
  readonly count: (value: bigint, noun: Noun) => string;
  readonly and: string;
  readonly digits: Digits;
}
const inArabic: Way<ArabicNoun> = { count: arabicCount, and: ' و', digits: 'latn' };
const inPersian: Way<PersianNoun> = { count: persianCount, and: ' و ', digits: 'arabext' };
const inEnglish: Way<EnglishNoun> = { count: englishCount, and: ' and ', digits: 'latn' };

/**
 * مئة وخمسة وعشرون ديناراً كويتياً وخمسمئة فلس · صد و بیست و پنج دینار کویت و پانصد فلس · one hundred and twenty-five Kuwaiti dinars and five
 * hundred fils, of 125500. `minor` is a whole number of the currency's minor units, as digits where a number cannot hold it. Throws a
 * RangeError when it is negative or has more than eighteen digits before the point.
 */
export function amountInWords(minor: number | bigint | string, currency: string, language: Language): string {
  const nouns = currencyNouns(currency);
  const amount = { minor: BigInt(minor), per: 10n ** BigInt(minorDigits(currency)) };
  if (amount.minor < 0n || amount.minor / amount.per >= ARABIC_REACH)
    throw new RangeError('there are no words for this amount');
  if (language === 'ar') return joined(amount, nouns.ar, inArabic);
  if (language === 'fa') return joined(amount, nouns.fa, inPersian);
  return joined(amount, nouns.en, inEnglish);
}

/** What an amount of rials is in tomans, as people in Iran say it: صد هزار تومان of 1,000,000 rials. */
export const tomanInWords = (rials: number | bigint | string): string =>
  joined({ minor: BigInt(rials), per: toman.rials }, toman, inPersian);

function joined<Noun>(
  { minor, per }: { readonly minor: bigint; readonly per: bigint },
  { whole, part }: Nouns<Noun>,
  { count, and, digits }: Way<Noun>,
): string {
  const [major, rest] = [minor / per, minor % per];
  // A currency whose smaller part has no name of its own is told as a fraction.
  if (part === null)
    return rest === 0n ? count(major, whole) : `${count(major, whole)} (${toDigits(`${rest}/${per}`, digits)})`;
  if (rest === 0n) return count(major, whole);
  return major === 0n ? count(rest, part) : `${count(major, whole)}${and}${count(rest, part)}`;
}
