// What the sample office offers: visits, examinations, things handed over, policies, and bundles of them; prices are in whole units of
// the office's money, or in hundred thousands where it has no parts.

import type { Names } from '@shared/features/pipelines/pipeline';

const named = (ar: string, fa: string, en: string): Names => ({ ar, fa, en });

export const sampleUnits = {
  session: { names: named('جلسة', 'جلسه', 'Session') },
  hour: { names: named('ساعة', 'ساعت', 'Hour') },
  minute: { names: named('دقيقة', 'دقیقه', 'Minute'), base: 'hour', part: 1, of: 60 },
  piece: { names: named('قطعة', 'عدد', 'Piece') },
  box: { names: named('علبة ٣٠ قطعة', 'جعبه‌ی ۳۰ عددی', 'Box of 30'), base: 'piece', part: 30, of: 1 },
  person: { names: named('فرد', 'نفر', 'Person') },
} as const;
type Unit = keyof typeof sampleUnits;

export const sampleCategories = {
  visits: { names: named('الكشف والعلاج', 'ویزیت و درمان', 'Visits and treatment') },
  dental: { names: named('الأسنان', 'دندان‌پزشکی', 'Dental'), below: 'visits' },
  tests: { names: named('المختبر والأشعة', 'آزمایشگاه و تصویربرداری', 'Laboratory and imaging') },
  goods: { names: named('المستلزمات', 'لوازم', 'Supplies') },
  policies: { names: named('الوثائق', 'بیمه‌نامه‌ها', 'Policies') },
  bundles: { names: named('الباقات', 'بسته‌ها', 'Packages') },
} as const;
type Category = keyof typeof sampleCategories;

export interface SampleStep {
  readonly names: Names;
  readonly who: Names;
  readonly minutes: number;
  readonly promise: Names | null;
}

export interface SampleProduct {
  readonly code: string;
  readonly kind: 'good' | 'service' | 'bundle';
  readonly category: Category;
  readonly unit: Unit | null;
  readonly names: Names;
  /** From a quantity on; of a bundle none, it costs what it holds. */
  readonly prices: readonly (readonly [from: number, price: number])[];
  /** For companies. */
  readonly corporate?: number;
  readonly taxed?: true;
  readonly steps?: readonly SampleStep[];
  /** Codes and how many of each. */
  readonly holds?: readonly (readonly [code: string, quantity: number])[];
}

const step = (names: Names, who: Names, minutes: number): SampleStep => ({ names, who, minutes, promise: null });
const reception = named('الاستقبال', 'پذیرش', 'Reception');
const doctor = named('الطبيب', 'پزشک', 'Doctor');
const greeting = step(named('الاستقبال وفتح الملف', 'پذیرش و گشودن پرونده', 'Reception and record'), reception, 10);
const examination = {
  ...step(named('الكشف', 'معاینه', 'Examination'), doctor, 20),
  promise: named('تقرير مكتوب في اليوم نفسه', 'گزارش نوشته در همان روز', 'A written report on the same day'),
};
const payment = step(named('الدفع والموعد التالي', 'پرداخت و نوبت بعد', 'Payment and next appointment'), reception, 5);

const visit = (code: string, names: Names, price: number): SampleProduct => ({
  code,
  names,
  kind: 'service',
  category: 'visits',
  unit: 'session',
  prices: [[0, price]],
});
const tested = (code: string, names: Names, price: number): SampleProduct => ({
  ...visit(code, names, price),
  category: 'tests',
  corporate: Math.round(price * 0.8),
});
const good = (code: string, names: Names, prices: SampleProduct['prices']): SampleProduct => ({
  code,
  names,
  kind: 'good',
  category: 'goods',
  unit: 'piece',
  prices,
  taxed: true,
});
const policy = (code: string, names: Names, prices: SampleProduct['prices']): SampleProduct => ({
  code,
  names,
  kind: 'service',
  category: 'policies',
  unit: 'person',
  prices,
});
const bundle = (code: string, names: Names, holds: SampleProduct['holds'] & {}): SampleProduct => ({
  code,
  names,
  kind: 'bundle',
  category: 'bundles',
  unit: null,
  prices: [],
  holds,
});

export const sampleProducts: readonly SampleProduct[] = [
  {
    ...visit('CON-GP', named('كشف طبيب عام', 'ویزیت پزشک عمومی', 'General consultation'), 150),
    corporate: 120,
    steps: [greeting, examination, payment],
  },
  {
    ...visit('CON-SP', named('كشف طبيب مختص', 'ویزیت پزشک متخصص', 'Specialist consultation'), 250),
    corporate: 210,
    steps: [greeting, { ...examination, minutes: 30 }, payment],
  },
  visit('CON-FU', named('مراجعة', 'ویزیت پیگیری', 'Follow-up visit'), 80),
  { ...visit('CON-TEL', named('استشارة عن بعد', 'مشاوره از راه دور', 'Remote consultation'), 300), unit: 'hour' },
  { ...visit('EYE-EX', named('فحص النظر', 'معاینه‌ی چشم', 'Eye examination'), 180), corporate: 150 },
  {
    ...visit('EYE-LAS', named('تصحيح النظر بالليزر', 'اصلاح بینایی با لیزر', 'Laser vision correction'), 6500),
    steps: [
      greeting,
      step(
        named('قياس القرنية', 'سنجش قرنیه', 'Measuring the cornea'),
        named('أخصائي البصريات', 'بینایی‌سنج', 'Optometrist'),
        30,
      ),
      {
        ...step(named('العملية', 'عمل', 'Operation'), named('الجراح', 'جراح', 'Surgeon'), 25),
        promise: named('لا ألم أثناء العملية', 'بی‌درد', 'No pain'),
      },
      {
        ...step(named('زيارة اليوم التالي', 'ویزیت روز بعد', 'Visit on the next day'), doctor, 15),
        promise: named('متاحون على مدار الساعة', 'در دسترس در همه‌ی ساعت‌ها', 'Reachable at any hour'),
      },
    ],
  },
  visit('PHY-SE', named('جلسة علاج طبيعي', 'جلسه‌ی فیزیوتراپی', 'Physiotherapy session'), 200),
  { ...visit('HOM-NU', named('تمريض منزلي', 'پرستاری در خانه', 'Home nursing'), 140), unit: 'hour' },
  { ...visit('VAC-FL', named('لقاح الإنفلونزا', 'واکسن آنفلوانزا', 'Flu vaccine'), 90), corporate: 65 },
  {
    ...visit('DEN-CL', named('تنظيف الأسنان', 'جرم‌گیری دندان', 'Dental cleaning'), 220),
    category: 'dental',
    steps: [greeting, step(named('التنظيف', 'جرم‌گیری', 'Cleaning'), doctor, 40), payment],
  },
  { ...visit('DEN-FI', named('حشوة', 'پر کردن دندان', 'Filling'), 350), category: 'dental' },
  { ...visit('DEN-RC', named('علاج الجذور', 'عصب‌کشی', 'Root canal'), 900), category: 'dental' },
  tested('LAB-BL', named('تحليل الدم الشامل', 'آزمایش کامل خون', 'Full blood count'), 120),
  tested('LAB-GL', named('تحليل السكر', 'آزمایش قند', 'Glucose test'), 40),
  tested('LAB-VD', named('تحليل فيتامين د', 'آزمایش ویتامین د', 'Vitamin D test'), 160),
  tested('RAD-XR', named('أشعة سينية', 'پرتونگاری', 'X-ray'), 190),
  tested('RAD-MR', named('رنين مغناطيسي', 'ام‌آرآی', 'MRI scan'), 1400),
  good('LEN-DA', named('عدسات يومية', 'لنز روزانه', 'Daily contact lenses'), [
    [0, 9],
    [90, 8],
  ]),
  good('GLU-MT', named('جهاز قياس السكر', 'دستگاه قند خون', 'Glucose meter'), [[0, 180]]),
  good('BRC-KN', named('دعامة ركبة', 'زانوبند', 'Knee brace'), [[0, 260]]),
  {
    ...policy('POL-MED', named('وثيقة طبية جماعية', 'بیمه‌ی درمان گروهی', 'Group medical policy'), [
      [0, 2600],
      [50, 2400],
    ]),
    corporate: 2300,
  },
  policy('POL-FAM', named('وثيقة العائلة', 'بیمه‌ی خانواده', 'Family policy'), [[0, 1900]]),
  { ...policy('POL-ACC', named('وثيقة الحوادث', 'بیمه‌ی حوادث', 'Accident policy'), [[0, 600]]), corporate: 480 },
  policy('POL-DEN', named('ملحق الأسنان', 'الحاقیه‌ی دندان‌پزشکی', 'Dental cover'), [[0, 450]]),
  bundle('PKG-CHK', named('باقة الفحص السنوي', 'بسته‌ی چکاپ سالانه', 'Annual check-up'), [
    ['CON-GP', 1],
    ['LAB-BL', 1],
    ['LAB-GL', 1],
    ['LAB-VD', 1],
    ['EYE-EX', 1],
  ]),
  bundle('PKG-DEN', named('باقة الابتسامة', 'بسته‌ی لبخند', 'Smile package'), [
    ['DEN-CL', 2],
    ['DEN-FI', 1],
  ]),
];

export const sampleBooks = {
  standard: named('الأسعار العامة', 'قیمت‌های عمومی', 'Standard prices'),
  corporate: named('أسعار الشركات', 'قیمت‌های سازمانی', 'Company prices'),
} as const;

export const sampleTax = named('ضريبة القيمة المضافة', 'مالیات بر ارزش افزوده', 'Value added tax');

/** By country: from which day which rate, in basis points. Where none is named, nothing is due. */
export const sampleRates: Readonly<Record<string, readonly { readonly from: string; readonly rate: number }[]>> = {
  SA: [
    { from: '2018-01-01', rate: 500 },
    { from: '2020-07-01', rate: 1500 },
  ],
  AE: [{ from: '2018-01-01', rate: 500 }],
  BH: [
    { from: '2019-01-01', rate: 500 },
    { from: '2022-01-01', rate: 1000 },
  ],
  OM: [{ from: '2021-04-16', rate: 500 }],
  EG: [{ from: '2017-07-01', rate: 1400 }],
  IR: [
    { from: '2021-03-21', rate: 900 },
    { from: '2024-03-20', rate: 1000 },
  ],
};

export const sampleRuleNames = {
  volume: named('خصم الكمية', 'تخفیف مقدار', 'Volume'),
  companies: named('عقود الشركات', 'قراردادهای سازمانی', 'Company contracts'),
  web: named('الحجز عبر الموقع', 'نوبت اینترنتی', 'Booked on the web'),
} as const;
