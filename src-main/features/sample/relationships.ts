// Relationships over a generated base: the families of block-plan.ts, who works where, who treats whom, who knows whom.

import { BLOCK, hubPartyIndex, isFamily, planParty, type PartyPlan } from './block-plan';
import { createRandom, type SeededRandom } from './random';
import { createDateBook, dayNumber, type DateBook } from './dates';
import type { SampleCountry, Script } from './types';

export interface GeneratedRelationship {
  readonly fromIndex: number;
  readonly toIndex: number;
  /** Key of a shipped relationship type; read "from is … of/at to". */
  readonly type: string;
  readonly position?: string;
  readonly fromOn?: string;
  readonly toOn?: string;
}

export interface RelationshipOptions {
  readonly seed: number;
  readonly partyCount: number;
  readonly country?: SampleCountry | undefined;
}

interface Maker {
  readonly options: RelationshipOptions;
  readonly random: SeededRandom;
  readonly dates: DateBook;
}

const STREAM = 0x3e1a;
const EMPLOYED_SHARE = 0.3;
const FRIEND_SHARE = 0.04;
/** Organisations are one in seven; this many steps find one practically always. */
const SEARCH_STEPS = 60;

export function* generateRelationships(
  options: RelationshipOptions,
): Generator<GeneratedRelationship, void, undefined> {
  const maker: Maker = { options, random: createRandom(options.seed, STREAM), dates: createDateBook() };
  const blocks = Math.ceil(options.partyCount / BLOCK);
  for (let block = 0; block < blocks; block++) {
    const first = block * BLOCK;
    const last = Math.min(first + BLOCK, options.partyCount);
    if (isFamily(options, block)) yield* family(maker, first, last);
    else for (let index = first; index < last; index++) yield* outside(maker, index);
  }
}

function* family({ options }: Maker, first: number, last: number): Generator<GeneratedRelationship> {
  const father = first;
  const mother = first + 1;
  if (mother < last) yield { fromIndex: father, toIndex: mother, type: 'spouse' };
  for (let index = first + 2; index < last; index++) {
    if (planParty(options, index).member === 'household') {
      yield { fromIndex: father, toIndex: index, type: 'head' };
      for (let member = mother; member < index; member++) yield { fromIndex: member, toIndex: index, type: 'member' };
    } else {
      yield { fromIndex: father, toIndex: index, type: 'parent' };
      yield { fromIndex: mother, toIndex: index, type: 'parent' };
    }
  }
}

function* outside(maker: Maker, index: number): Generator<GeneratedRelationship> {
  const { options, random } = maker;
  const plan = planParty(options, index);
  if (plan.kind === 'group') {
    const member = nearest(options, index, 'organisation');
    if (member !== null) yield { fromIndex: member, toIndex: index, type: 'head' };
    return;
  }
  if (plan.kind === 'organisation') {
    if (index !== hubPartyIndex && random.chance(0.05))
      yield { fromIndex: index, toIndex: hubPartyIndex, type: 'supplier' };
    return;
  }
  if (random.chance(EMPLOYED_SHARE)) yield* employment(maker, index, plan);
  if (random.chance(FRIEND_SHARE)) {
    const friend = nearest(options, index, 'person');
    if (friend !== null) yield { fromIndex: index, toIndex: friend, type: 'friend' };
  }
}

const jobs = ['employee', 'employee', 'employee', 'employee', 'contact-person', 'consultant', 'director'] as const;

const positions: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['محاسب', 'مدير المشتريات', 'مسؤول الموارد البشرية', 'مهندس', 'سكرتير تنفيذي', 'مدير مبيعات', 'أمين مستودع'],
  persian: ['حسابدار', 'مدیر خرید', 'کارشناس منابع انسانی', 'مهندس', 'مسئول دفتر', 'مدیر فروش', 'انباردار'],
  latin: [
    'Accountant',
    'Purchasing manager',
    'HR officer',
    'Engineer',
    'Executive secretary',
    'Sales manager',
    'Storekeeper',
  ],
};

function* employment(
  { options, random, dates }: Maker,
  index: number,
  plan: PartyPlan,
): Generator<GeneratedRelationship> {
  const employer = nearest(options, random.below(options.partyCount), 'organisation');
  if (employer === null) return;
  const since = random.between(dayNumber(2010, 1, 1), dayNumber(2024, 12, 31));
  const edge = {
    fromIndex: index,
    toIndex: employer,
    type: random.pick(jobs),
    position: random.pick(positions[plan.script]),
    fromOn: dates.on(since),
  };
  yield random.chance(0.12) ? { ...edge, toOn: dates.on(since + random.between(200, 365)) } : edge;
}

/** The next party of a kind after an index, going round; null in bases that have none nearby. */
function nearest(options: RelationshipOptions, index: number, kind: PartyPlan['kind']): number | null {
  for (let step = 1; step <= SEARCH_STEPS; step++) {
    const candidate = (index + step) % options.partyCount;
    if (candidate !== index && planParty(options, candidate).kind === kind) return candidate;
  }
  return null;
}
