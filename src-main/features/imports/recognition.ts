// Who the party of a row is: new, somebody who is there, or one to be left out because it is there already.

import type { Band } from '@shared/features/duplicates/judge';
import type { CountedNames } from '@shared/features/duplicates/name-statistics';
import type { Reason } from '@shared/features/duplicates/reasons';
import type { ImportPlan } from '@shared/features/imports/imports.contract';

/** Somebody of the base, or of the rows before, that a row may be; as `duplicates.check` judges. */
export interface Likeness {
  readonly partyId: string;
  readonly band: Band;
  readonly bits: number;
  readonly percent: number;
  readonly reasons: readonly Reason[];
}

/** `like`: whom it may be, the surest first. */
export type Recognition =
  | { readonly is: 'new'; readonly id: string; readonly like: readonly Likeness[] }
  /** By its key, or by what it says: then the first of `like`. `own`: the id it would have had otherwise. */
  | {
      readonly is: 'known';
      readonly id: string;
      readonly own: string;
      readonly like: readonly Likeness[];
    }
  /** The first of `like` is there already. */
  | { readonly is: 'left-out'; readonly like: readonly Likeness[] };

/** What is to be known for recognising rows: the same for a trial, an import and its going on after a crash. */
export interface Recognising {
  readonly importId: string;
  readonly duplicates: ImportPlan['duplicates'];
  /** Whether some rule lets a row change what is there. */
  readonly mayChange: boolean;
  /** Whether identity numbers may be compared. */
  readonly sensitive: boolean;
  /** Parties of the base when the import began, with the rows of the file. */
  readonly people: number;
  /** How common names are in the file. */
  readonly names: CountedNames;
  /** The last document of the search index when the import began. */
  readonly document: number;
}

/** What an import that was interrupted had made of rows that it took for somebody: whom, by row. */
export type Told = Readonly<Record<number, string>>;
