// The headings people write over histories and relationships, in three languages, by the target they mean. Compared in folded form.

import { partyHeadings as party, type HeadingWords } from './party-headings';
import { authorityHeadings, consentHeadings } from './privacy-header-words';
import type { RecordInto } from './record-targets';

const activityWords: HeadingWords = {
  'activity.kind': [
    'النوع | نوع النشاط | نوع الاتصال | نوع | نوع فعالیت | نوع تماس',
    'kind | type | activity type | record type | call type',
  ],
  'activity.direction': ['الاتجاه | صادر وارد | جهت | ورودی خروجی', 'direction | in out'],
  'activity.at': [
    'التاريخ | تاريخ النشاط | التاريخ والوقت | وقت النشاط | تاریخ | تاریخ فعالیت | تاریخ تماس | زمان | تاریخ و ساعت',
    'date | when | activity date | date time | start | start date | on | timestamp | created | created at',
  ],
  'activity.at-time': ['الوقت | الساعة | ساعت', 'time | hour | start time | on time'],
  'activity.subject': [
    'الموضوع | العنوان | موضوع | عنوان | خلاصه',
    'subject | title | summary | regarding | reference | ref',
  ],
  'activity.body': [
    'الملاحظات | ملاحظات | النص | التفاصيل | الوصف | المحتوى | متن | شرح | توضیحات | یادداشت | جزئیات',
    'notes | note | body | text | description | details | message | content | comments',
  ],
  'activity.duration_minutes': [
    'المدة | المدة بالدقائق | مدت | مدت به دقیقه',
    'duration | minutes | duration minutes | length',
  ],
  'activity.outcome': ['النتيجة | نتیجه', 'outcome | result | disposition'],
  'activity.place': ['المكان | مکان | محل', 'place | location | where'],
  'activity.author': [
    'المستخدم | الموظف | المسؤول | سجله | بواسطة | کاربر | کارمند | ثبت کننده | کارشناس | مسئول',
    'user | author | logged by | recorded by | owner | assigned to | created by | agent | record manager | userid',
  ],
  'activity.external_key': [
    'رقم النشاط | معرف النشاط | کد فعالیت | شناسه فعالیت',
    'activity id | activity key | recid',
  ],
  ...party(
    'subject',
    [
      'العميل',
      'المريض',
      'الشخص',
      'جهة الاتصال',
      'الجهة',
      'مشتری',
      'بیمار',
      'شخص',
      'مخاطب',
      'customer',
      'client',
      'contact',
      'patient',
      'person',
      'account',
      'company',
    ],
    ['الاسم | اسم | نام | نام و نام خانوادگی | name | full name'],
  ),
};
const plainWays: HeadingWords = {
  'party.subject.phone': [
    'الهاتف | الجوال | رقم الهاتف | رقم الجوال | تلفن | موبایل | همراه',
    'phone | mobile | telephone | phone number',
  ],
  'party.subject.email': ['البريد الإلكتروني | البريد | ایمیل | پست الکترونیک', 'email | e-mail | email address'],
  'party.subject.number': [
    'رقم الهوية | الهوية | الإقامة | الرقم القومي | جواز السفر | کد ملی | شماره ملی | گذرنامه',
    'national id | identity number | id number | iqama | passport | emirates id',
  ],
  'party.subject.key': [
    'المعرف | الرمز | رقم الملف | کد | شناسه | شماره پرونده',
    'id | key | external id | account no | accountno | file number',
  ],
};

const relationshipWords: HeadingWords = {
  'relationship.type': [
    'العلاقة | نوع العلاقة | الصلة | صلة القرابة | رابطه | نوع رابطه | نسبت',
    'relationship | relation | relationship type | type | kind',
  ],
  'relationship.position': ['المنصب | المسمى الوظيفي | الوظيفة | سمت | شغل', 'position | job title | title | role'],
  'relationship.note': ['ملاحظات | ملاحظة | توضیحات | یادداشت', 'note | notes | comment'],
  'relationship.from_on': [
    'من تاريخ | تاريخ البداية | از تاریخ | تاریخ شروع',
    'since | from date | start | start date | started on',
  ],
  'relationship.to_on': [
    'إلى تاريخ | تاريخ النهاية | تا تاریخ | تاریخ پایان',
    'until | to date | end | end date | ended on',
  ],
  ...party('from', ['من', 'الطرف الأول', 'الشخص', 'از', 'طرف اول', 'شخص', 'from', 'person', 'first', 'source'], []),
  ...party(
    'to',
    [
      'إلى',
      'الطرف الثاني',
      'الجهة',
      'الشركة',
      'به',
      'طرف دوم',
      'سازمان',
      'شرکت',
      'to',
      'organisation',
      'organization',
      'company',
      'second',
      'target',
      'related to',
    ],
    [],
  ),
};

export const recordHeaderWords: Readonly<Record<RecordInto, HeadingWords>> = {
  activities: merged(activityWords, plainWays),
  relationships: relationshipWords,
  authorities: authorityHeadings,
  consents: merged(consentHeadings, plainWays),
};

function merged(one: HeadingWords, other: HeadingWords): HeadingWords {
  const targets = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...targets].map((target) => [target, [...(one[target] ?? []), ...(other[target] ?? [])]]));
}
