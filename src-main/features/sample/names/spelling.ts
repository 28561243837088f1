// How offices really type names: with or without hamza, ة as ه, ي as ى, the other keyboard's ي and ك, half-space or none.

import type { SeededRandom } from '../random';

/** One typist's habits applied to a name. */
export type Spelling = (text: string) => string;

const HALF_SPACE = '\u200c';
const TATWEEL = '\u0640';

const asWritten: Spelling = (text) => text;
const withoutHamza: Spelling = (text) => text.replace(/[أإآ]/g, 'ا');
const haForTaMarbuta: Spelling = (text) => text.replace(/ة(?=\s|$)/g, 'ه');
const joinedAbd: Spelling = (text) => text.replace(/عبد /g, 'عبد');
const egyptianFinalYeh: Spelling = (text) => text.replace(/ي(?=\s|$)/g, 'ى');
const onPersianKeyboard: Spelling = (text) => text.replace(/[يى]/g, 'ی').replace(/ك/g, 'ک');
const onArabicKeyboard: Spelling = (text) => text.replace(/ی/g, 'ي').replace(/ک/g, 'ك');
const spaceForHalfSpace: Spelling = (text) => text.replaceAll(HALF_SPACE, ' ');
const joinedHalves: Spelling = (text) => text.replaceAll(HALF_SPACE, '');
const olderHamza: Spelling = (text) => text.replace(/ایی(?=\s|$)/g, 'ائی');

const both =
  (...parts: readonly Spelling[]): Spelling =>
  (text) =>
    parts.reduce((result, part) => part(result), text);

export interface SpellingHabit {
  readonly spell: Spelling;
  /** Share of typists, any scale. */
  readonly weight: number;
}

export const arabicHabits: readonly SpellingHabit[] = [
  { spell: asWritten, weight: 34 },
  { spell: withoutHamza, weight: 22 },
  { spell: joinedAbd, weight: 14 },
  { spell: both(withoutHamza, haForTaMarbuta, joinedAbd), weight: 14 },
  { spell: both(withoutHamza, egyptianFinalYeh), weight: 11 },
  { spell: both(withoutHamza, onPersianKeyboard), weight: 5 },
];

export const persianHabits: readonly SpellingHabit[] = [
  { spell: asWritten, weight: 44 },
  { spell: spaceForHalfSpace, weight: 18 },
  { spell: joinedHalves, weight: 12 },
  { spell: both(spaceForHalfSpace, onArabicKeyboard), weight: 14 },
  { spell: both(joinedHalves, onArabicKeyboard), weight: 6 },
  { spell: both(olderHamza, spaceForHalfSpace), weight: 6 },
];

/** The same name as different clerks and passports have it in Latin letters. */
export const latinHabits: readonly SpellingHabit[] = [
  { spell: asWritten, weight: 55 },
  { spell: (text) => text.replaceAll('Al-', 'Al '), weight: 15 },
  { spell: (text) => text.replace(/Al-(\w)/g, (_, letter: string) => `Al${letter.toLowerCase()}`), weight: 10 },
  {
    spell: (text) => text.replace('Mohammed', 'Mohamed').replace('Mohammad', 'Mohamed').replace('Hossein', 'Hussein'),
    weight: 10,
  },
  { spell: (text) => text.replace('Mohammed', 'Muhammad').replace('ou', 'u').replace('ee', 'i'), weight: 10 },
];

/** A list of names in every habit's spelling; each spelling is worked out once, when it is first asked for. */
export class SpelledNames {
  readonly #known: string[][];
  readonly #names: readonly string[];
  readonly #habits: readonly SpellingHabit[];

  constructor(names: readonly string[], habits: readonly SpellingHabit[]) {
    this.#names = names;
    this.#habits = habits;
    this.#known = habits.map(() => Array.from({ length: names.length }));
  }

  at(place: number, habit: number): string {
    const row = this.#known[habit]!;
    return (row[place] ??= this.#habits[habit]!.spell(this.#names[place]!));
  }
}

/** Common given names as the few people write them who type vowel signs. */
export const vocalised: ReadonlyMap<string, string> = new Map([
  ['محمد', 'مُحَمَّد'],
  ['أحمد', 'أَحْمَد'],
  ['علي', 'عَلِيّ'],
  ['خالد', 'خَالِد'],
  ['يوسف', 'يُوسُف'],
  ['عمر', 'عُمَر'],
  ['حسن', 'حَسَن'],
  ['حسين', 'حُسَيْن'],
  ['محمود', 'مَحْمُود'],
  ['سالم', 'سَالِم'],
  ['فهد', 'فَهْد'],
  ['مصطفى', 'مُصْطَفَى'],
  ['سعيد', 'سَعِيد'],
  ['ناصر', 'نَاصِر'],
  ['صالح', 'صَالِح'],
  ['فاطمة', 'فَاطِمَة'],
  ['مريم', 'مَرْيَم'],
  ['نورة', 'نُورَة'],
  ['عائشة', 'عَائِشَة'],
  ['سارة', 'سَارَة'],
  ['زينب', 'زَيْنَب'],
  ['خديجة', 'خَدِيجَة'],
  ['هند', 'هِنْد'],
  ['ليلى', 'لَيْلَى'],
  ['منى', 'مُنَى'],
  ['هدى', 'هُدَى'],
  ['سلمى', 'سَلْمَى'],
  ['کریم', 'کَریم'],
  ['علی', 'عَلی'],
  ['مهدی', 'مَهدی'],
  ['فاطمه', 'فاطِمه'],
  ['مریم', 'مَریَم'],
  ['حسین', 'حُسِین'],
  ['رضا', 'رِضا'],
  ['زهرا', 'زَهرا'],
]);

/** Letters that do not join to the next one: no tatweel after them. */
const noJoin = new Set('اأإآدذرزوؤةىء ژ\u200c');

/** A name drawn out with one tatweel, as letterheads do it; unchanged where the letters do not join. */
export function stretched(text: string, random: SeededRandom): string {
  if (text.length < 3) return text;
  const place = random.between(1, text.length - 1);
  return noJoin.has(text[place - 1]!) || text[place] === ' '
    ? text
    : text.slice(0, place) + TATWEEL + text.slice(place);
}
