// Numbers of payment cards in free text, in any digits and however they are grouped: found, and shortened to what a receipt shows.
// Ranges: ISO/IEC 7812 issuers as the schemes publish them, and those of Shetab (Iran), mada (Saudi Arabia) and Meeza (Egypt).

const digit = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19]';
/** What people and programs put between groups, at most three together; marks that nobody sees among them. */
const separator =
  '[ \\u00a0\\u2007\\u2009\\u202f\\-\\u2010-\\u2015\\u2212._/\\u066b\\u066c\\u0640\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]{0,3}';

/** Fourteen digits with little between them: all that most texts are asked. */
const worthALook = new RegExp(`${digit}(?:${separator}${digit}){13}`, 'u');
const runs = new RegExp(`${digit}(?:${separator}${digit}){13,}`, 'gu');
const groups = new RegExp(`${digit}+`, 'gu');
const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** Digests and keys: thirty-two signs of base sixteen and more, not all of them digits. */
const hexes = /(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{32,}(?![0-9a-z])/gi;
const ibans = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}(?![A-Z0-9])/gi;

interface Span {
  readonly from: number;
  readonly to: number;
}

export const holdsCardNumber = (text: string): boolean => cardNumbersIn(text).length > 0;

/** The first six and the last four digits stay, as PCI DSS allows; everything else of the text is as it was. */
export function shortenCardNumbers(text: string): string {
  let shortened = text;
  for (const { from, to } of cardNumbersIn(text).toReversed()) {
    const digits = text.slice(from, to).match(new RegExp(digit, 'gu')) ?? [];
    const kept = [...digits.slice(0, 6), ...digits.slice(6, -4).map(() => '•'), ...digits.slice(-4)].join('');
    shortened = shortened.slice(0, from) + kept + shortened.slice(to);
  }
  return shortened;
}

/** Where they stand, in order. */
function cardNumbersIn(text: string): readonly Span[] {
  if (text.length < 14 || !worthALook.test(text)) return [];
  const blank = (found: string): string => 'x'.repeat(found.length);
  const looked = text
    .replace(uuids, blank)
    .replace(hexes, blank)
    .replace(ibans, (found) => (isIban(found) ? blank(found) : found));
  return [...looked.matchAll(runs)].flatMap((run) => spansOfRun(run[0], run.index));
}

/** Whole groups only: a card number never begins in the middle of another number. */
function spansOfRun(run: string, offset: number): Span[] {
  const parts = [...run.matchAll(groups)].map((group) => ({
    digits: latin(group[0]),
    at: group.index,
    end: group.index + group[0].length,
  }));
  const found: Span[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    let digits = '';
    for (let last = first; last < parts.length && digits.length < 19; last += 1) {
      digits += parts[last]!.digits;
      if (!isCardNumber(digits)) continue;
      found.push({ from: offset + parts[first]!.at, to: offset + parts[last]!.end });
      first = last;
      break;
    }
  }
  return found;
}

/** The last four bits of a digit are its value in each of the four sets. */
const latin = (digits: string): string => [...digits].map((one) => String(one.charCodeAt(0) & 0xf)).join('');

/** `digits` in Latin. */
function isCardNumber(digits: string): boolean {
  const lengths = issuers.find(([pattern]) => pattern.test(digits))?.[1];
  return lengths?.includes(digits.length) === true && luhn(digits) && !isEgyptianPerson(digits);
}

const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [16, 19]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(30[0-5]|309|36|38|39)/, [14]],
  [/^35(2[89]|[3-8])/, [16]],
  [/^(62|81)/, [16, 17, 18, 19]],
  [/^(6011|64[4-9]|65)/, [16, 19]],
  [/^(50|5[6-8]|6)/, [16, 18, 19]],
  [/^(9682|9919|9792)/, [16]],
];

function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits[digits.length - 1 - place]) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && !/^(\d)\1+$/.test(digits);
}

/** A national number of Egypt (century, birthday, governorate, sequence) has fourteen digits and may begin like a card. */
const isEgyptianPerson = (digits: string): boolean =>
  /^[23]\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{7}$/.test(digits);

/** ISO 13616: the remainder of the rearranged number by 97 is 1. */
function isIban(text: string): boolean {
  const plain = text.replace(/[ -]/g, '').toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  let remainder = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4))
    for (const figure of String(Number.parseInt(sign, 36))) remainder = (remainder * 10 + Number(figure)) % 97;
  return remainder === 1;
}
