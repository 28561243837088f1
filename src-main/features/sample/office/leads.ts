// Who showed interest in the sample office lately: some nobody has called back yet, some in talks, some already a deal or nothing.

import { instantOfDay } from '../dates';
import type { Script } from '../types';
import type { OfficeBuilder, Part } from './builder';
import type { SampleLead } from './types';
import { workingDay } from './working-days';

export const SAMPLE_LEADS = 40;

const MINUTE = 60_000;

interface Wish {
  readonly words: Readonly<Record<Script, string>>;
  /** Whole units of the office's currency, from and to. */
  readonly amount: readonly [number, number];
}

const wishes: readonly Wish[] = [
  {
    words: { arabic: 'تأمين طبي للعائلة', persian: 'بیمه‌ی درمان خانواده', latin: 'Medical cover for the family' },
    amount: [4, 15],
  },
  {
    words: { arabic: 'فحص شامل سنوي', persian: 'معاینه‌ی کامل سالانه', latin: 'A full yearly check-up' },
    amount: [1, 3],
  },
  {
    words: { arabic: 'تأمين لعشرين موظفا', persian: 'بیمه برای بیست کارمند', latin: 'Cover for twenty employees' },
    amount: [40, 120],
  },
  {
    words: { arabic: 'تقويم أسنان لابنته', persian: 'ارتودنسی برای دخترش', latin: 'Braces for a daughter' },
    amount: [6, 12],
  },
  {
    words: { arabic: 'مقارنة بين وثيقتين', persian: 'مقایسه‌ی دو بیمه‌نامه', latin: 'A comparison of two policies' },
    amount: [3, 9],
  },
];

const calls: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['اتصلت به وشرحت التغطية', 'سألته عن عدد أفراد العائلة', 'طلب إرسال الأسعار'],
  persian: ['تماس گرفتم و پوشش‌ها را توضیح دادم', 'شمار اعضای خانواده را پرسیدم', 'خواست نرخ‌ها فرستاده شود'],
  latin: ['Called back and explained the cover', 'Asked who is to be covered', 'Wants the prices in writing'],
};

const sources = ['phone', 'phone', 'walk-in', 'referral', 'website', 'website', 'message', 'social', 'event'] as const;

/** How far it got, and how often in ten. */
const ways: readonly (readonly SampleLead['steps'][number]['toState'][])[] = [
  [],
  [],
  ['contacted'],
  ['contacted'],
  ['contacted', 'talks'],
  ['contacted', 'talks'],
  ['contacted', 'talks', 'qualified'],
  ['contacted', 'qualified'],
  ['contacted', 'disqualified'],
  ['disqualified'],
];

export function sampleLeads(builder: OfficeBuilder): SampleLead[] {
  const asking = builder.parts.filter(
    ({ audiences }) => audiences.includes('prospect') || audiences.includes('insured'),
  );
  return Array.from({ length: SAMPLE_LEADS }, (_, number) =>
    leadOf(builder, builder.kit.random.pick(asking), ways[number % ways.length]!),
  );
}

function leadOf(
  { kit, today, options, parties }: OfficeBuilder,
  { key, script }: Part,
  way: (typeof ways)[number],
): SampleLead {
  const { random } = kit;
  const wish = random.pick(wishes);
  // Nobody has called back who asked this morning; whoever was worked asked some days ago.
  const day = way.length === 0 ? today - random.below(2) : workingDay(today - random.between(2, 40), script);
  const receivedAt = Math.min(instantOfDay(day) + random.between(6 * 60, 12 * 60) * MINUTE, options.now - 5 * MINUTE);
  const owner = parties.find((party) => party.key === key)?.ownerKey ?? 'samar';
  return {
    partyKey: key,
    ownerKey: way.length === 0 && random.chance(0.4) ? null : owner,
    interest: random.chance(0.85) ? wish.words[script] : null,
    source: random.pick(sources),
    amount: random.chance(0.6) ? random.between(wish.amount[0], wish.amount[1]) * 1000 : null,
    receivedAt,
    steps: stepsOf({ kit, options }, { script, way, receivedAt }),
  };
}

interface Walked {
  readonly script: Script;
  readonly way: (typeof ways)[number];
  readonly receivedAt: number;
}

function stepsOf(
  { kit: { random }, options }: Pick<OfficeBuilder, 'kit' | 'options'>,
  { script, way, receivedAt }: Walked,
): SampleLead['steps'] {
  const reached = { at: receivedAt };
  return way.map((toState, index) => {
    const minutes = index === 0 ? random.pick([10, 25, 40, 55, 90, 400]) : random.between(60, 4000);
    reached.at = Math.min(reached.at + minutes * MINUTE, options.now);
    const isCall = toState === 'contacted' || toState === 'talks';
    return {
      toState,
      at: reached.at,
      call: isCall ? random.pick(calls[script]) : null,
      reason: toState === 'disqualified' ? random.below(5) : null,
    };
  });
}
