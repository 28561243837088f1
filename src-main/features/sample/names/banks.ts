// All name banks together with the odds of each name: what a person or an organisation of a script may be called.

import { weightedDraw, zipfDraw, type Draw } from '../random';
import type { Gender } from '../types';
import { arabicFemaleGiven, arabicMaleGiven } from './arabic-given';
import { latinBanks, latinOrigins, type LatinBank } from './latin-names';
import { namedList, type Named } from './named';
import { persianFemaleGiven, persianMaleGiven } from './persian-given';
import { arabicHabits, latinHabits, persianHabits, SpelledNames, type SpellingHabit } from './spelling';
import { arabicSurnameTable, doubleBarrelled, persianSurnameTable } from './surnames';

/** Names of one kind, by place in the list: commonest first. */
export interface NameList {
  readonly names: readonly Named[];
  readonly draw: Draw;
  /** In its own script with a typist's habit. */
  readonly native: SpelledNames;
  /** In Latin letters with a clerk's habit. */
  readonly latin: SpelledNames;
  /** Lower-case Latin letters only, for the local part of an e-mail address. */
  readonly mail: SpelledNames;
}

export interface NameBank {
  readonly given: Readonly<Record<Gender, NameList>>;
  readonly family: NameList;
  readonly drawHabit: Draw;
}

export interface NameBanks {
  readonly arabic: NameBank;
  readonly persian: NameBank;
  /** By the order of `latinOrigins`. */
  readonly latin: readonly (NameBank & { readonly nationality: string })[];
  readonly drawLatinHabit: Draw;
}

/** A given name falls off faster than a family name: «محمد» is about one man in twelve. */
const GIVEN = { power: 1, flatness: 2 };
const FAMILY = { power: 1, flatness: 6 };

const mailHabit: readonly SpellingHabit[] = [
  {
    spell: (text) =>
      text
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^a-z]/g, ''),
    weight: 1,
  },
];

export function createNameBanks(): NameBanks {
  const arabicMale = namedList(arabicMaleGiven);
  const latin = latinBanks();
  return {
    arabic: bankOf({
      male: arabicMale,
      female: namedList(arabicFemaleGiven),
      family: arabicSurnameTable(arabicMale),
      habits: arabicHabits,
    }),
    persian: bankOf({
      male: namedList(persianMaleGiven),
      female: namedList(persianFemaleGiven),
      family: persianSurnameTable(),
      habits: persianHabits,
    }),
    latin: latinOrigins.map((origin) => latinBank(latin[origin], origin === 'english')),
    drawLatinHabit: weightedDraw(latinHabits.map((habit) => habit.weight)),
  };
}

interface BankSource {
  male: readonly Named[];
  female: readonly Named[];
  family: readonly Named[];
  habits: readonly SpellingHabit[];
}

function bankOf({ male, female, family, habits }: BankSource): NameBank {
  return {
    given: { male: listOf(male, habits, GIVEN), female: listOf(female, habits, GIVEN) },
    family: listOf(family, habits, FAMILY),
    drawHabit: weightedDraw(habits.map((habit) => habit.weight)),
  };
}

function latinBank(bank: LatinBank, pairNames: boolean): NameBank & { nationality: string } {
  const same = (words: readonly string[]): Named[] => words.map((word) => ({ native: word, latin: word }));
  const surnames = pairNames ? doubleBarrelled(bank.surnames) : bank.surnames;
  const habits: readonly SpellingHabit[] = [{ spell: (text) => text, weight: 1 }];
  const source = { male: same(bank.male), female: same(bank.female), family: same(surnames), habits };
  return { ...bankOf(source), nationality: bank.nationality };
}

function listOf(names: readonly Named[], habits: readonly SpellingHabit[], odds: typeof GIVEN): NameList {
  const latin = names.map((name) => name.latin);
  return {
    names,
    draw: zipfDraw(names.length, odds.power, odds.flatness),
    native: new SpelledNames(
      names.map((name) => name.native),
      habits,
    ),
    latin: new SpelledNames(latin, latinHabits),
    mail: new SpelledNames(latin, mailHabit),
  };
}
