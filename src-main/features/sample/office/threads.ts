// The history of the sample office: stories laid out over five years, each a thread of steps with one doctor, one clinic,
// one number, and days and hours that agree with what was promised in the step before.

import { inArabicDigits, inPersianDigits, instantOfDay } from '../dates';
import { weightedDraw } from '../random';
import { drawSlots, slotWords, type SlotWords } from '../stories/slots';
import { createStoryBook, storiesFor, type Audience, type Step, type Story } from '../stories/story';
import { filled, type Slots } from '../stories/template';
import type { Script } from '../types';
import { ownerOf, type OfficeBuilder, type Part } from './builder';
import { clinicKeys, clinicNames } from './company';
import { doctorKeys, doctorNames } from './doctors';
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
  readonly doctors: ReadonlyMap<string, string>;
  readonly clinics: ReadonlyMap<string, string>;
}

const HISTORY_DAYS = 5 * 365;
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
    const audiences = ['patient', 'insured', 'prospect', 'corporate', 'supplier', 'partner', 'doctor', 'any'] as const;
    return Object.fromEntries(audiences.map((audience) => [audience, storiesFor(book[script], audience)])) as Record<
      Audience,
      readonly Story[]
    >;
  };
  const own = (script: Script, language: 'ar' | 'fa' | 'en'): SlotWords => ({
    ...words[script],
    doctors: doctorNames(script),
    clinics: clinicNames(script),
    staff: staffNames(language),
  });
  return {
    builder,
    stories: { arabic: ofScript('arabic'), persian: ofScript('persian'), latin: ofScript('latin') },
    words: { arabic: own('arabic', 'ar'), persian: own('persian', 'fa'), latin: own('latin', 'en') },
    doctors: doctorKeys(),
    clinics: clinicKeys(),
  };
}

function thread(teller: Teller, part: Part): SampleActivity[] {
  const { kit, today, options } = teller.builder;
  const { random } = kit;
  const { script } = part;
  const story = random.pick(teller.stories[script][random.pick(part.audiences)]);
  // Squaring makes the last months fuller than the first ones.
  const ago = Math.floor(random.float() ** 1.6 * HISTORY_DAYS);
  const moments = layOut(teller, story, { day: today - ago, script });
  const slots = slotsOf(teller, { story, script }, moments);
  return story.steps
    .map((step, place) => activityOf(teller, { step, slots, part }, moments[place]!))
    .filter((activity) => activity.draft.at <= options.now);
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
function slotsOf(
  teller: Teller,
  { story, script }: { story: Story; script: Script },
  moments: readonly Moment[],
): Slots {
  const { kit } = teller.builder;
  const drawn = drawSlots(kit.random, teller.words[script], script);
  const appointed = story.steps.findIndex(
    (step, place) => place > 0 && (step.kind === 'visit' || step.kind === 'meeting'),
  );
  const last = moments.at(-1)!;
  const moment = moments[appointed] ?? { day: workingDay(last.day + 3, script), minute: OPENS + 150 };
  return {
    ...drawn,
    day: dayName(moment.day, script),
    time: clockText(moment.minute, script),
    month: monthName(kit.dates, moments[0]!.day + 25, script),
  };
}

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
  if (named && step.kind === 'visit' && doctor !== undefined && doctor !== part.key) keys.push(doctor);
  return keys;
}
