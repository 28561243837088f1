// The names of one invented person: the one in use with its parts, and for some a second one in the other script.

import type { Kit } from './kit';
import type { NameBank, NameList } from './names/banks';
import { stretched, vocalised } from './names/spelling';
import type { Gender, Home, NameInput, Script } from './types';

/** Who a person is by places in the banks; the same places always give the same names. */
export interface NamePlaces {
  readonly script: Script;
  readonly home: Home;
  readonly gender: Gender;
  /** For Latin script: place in the Latin banks, or which language the name was transliterated from. */
  readonly origin: number;
  readonly given: number;
  /** Place of the father's name among male given names; −1 when the office does not know it. */
  readonly father: number;
  readonly family: number;
}

/** Origins of names that the office keeps in Latin letters though they are Arabic or Persian. */
export const FROM_ARABIC = -1;
export const FROM_PERSIAN = -2;

export function bankOfOrigin(kit: Kit, script: Script, origin: number): NameBank {
  if (script === 'arabic' || origin === FROM_ARABIC) return kit.names.arabic;
  if (script === 'persian' || origin === FROM_PERSIAN) return kit.names.persian;
  return kit.names.latin[origin]!;
}

export function personNames(kit: Kit, places: NamePlaces): NameInput[] {
  const bank = bankOfOrigin(kit, places.script, places.origin);
  if (places.script === 'latin') return latinNames(kit, bank, places);
  const used = nativeName(kit, bank, places);
  if (!kit.random.chance(places.script === 'arabic' ? 0.22 : 0.16)) return [used];
  return [used, transliteration(kit, bank, places)];
}

/** Latin letters only, for an e-mail address. */
export function mailName(kit: Kit, places: NamePlaces): { given: string; family: string } {
  const bank = bankOfOrigin(kit, places.script, places.origin);
  return { given: bank.given[places.gender].mail.at(places.given, 0), family: bank.family.mail.at(places.family, 0) };
}

function nativeName(kit: Kit, bank: NameBank, places: NamePlaces): NameInput {
  const { random } = kit;
  const habit = bank.drawHabit(random);
  const given = marked(kit, bank.given[places.gender], { place: places.given, habit });
  const family = bank.family.native.at(places.family, habit);
  const father = places.father < 0 ? null : bank.given.male.native.at(places.father, habit);
  const middle = father === null || places.script === 'persian' ? '' : `${between(kit, places)}${father} `;
  const prefix = random.chance(0.03) ? prefixes[places.script][random.below(2)]! : null;
  const whole = `${given} ${middle}${family}`;
  const text = prefix === null ? whole : `${prefix} ${whole}`;
  if (random.chance(0.35)) return { kind: 'used', text };
  return { kind: 'used', text, prefix, given, father, family };
}

const prefixes: Readonly<Record<Script, readonly [string, string]>> = {
  arabic: ['د.', 'م.'],
  persian: ['دکتر', 'مهندس'],
  latin: ['Dr', 'Eng.'],
};

function between({ random }: Kit, places: NamePlaces): string {
  if (places.home === 'EG' || !random.chance(0.15)) return '';
  return places.gender === 'male' ? 'بن ' : 'بنت ';
}

/** A given name, now and then with vowel signs (about 3 of 100 names) or drawn out with a tatweel (3 of 1,000). */
function marked({ random }: Kit, list: NameList, { place, habit }: { place: number; habit: number }): string {
  if (random.chance(0.06)) {
    const signs = vocalised.get(list.names[place]!.native);
    if (signs !== undefined) return signs;
  }
  const plain = list.native.at(place, habit);
  return random.chance(0.004) ? stretched(plain, random) : plain;
}

function transliteration(kit: Kit, bank: NameBank, places: NamePlaces): NameInput {
  const habit = kit.names.drawLatinHabit(kit.random);
  const given = bank.given[places.gender].latin.at(places.given, habit);
  return { kind: 'transliteration', text: `${given} ${bank.family.latin.at(places.family, habit)}` };
}

function latinNames(kit: Kit, bank: NameBank, places: NamePlaces): NameInput[] {
  const { random } = kit;
  const habit = places.origin < 0 ? kit.names.drawLatinHabit(random) : 0;
  const list = (names: NameList, place: number): string =>
    places.origin < 0 ? names.latin.at(place, habit) : names.native.at(place, 0);
  const given = list(bank.given[places.gender], places.given);
  const family = list(bank.family, places.family);
  const used: NameInput = random.chance(0.35)
    ? { kind: 'used', text: `${given} ${family}` }
    : { kind: 'used', text: `${given} ${family}`, prefix: null, given, father: null, family };
  if (places.origin >= 0 || !random.chance(0.25)) return [used];
  const own = bank.drawHabit(random);
  const native = `${bank.given[places.gender].native.at(places.given, own)} ${bank.family.native.at(places.family, own)}`;
  return [used, { kind: 'alias', text: native }];
}
