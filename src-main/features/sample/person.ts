// One invented person as a draft: names, birth date, telephone, mail, address, numbers, roles.

import { addressOf } from './address';
import { mobileNumber, officeNumber, personalMail, typedPhone } from './contacts';
import { dayNumber, instantOfDay } from './dates';
import { nationalId, saudiIqama, type Born } from './identifiers';
import { drawResidence, isSampleCountry, type Kit, type Residence } from './kit';
import { bankOfOrigin, FROM_ARABIC, FROM_PERSIAN, mailName, personNames, type NamePlaces } from './person-names';
import { noteLines, preferenceOf } from './phrases';
import { weightedDraw, type Draw } from './random';
import {
  languageOf,
  type ContactPointInput,
  type Gender,
  type Home,
  type IdentifierInput,
  type OccasionInput,
  type PartyInput,
  type RoleInput,
  type Script,
} from './types';

export interface PersonTraits extends NamePlaces {
  /** Day of birth by number (see dates.ts). */
  readonly born: number;
  readonly residence: Residence | null;
}

export interface PersonOdds {
  readonly origin: Draw;
  readonly role: Draw;
  readonly stage: Draw;
}

/** Latin-script people: names from Arabic, from Persian, then English, Indian, Filipino, French. */
const origins = [FROM_ARABIC, FROM_PERSIAN, 0, 1, 2, 3] as const;
const personRoles = ['patient', 'insured', 'customer', 'prospect', 'doctor', 'employee', 'referrer'] as const;
const stages = ['active', 'starting', 'at-risk', 'ending'] as const;
const FIRST_ROLE_DAY = dayNumber(2016, 1, 1);
const LAST_ROLE_DAY = dayNumber(2025, 12, 31);
const GROWN_UP_BY = dayNumber(2002, 1, 1);
/** Younger children have no mail address of their own in any record. */
const MAILS_BY = dayNumber(2012, 1, 1);

export const personOdds = (): PersonOdds => ({
  origin: weightedDraw([30, 8, 17, 22, 16, 7]),
  role: weightedDraw([36, 26, 22, 10, 2, 3, 1]),
  stage: weightedDraw([80, 8, 8, 4]),
});

/** Chooses who somebody is; `fixed` says what is known beforehand (a family's name, script and home). */
export function drawTraits(
  kit: Kit,
  odds: PersonOdds,
  fixed: Partial<PersonTraits> & { script: Script },
): PersonTraits {
  const { random } = kit;
  const { script } = fixed;
  const origin = fixed.origin ?? (script === 'latin' ? origins[odds.origin(random)]! : 0);
  const home = fixed.home ?? homeOf(kit, script, origin);
  const gender: Gender = fixed.gender ?? (random.chance(0.5) ? 'female' : 'male');
  const bank = bankOfOrigin(kit, script, origin);
  const knowsFather = script === 'arabic' ? 0.68 : script === 'persian' ? 0.35 : 0;
  return {
    script,
    origin,
    home,
    gender,
    given: fixed.given ?? bank.given[gender].draw(random),
    father: fixed.father ?? (random.chance(knowsFather) ? bank.given.male.draw(random) : -1),
    family: fixed.family ?? bank.family.draw(random),
    born: fixed.born ?? birthDay(kit, 1942, 2018),
    residence: fixed.residence === undefined ? drawResidence(kit, home) : fixed.residence,
  };
}

/** A birthday between the years, both included. */
export const birthDay = ({ random }: Kit, from: number, to: number): number =>
  random.between(dayNumber(from, 1, 1), dayNumber(to, 12, 31));

function homeOf(kit: Kit, script: Script, origin: number): Home {
  const home = kit.drawHome[script](kit.random);
  // Names from Arabic or Persian kept in Latin letters belong to people of the Gulf offices, not to those abroad.
  return origin < 0 && !isSampleCountry(home) ? 'AE' : home;
}

export function personDraft(kit: Kit, odds: PersonOdds, traits: PersonTraits): PartyInput {
  const { random, dates } = kit;
  const { script } = traits;
  return {
    kind: 'person',
    names: personNames(kit, traits),
    contactPoints: contactPoints(kit, traits),
    addresses: traits.residence !== null && random.chance(0.72) ? [addressOf(kit, traits.residence, script)] : [],
    identifiers: identifiers(kit, traits),
    occasions: random.chance(0.06) ? [birthday(kit, traits)] : [],
    preferences: random.chance(0.08)
      ? [preferenceOf(random.chance(0.6) ? 'best-time' : 'likes', script, random.below(20))]
      : [],
    roles: roles(kit, odds, traits),
    externalKey: null,
    language: languageOf[script],
    gender: random.chance(0.9) ? traits.gender : null,
    birth: random.chance(0.72) ? dates.entered(traits.born, calendarOf(kit, traits), random) : null,
    nationality: traits.script === 'latin' && traits.origin >= 0 ? kit.names.latin[traits.origin]!.nationality : null,
    note: random.chance(0.05) ? random.pick(noteLines[script]) : null,
  };
}

/** The calendar in which people of a country think of their birthdays. */
export function calendarOf({ random }: Kit, { script, home }: Pick<PersonTraits, 'script' | 'home'>) {
  if (script === 'persian') return random.chance(0.95) ? 'persian' : 'gregory';
  return script === 'arabic' && home === 'SA' && random.chance(0.55) ? 'umalqura' : 'gregory';
}

function contactPoints(kit: Kit, traits: PersonTraits): ContactPointInput[] {
  const { random } = kit;
  const points: ContactPointInput[] = [];
  const { script, home } = traits;
  if (random.chance(0.9)) {
    points.push({
      kind: 'phone',
      label: 'mobile',
      value: typedPhone(mobileNumber(random, home), script, random),
      preferred: true,
    });
  }
  if (random.chance(0.15)) {
    points.push({
      kind: 'phone',
      label: 'home',
      value: typedPhone(officeNumber(random, home), script, random),
      preferred: false,
    });
  }
  if (traits.born < MAILS_BY && random.chance(0.47)) {
    const { given, family } = mailName(kit, traits);
    points.push({ kind: 'email', label: 'other', value: personalMail(given, family, random), preferred: false });
  }
  return points;
}

function identifiers(kit: Kit, traits: PersonTraits): IdentifierInput[] {
  const { random } = kit;
  const found: IdentifierInput[] = [];
  if (isSampleCountry(traits.home) && random.chance(0.5)) {
    const foreign = traits.script === 'latin' && traits.origin >= 0 && traits.home === 'SA';
    found.push(
      foreign ? { scheme: 'sa-iqama', value: saudiIqama(random) } : nationalId(random, traits.home, bornOf(traits)),
    );
  }
  if (random.chance(0.2)) found.push({ scheme: 'medical-record', value: `MR-${random.between(100_000, 9_999_999)}` });
  return found;
}

export function bornOf(traits: Pick<PersonTraits, 'born' | 'gender'>): Born {
  const date = new Date(instantOfDay(traits.born));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), gender: traits.gender };
}

function birthday(kit: Kit, traits: PersonTraits): OccasionInput {
  const calendar = calendarOf(kit, traits);
  const { year, month, day } = kit.dates.parts(traits.born, calendar);
  return { kind: 'birthday', calendar, year, month, day, remindDays: 3 };
}

/** Grown-ups play any role; children are patients or insured. */
function roles({ random, dates }: Kit, odds: PersonOdds, { born }: PersonTraits): RoleInput[] {
  if (random.chance(0.08)) return [];
  const drawn = personRoles[odds.role(random)]!;
  const type = born < GROWN_UP_BY ? drawn : random.chance(0.6) ? 'patient' : 'insured';
  const stage = stages[odds.stage(random)]!;
  const since = Math.min(LAST_ROLE_DAY, Math.max(FIRST_ROLE_DAY, born));
  return [{ type, stage, startedOn: dates.on(random.between(since, LAST_ROLE_DAY)) }];
}
