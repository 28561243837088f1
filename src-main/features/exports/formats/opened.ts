// A file on its way out, whatever its format: written in steps, so that the work can be told and ended between them.

import type { ExportList, ExportOptions } from '@shared/features/exports/exports.contract';
import type { Projecting } from '../projecting';
import type { ExportTarget } from '../target';

export interface OpenedExport {
  /** Rows that will be written, as far as is known. */
  readonly total: number;
  /** Each step writes some rows and says how many. */
  steps(): Iterable<number>;
  /** Ends the file; it is on the disk once its target is settled. */
  end(): { readonly shortened: number };
  /** Leaves no trace. */
  abandon(): void;
}

export interface Exporting extends Projecting {
  readonly what: ExportList;
  readonly options: ExportOptions;
  readonly target: ExportTarget;
  /** Several tables go into one archive instead of a folder. */
  readonly archive: boolean;
  /** IANA zone of the office's wall. */
  readonly timeZone: string;
  /** Now, ms UTC. */
  readonly at: number;
}
