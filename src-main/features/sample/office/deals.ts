// What the sample office is about to sell: policies for companies and families on their way through the stages, some won, some lost.

import { dayOfInstant, instantOfDay } from '../dates';
import type { Script } from '../types';
import type { OfficeBuilder, Part } from './builder';
import type { SampleDeal } from './types';
import { workingDay } from './working-days';

/** On their way, or ended lately; and those of the year before, from which the odds of the stages are learned. */
export const SAMPLE_DEALS = 120;
export const PAST_DEALS = 60;

/** Of the pipeline 'policies': four open stages, then won and lost. */
const LAST_OPEN = 3;
const WON = 4;
const LOST = 5;

/** How far a deal may have come, and how many days ago it began at most and at least. */
interface Time {
  readonly targets: readonly number[];
  readonly began: readonly [least: number, most: number];
}

const lately: Time = { targets: [0, 0, 1, 1, 2, 2, 3, WON, WON, LOST], began: [8, 50] };
const past: Time = { targets: [WON, WON, WON, LOST, LOST], began: [180, 420] };

interface Offer {
  readonly title: Readonly<Record<Script, string>>;
  /** Whole units of the office's currency, from and to. */
  readonly amount: readonly [number, number];
  readonly family?: true;
}

const offers: readonly Offer[] = [
  {
    title: { arabic: 'تأمين طبي لموظفي الشركة', persian: 'بیمه‌ی درمان کارکنان', latin: 'Group medical cover' },
    amount: [60, 480],
  },
  {
    title: { arabic: 'توسيع التغطية لعائلات الموظفين', persian: 'پوشش خانواده‌ی کارکنان', latin: 'Cover for dependants' },
    amount: [25, 160],
  },
  {
    title: {
      arabic: 'فحوص دورية في موقع العمل',
      persian: 'معاینه‌ی دوره‌ای در محل کار',
      latin: 'Check-ups at the workplace',
    },
    amount: [12, 70],
  },
  {
    title: { arabic: 'تأمين الحوادث الشخصية', persian: 'بیمه‌ی حوادث کارکنان', latin: 'Personal accident cover' },
    amount: [8, 45],
  },
  {
    title: { arabic: 'باقة عائلية سنوية', persian: 'بسته‌ی سالانه‌ی خانواده', latin: 'Family plan for a year' },
    amount: [4, 14],
    family: true,
  },
  {
    title: { arabic: 'إضافة الأسنان والنظر', persian: 'افزودن دندان‌پزشکی و بینایی', latin: 'Dental and optical' },
    amount: [2, 6],
    family: true,
  },
];

const nextSteps: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['الاتصال بعد الاجتماع', 'إرسال جدول المقارنة', 'طلب قائمة الموظفين', 'زيارة لشرح الاستثناءات'],
  persian: ['تماس پس از جلسه', 'فرستادن جدول مقایسه', 'گرفتن فهرست کارکنان', 'دیدار برای توضیح استثناها'],
  latin: [
    'Call after their meeting',
    'Send the comparison',
    'Ask for the list of staff',
    'Visit to explain exclusions',
  ],
};

const restReasons: Readonly<Record<Script, string>> = {
  arabic: 'ينتظرون ميزانية السنة الجديدة',
  persian: 'در انتظار بودجه‌ی سال تازه',
  latin: 'Waiting for next year’s budget',
};

export function sampleDeals(builder: OfficeBuilder): SampleDeal[] {
  const companies = builder.parts.filter(({ audiences }) => audiences.includes('corporate'));
  const families = builder.parts.filter(
    ({ audiences }) => audiences.includes('prospect') || audiences.includes('insured'),
  );
  const { random } = builder.kit;
  return Array.from({ length: SAMPLE_DEALS + PAST_DEALS }, (_, index) => {
    const offer = random.pick(offers);
    const part = random.pick(offer.family === true ? families : companies);
    const time = index < SAMPLE_DEALS ? lately : past;
    return dealOf(builder, part, { ...offer, time });
  });
}

function dealOf(
  builder: OfficeBuilder,
  { key, script, speakerKey }: Part,
  offer: Offer & { readonly time: Time },
): SampleDeal {
  const { kit, today, parties } = builder;
  const { random, dates } = kit;
  const moves = movesOf(builder, script, offer.time);
  const last = moves.at(-1)!;
  const open = last.stage <= LAST_OPEN;
  const owner = parties.find((party) => party.key === key)?.ownerKey ?? 'samar';
  const known = last.stage >= 1 && last.stage !== LOST;
  const ended = dayOfInstant(last.at);
  const expected = open ? today + random.between(-12, 75) : ended + random.between(-10, 15);
  const rests = open && random.chance(0.08);
  return {
    partyKey: key,
    ownerKey: owner,
    title: offer.title[script],
    amount: known || random.chance(0.5) ? random.between(offer.amount[0], offer.amount[1]) * 1000 : null,
    expectedOn: known || random.chance(0.4) ? dates.on(expected) : null,
    category:
      last.stage < 2 ? 'pipeline' : last.stage === LAST_OPEN ? 'commit' : random.pick(['pipeline', 'best-case']),
    nextStep: open && random.chance(0.6) ? random.pick(nextSteps[script]) : null,
    moves,
    rest: rests
      ? { from: last.at + Math.floor((builder.options.now - last.at) / 2), reason: restReasons[script] }
      : null,
    deciderKey: speakerKey ?? (last.stage >= 2 ? key : null),
  };
}

/** From the first stage on, a few days to a few weeks in each; what was never won or lost may be stuck. */
function movesOf(
  { kit, today, options }: OfficeBuilder,
  script: Script,
  { targets, began: [least, most] }: Time,
): SampleDeal['moves'] {
  const { random } = kit;
  const instantOn = (day: number): number =>
    Math.min(instantOfDay(day) + random.between(6 * 60, 13 * 60) * 60_000, options.now);
  const target = random.pick(targets);
  let day = workingDay(today - random.between(least, target > LAST_OPEN ? Math.max(most, 170) : most), script);
  const moves = [{ stage: 0, at: instantOn(day), reason: null as number | null }];
  for (let stage = 1; stage <= Math.min(target, LAST_OPEN); stage++) {
    if (target === LOST && random.chance(0.3)) break;
    day = workingDay(day + random.between(2, 16), script);
    if (day >= today) return moves;
    moves.push({ stage, at: instantOn(day), reason: null });
  }
  day = workingDay(day + random.between(1, 12), script);
  if (target > LAST_OPEN && day < today)
    moves.push({ stage: target, at: instantOn(day), reason: target === LOST ? random.below(5) : null });
  return moves;
}
