// Who an export is for and in which words: what every list, table and file of it is made with.

import type { OwnChoices } from '@shared/features/exports/own-choices';
import type { Words } from '@shared/features/exports/own-sheet';
import type { Asking } from './lists';

export interface Wording {
  readonly words: Words;
  readonly choices: OwnChoices;
  /** What an import takes a word of an activity or a relationship for. */
  readonly readAs: (into: 'activities' | 'relationships', field: string, word: string) => string | undefined;
}

export interface Projecting extends Asking, Wording {
  /** Name of a user. */
  readonly userName: (id: string | null) => string | null;
}
