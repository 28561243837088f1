// Words that stand for one of our choices (kind, gender, language, role, label), in three languages, compared folded.

import type { genders, partyKinds, roleTypes } from '../../../catalogue';
import { fold } from '../../../text/fold';
import { remembered } from '../../../core/remembered';
import type { AddressTargetKind, ContactLabel } from './targets';

type PartyKind = (typeof partyKinds)[number];
type Gender = (typeof genders)[number];
type RoleType = (typeof roleTypes)[number];
type LanguageKey = 'ar' | 'fa' | 'en';
type Words<Choice extends string> = Readonly<Partial<Record<Choice, readonly string[]>>>;

const kindWords: Words<PartyKind> = {
  person: [
    'شخص',
    'فرد',
    'فردي',
    'افراد',
    'طبيعي',
    'شخص طبيعي',
    'حقیقی',
    'شخص حقیقی',
    'person',
    'individual',
    'contact',
    'people',
    'human',
    'false',
    'no',
    'لا',
    'خیر',
  ],
  organisation: [
    'شركة',
    'مؤسسة',
    'منشأة',
    'جهة',
    'منظمة',
    'اعتباري',
    'شرکت',
    'موسسه',
    'سازمان',
    'حقوقی',
    'شخص حقوقی',
    'organisation',
    'organization',
    'company',
    'org',
    'business',
    'account',
    'corporate',
    'firm',
    'true',
    'yes',
    'نعم',
    'بله',
  ],
  group: ['مجموعة', 'اسرة', 'عائلة', 'گروه', 'خانواده', 'خانوار', 'group', 'household', 'family'],
};

const genderWords: Words<Gender> = {
  female: [
    'انثى',
    'أنثى',
    'انثي',
    'مؤنث',
    'امرأة',
    'سيدة',
    'زن',
    'خانم',
    'مونث',
    'female',
    'f',
    'woman',
    'w',
    'ms',
    'mrs',
  ],
  male: ['ذكر', 'مذكر', 'رجل', 'سيد', 'مرد', 'آقا', 'مذکر', 'male', 'm', 'man', 'mr'],
};

const languageWords: Words<LanguageKey> = {
  ar: ['ar', 'ara', 'arabic', 'العربية', 'عربي', 'عربية', 'عربی', 'ar sa', 'ar ae', 'ar eg', 'ar 001', 'ar syr'],
  fa: ['fa', 'fas', 'per', 'persian', 'farsi', 'dari', 'فارسی', 'فارسي', 'الفارسية', 'fa ir', 'fa af'],
  en: ['en', 'eng', 'english', 'الانجليزية', 'الإنجليزية', 'انجليزي', 'انگلیسی', 'en us', 'en gb'],
};

const roleWords: Words<RoleType> = {
  customer: ['عميل', 'زبون', 'عملاء', 'مشتری', 'مشتریان', 'customer', 'client', 'customers'],
  prospect: [
    'عميل محتمل',
    'محتمل',
    'مشتری احتمالی',
    'مشتری بالقوه',
    'سرنخ',
    'prospect',
    'lead',
    'potential customer',
    'subscriber',
    'opportunity',
    'marketingqualifiedlead',
    'salesqualifiedlead',
  ],
  patient: ['مريض', 'مراجع', 'بیمار', 'patient'],
  insured: [
    'مؤمن له',
    'مؤمن عليه',
    'مومن',
    'حامل وثيقة',
    'بیمه شده',
    'بیمه گذار',
    'بیمه‌گذار',
    'insured',
    'policy holder',
    'policyholder',
  ],
  doctor: ['طبيب', 'دكتور', 'طبيبة', 'پزشک', 'دکتر', 'doctor', 'physician'],
  supplier: ['مورد', 'مورّد', 'موردون', 'تامین کننده', 'تأمین کننده', 'فروشنده', 'supplier', 'vendor'],
  partner: ['شريك', 'شریک', 'همکار تجاری', 'partner'],
  employer: ['صاحب عمل', 'جهة العمل', 'کارفرما', 'employer'],
  employee: ['موظف', 'موظفة', 'کارمند', 'کارکنان', 'پرسنل', 'employee', 'staff'],
  referrer: ['محيل', 'معرف', 'معرّف', 'referrer', 'referral', 'معرفی کننده'],
  competitor: ['منافس', 'رقیب', 'competitor'],
};

const labelWords: Words<ContactLabel> = {
  mobile: [
    'mobile',
    'cell',
    'cellular',
    'iphone',
    'جوال',
    'الجوال',
    'موبايل',
    'محمول',
    'نقال',
    'همراه',
    'موبایل',
    'whatsapp',
    'واتساب',
  ],
  home: [
    'home',
    'private',
    'personal',
    'house',
    'منزل',
    'المنزل',
    'بيت',
    'البيت',
    'شخصي',
    'خانه',
    'منزل مسکونی',
    'شخصی',
  ],
  work: [
    'work',
    'business',
    'office',
    'company',
    'main',
    'عمل',
    'العمل',
    'مكتب',
    'المكتب',
    'شركة',
    'کار',
    'محل کار',
    'دفتر',
    'اداره',
    'شرکت',
  ],
  family: ['family', 'spouse', 'parent', 'mother', 'father', 'اسرة', 'عائلة', 'قريب', 'خانواده', 'بستگان'],
  assistant: ['assistant', 'secretary', 'مساعد', 'سكرتير', 'سكرتارية', 'دستیار', 'منشی'],
  other: ['other', 'custom', 'pager', 'car', 'آخر', 'اخر', 'أخرى', 'دیگر', 'سایر'],
};

const addressKindWords: Words<AddressTargetKind> = {
  home: labelWords.home ?? [],
  work: labelWords.work ?? [],
  other: labelWords.other ?? [],
};

/** What marks a name as an organisation's, as whole folded words. */
const organisationMarks = new Set(
  [
    'شركة',
    'شرکت',
    'مؤسسة',
    'موسسه',
    'بنك',
    'بانك',
    'بانک',
    'مصرف',
    'مستشفى',
    'بیمارستان',
    'درمانگاه',
    'عيادات',
    'مركز',
    'مرکز',
    'جامعة',
    'دانشگاه',
    'مدرسة',
    'وزارة',
    'وزارت',
    'هيئة',
    'بلدية',
    'شهرداری',
    'جمعية',
    'سازمان',
    'صيدلية',
    'داروخانه',
    'مجمع',
    'فندق',
    'مصنع',
    'کارخانه',
    'هلدینگ',
    'تعاونی',
    'بیمه',
    'llc',
    'ltd',
    'inc',
    'co',
    'corp',
    'gmbh',
    'company',
    'bank',
    'hospital',
    'clinic',
    'university',
    'ministry',
    'group',
    'trading',
    'est',
    'establishment',
    'pjsc',
    'psc',
    'holding',
    'insurance',
    'pharmacy',
  ].map(fold),
);

export type ValueWords = {
  kind(text: string): PartyKind | undefined;
  gender(text: string): Gender | undefined;
  language(text: string): LanguageKey | undefined;
  role(text: string): RoleType | undefined;
  label(text: string): ContactLabel | undefined;
  addressKind(text: string): AddressTargetKind | undefined;
  isOrganisationName(text: string): boolean;
};

/** Made once per mapping: the folded tables. A key of ours (`customer`, `female`) always stands for itself. */
export function createValueWords(): ValueWords {
  return {
    kind: chooser(kindWords),
    gender: chooser(genderWords),
    language: chooser(languageWords),
    role: chooser(roleWords),
    label: chooser(labelWords),
    addressKind: chooser(addressKindWords),
    isOrganisationName: (text) =>
      fold(text)
        .split(' ')
        .some((word) => organisationMarks.has(word) || organisationMarks.has(word.replace(/^ال/, ''))),
  };
}

function chooser<Choice extends string>(words: Words<Choice>): (text: string) => Choice | undefined {
  const table = new Map<string, Choice>();
  for (const choice of Object.keys(words) as Choice[])
    for (const word of [choice, ...(words[choice] ?? [])]) {
      const key = fold(word);
      if (!table.has(key)) table.set(key, choice);
    }
  return remembered((text) => table.get(fold(text)));
}
