// The hand-made people and companies beyond the Arabic families: one man with three spellings, a bank's branch, and a company
// that both buys and sells.

import { iranianCompanyId, iranianNationalId, iban } from '../identifiers';
import type { PartyInput } from '../types';
import type { OfficeBuilder } from './builder';

export function addOtherHandMade(builder: OfficeBuilder): void {
  builder.add(rezaei(builder), {
    key: 'rezaei',
    script: 'persian',
    audiences: ['patient', 'adult', 'any'],
    weight: 2,
  });
  builder.add(zahra(), { key: 'zahra', script: 'persian', audiences: ['patient', 'adult', 'any'], weight: 1 });
  builder.add(sepehr(builder), { key: 'sepehr', script: 'persian', audiences: ['any'], weight: 0.4 });
  builder.add(vanak(builder), {
    key: 'sepehr-vanak',
    script: 'persian',
    audiences: ['any'],
    weight: 0.6,
  });
  builder.add(noor(builder), {
    key: 'noor',
    script: 'arabic',
    audiences: ['supplier', 'supplier', 'any'],
    weight: 6,
  });
  builder.add(noorManager(), { key: 'noor-manager', script: 'arabic', audiences: ['supplier', 'any'], weight: 1 });
  relate(builder);
}

const rezaeiCard = {
  occasions: [
    { kind: 'birthday', calendar: 'persian', year: 1361, month: 7, day: 22, remindDays: 2 },
    { kind: 'renewal', calendar: 'persian', month: 12, day: 15, label: 'تمدید بیمه‌نامه P-118830', remindDays: 21 },
  ],
  preferences: [
    { key: 'form-of-address', value: 'آقای رضائی' },
    { key: 'best-time', value: 'عصرها پس از ساعت ۱۷' },
    { key: 'likes', value: 'چای تازه‌دم و شعر' },
  ],
  needs: [{ words: 'بیمهٔ درمان برای همسر و دو فرزند', tags: 'درمان، خانواده', urgency: 'now' }],
  valueDrivers: [
    { driver: 'trust', rank: 1, words: 'فقط با خانم احمدی حرف می‌زند' },
    { driver: 'quality-for-price', rank: 2 },
  ],
} satisfies Partial<PartyInput>;

/** One man, three spellings, as three clerks wrote him down. */
function rezaei({ kit, today }: OfficeBuilder): PartyInput {
  return {
    kind: 'person',
    language: 'fa',
    gender: 'male',
    names: [
      { text: 'محمدعلی رضائی', given: 'محمدعلی', family: 'رضائی' },
      { kind: 'transliteration', text: 'Mohamed Ali Rezaei' },
      { kind: 'alias', text: 'محمد على رضايي' },
    ],
    birth: { on: '1982-10-14', calendar: 'persian', text: '۱۳۶۱/۰۷/۲۲' },
    contactPoints: [
      { kind: 'phone', label: 'mobile', value: '۰۹۱۷ ۰۴۴ ۲۲۱۰', preferred: true },
      { kind: 'phone', label: 'home', value: '+98 71 3020 1188' },
      { kind: 'email', label: 'home', value: 'm.rezaei@example.net' },
    ],
    addresses: [
      {
        kind: 'home',
        city: 'شیراز',
        province: 'فارس',
        district: 'معالی‌آباد',
        lines: 'خیابان بهار',
        building: 'پلاک ۱۲',
        country: 'IR',
      },
    ],
    identifiers: [
      { scheme: 'ir-national-id', value: iranianNationalId(kit.random) },
      { scheme: 'policy-number', value: 'P-118830' },
      { scheme: 'medical-record', value: 'MR-220915' },
    ],
    ...rezaeiCard,
    roles: [
      { type: 'patient', stage: 'active', startedOn: kit.dates.on(today - 1900) },
      { type: 'insured', stage: 'at-risk', startedOn: kit.dates.on(today - 1100), terms: 'بیمه تکمیلی خانواده' },
    ],
  };
}

const zahra = (): PartyInput => ({
  kind: 'person',
  language: 'fa',
  gender: 'female',
  names: [{ text: 'زهرا امینی', given: 'زهرا', family: 'امینی' }],
  contactPoints: [{ kind: 'phone', label: 'mobile', value: '09170442211', preferred: true }],
  addresses: [{ kind: 'home', city: 'شیراز', province: 'فارس', district: 'معالی‌آباد', country: 'IR' }],
  roles: [{ type: 'patient', stage: 'active' }],
});

const sepehr = ({ kit }: OfficeBuilder): PartyInput => ({
  kind: 'organisation',
  language: 'fa',
  names: [{ text: 'بانک سپهر' }, { kind: 'transliteration', text: 'Sepehr Bank' }],
  legalForm: 'سهامی عام',
  industry: 'بانک',
  contactPoints: [{ kind: 'phone', label: 'work', value: '۰۲۱-۳۰۰۱ ۴۰۰۰', preferred: true }],
  addresses: [{ kind: 'work', city: 'تهران', district: 'امیرآباد', country: 'IR' }],
  identifiers: [{ scheme: 'ir-company-id', value: iranianCompanyId(kit.random) }],
  roles: [{ type: 'customer', stage: 'active', terms: 'قرارداد چارچوب بیمه گروهی' }],
});

const vanak = ({ kit, today }: OfficeBuilder): PartyInput => ({
  kind: 'organisation',
  language: 'fa',
  names: [{ text: 'بانک سپهر – شعبه ونک' }, { kind: 'transliteration', text: 'Sepehr Bank, Vanak branch' }],
  industry: 'بانک',
  contactPoints: [
    { kind: 'phone', label: 'work', value: '۰۲۱ ۳۰۰۱ ۴۰۷۷', preferred: true },
    { kind: 'email', label: 'work', value: 'vanak@sepehr.example.com' },
  ],
  addresses: [
    { kind: 'work', city: 'تهران', district: 'ونک', lines: 'خیابان گلستان', building: 'پلاک ۸۸', country: 'IR' },
  ],
  roles: [
    { type: 'customer', stage: 'active', startedOn: kit.dates.on(today - 800) },
    { type: 'employer', stage: 'active', startedOn: kit.dates.on(today - 800) },
  ],
});

/** Sells to the office and is insured by it. */
const noor = ({ kit, today }: OfficeBuilder): PartyInput => ({
  kind: 'organisation',
  language: 'ar',
  names: [{ text: 'شركة النور للتوريدات' }, { kind: 'transliteration', text: 'Al Nour Supplies Co.' }],
  legalForm: 'ذات مسؤولية محدودة',
  industry: 'توريدات طبية',
  contactPoints: [
    { kind: 'phone', label: 'work', value: '011-044 8800', preferred: true },
    { kind: 'fax', label: 'work', value: '011-044 8801' },
    { kind: 'email', label: 'work', value: 'sales@al-nour-supplies.example.com' },
    { kind: 'url', label: 'work', value: 'https://al-nour-supplies.example.com' },
  ],
  addresses: [
    { kind: 'work', city: 'الرياض', district: 'السويدي', lines: 'شارع الصناعة', building: '١٠٨', country: 'SA' },
  ],
  identifiers: [
    { scheme: 'tax-number', value: '399104480000003' },
    { scheme: 'customer-number', value: 'K-3107' },
    { scheme: 'iban', value: iban(kit.random, 'SA') },
  ],
  roles: [
    { type: 'supplier', stage: 'active', startedOn: kit.dates.on(today - 2400), terms: 'السداد خلال ستين يوما' },
    { type: 'customer', stage: 'active', startedOn: kit.dates.on(today - 700), terms: 'تأمين جماعي لأربعين موظفا' },
  ],
  note: 'مورد وعميل في الوقت نفسه: تُراجع المطالبات والمستحقات معا قبل كل تجديد.',
});

const noorManager = (): PartyInput => ({
  kind: 'person',
  language: 'ar',
  gender: 'male',
  names: [{ text: 'بسام نور الدين عطية', given: 'بسام', father: 'نور الدين', family: 'عطية' }],
  contactPoints: [{ kind: 'phone', label: 'work', value: '0590 061 207', preferred: true }],
});

function relate({ kit, today, relate: add }: OfficeBuilder): void {
  const ago = (days: number): string => kit.dates.on(today - days);
  add({ fromKey: 'rezaei', type: 'spouse', toKey: 'zahra' });
  add({ fromKey: 'insurance', type: 'insurer', toKey: 'rezaei', fromOn: ago(1100) });
  add({ fromKey: 'doctor-persian-0', type: 'treating-doctor', toKey: 'rezaei', fromOn: ago(1800) });
  add({ fromKey: 'sepehr-vanak', type: 'branch', toKey: 'sepehr' });
  add({ fromKey: 'insurance', type: 'insurer', toKey: 'noor', fromOn: ago(700) });
  add({ fromKey: 'noor', type: 'supplier', toKey: 'office', fromOn: ago(2400) });
  add({ fromKey: 'noor', type: 'supplier', toKey: 'clinic-b', fromOn: ago(1000) });
  add({ fromKey: 'noor-manager', type: 'contact-person', toKey: 'noor', position: 'مدير المبيعات' });
}
