// The office itself, invented from end to end: Waha Care, clinics and health insurance in Riyadh, Jeddah, Dubai and Shiraz.

import { officeMail, officeNumber, typedPhone } from '../contacts';
import { languageOf, type Home, type OccasionInput, type PartyInput, type Script } from '../types';
import type { OfficeBuilder } from './builder';
import { FOUNDED } from './staff';

interface Place {
  readonly key: string;
  readonly script: Script;
  readonly home: Home;
  readonly name: string;
  readonly latin: string;
  readonly city: string;
  readonly district: string;
  readonly industry: string;
  /** Clinics appear in stories by this name. */
  readonly clinic?: true;
}

const places: readonly Place[] = [
  {
    key: 'office',
    script: 'arabic',
    home: 'SA',
    name: 'واحة الرعاية للعيادات والتأمين',
    latin: 'Waha Care Clinics and Insurance',
    city: 'الرياض',
    district: 'العليا',
    industry: 'رعاية صحية وتأمين',
  },
  {
    key: 'clinic-a',
    script: 'arabic',
    home: 'SA',
    name: 'عيادة الياسمين',
    latin: 'Jasmine Clinic',
    city: 'الرياض',
    district: 'الياسمين',
    industry: 'صحة',
    clinic: true,
  },
  {
    key: 'clinic-b',
    script: 'arabic',
    home: 'SA',
    name: 'مركز النخيل الطبي',
    latin: 'Palm Medical Centre',
    city: 'الرياض',
    district: 'الملز',
    industry: 'صحة',
    clinic: true,
  },
  {
    key: 'clinic-jeddah',
    script: 'arabic',
    home: 'SA',
    name: 'عيادة الشاطئ',
    latin: 'Beach Clinic',
    city: 'جدة',
    district: 'الروضة',
    industry: 'صحة',
    clinic: true,
  },
  {
    key: 'dubai',
    script: 'latin',
    home: 'AE',
    name: 'Harbour Clinic',
    latin: 'Harbour Clinic',
    city: 'Dubai',
    district: 'Deira',
    industry: 'Health',
    clinic: true,
  },
  {
    key: 'shiraz',
    script: 'persian',
    home: 'IR',
    name: 'درمانگاه قصردشت',
    latin: 'Ghasrodasht Clinic',
    city: 'شیراز',
    district: 'قصردشت',
    industry: 'درمان',
    clinic: true,
  },
  {
    key: 'sepideh',
    script: 'persian',
    home: 'IR',
    name: 'درمانگاه سپیده',
    latin: 'Sepideh Clinic',
    city: 'تهران',
    district: 'ونک',
    industry: 'درمان',
    clinic: true,
  },
  {
    key: 'insurance',
    script: 'arabic',
    home: 'SA',
    name: 'الواحة للتأمين الصحي',
    latin: 'Waha Health Insurance',
    city: 'الرياض',
    district: 'العليا',
    industry: 'تأمين',
  },
];

/** Clinics as stories of a script mention them. */
export const clinicNames = (script: Script): string[] =>
  places.filter((place) => place.clinic === true && place.script === script).map((place) => place.name);

/** Names of the clinics by their keys. */
export const clinicsByKey = (): Map<string, string> =>
  new Map(places.filter((place) => place.clinic === true).map((place) => [place.key, place.name]));

/** The office's branches as stories of a script mention them. */
export const branchNames: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['الفرع الرئيسي', 'فرع الياسمين', 'فرع الملز', 'فرع جدة'],
  persian: ['شعبه شیراز', 'شعبه تهران'],
  latin: ['the Dubai branch', 'the Deira desk'],
};

export function addCompany(builder: OfficeBuilder): void {
  for (const place of places) {
    builder.add(draftOf(builder, place), { key: place.key, script: place.script, audiences: ['any'], weight: 0.5 });
    if (place.clinic === true) builder.relate({ fromKey: place.key, type: 'branch', toKey: 'office' });
  }
  builder.relate({ fromKey: 'office', type: 'parent-company', toKey: 'insurance' });
  const group: PartyInput = {
    kind: 'group',
    groupKind: 'company-group',
    names: [
      { text: 'مجموعة واحة الرعاية' },
      { kind: 'transliteration', text: 'Waha Care Group' },
      { kind: 'alias', text: 'گروه واحه سلامت' },
    ],
    language: 'ar',
  };
  builder.add(group, { key: 'group', script: 'arabic', audiences: ['any'], weight: 0.2 });
  builder.relate({ fromKey: 'office', type: 'head', toKey: 'group' });
  for (const place of places.slice(1)) builder.relate({ fromKey: place.key, type: 'member', toKey: 'group' });
}

function draftOf({ kit }: OfficeBuilder, place: Place): PartyInput {
  const { script, home } = place;
  const names: PartyInput['names'] = [{ text: place.name }];
  if (script !== 'latin') names.push({ kind: 'transliteration', text: place.latin });
  return {
    kind: 'organisation',
    names,
    language: languageOf[script],
    industry: place.industry,
    contactPoints: [
      {
        kind: 'phone',
        label: 'work',
        value: typedPhone(officeNumber(kit.random, home), script, kit.random),
        preferred: true,
      },
      { kind: 'email', label: 'work', value: officeMail('waha-care', kit.random) },
      { kind: 'url', label: 'work', value: 'https://waha-care.example.com' },
    ],
    addresses: [{ kind: 'work', district: place.district, city: place.city, country: home }],
    occasions: place.key === 'office' ? [founding(kit.dates.parts(FOUNDED, 'gregory'))] : [],
  };
}

const founding = ({ year, month, day }: { year: number; month: number; day: number }): OccasionInput => ({
  kind: 'anniversary',
  calendar: 'gregory',
  year,
  month,
  day,
  label: 'ذكرى التأسيس',
  remindDays: 14,
});
