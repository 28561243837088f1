// What the sample office has to do and has promised: calls and papers for people on file, some late, some kept, some that come back.

import { dayOfInstant, instantOfDay } from '../dates';
import type { Script } from '../types';
import type { OfficeBuilder, Part } from './builder';
import type { SampleTask } from './types';
import { workingDay } from './working-days';

export const SAMPLE_TASKS = 160;
/** Of whoever opens the office: enough for a day. */
const OWN = 24;

type Words = Readonly<Record<Script, string>>;
interface Work {
  readonly kind: SampleTask['kind'];
  readonly title: Words;
  readonly word: SampleTask['word'];
}

const works: readonly Work[] = [
  {
    kind: 'call',
    word: null,
    title: { arabic: 'اتصال لتأكيد الموعد', persian: 'تماس برای تأیید نوبت', latin: 'Call to confirm the appointment' },
  },
  {
    kind: 'letter',
    word: 'ours',
    title: { arabic: 'إرسال نسخة الوثيقة', persian: 'فرستادن رونوشت بیمه‌نامه', latin: 'Send a copy of the policy' },
  },
  {
    kind: 'call',
    word: 'ours',
    title: { arabic: 'معاودة الاتصال بالنتيجة', persian: 'تماس دوباره با نتیجه', latin: 'Call back with the result' },
  },
  {
    kind: 'other',
    word: 'theirs',
    title: {
      arabic: 'سيحضر صورة الهوية',
      persian: 'تصویر کارت ملی را می‌آورد',
      latin: 'Will bring a copy of the identity card',
    },
  },
  {
    kind: 'other',
    word: 'theirs',
    title: {
      arabic: 'سيسدد القسط المتأخر',
      persian: 'قسط عقب‌افتاده را می‌پردازد',
      latin: 'Will pay the late instalment',
    },
  },
  {
    kind: 'visit',
    word: null,
    title: {
      arabic: 'زيارة لشرح التغطية الجديدة',
      persian: 'بازدید برای توضیح پوشش تازه',
      latin: 'Visit to explain the new cover',
    },
  },
  {
    kind: 'meeting',
    word: 'ours',
    title: {
      arabic: 'اجتماع لمراجعة العقد',
      persian: 'جلسه برای بازبینی قرارداد',
      latin: 'Meet to go through the contract',
    },
  },
  {
    kind: 'other',
    word: null,
    title: {
      arabic: 'مراجعة الملف قبل التجديد',
      persian: 'بازبینی پرونده پیش از تمدید',
      latin: 'Review before the renewal',
    },
  },
];

const reasons: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['طلب التأجيل', 'كان مسافرا'],
  persian: ['خواست عقب بیفتد', 'در سفر بود'],
  latin: ['Asked to put it off', 'Was travelling'],
};

export function sampleTasks(builder: OfficeBuilder): SampleTask[] {
  const served = builder.parts.filter(
    ({ audiences }) => audiences.includes('insured') || audiences.includes('corporate'),
  );
  const about = Array.from({ length: SAMPLE_TASKS }, (_, index) =>
    taskOf(builder, builder.kit.random.pick(served), index < OWN),
  );
  return [...about, ...returning(builder)];
}

function taskOf({ kit, today, parties, options }: OfficeBuilder, { key, script }: Part, isOwn: boolean): SampleTask {
  const { random, dates } = kit;
  const work = random.pick(works);
  const owner = parties.find((party) => party.key === key)?.ownerKey ?? 'samar';
  const made = today - random.between(2, 40);
  const isOver = !isOwn && random.chance(0.55);
  const due = workingDay(
    isOver ? Math.min(made + random.between(1, 20), today - 1) : today + random.between(-3, isOwn ? 6 : 30),
    script,
  );
  const minutes = random.chance(0.6) ? random.between(8 * 4, 16 * 4) * 15 : null;
  const madeAt = Math.min(instantOfDay(made) + random.between(8 * 60, 15 * 60) * 60_000, options.now);
  const broken = work.word !== null && random.chance(0.12);
  const endedAt = Math.max(madeAt + 3_600_000, instantOfDay(due) + random.between(8 * 60, 15 * 60) * 60_000);
  return {
    partyKey: key,
    ownerKey: isOwn ? null : owner,
    title: work.title[script],
    kind: work.kind,
    word: work.word,
    priority: random.chance(0.15) ? 'high' : 'normal',
    repeat: null,
    due: random.chance(0.08) && !isOver ? null : { on: dates.on(due), minutes },
    madeAt,
    moved: !isOver && random.chance(0.15) ? { at: madeAt + 60_000, reason: random.pick(reasons[script]) } : null,
    ended: isOver && endedAt < options.now ? { kind: broken ? 'broken' : 'done', at: endedAt } : null,
  };
}

/** What comes back in each of the three calendars. */
function returning({ kit, today, options }: OfficeBuilder): SampleTask[] {
  const from = kit.dates.on(today - 2);
  const common = {
    partyKey: null,
    ownerKey: null,
    word: null,
    moved: null,
    ended: null,
    madeAt: options.now - 86_400_000 * 2,
  } as const;
  const rule = { every: 1, from, missed: 'skip' } as const;
  return [
    {
      ...common,
      title: 'إخراج زكاة المكتب',
      kind: 'other',
      priority: 'high',
      due: null,
      repeat: { ...rule, unit: 'year', calendar: 'umalqura', month: 9, on: { day: 15 } },
    },
    {
      ...common,
      title: 'جلسه‌ی ماهانه‌ی نمایندگان',
      kind: 'meeting',
      priority: 'normal',
      due: null,
      repeat: { ...rule, unit: 'month', calendar: 'persian', on: { nth: -1, weekday: 4 } },
    },
    {
      ...common,
      title: 'Go through open claims',
      kind: 'other',
      priority: 'normal',
      due: { on: kit.dates.on(dayOfInstant(options.now) + 1), minutes: 9 * 60 },
      repeat: { ...rule, unit: 'week', weekdays: [0, 2], weekStart: 0 },
    },
  ];
}
