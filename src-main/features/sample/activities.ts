// Any number of invented activities over a generated base: five years of them in order of time, a few parties very busy.
// One party, the hub, has 20,000 (or one of a hundred in bases too small for that), as real bases have.

import { hubPartyIndex, planParty, type PartyPlan } from './block-plan';
import { createRandom, type SeededRandom } from './random';
import { drawSlots, slotWords, type SlotWords } from './stories/slots';
import { createStoryBook, type Audience, type Step, type StoryBook } from './stories/story';
import { filled } from './stories/template';
import type { ActivityInput, SampleCountry, Script } from './types';

export interface GeneratedActivity {
  readonly draft: ActivityInput;
  /** Indexes of the parties (see generateParties); the first is the subject. */
  readonly partyIndexes: readonly number[];
}

export interface ActivityOptions {
  readonly count: number;
  readonly seed: number;
  readonly partyCount: number;
  /** The activities lie in the five years before this instant, ms UTC. */
  readonly now: number;
  /** As given to generateParties: it decides the language of each party. */
  readonly country?: SampleCountry | undefined;
}

const FIVE_YEARS = 5 * 365.25 * 86_400_000;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** Offices of the region keep UTC+3 to UTC+4; the day's work lies between 05:00 and 16:00 UTC. */
const OPENS_UTC = 5;
const OPEN_HOURS = 11;
const HUB_ACTIVITIES = 20_000;
const HUB_FROM_COUNT = 2_000_000;
const HUB_EVERY = 100;
/** How steeply activities gather on few parties: the busiest tenth has about a third of them, none as many as the hub. */
const SKEW = 2;

interface Maker {
  readonly options: ActivityOptions;
  readonly random: SeededRandom;
  readonly steps: StepsByScript;
  readonly words: Readonly<Record<Script, SlotWords>>;
  /** Odd and without common factors with the party count, to scatter busy parties over the base. */
  readonly stride: number;
}

export function* generateActivities(options: ActivityOptions): Generator<GeneratedActivity, void, undefined> {
  const maker: Maker = {
    options,
    random: createRandom(options.seed, 0x0ac7),
    steps: stepsOf(createStoryBook()),
    words: slotWords(),
    stride: strideFor(options.partyCount),
  };
  const every = hubEvery(options.count);
  const limit = hubActivityCount(options.count);
  let ofHub = 0;
  for (let index = 0; index < options.count; index++) {
    const hub = ofHub < limit && index % every === 0;
    if (hub) ofHub++;
    yield activityAt(maker, index, hub);
  }
}

/** How many activities the hub party has in a base of so many. */
export const hubActivityCount = (count: number): number =>
  count >= HUB_FROM_COUNT ? HUB_ACTIVITIES : Math.ceil(count / HUB_EVERY);

const hubEvery = (count: number): number => (count >= HUB_FROM_COUNT ? Math.floor(count / HUB_ACTIVITIES) : HUB_EVERY);

type PartyKind = PartyPlan['kind'];
type StepsByScript = Readonly<Record<Script, Readonly<Record<PartyKind, readonly Step[]>>>>;

/** Which stories fit which kind of party. */
const storiesOfKind: Readonly<Record<PartyKind, readonly Audience[]>> = {
  person: ['patient', 'adult', 'child', 'insured', 'prospect', 'doctor', 'any'],
  organisation: ['corporate', 'supplier', 'partner', 'prospect', 'any'],
  group: ['any', 'prospect'],
};

function stepsOf(book: StoryBook): StepsByScript {
  const steps = (script: Script, kind: PartyKind): Step[] =>
    book[script].filter((story) => storiesOfKind[kind].includes(story.audience)).flatMap((story) => story.steps);
  const kinds = (script: Script): Record<PartyKind, readonly Step[]> => ({
    person: steps(script, 'person'),
    organisation: steps(script, 'organisation'),
    group: steps(script, 'group'),
  });
  return { arabic: kinds('arabic'), persian: kinds('persian'), latin: kinds('latin') };
}

function activityAt(maker: Maker, index: number, hub: boolean): GeneratedActivity {
  const { options, random } = maker;
  const partyIndexes = participants(maker, hub);
  const { script, kind } = planParty(options, partyIndexes[0]!);
  const words = maker.words[script];
  const step = random.pick(maker.steps[script][kind]);
  const slots = drawSlots(random, words, script);
  const longer = random.between(0, 4);
  const place = step.kind === 'visit' || step.kind === 'meeting';
  return {
    draft: {
      kind: step.kind,
      direction: step.direction,
      subject: filled(step.subject, slots),
      body: random.chance(0.8) ? filled(step.body, slots) : null,
      at: instantAt(maker, index),
      durationMinutes: step.minutes === null ? null : step.minutes + longer,
      outcome: random.chance(0.7) ? step.outcome : null,
      place: place ? slots.clinic : null,
    },
    partyIndexes,
  };
}

/** One party mostly; sometimes two or three neighbours, as members of one family are. */
function participants(maker: Maker, hub: boolean): number[] {
  const { options, random } = maker;
  const first = hub ? hubPartyIndex : busyParty(maker);
  const indexes = [first];
  const more = options.partyCount > 4 && random.chance(0.15) ? random.between(1, 2) : 0;
  for (let step = 1; step <= more; step++) {
    const next = (first + step) % options.partyCount;
    if (next !== hubPartyIndex && next !== first) indexes.push(next);
  }
  return indexes;
}

/** Any party but the hub; low draws are much likelier and are scattered over the base. */
function busyParty({ options, random, stride }: Maker): number {
  const { partyCount } = options;
  if (partyCount === 1) return hubPartyIndex;
  const rank = Math.floor(random.float() ** SKEW * (partyCount - 1));
  return 1 + ((rank * stride) % (partyCount - 1));
}

function strideFor(partyCount: number): number {
  const modulus = Math.max(1, partyCount - 1);
  let stride = Math.floor(modulus * 0.618) | 1;
  while (commonFactor(stride, modulus) !== 1) stride += 2;
  return stride;
}

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b));

/** Rising with the index, whole minutes, in working hours; never after `now`. */
function instantAt({ options, random }: Maker, index: number): number {
  const start = options.now - FIVE_YEARS;
  const even = start + ((index + random.float()) / options.count) * FIVE_YEARS;
  const day = Math.floor(even / DAY) * DAY;
  const inDay = (even - day) / DAY;
  const minute = Math.floor((OPENS_UTC + inDay * OPEN_HOURS) * 60);
  return Math.min(day + minute * (HOUR / 60), options.now);
}
