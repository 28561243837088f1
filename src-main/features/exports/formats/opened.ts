// A file on its way out, whatever its format: written in steps, so that the work can be told and ended between them.

import type { ExportList, ExportOptions } from '@shared/features/exports/exports.contract';
import type { Projecting } from '../projecting';

export interface OpenedExport {
  /** Rows that will be written, as far as is known. */
  readonly total: number;
  /** Each step writes some rows and says how many. */
  steps(): Iterable<number>;
  /** Brings the file to the disk under its own name. */
  end(): { readonly shortened: number };
  /** Leaves no trace. */
  abandon(): void;
}

export interface Exporting extends Projecting {
  readonly what: ExportList;
  readonly options: ExportOptions;
  /** Several tables go into one archive instead of a folder. */
  readonly archive: boolean;
  /** IANA zone of the office's wall. */
  readonly timeZone: string;
  /** Now, ms UTC. */
  readonly at: number;
}
