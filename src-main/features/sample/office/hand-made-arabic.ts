// The Arabic-speaking people of the sample office who are written by hand: every spelling here is on purpose.

import { dayNumber } from '../dates';
import { saudiNationalId } from '../identifiers';
import type { PartyInput } from '../types';
import type { OfficeBuilder } from './builder';

/** As the receptionist typed it, with the trailing space; the son's record shares it. */
export const FATIMA_PHONE = '٠٥٠-١٢٣ ٤٥٦٧ ';

const family = { language: 'ar', nationality: 'سعودية' } as const;
const home = { kind: 'home', city: 'الرياض', province: 'منطقة الرياض', country: 'SA' } as const;

export function addArabicPeople(builder: OfficeBuilder): void {
  // Their insurance is told by hand (hand-made-history.ts); the crowd's stories must not contradict it.
  const care = { script: 'arabic', audiences: ['patient', 'adult', 'any'] } as const;
  builder.add(fatima(builder), { key: 'fatima', ...care, weight: 3 });
  builder.add(salem(builder), {
    key: 'salem',
    script: 'arabic',
    audiences: ['patient', 'child'],
    weight: 1.5,
    speakerKey: 'fatima',
  });
  builder.add(fahd(), { key: 'fahd', ...care, weight: 0.5 });
  const cover = { script: 'arabic', audiences: ['patient', 'any'] } as const;
  builder.add(hind(builder), { key: 'hind', ...cover, weight: 0.8 });
  builder.add(khalid(builder), { key: 'khalid', ...cover, weight: 0.5 });
  builder.add(yousef(), { key: 'yousef', script: 'arabic', audiences: ['any'], weight: 0.2 });
  builder.add(haddad(builder), { key: 'haddad', script: 'arabic', audiences: ['doctor', 'doctor', 'any'], weight: 3 });
  relate(builder);
}

const motherWants = {
  needs: [
    {
      words: 'تنظيف أسنان لابنها دون ألم',
      tags: 'تنظيف، أسنان',
      urgency: 'soon',
      evidence: 'قالت ذلك في الزيارة الأخيرة',
    },
    { words: 'خطة دفع على دفعات', urgency: 'someday' },
  ],
  valueDrivers: [
    { driver: 'personal-care', rank: 1, words: 'الطبيب نفسه كل مرة' },
    { driver: 'speed', rank: 2, words: 'لا تنتظر أكثر من ربع ساعة' },
  ],
} satisfies Partial<PartyInput>;

function fatima({ kit, today }: OfficeBuilder): PartyInput {
  return {
    ...family,
    kind: 'person',
    gender: 'female',
    names: [
      { text: 'فاطمة بنت سالم القحطاني', given: 'فاطمة', father: 'سالم', family: 'القحطاني', kunya: 'أم سالم' },
      { kind: 'transliteration', text: 'Fatima Salem Al-Qahtani' },
    ],
    birth: { on: '1986-04-12', calendar: 'umalqura', text: '١٤٠٦/٠٨/٠٣' },
    contactPoints: [
      { kind: 'phone', label: 'mobile', value: FATIMA_PHONE, preferred: true },
      { kind: 'email', label: 'home', value: 'fatima.qahtani@example.com' },
    ],
    addresses: [
      {
        ...home,
        district: 'الياسمين',
        lines: 'شارع النخيل',
        building: '٤٢',
        postcode: '13322',
        landmark: 'خلف المسجد',
      },
    ],
    identifiers: [
      { scheme: 'sa-national-id', value: saudiNationalId(kit.random) },
      { scheme: 'medical-record', value: 'MR-104201' },
    ],
    occasions: [{ kind: 'birthday', calendar: 'umalqura', year: 1406, month: 8, day: 3, remindDays: 3 }],
    preferences: [
      { key: 'form-of-address', value: 'أم سالم' },
      { key: 'best-time', value: 'صباحا بعد ذهاب الأولاد إلى المدرسة' },
      { key: 'channel', value: 'الرسائل القصيرة' },
    ],
    ...motherWants,
    roles: [{ type: 'patient', stage: 'active', startedOn: kit.dates.on(today - 2200) }],
    note: 'تراجع عيادة الياسمين مع ابنها. سبق أن اشتكت من تأخر المواعيد.',
  };
}

/** Nine years old on every day of the year after 2 January. */
function salem({ kit, today }: OfficeBuilder): PartyInput {
  const { year } = kit.dates.parts(today, 'gregory');
  const born = dayNumber(year - 9, 1, 2);
  const hijri = kit.dates.parts(born, 'umalqura');
  return {
    ...family,
    kind: 'person',
    gender: 'male',
    names: [
      { text: 'سالم فهد القحطاني', given: 'سالم', father: 'فهد', family: 'القحطاني' },
      { kind: 'transliteration', text: 'Salem Fahd Al-Qahtani' },
    ],
    birth: kit.dates.entered(born, 'umalqura', kit.random),
    contactPoints: [{ kind: 'phone', label: 'family', value: FATIMA_PHONE, note: 'رقم الأم' }],
    addresses: [{ ...home, district: 'الياسمين', lines: 'شارع النخيل', building: '٤٢', postcode: '13322' }],
    identifiers: [{ scheme: 'medical-record', value: 'MR-104202' }],
    occasions: [{ kind: 'birthday', calendar: 'umalqura', year: hijri.year, month: hijri.month, day: hijri.day }],
    roles: [{ type: 'patient', stage: 'active', startedOn: kit.dates.on(born + 40) }],
  };
}

const fahd = (): PartyInput => ({
  ...family,
  kind: 'person',
  gender: 'male',
  names: [{ text: 'فهد ناصر القحطاني', given: 'فهد', father: 'ناصر', family: 'القحطاني' }],
  contactPoints: [
    {
      kind: 'phone',
      label: 'mobile',
      value: '0550 044 718',
      preferred: true,
      note: 'يعمل في الدمام، يحضر نهاية الأسبوع',
    },
  ],
  addresses: [{ ...home, kind: 'work', city: 'الدمام', province: 'المنطقة الشرقية', district: 'الشاطئ' }],
});

function hind({ kit, today }: OfficeBuilder): PartyInput {
  return {
    ...family,
    kind: 'person',
    gender: 'female',
    names: [
      { text: 'هند العتيبي', given: 'هند', family: 'العتيبي' },
      { kind: 'transliteration', text: 'Hind Al-Otaibi' },
    ],
    birth: { on: '1990-09-23', calendar: 'gregory', text: '23/09/1990' },
    contactPoints: [
      { kind: 'phone', label: 'mobile', value: '+966 54 001 2290', preferred: true },
      { kind: 'email', label: 'work', value: 'hind.otaibi@example.org' },
    ],
    addresses: [{ ...home, district: 'النرجس', lines: 'شارع الورود', building: '١٧', postcode: '13327' }],
    identifiers: [
      { scheme: 'sa-national-id', value: saudiNationalId(kit.random) },
      { scheme: 'policy-number', value: 'P-204417', issuer: 'الواحة للتأمين الصحي' },
    ],
    occasions: [
      { kind: 'renewal', calendar: 'gregory', month: 12, day: 1, label: 'تجديد الوثيقة P-204417', remindDays: 30 },
      { kind: 'anniversary', calendar: 'umalqura', year: 1436, month: 2, day: 27, label: 'ذكرى الزواج' },
    ],
    preferences: [{ key: 'topics-to-avoid', value: 'العروض التسويقية' }],
    roles: [{ type: 'insured', stage: 'active', startedOn: kit.dates.on(today - 1500), terms: 'الباقة العائلية' }],
  };
}

const khalid = ({ kit, today }: OfficeBuilder): PartyInput => ({
  ...family,
  kind: 'person',
  gender: 'male',
  nationality: 'إماراتي',
  names: [
    { text: 'خالد المنصوري', given: 'خالد', family: 'المنصوري' },
    { kind: 'transliteration', text: 'Khalid Al Mansoori' },
  ],
  birth: { on: '1987-02-03', calendar: 'gregory', text: '3/2/1987' },
  contactPoints: [{ kind: 'phone', label: 'mobile', value: '00971500345512', preferred: true }],
  addresses: [{ ...home, district: 'النرجس', lines: 'شارع الورود', building: '١٧', postcode: '13327' }],
  roles: [{ type: 'insured', stage: 'active', startedOn: kit.dates.on(today - 1500), terms: 'تابع في وثيقة الزوجة' }],
});

/** Typed on a Persian keyboard: ی for ي. */
const yousef = (): PartyInput => ({
  ...family,
  kind: 'person',
  gender: 'male',
  names: [{ text: 'یوسف العتیبی', given: 'یوسف', family: 'العتیبی' }],
  contactPoints: [{ kind: 'phone', label: 'mobile', value: '0560 023 115', preferred: true }],
  addresses: [{ ...home, district: 'العليا' }],
  roles: [{ type: 'prospect', stage: 'starting' }],
});

function haddad({ kit, today }: OfficeBuilder): PartyInput {
  return {
    kind: 'person',
    language: 'ar',
    gender: 'female',
    names: [
      { text: 'د. ليلى حداد', prefix: 'د.', given: 'ليلى', family: 'حداد' },
      { kind: 'transliteration', text: 'Dr Laila Haddad' },
    ],
    contactPoints: [
      { kind: 'phone', label: 'mobile', value: '0530 015 500', preferred: true },
      { kind: 'phone', label: 'assistant', value: '011 020 3344', note: 'مكتب الإدارة، عيادة الياسمين' },
      { kind: 'email', label: 'work', value: 'l.haddad@waha-care.example.com' },
    ],
    addresses: [{ ...home, kind: 'work', district: 'الياسمين' }],
    occasions: [{ kind: 'birthday', calendar: 'gregory', year: 1975, month: 6, day: 17 }],
    preferences: [
      { key: 'form-of-address', value: 'دكتورة ليلى' },
      { key: 'best-time', value: 'بعد الرابعة عصرا' },
    ],
    roles: [
      { type: 'doctor', stage: 'active', startedOn: kit.dates.on(today - 3100) },
      { type: 'referrer', stage: 'active', startedOn: kit.dates.on(today - 900) },
    ],
    note: 'مديرة عيادة الياسمين، واستشارية في مركز النخيل يومي الاثنين والأربعاء.',
  };
}

function relate({ kit, today, relate: add }: OfficeBuilder): void {
  const ago = (days: number): string => kit.dates.on(today - days);
  add({ fromKey: 'fatima', type: 'parent', toKey: 'salem' });
  add({ fromKey: 'fahd', type: 'parent', toKey: 'salem' });
  add({ fromKey: 'fatima', type: 'guardian', toKey: 'salem', note: 'حتى بلوغ الخامسة عشرة حسب سياسة العيادة' });
  add({ fromKey: 'fahd', type: 'spouse', toKey: 'fatima' });
  add({ fromKey: 'khalid', type: 'spouse', toKey: 'hind' });
  add({ fromKey: 'yousef', type: 'sibling', toKey: 'hind' });
  add({ fromKey: 'insurance', type: 'insurer', toKey: 'hind', fromOn: ago(1500) });
  add({ fromKey: 'insurance', type: 'insurer', toKey: 'khalid', fromOn: ago(1500) });
  add({ fromKey: 'haddad', type: 'director', toKey: 'clinic-a', position: 'مديرة العيادة', fromOn: ago(3100) });
  add({ fromKey: 'haddad', type: 'consultant', toKey: 'clinic-b', position: 'استشارية باطنية', fromOn: ago(1200) });
  add({ fromKey: 'haddad', type: 'treating-doctor', toKey: 'fatima', fromOn: ago(2100) });
  add({ fromKey: 'doctor-arabic-1', type: 'treating-doctor', toKey: 'salem', fromOn: ago(2000) });
}
