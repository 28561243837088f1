// One invented organisation or group as a draft.

import { addressOf } from './address';
import { officeMail, officeNumber, typedPhone } from './contacts';
import { dayNumber } from './dates';
import { iban, iranianCompanyId } from './identifiers';
import { drawResidence, isSampleCountry, type Kit } from './kit';
import { weightedDraw, type Draw } from './random';
import {
  languageOf,
  type ContactPointInput,
  type Home,
  type IdentifierInput,
  type NameInput,
  type PartyInput,
  type Script,
} from './types';

export interface OrganisationOdds {
  readonly role: Draw;
}

const organisationRoles = ['customer', 'supplier', 'employer', 'prospect', 'partner', 'insured', 'competitor'] as const;
const FIRST_ROLE_DAY = dayNumber(2014, 1, 1);
const LAST_ROLE_DAY = dayNumber(2025, 12, 31);

export const organisationOdds = (): OrganisationOdds => ({ role: weightedDraw([40, 22, 16, 9, 7, 4, 2]) });

/** `home` left out: a usual country for the script. */
export function organisationDraft(
  kit: Kit,
  odds: OrganisationOdds,
  place: { script: Script; home?: Home | undefined },
): PartyInput {
  const { random, dates } = kit;
  const { script } = place;
  const home = place.home ?? kit.drawHome[script](random);
  const title = organisationTitle(kit, script);
  const residence = drawResidence(kit, home);
  const names: NameInput[] = [{ kind: 'used', text: title.native }];
  if (script !== 'latin' && random.chance(0.35)) names.push({ kind: 'transliteration', text: title.latin });
  return {
    kind: 'organisation',
    names,
    contactPoints: contactPoints(kit, home, { script, slug: slugOf(title.latin) }),
    addresses: residence !== null && random.chance(0.8) ? [{ ...addressOf(kit, residence, script), kind: 'work' }] : [],
    identifiers: identifiers(kit, home),
    occasions: [],
    preferences: [],
    roles: [
      {
        type: organisationRoles[odds.role(random)]!,
        stage: 'active',
        startedOn: dates.on(random.between(FIRST_ROLE_DAY, LAST_ROLE_DAY)),
      },
    ],
    externalKey: null,
    language: languageOf[script],
    legalForm: title.legalForm,
    industry: title.industry,
  };
}

export interface OrganisationTitle {
  readonly native: string;
  readonly latin: string;
  readonly industry: string;
  readonly legalForm: string;
}

export function organisationTitle(kit: Kit, script: Script): OrganisationTitle {
  const { random, names, words } = kit;
  const pattern = random.pick(words[script].patterns);
  const bank = script === 'latin' ? names.latin[0]! : names[script];
  const habit = bank.drawHabit(random);
  const place = bank.family.draw(random);
  const second = random.chance(0.3);
  const proper = random.pick(words[script].names);
  const more = second ? random.pick(words[script].names) : proper;
  const joiner = second && more !== proper ? more : null;
  const native = joiner === null ? proper.native : `${proper.native} ${linkWord[script]}${joiner.native}`;
  const latin = joiner === null ? latinOf(proper) : `${latinOf(proper)} ${latinOf(joiner)}`;
  return {
    native: pattern.native.replace('{n}', native).replace('{f}', bank.family.native.at(place, habit)),
    latin: pattern.latin.replace('{n}', latin).replace('{f}', bank.family.latin.at(place, 0)),
    industry: pattern.industry,
    legalForm: pattern.legalForm,
  };
}

/** Two proper names in one title: «النور والواحة», «سپهر آفتاب», "Blue Harbour Saffron". */
const linkWord: Readonly<Record<Script, string>> = { arabic: 'و', persian: '', latin: '' };

const latinOf = ({ native, latin }: { native: string; latin: string }): string =>
  native.startsWith('ال') ? `Al ${latin}` : latin;

export const slugOf = (latin: string): string =>
  latin
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 3)
    .join('-');

function contactPoints(kit: Kit, home: Home, { script, slug }: { script: Script; slug: string }): ContactPointInput[] {
  const { random } = kit;
  const points: ContactPointInput[] = [
    { kind: 'phone', label: 'work', value: typedPhone(officeNumber(random, home), script, random), preferred: true },
  ];
  if (random.chance(0.3)) {
    points.push({
      kind: 'fax',
      label: 'work',
      value: typedPhone(officeNumber(random, home), script, random),
      preferred: false,
    });
  }
  if (random.chance(0.65))
    points.push({ kind: 'email', label: 'work', value: officeMail(slug, random), preferred: false });
  if (random.chance(0.3))
    points.push({ kind: 'url', label: 'work', value: `https://${slug}.example.com`, preferred: false });
  return points;
}

function identifiers({ random }: Kit, home: Home): IdentifierInput[] {
  const found: IdentifierInput[] = [];
  if (!isSampleCountry(home)) return found;
  if (home === 'IR' && random.chance(0.6)) found.push({ scheme: 'ir-company-id', value: iranianCompanyId(random) });
  if (home !== 'IR' && random.chance(0.5)) found.push({ scheme: 'tax-number', value: taxNumber(random.word(), home) });
  if (random.chance(0.12)) found.push({ scheme: 'iban', value: iban(random, home) });
  return found;
}

/** Saudi and Emirati VAT numbers have 15 digits, Egyptian ones 9; 99 after the first digit marks them as invented. */
function taxNumber(word: number, home: Home): string {
  const digits = String(word).padStart(10, '0');
  if (home === 'SA') return `399${digits.slice(0, 7)}00003`;
  return home === 'AE' ? `199${digits}03` : `99${digits.slice(0, 7)}`;
}

/** A household by its family name, or a group of companies. */
export function groupDraft(script: Script, name: string, kind: 'household' | 'company-group'): PartyInput {
  return {
    kind: 'group',
    names: [{ kind: 'used', text: (kind === 'household' ? households : companyGroups)[script].replace('{}', name) }],
    language: languageOf[script],
    groupKind: kind,
  };
}

const households: Readonly<Record<Script, string>> = { arabic: 'عائلة {}', persian: 'خانواده {}', latin: '{} family' };
const companyGroups: Readonly<Record<Script, string>> = {
  arabic: 'مجموعة شركات {}',
  persian: 'گروه شرکت‌های {}',
  latin: '{} group of companies',
};
