// Why somebody's record was read, as the log of readings keeps it: a word of a list, and what was added to it.

/** What is chosen from where a role must say it before it reads. */
export const readingPurposes = ['care', 'request', 'billing', 'complaint', 'legal', 'quality', 'other'] as const;
export type ReadingPurpose = (typeof readingPurposes)[number];

/**
 * What of a role's looks is asked for: at class-3 values; at records that are another's, as far as the office writes such looks down. Where
 * either is asked, so is everything about people that leaves the base.
 */
export const purposeAskedFor = ['sensitive', 'others'] as const;
export type PurposeAskedFor = (typeof purposeAskedFor)[number];

/** How the log says it: the word, and the operation in which it was declared, whose reason can be emptied. */
export const declaredPurpose = (purpose: ReadingPurpose, operationId: string): string => `${purpose}@${operationId}`;

/** The word of what stands in the log, without the operation in which it was declared. */
export const declaredWord = (text: string): string => text.replace(/@.*$/s, '');

export const isReadingPurpose = (text: string): text is ReadingPurpose =>
  (readingPurposes as readonly string[]).includes(text);

const EMERGENCY = 'emergency.';

export const emergencyPurpose = (reason: string): string => `${EMERGENCY}${reason}`;

/** The log itself keeps no more than the word: it can never be emptied, and what was added may name somebody. */
export const purposeText = (code: string, words: string): string => (words === '' ? code : `${code}: ${words}`);

export interface Purpose {
  /** Id of the message that says it; null for what is not of a list. */
  readonly message: string | null;
  /** What was said beside it, or instead. */
  readonly words: string | null;
}

/** What stands in the log, taken apart again. */
export function readPurpose(text: string): Purpose {
  const [, code = '', words] = /^([a-z.-]+)(?:: (.*))?$/s.exec(text) ?? [];
  const message = messageOf(code);
  return message === null ? { message, words: text } : { message, words: words ?? null };
}

/** As the log is read by those who watch over it: the word of the list in their language, with what was added. */
export function purposeSaid(text: string, say: (message: string) => string): string {
  const { message, words } = readPurpose(text);
  return [message === null ? null : say(message), words].filter((part) => part !== null).join(': ');
}

/** As somebody is told why others read about them: the word of the list, without what was added. */
export function purposeWord(text: string): string {
  const { message, words } = readPurpose(text);
  return message === null || words === null ? text : text.slice(0, -(words.length + 2));
}

function messageOf(code: string): string | null {
  if (code.startsWith(EMERGENCY)) return `catalogue.emergency_access.reason.${code.slice(EMERGENCY.length)}`;
  if (said.has(code)) return `authority.purpose.${code}`;
  return isReadingPurpose(code) ? `audit.purpose.${code}` : null;
}

/** Of a caller's card (`features/authority`). */
const said = new Set(['call', 'visit', 'message', 'letter']);
