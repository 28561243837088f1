// Proposes where each column goes when rows are activities or relationships: by their headings alone, each field once.

import { guessCalendar } from './calendar-guess';
import { samplesOf } from './content-clues';
import type { GuessedColumn, GuessedMapping, GuessOptions } from './guessed';
import { indexOf, matchHeader } from './header-match';
import { recordHeaderWords } from './record-header-words';
import type { RecordInto } from './record-targets';
import { partyTarget } from './record-targets';

type Rows = readonly (readonly string[])[];

export function guessRecordColumns(into: RecordInto, headers: readonly string[]): GuessedColumn[] {
  const index = indexOf(recordHeaderWords[into]);
  const found = headers.map((header) => matchHeader(header, index));
  const best = new Map<string, number>();
  found.forEach((guess, column) => {
    if (guess === null) return;
    const known = best.get(guess.target);
    if (known === undefined || (found[known]?.confidence ?? 0) < guess.confidence) best.set(guess.target, column);
  });
  return found.map((guess, column) => ({
    index: column,
    target: guess && (best.get(guess.target) === column || guess.target.endsWith('.body')) ? guess.target : null,
    confidence: guess?.confidence ?? 0,
  }));
}

/** Calendar and order of the dates of the first column that holds any. */
export function datesOf(
  columns: readonly GuessedColumn[],
  of: { headers: readonly string[]; rows: Rows; options: GuessOptions },
) {
  const { headers, rows, options } = of;
  const dated = columns.find(({ target }) => isDateTarget(target));
  const values = dated ? samplesOf(rows, dated.index) : [];
  const dates = guessCalendar({ values, header: dated ? (headers[dated.index] ?? '') : '', ...options });
  return {
    calendar: dates.calendar,
    calendarConfidence: dates.confidence,
    dateOrder: dates.order,
    dateValues: values.slice(0, 10),
  } satisfies Partial<GuessedMapping>;
}

export function isDateTarget(target: string | null): boolean {
  return target !== null && !partyTarget(target) && /^(?:birth|anniversary|\w+\.(?:at|\w+_on))$/.test(target);
}
