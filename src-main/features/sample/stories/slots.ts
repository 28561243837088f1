// What fills the slots of a story: doctors, clinics, days, numbers, in the words and digits of the language.

import { inArabicDigits, inPersianDigits } from '../dates';
import { wordList } from '../names/named';
import type { SeededRandom } from '../random';
import type { Script } from '../types';
import type { Slots } from './template';

/** The choices of one language; an office puts its own doctors, clinics and staff here. */
export interface SlotWords {
  readonly doctors: readonly string[];
  readonly clinics: readonly string[];
  readonly branches: readonly string[];
  readonly departments: readonly string[];
  readonly staff: readonly string[];
  readonly days: readonly string[];
  readonly months: readonly string[];
  readonly products: readonly string[];
  readonly currency: string;
}

const arabic = {
  doctors:
    'د. سامر العطار, د. ريم الخياط, د. ماجد الثبيتي, د. هبة غنيم, د. طارق حجازي, د. نوال البسام, د. فادية شاهين, د. وليد الحموي',
  clinics: 'عيادة الياسمين, مركز النخيل, مجمع الواحة, عيادة الروضة, مركز السنابل, عيادة الشاطئ',
  branches: 'الفرع الرئيسي, فرع العليا, فرع الروضة, فرع الدقي, فرع الكرامة',
  departments: 'الأسنان, الأطفال, العظام, الباطنية, الجلدية, العيون, النساء والولادة, الأشعة',
  staff: 'أمل الزهراني, ندى الحربي, بسام عطية, طارق الشايع, سمر قنديل, هاني المدني',
  days: 'الأحد, الاثنين, الثلاثاء, الأربعاء, الخميس',
  months: 'محرم, صفر, رجب, شعبان, شوال, يناير, مارس, مايو, سبتمبر, نوفمبر',
  products: 'قفازات الفحص, أوراق الطابعة, محاليل المختبر, أغطية الأسرة, أجهزة قياس الضغط, ملفات المرضى, مواد الحشو',
  currency: 'ريال',
};

const persian = {
  doctors: 'دکتر نادری, دکتر بهرامی, دکتر صدری, دکتر توکلی, دکتر فرهادی, دکتر مهرابی, دکتر یگانه, دکتر کاشفی',
  clinics: 'درمانگاه یاس, درمانگاه سپیده, مرکز درمانی نیلوفر, درمانگاه قصردشت, مرکز درمانی مهر, درمانگاه باران',
  branches: 'شعبه مرکزی, شعبه ونک, شعبه معالی‌آباد, شعبه احمدآباد, شعبه جلفا',
  departments: 'دندان‌پزشکی, کودکان, ارتوپدی, داخلی, پوست, چشم, زنان, تصویربرداری',
  staff: 'امید رنجبر, حسین کاویانی, بابک ستوده, نسرین فلاح, پیمان آرامی, سمانه یاوری',
  days: 'شنبه, یکشنبه, دوشنبه, سه‌شنبه, چهارشنبه',
  months: 'فروردین, اردیبهشت, خرداد, تیر, مرداد, شهریور, مهر, آبان, آذر, دی, بهمن, اسفند',
  products: 'دستکش معاینه, کاغذ چاپگر, محلول آزمایشگاه, ملحفه, فشارسنج, پوشه پرونده, مواد ترمیم',
  currency: 'تومان',
};

const latin = {
  doctors: 'Dr Attar, Dr Khayyat, Dr Menon, Dr Ashworth, Dr Soriano, Dr Beaumont, Dr Halabi, Dr Prescott',
  clinics: 'Jasmine Clinic, Palm Centre, Oasis Clinic, Rawdah Clinic, Harbour Clinic, Beach Clinic',
  branches: 'the main branch, the Olaya branch, the Deira branch, the Dokki branch, the Karama branch',
  departments: 'Dentistry, Paediatrics, Orthopaedics, Internal medicine, Dermatology, Eye care, Obstetrics, Imaging',
  staff: 'Nadia Fairfax, Colin Marlow, Priya Nair, Jocelyn Ramos, Graham Yardley, Anita Desai',
  days: 'Sunday, Monday, Tuesday, Wednesday, Thursday',
  months: 'January, March, April, June, July, September, October, December',
  products:
    'examination gloves, printer paper, laboratory solutions, bed linen, blood pressure monitors, record folders, filling material',
  currency: 'SAR',
};

export function slotWords(): Readonly<Record<Script, SlotWords>> {
  return { arabic: read(arabic), persian: read(persian), latin: read(latin) };
}

function read({ currency, ...lists }: typeof arabic): SlotWords {
  const entries = Object.entries(lists).map(([name, text]) => [name, wordList(text)]);
  return { ...(Object.fromEntries(entries) as Omit<SlotWords, 'currency'>), currency };
}

/** Values for one story. Every sum, number and hour is invented; nothing is looked up. */
export function drawSlots(random: SeededRandom, words: SlotWords, script: Script): Slots {
  // Squaring makes small sums commoner than large ones.
  const sum = Math.floor(12 + random.float() ** 2 * 240) * (script === 'persian' ? 250_000 : 50);
  const hour = random.between(8, 19);
  const half = random.chance(0.5) ? '30' : '00';
  return {
    doctor: random.pick(words.doctors),
    clinic: random.pick(words.clinics),
    branch: random.pick(words.branches),
    dept: random.pick(words.departments),
    staff: random.pick(words.staff),
    day: random.pick(words.days),
    time: inDigitsOf(script, `${hour}:${half}`),
    month: random.pick(words.months),
    policy: `P-${random.between(100_000, 999_999)}`,
    claim: `C-${random.between(10_000, 99_999)}`,
    order: `PO-${random.between(1000, 9999)}`,
    amount: `${inDigitsOf(script, grouped(sum))} ${words.currency}`,
    product: random.pick(words.products),
  };
}

function inDigitsOf(script: Script, text: string): string {
  if (script === 'arabic') return inArabicDigits(text).replaceAll(',', '٬');
  return script === 'persian' ? inPersianDigits(text).replaceAll(',', '٬') : text;
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
