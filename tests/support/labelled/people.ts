// The people of the labelled set as they are: who is whose son, who shares a telephone, who was born when.

import { alikeMen, alikeWomen, families, men, women, type Spelled } from './names';

export type People = 'arabic' | 'persian';
export type Gender = 'male' | 'female';

/** mulberry32: the same seed gives the same set on every machine. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, chance: (share) => next() < share, pick: (items) => items[below(items.length)]! };
}

export interface Random {
  next(): number;
  below(count: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export interface Person {
  readonly people: People;
  readonly gender: Gender;
  readonly given: Spelled;
  readonly father: Spelled;
  readonly grandfather: Spelled;
  readonly family: Spelled;
  /** Gregorian year, month, day. */
  readonly born: readonly [year: number, month: number, day: number];
  /** National digits without the leading zero. */
  readonly phone: string;
  readonly email: string;
  readonly nationalId: string;
}

export function createPeople(random: Random) {
  const somebody = (fixed: Partial<Person> = {}): Person => {
    const people = fixed.people ?? (random.chance(0.5) ? 'arabic' : 'persian');
    const gender = fixed.gender ?? (random.chance(0.5) ? 'male' : 'female');
    return {
      people,
      gender,
      given: common(random, gender === 'male' ? men : women),
      father: common(random, men),
      grandfather: common(random, men),
      family: random.pick(families[people]),
      born: birthDay(random, 1940, 2015),
      phone: phoneOf(random, people),
      email: `${random.pick(handles)}${random.below(100_000)}@${random.pick(hosts)}`,
      nationalId: nationalId(random, people),
      ...fixed,
    };
  };
  return {
    somebody,
    otherGiven: (person: Person) => otherGiven(random, person),
    alike: (gender: Gender) => alike(random, gender),
  };
}

/** The first names of the lists are given far more often than the last. */
const common = (random: Random, list: readonly Spelled[]): Spelled =>
  list[Math.floor(random.next() ** 1.6 * list.length)]!;

export const birthDay = (random: Random, from: number, to: number): [number, number, number] => [
  from + random.below(to - from + 1),
  1 + random.below(12),
  1 + random.below(28),
];

const handles = [
  'nora.k',
  'blue.sky',
  'a.m',
  'contact.me',
  'star',
  'khan',
  'joon',
  'dr.s',
  'home',
  'family.box',
  'x.y',
  'mail',
];
const hosts = ['gmail.com', 'yahoo.com', 'hotmail.com', 'example.org'];

export const phoneOf = (random: Random, people: People): string =>
  (people === 'arabic' ? '5' : '912') + digits(random, people === 'arabic' ? 8 : 7);

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.below(10))).join('');

/** Any valid number of the country, by the published check digits. */
export function nationalId(random: Random, people: People): string {
  const head = (people === 'arabic' ? '1' : '0') + digits(random, 8);
  return head + (people === 'arabic' ? luhnDigit(head) : iranDigit(head));
}

function luhnDigit(head: string): string {
  const sum = [...head].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function iranDigit(head: string): string {
  const rest = [...head].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0) % 11;
  return String(rest < 2 ? rest : 11 - rest);
}

function otherGiven(random: Random, person: Person): Spelled {
  const list = person.gender === 'male' ? men : women;
  for (;;) {
    const given = random.pick(list);
    if (given !== person.given && given !== person.father) return given;
  }
}

function alike(random: Random, gender: Gender): [Spelled, Spelled] {
  const [one, other] = random.pick(gender === 'male' ? alikeMen : alikeWomen).split('/');
  const list = gender === 'male' ? men : women;
  const named = (text: string | undefined): Spelled => {
    const found = list.find(({ native }) => native.includes(text ?? ''));
    if (found === undefined) throw new Error(`no name ${text}`);
    return found;
  };
  return [named(one), named(other)];
}
