// The headings people write over their columns, in three languages, by the target they mean. Compared in folded form.

import type { ImportTarget } from './targets';

/** Phrases parted by bars: Arabic and Persian ones, then English ones. */
export const headerWords: Readonly<Partial<Record<ImportTarget, readonly string[]>>> = {
  'name.display': [
    'الاسم | الاسم الكامل | اسم العميل | اسم الزبون | اسم المريض | اسم جهة الاتصال | الاسم الثلاثي',
    'الاسم الرباعي | نام و نام خانوادگی | نام ونام خانوادگی | نام کامل | نام مشتری | نام بیمار | نام شخص',
    'نام مخاطب',
    'name | full name | fullname | display name | customer name | client name | contact name | patient name',
    'customer | contact | file as',
  ],
  'name.prefix': [
    'اللقب المهني | لقب | اللقب قبل الاسم | عنوان | پیشوند | پیشوند نام',
    'prefix | name prefix | salutation | honorific | salutation name | courtesy title',
  ],
  'name.given': [
    'الاسم الاول | الاسم الأول | اسم الشخص | نام | نام کوچک | اسم',
    'first name | firstname | given name | forename | given',
  ],
  'name.father': [
    'اسم الاب | اسم الأب | اسم الوالد | الاسم الثاني | الاسم الاوسط | نام پدر | پدر',
    'middle name | father name | fathers name | father s name | second name | additional name',
  ],
  'name.grandfather': [
    'اسم الجد | الاسم الثالث | نام پدربزرگ | نام جد',
    'grandfather name | grandfather s name | third name',
  ],
  'name.family': [
    'اسم العائلة | العائلة | الاسم الاخير | النسبة | الشهرة | الكنية العائلية | نام خانوادگی | فامیل | فامیلی',
    'نام فامیل | شهرت',
    'last name | lastname | surname | family name | family',
  ],
  'name.suffix': ['لاحقة الاسم | پسوند', 'suffix | name suffix'],
  'name.kunya': ['الكنية | كنية | کنیه', 'kunya'],
  'name.nickname': [
    'اسم الدلع | الاسم المستعار | الاسم المختصر | نام مستعار | نام خودمانی',
    'nickname | nick name | known as',
  ],
  'name.latin': [
    'الاسم بالانجليزية | الاسم الانجليزي | الاسم اللاتيني | الاسم باللاتينية | نام لاتین | نام انگلیسی',
    'نام به انگلیسی',
    'english name | latin name | name in english | name en | name latin',
  ],
  'name.legal': ['الاسم القانوني | الاسم الرسمي | نام رسمی | نام حقوقی | نام ثبتی', 'legal name | registered name'],
  'name.alias': [
    'اسم الشهرة | الاسم التجاري | نام تجاری | نام دیگر',
    'alias | trade name | trading name | also known as | brand name',
  ],
  phone: [
    'الهاتف | هاتف | رقم الهاتف | التلفون | تلفون | تليفون | رقم الاتصال | ارقام الهاتف | رقم التواصل | تلفن',
    'شماره تلفن | شماره تماس | تلفن تماس | تلفن ثابت',
    'phone | telephone | tel | phone number | phone no | contact number | primary phone | telephone number',
    'phones',
  ],
  'phone.mobile': [
    'الجوال | جوال | رقم الجوال | الموبايل | موبايل | رقم الموبايل | المحمول | رقم المحمول | النقال',
    'الهاتف المحمول | الهاتف النقال | همراه | تلفن همراه | شماره همراه | موبایل | شماره موبایل | گوشی',
    'واتساب | واتس اب | واتساپ',
    'mobile | mobile phone | mobile number | cell | cell phone | cellphone | mobile no | gsm | whatsapp',
  ],
  'phone.home': [
    'هاتف المنزل | هاتف البيت | تلفن منزل | تلفن خانه',
    'home phone | home telephone | home phone number | residence phone',
  ],
  'phone.work': [
    'هاتف العمل | هاتف المكتب | تلفن محل کار | تلفن کار | تلفن شرکت | تلفن اداره',
    'work phone | business phone | office phone | company main phone | work telephone | company phone',
    'direct phone',
  ],
  'phone.family': [
    'هاتف قريب | هاتف ولي الامر | هاتف الاسرة | تلفن بستگان | تلفن آشنا',
    'family phone | emergency phone | next of kin phone',
  ],
  'phone.assistant': [
    'هاتف المساعد | هاتف السكرتارية | تلفن منشی | تلفن دستیار',
    'assistant s phone | assistant phone | secretary phone',
  ],
  'phone.other': [
    'هاتف اخر | هاتف آخر | هاتف بديل | تلفن دیگر | تلفن دوم',
    'other phone | alternative phone | alternate phone | secondary phone | phone 2',
  ],
  fax: [
    'الفاكس | فاكس | رقم الفاكس | فکس | نمابر | دورنگار | شماره فکس',
    'fax | fax number | business fax | home fax | other fax | work fax',
  ],
  email: [
    'البريد | البريد الالكتروني | البريد الإلكتروني | الايميل | ايميل | بريد الكتروني | ایمیل | پست الکترونیک',
    'پست الکترونیکی | رایانامه | نشانی الکترونیکی',
    'email | e mail | mail | email address | e mail address | email addresses | primary email',
  ],
  'email.home': ['البريد الشخصي | ایمیل شخصی', 'personal email | home email | private email'],
  'email.work': ['بريد العمل | ایمیل کاری | ایمیل شرکت', 'work email | business email | company email | office email'],
  url: [
    'الموقع | الموقع الالكتروني | موقع الانترنت | الرابط | وب سایت | وبسایت | سایت | تارنما',
    'website | web site | url | web | web page | homepage | company domain name | website url',
  ],
  messenger: ['تيليجرام | تلغرام | سكايب | تلگرام | پیام رسان | اسکایپ', 'telegram | skype | messenger | im'],
  social: [
    'حساب التواصل | تويتر | انستغرام | شبکه اجتماعی | اینستاگرام',
    'twitter | instagram | linkedin | facebook | social',
  ],
  'address.home.lines': [
    'العنوان | عنوان السكن | عنوان المنزل | الشارع | اسم الشارع | آدرس | نشانی | آدرس منزل | نشانی منزل',
    'خیابان | آدرس کامل',
    'address | street | street address | address line | address street | home address | address 1',
    'address line 1 | address line 2 | home street | street2 | mailing address',
  ],
  'address.home.building': [
    'رقم المبنى | المبنى | پلاک | ساختمان | شماره پلاک',
    'building | building number | house number | building no',
  ],
  'address.home.district': [
    'الحي | المنطقة السكنية | الضاحية | محله | منطقه شهری | ناحیه',
    'district | neighbourhood | neighborhood | suburb | quarter',
  ],
  'address.home.city': [
    'المدينة | مدينة | البلدة | شهر | نام شهر | شهرستان',
    'city | town | address city | home city | city town',
  ],
  'address.home.province': [
    'المنطقة | المحافظة | الولاية | الامارة | الإمارة | استان | منطقه',
    'state | province | region | governorate | emirate | address state | home state | county | state region',
    'state province',
  ],
  'address.home.postcode': [
    'الرمز البريدي | صندوق البريد | کد پستی | کدپستی | صندوق پستی',
    'postcode | postal code | zip | zip code | post code | address postal code | home postal code | po box',
  ],
  'address.home.country': [
    'الدولة | البلد | دولة الاقامة | کشور',
    'country | address country | home country | home country region | country region',
  ],
  'address.home.landmark': ['اقرب معلم | معلم بارز | وصف الموقع | نشانه', 'landmark | nearest landmark | directions'],
  'address.work.lines': [
    'عنوان العمل | عنوان المكتب | عنوان الشركة | آدرس محل کار | آدرس شرکت | نشانی محل کار',
    'work address | business address | office address | business street | company address | work street',
  ],
  'address.work.city': ['مدينة العمل | شهر محل کار', 'business city | work city'],
  'address.work.province': ['business state | work state'],
  'address.work.postcode': ['business postal code | work postal code | business zip'],
  'address.work.country': ['business country | business country region | work country'],
  'identifier.national': [
    'رقم الهوية | الهوية | الرقم القومي | الرقم الوطني | الهوية الوطنية | رقم الهوية الوطنية | رقم البطاقة',
    'رقم السجل المدني | السجل المدني | کد ملی | کدملی | شماره ملی | شناسه ملی',
    'national id | national id number | national number | id number | id card | civil id | identity number',
    'ssn',
  ],
  'identifier.sa-iqama': ['رقم الاقامة | الاقامة | الإقامة', 'iqama | iqama number | residence permit'],
  'identifier.ae-emirates-id': ['الهوية الاماراتية | هوية الامارات', 'emirates id | eid'],
  'identifier.ir-company-id': ['شناسه ملی شرکت | شناسه ملی حقوقی | شناسه شرکت'],
  'identifier.passport': [
    'جواز السفر | رقم الجواز | رقم جواز السفر | گذرنامه | شماره گذرنامه | شماره پاسپورت | پاسپورت',
    'passport | passport number | passport no',
  ],
  'identifier.medical-record': [
    'رقم الملف | رقم الملف الطبي | السجل الطبي | شماره پرونده | شماره پرونده پزشکی',
    'medical record | medical record number | mrn | file number | file no | patient number',
  ],
  'identifier.customer-number': [
    'رقم العميل | رقم الزبون | کد مشتری | شماره مشتری | کد اشتراک | شماره اشتراک',
    'customer number | customer no | client number | account number | customer code | client code',
  ],
  'identifier.policy-number': [
    'رقم الوثيقة | رقم البوليصة | رقم وثيقة التأمين | شماره بیمه نامه | شماره بیمه',
    'policy number | policy no | insurance number',
  ],
  'identifier.tax-number': [
    'الرقم الضريبي | رقم التسجيل الضريبي | کد اقتصادی | شماره اقتصادی',
    'tax number | tax id | vat | vat number | tin | trn',
  ],
  'identifier.iban': ['الايبان | آيبان | رقم الايبان | شبا | شماره شبا', 'iban'],
  'identifier.other': [
    'السجل التجاري | رقم السجل التجاري | شماره ثبت | شماره شناسنامه',
    'commercial registration | cr number | registration number | company id',
  ],
  kind: [
    'النوع | نوع العميل | نوع الجهة | نوع | نوع مشتری | نوع شخص | حقیقی حقوقی',
    'kind | type | company type | customer type | party type | is company | is a company',
  ],
  'organisation.name': [
    'الشركة | اسم الشركة | المؤسسة | جهة العمل | المنشأة | الجهة | شرکت | نام شرکت | سازمان | محل کار | موسسه',
    'company | company name | organization | organisation | organization name | organisation name | account',
    'account name | employer | related company | associated company | parent company | organization 1 name',
  ],
  'organisation.title': [
    'المسمى الوظيفي | المسمي الوظيفي | الوظيفة | المنصب | المهنة | سمت | عنوان شغلی | شغل | پست سازمانی',
    'job title | title | position | job position | organization title | occupation | designation | function',
    'organization 1 title',
  ],
  birth: [
    'تاريخ الميلاد | الميلاد | تاريخ الولادة | تاریخ تولد | تولد | متولد',
    'birth | birthday | birth date | birthdate | date of birth | dob | born',
  ],
  anniversary: ['ذكرى الزواج | تاريخ الزواج | سالگرد ازدواج | تاریخ ازدواج', 'anniversary | wedding anniversary'],
  gender: ['الجنس | جنس | جنسیت', 'gender | sex'],
  language: ['اللغة | اللغة المفضلة | زبان', 'language | preferred language | locale | lang'],
  nationality: ['الجنسية | جنسية | ملیت | تابعیت', 'nationality | citizenship'],
  industry: ['القطاع | النشاط | مجال العمل | صنعت | زمینه فعالیت | حوزه فعالیت', 'industry | sector | business type'],
  'legal-form': ['الشكل القانوني | الكيان القانوني | نوع شرکت | شکل حقوقی', 'legal form | company form'],
  role: [
    'الدور | صفة العميل | التصنيف | تصنيف العميل | نقش | دسته | دسته بندی',
    'role | roles | relation | relationship | lifecycle stage | contact type',
  ],
  note: [
    'ملاحظات | ملاحظة | الملاحظات | تعليق | وصف | توضیحات | یادداشت | ملاحظه | شرح',
    'note | notes | comment | comments | description | remarks | internal notes | memo',
  ],
  'external-key': [
    'المعرف | الكود | المفتاح | رقم السجل | الرقم المرجعي | شناسه | کد | کد یکتا | شماره رکورد',
    'id | external id | external key | record id | key | code | ref | reference | contact id | uuid | uid',
  ],
};
