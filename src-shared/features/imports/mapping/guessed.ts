// What a look at headings and rows proposes: where each column goes, and in which calendar its dates are.

import type { Calendar, Language } from '../../../locale/language';
import type { KnownSetName } from './known-sets';
import type { DateOrder } from './mapping-context';
import type { ImportInto } from './record-targets';

export type GuessOptions = { readonly country: string; readonly language: Language; readonly today: string };
export type GuessedColumn = {
  readonly index: number;
  readonly target: string | null;
  readonly confidence: number;
};
export type GuessedMapping = {
  readonly into: ImportInto;
  /** What rows are that do not say it themselves. */
  readonly recordType: string | null;
  readonly columns: GuessedColumn[];
  readonly known: KnownSetName | null;
  readonly calendar: Calendar;
  readonly calendarConfidence: number;
  readonly dateOrder: DateOrder;
  /** Cells of the first date column, for showing how they read. */
  readonly dateValues: string[];
};
