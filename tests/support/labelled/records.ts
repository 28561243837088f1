// What a clerk writes down of a person: one record in one script, with some facts and not others.

import type { Person, Random } from './people';
import type { Spelled } from './names';

export interface LabelledRecord {
  name: string;
  /** As typed. */
  phone: string | null;
  email: string | null;
  nationalId: string | null;
  scheme: 'sa-national-id' | 'ir-national-id';
  country: 'SA' | 'IR';
  /** Stored Gregorian day. */
  birthOn: string | null;
  gender: 'male' | 'female' | null;
}

export type Script = 'native' | 'latin';

export interface Facts {
  readonly phone: boolean;
  readonly email: boolean;
  readonly birth: boolean;
  readonly id: boolean;
}

export interface Wording {
  readonly script: Script;
  readonly father: boolean;
  readonly grandfather: boolean;
  readonly family: boolean;
}

export const spell = (random: Random, name: Spelled, script: Script): string => random.pick(name[script]);

/** The parts of a name in the order in which the country writes them. */
export function nameParts(random: Random, person: Person, wording: Wording): string[] {
  const { script } = wording;
  const parts = [spell(random, person.given, script)];
  if (wording.father) parts.push(spell(random, person.father, script));
  if (wording.grandfather) parts.push(spell(random, person.grandfather, script));
  if (wording.family) parts.push(spell(random, person.family, script));
  return parts;
}

export function drawWording(random: Random, person: Person, script: Script): Wording {
  const isArabic = person.people === 'arabic';
  const father = isArabic && random.chance(0.6);
  return { script, father, grandfather: father && random.chance(0.2), family: true };
}

export function recordOf(random: Random, person: Person, name: string, facts: Facts): LabelledRecord {
  const isArabic = person.people === 'arabic';
  return {
    name,
    phone: facts.phone ? typedPhone(random, person) : null,
    email: facts.email ? person.email : null,
    nationalId: facts.id ? person.nationalId : null,
    scheme: isArabic ? 'sa-national-id' : 'ir-national-id',
    country: isArabic ? 'SA' : 'IR',
    birthOn: facts.birth ? dateText(person.born) : null,
    gender: random.chance(0.7) ? person.gender : null,
  };
}

export const dateText = ([year, month, day]: readonly [number, number, number]): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const arabicDigits = '٠١٢٣٤٥٦٧٨٩';
const persianDigits = '۰۱۲۳۴۵۶۷۸۹';
const inDigits = (text: string, digits: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)]!);

export function typedPhone(random: Random, { phone, people }: Person): string {
  const code = people === 'arabic' ? '966' : '98';
  const grouped = `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`;
  const forms = [
    `0${phone}`,
    `+${code}${phone}`,
    `00${code}${phone}`,
    `+${code} ${grouped}`,
    `0${grouped}`,
    `(0${phone.slice(0, 3)}) ${phone.slice(3)}`,
  ];
  const form = random.pick(forms);
  if (random.chance(0.7)) return form;
  return inDigits(form, people === 'arabic' ? arabicDigits : persianDigits);
}
