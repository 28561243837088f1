// The identities of a whole base in typed arrays, about a hundred bytes a party, and made objects again when two are compared.

import { genders, identifierSchemes, partyKinds } from '../../catalogue';
import { fromEpochDay } from '../../locale/civil';
import type { NameWord } from '../../text/name-words';
import { birthReadings, type BirthReadings } from './birth-readings';
import { tokenOf } from './block-table';
import { bytes, doubles, integers } from './growing-array';
import type { Identity, IdentityName, IdentityNumber } from './identity';

/** No birth date. Far outside the days of any calendar. */
const NO_DAY = -0x8000_0000;
const BIRTH_MEMO = 60_000;

export class IdentityStore {
  readonly #kinds = bytes();
  readonly #genders = bytes();
  readonly #days = integers();
  readonly #meetingDays = integers();
  readonly #names = integers();
  readonly #nameStarts = integers();
  readonly #phones = doubles();
  readonly #phoneStarts = integers();
  readonly #emails = doubles();
  readonly #emailStarts = integers();
  readonly #numbers = doubles();
  /** Scheme, then the count of digits, 0 where a token stands for the text. */
  readonly #numberShapes = bytes();
  readonly #numberStarts = integers();
  readonly #words: NameWord[] = [];
  readonly #wordIds = new Map<NameWord, number>();
  readonly #births = new Map<number, BirthReadings | null>();

  get size(): number {
    return this.#kinds.length;
  }

  get words(): readonly NameWord[] {
    return this.#words;
  }

  /** Answers the number of the party, counted from 0. */
  add(identity: Identity): number {
    this.#kinds.push(partyKinds.indexOf(identity.kind));
    this.#genders.push(identity.gender === null ? 0 : genders.indexOf(identity.gender) + 1);
    this.#days.push(identity.birth?.readings[0]?.day ?? NO_DAY);
    this.#meetingDays.push(identity.birth?.meetingDays.length === 1 ? identity.birth.meetingDays[0]! : NO_DAY);
    this.#nameStarts.push(this.#names.length);
    for (const name of identity.names) this.#addName(name);
    this.#phoneStarts.push(this.#phones.length);
    for (const phone of identity.phones) this.#phones.push(tokenOf(String(phone)));
    this.#emailStarts.push(this.#emails.length);
    for (const email of identity.emails) this.#emails.push(tokenOf(String(email)));
    this.#numberStarts.push(this.#numbers.length);
    for (const number of identity.identifiers) this.#addNumber(number);
    return this.size - 1;
  }

  get(party: number): Identity {
    const gender = this.#genders.at(party);
    return {
      kind: partyKinds[this.#kinds.at(party)]!,
      gender: gender === 0 ? null : genders[gender - 1]!,
      names: this.#namesOf(party),
      birth: this.#birthOf(party),
      phones: slice(this.#phones, this.#phoneStarts, party),
      emails: slice(this.#emails, this.#emailStarts, party),
      identifiers: this.#numbersOf(party),
    };
  }

  /** Ids of the words of all names of a party, as `words` has them. */
  *wordIds(party: number): Generator<number> {
    const end = endOf(this.#names, this.#nameStarts, party);
    for (let at = this.#nameStarts.at(party); at < end;) {
      const count = this.#names.at(at) >> 1;
      for (let word = 0; word < count; word += 1) yield this.#names.at(at + 2 + word);
      at += 2 + count;
    }
  }

  /** Whether kind, gender or birth date already tell two parties apart, without making anything of them. */
  isApart(left: number, right: number): boolean {
    if (this.#kinds.at(left) !== this.#kinds.at(right)) return true;
    const [gender, other] = [this.#genders.at(left), this.#genders.at(right)];
    if (gender !== 0 && other !== 0 && gender !== other) return true;
    const [day, otherDay] = [this.#meetingDays.at(left), this.#meetingDays.at(right)];
    // What may have been read in another calendar is left to the judge, as is a date with one part astray.
    if (day === NO_DAY || otherDay === NO_DAY || day === otherDay) return false;
    return !isNearDay(this.#days.at(left), this.#days.at(right));
  }

  #addName({ words, kunya, isRescued }: IdentityName): void {
    this.#names.push(words.length * 2 + (isRescued ? 1 : 0));
    this.#names.push(kunya === null ? -1 : this.#idOf(kunya));
    for (const word of words) this.#names.push(this.#idOf(word));
  }

  #idOf(word: NameWord): number {
    const known = this.#wordIds.get(word);
    if (known !== undefined) return known;
    this.#words.push(word);
    this.#wordIds.set(word, this.#words.length - 1);
    return this.#words.length - 1;
  }

  #namesOf(party: number): IdentityName[] {
    const names: IdentityName[] = [];
    const end = endOf(this.#names, this.#nameStarts, party);
    for (let at = this.#nameStarts.at(party); at < end;) {
      const head = this.#names.at(at);
      const kunya = this.#names.at(at + 1);
      const words: NameWord[] = [];
      for (let word = 0; word < head >> 1; word += 1) words.push(this.#words[this.#names.at(at + 2 + word)]!);
      names.push({ words, kunya: kunya < 0 ? null : this.#words[kunya]!, isRescued: (head & 1) === 1 });
      at += 2 + words.length;
    }
    return names;
  }

  #birthOf(party: number): BirthReadings | null {
    const day = this.#days.at(party);
    if (day === NO_DAY) return null;
    const known = this.#births.get(day);
    if (known !== undefined) return known;
    if (this.#births.size >= BIRTH_MEMO) this.#births.clear();
    const birth = birthReadings(fromEpochDay(day));
    this.#births.set(day, birth);
    return birth;
  }

  #addNumber({ scheme, normal }: IdentityNumber): void {
    const isDigits = /^\d{1,15}$/.test(normal);
    this.#numbers.push(isDigits ? Number(normal) : tokenOf(normal));
    this.#numberShapes.push(
      identifierSchemes.indexOf(scheme as (typeof identifierSchemes)[number]) * 16 + (isDigits ? normal.length : 0),
    );
  }

  #numbersOf(party: number): IdentityNumber[] {
    const numbers: IdentityNumber[] = [];
    const end = endOf(this.#numbers, this.#numberStarts, party);
    for (let at = this.#numberStarts.at(party); at < end; at += 1) {
      const shape = this.#numberShapes.at(at);
      const digits = String(this.#numbers.at(at));
      const normal = shape % 16 === 0 ? `#${digits}` : digits.padStart(shape % 16, '0');
      numbers.push({ scheme: identifierSchemes[shape >> 4]!, normal });
    }
    return numbers;
  }
}

interface Sized {
  readonly length: number;
  at(index: number): number;
}

const endOf = (values: Sized, starts: Sized, party: number): number =>
  party + 1 < starts.length ? starts.at(party + 1) : values.length;

function slice(values: Sized, starts: Sized, party: number): number[] {
  const end = endOf(values, starts, party);
  const found: number[] = [];
  for (let at = starts.at(party); at < end; at += 1) found.push(values.at(at));
  return found;
}

/** A day or two, or two of year, month and day alike: compareBirths calls it near. */
function isNearDay(left: number, right: number): boolean {
  if (Math.abs(left - right) <= 2) return true;
  const [one, other] = [new Date(left * MS_PER_DAY), new Date(right * MS_PER_DAY)];
  const alike = [
    one.getUTCFullYear() === other.getUTCFullYear(),
    one.getUTCMonth() === other.getUTCMonth(),
    one.getUTCDate() === other.getUTCDate(),
  ];
  return alike.filter(Boolean).length === 2;
}

const MS_PER_DAY = 86_400_000;
