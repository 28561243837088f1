// Identity numbers that pass the published check-digit rules and still belong to nobody.
// Each lies in a range no authority has issued: Saudi numbers beginning 19 and 29 (issued ones begin 10–11 and 20–26),
// Iranian ones with the place code 999, Emirates cards with a serial of 99 and more, Egyptian ones with the serial 9900 and
// more of the code for births abroad (88), Iranian company ids beginning 999, bank codes 99 in IBANs.

import type { SeededRandom } from './random';
import type { Gender, SampleCountry } from './types';

export interface Born {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly gender: Gender;
}

const digits = (random: SeededRandom, count: number): string => String(random.below(10 ** count)).padStart(count, '0');

/** Saudi national id: 10 digits, the first 1, Luhn. */
export const saudiNationalId = (random: SeededRandom): string => withLuhn(`19${digits(random, 7)}`);

/** Saudi residence permit: 10 digits, the first 2, Luhn. */
export const saudiIqama = (random: SeededRandom): string => withLuhn(`29${digits(random, 7)}`);

/** Emirates id: 784, year of birth, 7-digit serial, Luhn. */
export const emiratesId = (random: SeededRandom, born: Born): string =>
  withLuhn(`784${born.year}99${digits(random, 5)}`);

/** Egyptian national id: century, birth date, governorate, serial (odd for men), check digit by weights modulo 11. */
export function egyptianNationalId(random: SeededRandom, born: Born): string {
  const century = born.year < 2000 ? '2' : '3';
  const date = [born.year % 100, born.month, born.day].map((part) => String(part).padStart(2, '0')).join('');
  const serial = 9900 + random.below(50) * 2 + (born.gender === 'male' ? 1 : 0);
  const body = `${century}${date}88${serial}`;
  const check = 11 - (weighted(body, EGYPT_WEIGHTS) % 11);
  return body + String(check % 10);
}

/** Iranian national id: 10 digits, weights 10…2 modulo 11. */
export function iranianNationalId(random: SeededRandom): string {
  const body = `999${digits(random, 6)}`;
  const rest = weighted(body, IRAN_WEIGHTS) % 11;
  return body + String(rest < 2 ? rest : 11 - rest);
}

/** Iranian company id (شناسه ملی): 11 digits; every digit and the tenth plus two is weighted, modulo 11, ten counting as nought. */
export function iranianCompanyId(random: SeededRandom): string {
  const body = `999${digits(random, 7)}`;
  const shift = Number(body[9]) + 2;
  const total = [...body].reduce((sum, digit, place) => sum + (Number(digit) + shift) * COMPANY_WEIGHTS[place % 5]!, 0);
  return body + String((total % 11) % 10);
}

/** IBAN of the country's length with a bank code nobody has; check digits by ISO 13616. */
export function iban(random: SeededRandom, country: SampleCountry): string {
  const bban = `99${digits(random, 9)}${digits(random, 9)}${digits(random, 9)}`.slice(0, IBAN_BODY[country]);
  const letters = [...country].map((letter) => String(letter.charCodeAt(0) - 55)).join('');
  const rest = [...`${bban}${letters}00`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return country + String(98 - rest).padStart(2, '0') + bban;
}

/** The number most people of a country show. */
export function nationalId(random: SeededRandom, country: SampleCountry, born: Born) {
  if (country === 'SA') return { scheme: 'sa-national-id', value: saudiNationalId(random) } as const;
  if (country === 'AE') return { scheme: 'ae-emirates-id', value: emiratesId(random, born) } as const;
  if (country === 'EG') return { scheme: 'eg-national-id', value: egyptianNationalId(random, born) } as const;
  return { scheme: 'ir-national-id', value: iranianNationalId(random) } as const;
}

const EGYPT_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const IRAN_WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2];
const COMPANY_WEIGHTS = [29, 27, 23, 19, 17];
const IBAN_BODY: Readonly<Record<SampleCountry, number>> = { SA: 20, AE: 19, EG: 25, IR: 22 };

function weighted(body: string, weights: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++) sum += (body.charCodeAt(place) - 48) * weights[place]!;
  return sum;
}

/** ISO/IEC 7812-1 annex B. */
function withLuhn(body: string): string {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    const digit = body.charCodeAt(body.length - 1 - place) - 48;
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return body + String((10 - (sum % 10)) % 10);
}
