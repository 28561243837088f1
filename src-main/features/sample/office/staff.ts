// The people who work in the sample office: its users, who are also parties with the role of employee.

import { mobileNumber, typedPhone } from '../contacts';
import { dayNumber } from '../dates';
import type { Gender, PartyInput } from '../types';
import type { OfficeBuilder } from './builder';
import type { SampleUser } from './types';

interface Colleague extends SampleUser {
  readonly fullName: string;
  readonly latin: string;
  readonly gender: Gender;
  readonly position: string;
  readonly workplace: string;
}

const staff = { role: 'staff' } as const;

const colleagues: readonly Colleague[] = [
  {
    ...staff,
    key: 'amal',
    login: 'amal',
    displayName: 'أمل الزهراني',
    fullName: 'أمل سعيد الزهراني',
    latin: 'Amal Al-Zahrani',
    gender: 'female',
    language: 'ar',
    position: 'موظفة مركز الاتصال',
    workplace: 'office',
  },
  {
    ...staff,
    key: 'omid',
    login: 'omid',
    displayName: 'امید رنجبر',
    fullName: 'امید رنجبر',
    latin: 'Omid Ranjbar',
    gender: 'male',
    language: 'fa',
    position: 'نماینده سیار',
    workplace: 'shiraz',
  },
  {
    key: 'nadia',
    login: 'nadia',
    role: 'administrator',
    displayName: 'Nadia Marlow',
    fullName: 'Nadia Marlow',
    latin: 'Nadia Marlow',
    gender: 'female',
    language: 'en',
    position: 'Systems administrator',
    workplace: 'dubai',
  },
  {
    key: 'sami',
    login: 'sami',
    role: 'clinic-privacy',
    displayName: 'د. سامي الخطيب',
    fullName: 'د. سامي فؤاد الخطيب',
    latin: 'Dr Sami Al-Khatib',
    gender: 'male',
    language: 'ar',
    position: 'مسؤول الخصوصية',
    workplace: 'office',
  },
  {
    ...staff,
    key: 'hossein',
    login: 'hossein',
    displayName: 'حسین کاویانی',
    fullName: 'حسین کاویانی',
    latin: 'Hossein Kaviani',
    gender: 'male',
    language: 'fa',
    position: 'مدیر فروش',
    workplace: 'shiraz',
  },
  {
    ...staff,
    key: 'reem',
    login: 'reem',
    displayName: 'ريم الشايع',
    fullName: 'ريم عبد الله الشايع',
    latin: 'Reem Al-Shaya',
    gender: 'female',
    language: 'ar',
    position: 'مسؤولة التسويق',
    workplace: 'office',
  },
  {
    ...staff,
    key: 'tariq',
    login: 'tariq',
    displayName: 'طارق المدني',
    fullName: 'طارق حسن المدني',
    latin: 'Tariq Al-Madani',
    gender: 'male',
    language: 'ar',
    position: 'مسؤول المشتريات',
    workplace: 'office',
  },
  {
    ...staff,
    key: 'mona',
    login: 'mona',
    displayName: 'منى السالم',
    fullName: 'منى إبراهيم السالم',
    latin: 'Mona Al-Salem',
    gender: 'female',
    language: 'ar',
    position: 'أمينة البيانات',
    workplace: 'office',
  },
  {
    ...staff,
    key: 'babak',
    login: 'babak',
    displayName: 'بابک ستوده',
    fullName: 'بابک ستوده',
    latin: 'Babak Sotoudeh',
    gender: 'male',
    language: 'fa',
    position: 'کارشناس تازه‌کار',
    workplace: 'shiraz',
  },
  {
    ...staff,
    key: 'samar',
    login: 'samar',
    displayName: 'سمر قنديل',
    fullName: 'سمر محمود قنديل',
    latin: 'Samar Qandil',
    gender: 'female',
    language: 'ar',
    position: 'معالجة مطالبات',
    workplace: 'insurance',
  },
];

export const sampleUsers = (): SampleUser[] =>
  colleagues.map(({ key, login, displayName, role, language }) => ({ key, login, displayName, role, language }));

/** Names of the staff as stories of a language mention them. */
export const staffNames = (language: SampleUser['language']): string[] =>
  colleagues.filter((colleague) => colleague.language === language).map((colleague) => colleague.displayName);

export function addStaff(builder: OfficeBuilder): void {
  const { kit } = builder;
  for (const colleague of colleagues) {
    const { key, language, position } = colleague;
    const script = language === 'ar' ? 'arabic' : language === 'fa' ? 'persian' : 'latin';
    const since = kit.dates.on(builder.today - kit.random.between(120, 2600));
    const home = language === 'fa' ? 'IR' : language === 'en' ? 'AE' : 'SA';
    const phone = typedPhone(mobileNumber(kit.random, home), script, kit.random);
    builder.add(draftOf(colleague, { phone, since }), { key, script, audiences: ['any'], weight: 0.3 });
    builder.relate({ fromKey: key, type: 'employee', toKey: colleague.workplace, position, fromOn: since });
  }
}

function draftOf(colleague: Colleague, { phone, since }: { phone: string; since: string }): PartyInput {
  const { fullName, latin, language, gender, login } = colleague;
  const names: PartyInput['names'] = [{ kind: 'used', text: fullName }];
  if (language !== 'en') names.push({ kind: 'transliteration', text: latin });
  return {
    kind: 'person',
    names,
    language,
    gender,
    contactPoints: [
      { kind: 'phone', label: 'work', value: phone, preferred: true },
      { kind: 'email', label: 'work', value: `${login}@waha-care.example.com` },
    ],
    roles: [{ type: 'employee', stage: 'active', startedOn: since }],
  };
}

/** The day the office opened its doors. */
export const FOUNDED = dayNumber(2011, 3, 21);
