// What one row says about one activity or relationship, before the parties it names have been looked for.

import type { ReferenceWay } from './record-targets';

export type PartyReference = {
  readonly part: string;
  readonly way: ReferenceWay;
  readonly text: string;
  readonly column?: number | undefined;
};

export type RecordDraft = {
  /** By field of the entity, in the form the base keeps: ms UTC, whole numbers, civil dates, text, choices. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly references: readonly PartyReference[];
  /** Who wrote it down, as the file names them. */
  readonly author?: string | undefined;
};
