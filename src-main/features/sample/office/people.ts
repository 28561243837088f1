// The single people of the sample office: patients, insured, enquirers, and those who speak for companies.

import { birthDay, drawTraits, personDraft } from '../person';
import { weightedDraw } from '../random';
import type { Audience } from '../stories/story';
import { preferenceOf } from '../phrases';
import type { PartyInput, RoleInput, Script } from '../types';
import type { OfficeBuilder } from './builder';
import { doctorKey } from './doctors';
import { insurance, since } from './families';
import type { Company } from './organisations';

interface Standing {
  readonly role: RoleInput['type'];
  readonly audiences: readonly Audience[];
}

const standings: readonly Standing[] = [
  { role: 'patient', audiences: ['patient', 'adult', 'any'] },
  { role: 'insured', audiences: ['insured', 'patient', 'any'] },
  { role: 'prospect', audiences: ['prospect', 'any'] },
];

const scripts = ['arabic', 'persian', 'latin'] as const;
const stages = ['active', 'starting', 'at-risk', 'ending'] as const;

/** One grown-up of no family on file. */
export function addSingle(builder: OfficeBuilder, number: number): void {
  const { kit, today } = builder;
  const { random } = kit;
  const script = scripts[weightedDraw([48, 30, 22])(random)]!;
  const standing = standings[weightedDraw([50, 32, 18])(random)]!;
  const draft = grownUp(builder, script);
  const insured = standing.role === 'insured';
  const stage = stages[weightedDraw([80, 8, 8, 4])(random)]!;
  const key = `person-${number}`;
  const whole: PartyInput = {
    ...draft,
    ...(insured ? insurance(builder, draft) : {}),
    preferences: random.chance(0.25)
      ? [preferenceOf(random.chance(0.15) ? 'accessibility' : 'best-time', script, random.below(60))]
      : [],
    roles: [{ type: standing.role, stage, startedOn: since(builder) }],
  };
  builder.add(whole, { key, script, audiences: standing.audiences, weight: random.chance(0.06) ? 5 : 1 });
  if (insured) builder.relate({ fromKey: 'insurance', type: 'insurer', toKey: key });
  if (standing.role === 'patient' && random.chance(0.5)) {
    const place = random.below(DOCTORS[script]);
    const fromOn = kit.dates.on(today - random.between(30, 1500));
    builder.relate({ fromKey: doctorKey(script, place), type: 'treating-doctor', toKey: key, fromOn });
  }
  if (number > 3 && random.chance(0.06)) {
    builder.relate({
      fromKey: `person-${number - random.between(1, 3)}`,
      type: random.chance(0.6) ? 'friend' : 'referrer',
      toKey: key,
    });
  }
}

const DOCTORS: Readonly<Record<Script, number>> = { arabic: 6, persian: 4, latin: 3 };

const jobs = {
  arabic: ['مدير الموارد البشرية', 'مدير المشتريات', 'المدير المالي', 'سكرتير تنفيذي', 'مدير المبيعات'],
  persian: ['مدیر منابع انسانی', 'مدیر خرید', 'مدیر مالی', 'مسئول دفتر', 'مدیر فروش'],
  latin: ['HR manager', 'Purchasing manager', 'Finance director', 'Executive secretary', 'Sales manager'],
} as const;

/** The one at a company whom the office calls; some also have an assistant there. */
export function addSpeaker(builder: OfficeBuilder, company: Company): string {
  const { random } = builder.kit;
  const { script } = company;
  const key = `${company.key}-contact`;
  const draft = grownUp(builder, script);
  builder.add({ ...draft, roles: [] }, { key, script, audiences: ['any'], weight: 0.3 });
  const position = random.pick(jobs[script]);
  const type = random.chance(0.2) ? 'director' : 'contact-person';
  builder.relate({ fromKey: key, type, toKey: company.key, position, fromOn: since(builder) });
  return key;
}

/** Gives some patients an employer among the insured companies. */
export function employ(builder: OfficeBuilder, companies: readonly Company[]): void {
  const { random } = builder.kit;
  const employers = companies.filter((company) => company.trade === 'corporate');
  for (const { key, script } of builder.parts) {
    const grown = key.startsWith('person-') || /^family-\d+-(father|mother)$/.test(key);
    if (!grown || !random.chance(0.3)) continue;
    const same = employers.filter((company) => company.script === script);
    const employer = random.pick(same.length > 0 ? same : employers);
    builder.relate({ fromKey: key, type: 'employee', toKey: employer.key, fromOn: since(builder) });
  }
}

function grownUp({ kit, person, today }: OfficeBuilder, script: Script): PartyInput {
  const { year } = kit.dates.parts(today, 'gregory');
  const traits = drawTraits(kit, person, { script, born: birthDay(kit, year - 78, year - 20) });
  return personDraft(kit, person, traits);
}
