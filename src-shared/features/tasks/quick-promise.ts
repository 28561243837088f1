// A promise in one line of the quick bar: "!tomorrow 10 call Amal", «!غدا 10 اتصال», «!فردا ۱۰ تماس». One mark is our word, two are theirs.

import { leadingDue, type ReadDue } from '../../locale/parse-due';
import type { MomentReading } from '../../locale/parse-moment';

export interface QuickPromise {
  readonly word: 'ours' | 'theirs';
  /** Null while no time is understood. */
  readonly due: ReadDue | null;
  /** What was promised; empty while only the time is there. */
  readonly title: string;
}

/** Null for a line that does not begin with the mark. */
export function readQuickPromise(text: string, reading: MomentReading): QuickPromise | null {
  const marks = /^\s*([!！]{1,2})\s*/.exec(text);
  if (marks === null) return null;
  const { due, rest } = leadingDue(text.slice(marks[0].length), reading);
  return { word: marks[1]?.length === 2 ? 'theirs' : 'ours', due, title: rest.trim() };
}
