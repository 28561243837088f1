// What a caller's standing towards a subject is made of, how it is answered, and the questions of age and proof. Pure.

import type { authorityBases, authorityStances } from '../../catalogue';
import type { Calendar } from '../../locale/language';
import { comesOfAgeOn } from './coming-of-age';
import type { Matter } from './matters';

export const lights = ['green', 'amber', 'red'] as const;
export type Light = (typeof lights)[number];

/** told: what the office knows is said to the caller. act: what the caller asks for is done. */
export const deeds = ['told', 'act'] as const;
export type Deed = (typeof deeds)[number];

export const reasonCodes = [
  'authority',
  'self',
  'role-hides',
  'role-cannot',
  'in-bin',
  'caller-dead',
  'too-many-wrong',
  'too-young',
  'minor-matter',
  'minor-cannot-act',
  'caller-minor',
  'refused',
  'disputed',
  'no-authority',
  'matter-not-covered',
  'deed-not-covered',
  'not-yet',
  'ended',
  'withdrawn',
  'came-of-age',
  'granted-by-minor',
  'subject-dead',
  'subject-alive',
  'ask-question',
  'document-missing',
  'age-unknown',
  'caller-unproven',
  'number-not-theirs',
  'number-do-not-use',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export interface Reason {
  readonly code: ReasonCode;
  /** The authority it comes from. */
  readonly authorityId?: string;
  /** Civil date: since when, or until when. */
  readonly on?: string;
}

export interface Verdict {
  readonly light: Light;
  /** The weightiest first; of a green light, why it is one. */
  readonly reasons: readonly Reason[];
}

export type MatterLight = { readonly matter: Matter } & { readonly [D in Deed]: Verdict };

/** What the office's law says about age. */
export interface AgeRules {
  readonly majorityAge: number;
  readonly majorityCalendar: Calendar;
  /** From this age on a minor is told something about themselves. */
  readonly ownVoiceAge: number;
}

/** One party, all its records taken together: the most cautious reading of what they say. */
export interface Standing {
  /** Every birth date that any record holds. */
  readonly births: readonly string[];
  readonly isDead: boolean;
  readonly inBin: boolean;
}

export interface Mandate {
  readonly id: string;
  readonly basis: (typeof authorityBases)[number];
  readonly stance: (typeof authorityStances)[number];
  readonly matters: readonly Matter[];
  readonly mayBeTold: boolean;
  readonly mayAct: boolean;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly withdrawn: boolean;
  readonly disputed: boolean;
  readonly hasDocument: boolean;
  readonly questions: readonly string[];
}

/** How whoever asks knows who is calling: a number of theirs, papers that were seen, or their word alone. */
export type Proof = 'number' | 'number-not-theirs' | 'number-do-not-use' | 'papers' | 'word';

export interface Situation {
  readonly today: string;
  readonly rules: AgeRules;
  readonly isSelf: boolean;
  readonly caller: Standing;
  readonly subject: Standing;
  readonly mandates: readonly Mandate[];
  readonly proof: Proof;
  /** Questions that the subject itself is asked. */
  readonly ownQuestions: readonly string[];
  /** Questions answered rightly a moment ago. */
  readonly passed: ReadonlySet<string>;
  /** Too many wrong answers a moment ago. */
  readonly locked: boolean;
  /** Matters of which whoever asks sees nothing, and those they may not change. */
  readonly reader: { readonly hides: ReadonlySet<Matter>; readonly cannotChange: ReadonlySet<Matter> };
}

export const red = (...reasons: readonly Reason[]): Verdict => ({ light: 'red', reasons });
export const amber = (reasons: readonly Reason[]): Verdict => ({ light: 'amber', reasons });
export const green = (reason: Reason): Verdict => ({ light: 'green', reasons: [reason] });

/** Why it is not known who calls. A number proves as much as `number` says: somebody else may hold the telephone. */
export function doubtOf(proof: Proof, number: 'number' | 'word'): Reason[] {
  if (proof === 'papers' || (proof === 'number' && number === 'number')) return [];
  if (proof === 'number-not-theirs' || proof === 'number-do-not-use') return [{ code: proof }];
  return [{ code: 'caller-unproven' }];
}

/** Whether any birth date of theirs makes them a minor. */
export const isMinor = (situation: Situation, who: Standing): boolean =>
  isYounger(situation, who, situation.rules.majorityAge);

export const isYounger = ({ rules, today }: Situation, { births }: Standing, age: number): boolean =>
  births.some((born) => today < comesOfAgeOn(born, age, rules.majorityCalendar));

/** The day on which they came of age by the earliest of their birth dates; undefined when by none of them. */
export function cameOfAge({ rules, today }: Situation, { births }: Standing): string | undefined {
  const days = births.map((born) => comesOfAgeOn(born, rules.majorityAge, rules.majorityCalendar)).toSorted();
  return days[0] !== undefined && days[0] <= today ? days[0] : undefined;
}
