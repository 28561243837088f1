// The headings people write over authorities and consents, in three languages, by the target they mean. Compared in folded form.

import { partyHeadings, type HeadingWords } from './party-headings';

const between = {
  from: [
    'من تاريخ | تاريخ البداية | سارية من | يبدأ في | از تاریخ | تاریخ شروع | شروع اعتبار',
    'from | since | valid from | from date | start | start date',
  ],
  to: [
    'إلى تاريخ | حتى | تاريخ النهاية | تاريخ الانتهاء | سارية حتى | تا تاریخ | تاریخ پایان | پایان اعتبار | انقضا',
    'until | to | valid to | valid until | to date | end | end date | expires | expiry',
  ],
} as const;

export const authorityHeadings: HeadingWords = {
  'authority.basis': [
    'الأساس | أساس التفويض | نوع التفويض | نوع الوكالة | الصفة | پایه | مبنا | نوع وکالت | نوع اختیار | سمت',
    'basis | authority | authority type | type | kind | relationship | capacity',
  ],
  'authority.stance': ['الحكم | مسموح | السماح | حکم | مجاز', 'stance | allowed | allow | decision | permission'],
  'authority.matters': [
    'في ماذا | النطاق | نطاق التفويض | المجالات | الفئات | درباره چه | محدوده | دامنه | حوزه ها | موضوعات',
    'scope | scopes | about | matters | about what | classes | data classes | covers',
  ],
  'authority.may_be_told': [
    'يجوز إخباره | يطلع | اطلاع | می شود به او گفت | اطلاع رسانی | حق اطلاع',
    'may be told | told | may know | information | disclosure',
  ],
  'authority.may_act': [
    'يجوز له التصرف | يتصرف | تصرف | می تواند اقدام کند | اقدام | حق اقدام',
    'may act | act | acts | can act | may sign',
  ],
  'authority.from_on': between.from,
  'authority.to_on': between.to,
  'authority.note': ['ملاحظات | ملاحظة | توضیحات | یادداشت', 'note | notes | comment | remarks'],
  ...partyHeadings(
    'subject',
    [
      'العميل',
      'المريض',
      'الأصيل',
      'صاحب الشأن',
      'الموكل',
      'مشتری',
      'بیمار',
      'موکل',
      'اصیل',
      'customer',
      'client',
      'patient',
      'person',
      'subject',
      'principal',
      'minor',
      'for',
    ],
    ['عمن | به جای چه کسی | for whom'],
  ),
  ...partyHeadings(
    'agent',
    [
      'الوكيل',
      'الولي',
      'المفوض',
      'النائب',
      'وکیل',
      'ولی',
      'نماینده',
      'agent',
      'proxy',
      'attorney',
      'guardian',
      'representative',
      'caller',
      'by',
    ],
    ['من له الصلاحية | چه کسی | who'],
  ),
};

export const consentHeadings: HeadingWords = {
  'consent_event.purpose_id': [
    'الغرض | غرض المعالجة | هدف | منظور',
    'purpose | consent | consent purpose | list | topic',
  ],
  'consent_event.channel': [
    'القناة | قناة التواصل | طريقة التواصل | راه تماس | کانال',
    'channel | medium | by | contact channel',
  ],
  'consent_event.brand': ['العلامة | العلامة التجارية | برند', 'brand | label'],
  'consent_event.action': [
    'ما قيل | الموافقة | الحالة | حالة الموافقة | وضعیت | رضایت | وضعیت رضایت | آنچه گفته شد',
    'status | state | consent status | answer | agreed | opt in | opted in | action | response',
  ],
  'consent_event.at': [
    'التاريخ | تاريخ الموافقة | الوقت | تاريخ السحب | تاریخ | تاریخ رضایت | زمان',
    'date | when | at | consent date | opt in date | timestamp | given on | date time | last changed',
  ],
  'consent_event.at-time': ['الساعة | ساعت', 'time | hour'],
  'consent_event.source': [
    'كيف قيل | المصدر | طريقة الموافقة | چگونه گفته شد | منبع | شیوه',
    'source | how | method | obtained by',
  ],
  'consent_event.given_by': [
    'قاله نيابة عنه | نيابة عنه | بالنيابة | از سوی او | به نمایندگی',
    'given by | on behalf by | said by | guardian | representative',
  ],
  'consent_event.evidence': [
    'الدليل | الإثبات | النص | ملاحظات | مدرک | گواه | متن | توضیحات',
    'evidence | proof | wording | text | note | notes | ip | form',
  ],
  ...partyHeadings(
    'subject',
    [
      'العميل',
      'المريض',
      'الشخص',
      'جهة الاتصال',
      'المشترك',
      'مشتری',
      'بیمار',
      'شخص',
      'مخاطب',
      'مشترک',
      'customer',
      'client',
      'contact',
      'patient',
      'person',
      'subscriber',
    ],
    ['الاسم | اسم | نام | نام و نام خانوادگی | name | full name'],
  ),
};
