// Stories: short threads of activities that follow from one another (a call, then the visit it led to), in three languages.
// Notation: `# audience` begins a story; each step is one line of four parts split by «|»:
//   kind, < incoming or > outgoing, +days since the step before, minutes m | subject | body | outcome («-» for none)
// {slots} stand for names, numbers and dates that stay the same through one story (see slots.ts).

import type { activityDirections, activityKinds } from '@shared/catalogue';
import type { Script } from '../types';
import { arabicBusinessStories } from './arabic-business';
import { arabicCareStories } from './arabic-care';
import { englishBusinessStories } from './english-business';
import { englishCareStories } from './english-care';
import { persianBusinessStories } from './persian-business';
import { persianCareStories } from './persian-care';
import { templateOf, type Template } from './template';

export const audiences = [
  'patient',
  'adult',
  'child',
  'insured',
  'prospect',
  'corporate',
  'supplier',
  'partner',
  'doctor',
  'any',
] as const;
export type Audience = (typeof audiences)[number];

export interface Step {
  readonly kind: (typeof activityKinds)[number];
  readonly direction: (typeof activityDirections)[number] | null;
  readonly daysAfter: number;
  readonly minutes: number | null;
  readonly subject: Template;
  readonly body: Template;
  readonly outcome: string | null;
}

export interface Story {
  readonly audience: Audience;
  readonly steps: readonly Step[];
}

export type StoryBook = Readonly<Record<Script, readonly Story[]>>;

export function createStoryBook(): StoryBook {
  return {
    arabic: [...storiesOf(arabicCareStories), ...storiesOf(arabicBusinessStories)],
    persian: [...storiesOf(persianCareStories), ...storiesOf(persianBusinessStories)],
    latin: [...storiesOf(englishCareStories), ...storiesOf(englishBusinessStories)],
  };
}

export function storiesFor(stories: readonly Story[], audience: Audience): readonly Story[] {
  return stories.filter((story) => story.audience === audience);
}

function storiesOf(text: string): Story[] {
  return text
    .split('# ')
    .map((story) => story.trim())
    .filter((story) => story !== '')
    .map((story) => {
      const [audience = '', ...lines] = story.split('\n');
      if (!isAudience(audience)) throw new Error(`no audience ${audience}`);
      return { audience, steps: lines.filter((line) => line.trim() !== '').map(stepOf) };
    });
}

const isAudience = (word: string): word is Audience => (audiences as readonly string[]).includes(word);

const HEAD = /^(call|visit|meeting|letter|note|message)([<>]?)(?: \+(\d+))?(?: (\d+)m)?$/;

function stepOf(line: string): Step {
  const [head = '', subject = '', body = '', outcome = ''] = line.split('|').map((part) => part.trim());
  const found = HEAD.exec(head);
  if (found === null || subject === '' || body === '' || outcome === '')
    throw new Error(`not a step of a story: ${line}`);
  const [, kind, arrow, days, minutes] = found;
  return {
    kind: kind as Step['kind'],
    direction: arrow === '<' ? 'incoming' : arrow === '>' ? 'outgoing' : null,
    daysAfter: Number(days ?? 0),
    minutes: minutes === undefined ? null : Number(minutes),
    subject: templateOf(subject),
    body: templateOf(body),
    outcome: outcome === '-' ? null : outcome,
  };
}
