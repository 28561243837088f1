// Pipelines that ship with the product; an office begins with one and makes it its own.

import type { Names, StageDraft } from './pipeline';

export const pipelinePresetIds = ['sales', 'policies', 'treatments'] as const;
export type PipelinePresetId = (typeof pipelinePresetIds)[number];

interface PipelinePreset {
  readonly names: Names;
  readonly stages: readonly StageDraft[];
}

const names = (ar: string, fa: string, en: string): Names => ({ ar, fa, en });

const open = (
  of: Names,
  odds: number,
  rest: Partial<Pick<StageDraft, 'rotDays' | 'needs' | 'criteria'>> = {},
): StageDraft => ({ names: of, kind: 'open', odds, rotDays: 14, needs: [], criteria: [], ...rest });

const ends: readonly StageDraft[] = [
  { names: names('ربحت', 'برنده', 'Won'), kind: 'won', odds: 100, rotDays: null, needs: ['amount'], criteria: [] },
  { names: names('خسرت', 'بازنده', 'Lost'), kind: 'lost', odds: 0, rotDays: null, needs: [], criteria: [] },
];

export const pipelinePresets: Readonly<Record<PipelinePresetId, PipelinePreset>> = {
  sales: {
    names: names('المبيعات', 'فروش', 'Sales'),
    stages: [
      open(names('تعارف', 'آشنایی', 'First contact'), 10),
      open(names('مؤهلة', 'واجد شرایط', 'Qualified'), 20, { needs: ['expected-on'] }),
      open(names('عرض', 'پیشنهاد', 'Proposal'), 50, { needs: ['amount', 'expected-on'] }),
      open(names('عقد', 'قرارداد', 'Contract'), 80, {
        needs: ['amount', 'expected-on', 'decider'],
        criteria: [
          names('وافق صاحب القرار على الشروط', 'تصمیم‌گیرنده شرایط را پذیرفته است', 'The decider agreed to the terms'),
        ],
      }),
      ...ends,
    ],
  },
  policies: {
    names: names('وثائق التأمين', 'بیمه‌نامه‌ها', 'Insurance policies'),
    stages: [
      open(names('احتياج', 'نیاز', 'Need'), 10),
      open(names('استعلام أسعار', 'استعلام نرخ', 'Quotes asked'), 30, { needs: ['expected-on'] }),
      open(names('مقارنة', 'مقایسه', 'Comparison'), 50, { needs: ['amount'] }),
      open(names('اكتتاب', 'صدور', 'Underwriting'), 80, {
        needs: ['amount', 'expected-on'],
        criteria: [names('اكتملت المستندات', 'مدارک کامل است', 'The documents are complete')],
      }),
      ...ends,
    ],
  },
  treatments: {
    names: names('خطط العلاج', 'طرح‌های درمان', 'Treatment plans'),
    stages: [
      open(names('استشارة', 'مشاوره', 'Consultation'), 20),
      open(names('خطة مقترحة', 'طرح پیشنهادی', 'Plan proposed'), 50, { needs: ['amount'] }),
      open(names('موافقة الجهة الضامنة', 'تأیید بیمه‌گر', 'Payer approval'), 70, { needs: ['amount', 'expected-on'] }),
      ...ends,
    ],
  },
};

export const lossReasonPresets: readonly Names[] = [
  names('السعر', 'قیمت', 'Price'),
  names('اختار منافسا', 'رقیب را برگزید', 'Chose a competitor'),
  names('لا حاجة الآن', 'فعلاً نیازی ندارد', 'No need now'),
  names('لم يعد يجيب', 'دیگر پاسخ نمی‌دهد', 'No longer answers'),
  names('غير مستوف للشروط', 'واجد شرایط نیست', 'Not eligible'),
  names('سبب آخر', 'دلیل دیگر', 'Another reason'),
];

/** Of leads. They are there without being stored, until the office words one anew or no longer uses it; hence ids of their own. */
export const leadReasonPresets: readonly { readonly id: string; readonly names: Names }[] = [
  { id: 'lead-unreachable', names: names('لا يمكن الوصول إليه', 'در دسترس نیست', 'Cannot be reached') },
  { id: 'lead-no-need', names: names('لا حاجة لديه', 'نیازی ندارد', 'Has no need') },
  { id: 'lead-no-budget', names: names('لا ميزانية لديه', 'بودجه ندارد', 'Has no budget') },
  { id: 'lead-competitor', names: names('اختار منافسا', 'رقیب را برگزید', 'Chose a competitor') },
  { id: 'lead-not-ours', names: names('ليس مما نقدمه', 'بیرون از خدمات ما', 'Not what we offer') },
  { id: 'lead-twice', names: names('طلب مكرر', 'تکراری', 'Came twice') },
  { id: 'lead-not-serious', names: names('غير جاد', 'جدی نیست', 'Not serious') },
];
