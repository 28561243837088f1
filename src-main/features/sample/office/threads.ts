// The history of the sample office: stories laid out over five years, each a thread of steps with one doctor, one clinic,
// one number, and days and hours that agree with what was promised in the step before.

import { inArabicDigits, inPersianDigits, instantOfDay } from '../dates';
import { weightedDraw } from '../random';
import { drawSlots, slotWords, type SlotWords } from '../stories/slots';
import { audiences, createStoryBook, storiesFor, type Audience, type Step, type Story } from '../stories/story';
import { filled, type Slots } from '../stories/template';
import type { Script } from '../types';
import { ownerOf, type OfficeBuilder, type Part } from './builder';
import { branchNames, clinicNames, clinicsByKey } from './company';
import { doctorNames, doctorsByName } from './doctors';
import { staffNames } from './staff';
import type { SampleActivity } from './types';
import { dayName, monthName, workingDay } from './working-days';

/** When one step happens: a working day and a minute of it, local time. */
interface Moment {
  readonly day: number;
  readonly minute: number;
}

interface Teller {
  readonly builder: OfficeBuilder;
  readonly stories: Readonly<Record<Script, Readonly<Record<Audience, readonly Story[]>>>>;
  readonly words: Readonly<Record<Script, SlotWords>>;
  readonly doctors: ReadonlyMap<string, { key: string; clinic: string }>;
  readonly clinics: ReadonlyMap<string, string>;
  /** Policy number of each insured party: its own, or the group policy it got in its first story. */
  readonly policies: Map<string, string>;
  /** Days on which a story began, by party and story: the same thing does not happen twice within months. */
  readonly begun: Map<string, number[]>;
}

const HISTORY_DAYS = 5 * 365;
const APART_DAYS = 150;
const MINUTE = 60_000;
/** Riyadh UTC+3, Shiraz UTC+3:30, Dubai UTC+4. */
const offsetMinutes: Readonly<Record<Script, number>> = { arabic: 180, persian: 210, latin: 240 };
const OPENS = 8 * 60;
const OPEN_MINUTES = 10 * 60;

/** Exactly `count` activities, in no order; whole threads but for those still running at the present moment. */
export function tellStories(builder: OfficeBuilder, count: number): SampleActivity[] {
  const teller = createTeller(builder);
  const eligible = builder.parts.filter((part) => part.audiences.length > 0 && part.weight > 0);
  const drawPart = weightedDraw(eligible.map((part) => part.weight));
  const told: SampleActivity[] = [];
  while (told.length < count) {
    const part = eligible[drawPart(builder.kit.random)]!;
    for (const activity of thread(teller, part)) if (told.length < count) told.push(activity);
  }
  return told;
}

function createTeller(builder: OfficeBuilder): Teller {
  const book = createStoryBook();
  const words = slotWords();
  const ofScript = (script: Script): Record<Audience, readonly Story[]> => {
    return Object.fromEntries(audiences.map((audience) => [audience, storiesFor(book[script], audience)])) as Record<
      Audience,
      readonly Story[]
    >;
  };
  const own = (script: Script, language: 'ar' | 'fa' | 'en'): SlotWords => ({
    ...words[script],
    doctors: doctorNames(script),
    clinics: clinicNames(script),
    branches: branchNames[script],
    staff: staffNames(language),
  });
  return {
    builder,
    stories: { arabic: ofScript('arabic'), persian: ofScript('persian'), latin: ofScript('latin') },
    words: { arabic: own('arabic', 'ar'), persian: own('persian', 'fa'), latin: own('latin', 'en') },
    doctors: doctorsByName(),
    clinics: clinicsByKey(),
    policies: policiesOf(builder),
    begun: new Map(),
  };
}

function policiesOf({ parties }: OfficeBuilder): Map<string, string> {
  const own = parties.map(
    ({ key, draft }) => [key, draft.identifiers?.find(({ scheme }) => scheme === 'policy-number')?.value] as const,
  );
  return new Map(own.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function thread(teller: Teller, part: Part): SampleActivity[] {
  const { kit, today, options } = teller.builder;
  const { random } = kit;
  const { script } = part;
  const drawn = random.pick(part.audiences);
  // Talk about opening hours and addresses is the smaller part of what happens.
  const audience = drawn === 'any' && random.chance(0.6) ? part.audiences[0]! : drawn;
  const story = random.pick(teller.stories[script][audience]);
  // Squaring makes the last months fuller than the first ones.
  const ago = Math.floor(random.float() ** 1.6 * HISTORY_DAYS);
  if (happenedAround(teller, `${part.key} ${teller.stories[script][audience].indexOf(story)} ${audience}`, ago))
    return [];
  const moments = layOut(teller, story, { day: today - ago, script });
  const slots = slotsOf(teller, { story, part }, moments);
  return story.steps
    .map((step, place) => activityOf(teller, { step, slots, part }, moments[place]!))
    .filter((activity) => activity.draft.at <= options.now);
}

/** Notes the beginning of a story unless the same one began close to it. */
function happenedAround({ begun }: Teller, name: string, day: number): boolean {
  const days = begun.get(name) ?? [];
  if (days.some((other) => Math.abs(other - day) < APART_DAYS)) return true;
  begun.set(name, [...days, day]);
  return false;
}

function layOut({ builder }: Teller, story: Story, start: { day: number; script: Script }): Moment[] {
  const { random } = builder.kit;
  const moments: Moment[] = [];
  let { day } = start;
  let minute = OPENS + random.below(OPEN_MINUTES / 2);
  for (const step of story.steps) {
    const next = workingDay(day + step.daysAfter, start.script);
    const appointed = step.kind === 'visit' || step.kind === 'meeting';
    minute = next === day && moments.length > 0 ? minute + random.between(12, 60) : OPENS + random.below(OPEN_MINUTES);
    if (appointed) minute = Math.ceil(minute / 30) * 30;
    day = next;
    moments.push({ day, minute });
  }
  return moments;
}

/** What was promised is what happens: the day and hour in the words are those of the next visit or meeting. */
function slotsOf(teller: Teller, { story, part }: { story: Story; part: Part }, moments: readonly Moment[]): Slots {
  const { kit } = teller.builder;
  const { script } = part;
  const drawn = drawSlots(kit.random, teller.words[script], script);
  const appointed = story.steps.findIndex(
    (step, place) => place > 0 && (step.kind === 'visit' || step.kind === 'meeting'),
  );
  const last = moments.at(-1)!;
  const moment = moments[appointed] ?? { day: workingDay(last.day + 3, script), minute: OPENS + 150 };
  const policy = teller.policies.get(part.key) ?? drawn.policy;
  teller.policies.set(part.key, policy);
  return {
    ...drawn,
    policy,
    dept: story.audience === 'child' ? childrensWard[script] : drawn.dept,
    clinic: teller.clinics.get(teller.doctors.get(drawn.doctor)?.clinic ?? '') ?? drawn.clinic,
    day: dayName(moment.day, script),
    time: clockText(moment.minute, script),
    month: monthName(kit.dates, moments[0]!.day + 25, script),
  };
}

const childrensWard: Readonly<Record<Script, string>> = { arabic: 'الأطفال', persian: 'کودکان', latin: 'Paediatrics' };

function clockText(minute: number, script: Script): string {
  const text = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  if (script === 'arabic') return inArabicDigits(text);
  return script === 'persian' ? inPersianDigits(text) : text;
}

function activityOf(teller: Teller, told: { step: Step; slots: Slots; part: Part }, moment: Moment): SampleActivity {
  const { step, slots, part } = told;
  const { random } = teller.builder.kit;
  const appointed = step.kind === 'visit' || step.kind === 'meeting';
  const at = instantOfDay(moment.day) + (moment.minute - offsetMinutes[part.script]) * MINUTE;
  return {
    draft: {
      kind: step.kind,
      direction: step.direction,
      subject: filled(step.subject, slots),
      body: filled(step.body, slots),
      at,
      durationMinutes: step.minutes === null ? null : step.minutes + random.between(0, 3),
      outcome: step.outcome,
      place: appointed ? slots.clinic : null,
    },
    partyKeys: participants(teller, told),
    authorKey: ownerOf(part, moment.day),
  };
}

/** The party, the one who speaks for it, and at visits the doctor named in the words. */
function participants({ doctors }: Teller, { step, slots, part }: { step: Step; slots: Slots; part: Part }): string[] {
  const keys = [part.key];
  if (part.speakerKey !== undefined) keys.push(part.speakerKey);
  const doctor = doctors.get(slots.doctor);
  const named = step.subject.slots.includes('doctor') || step.body.slots.includes('doctor');
  if (named && step.kind === 'visit' && doctor !== undefined && doctor.key !== part.key) keys.push(doctor.key);
  return keys;
}
