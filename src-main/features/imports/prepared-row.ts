// Rows made ready to be stored: mapped, checked, every comparable form and search word computed. This needs no database, so the
// engine has it done on a thread beside the one that writes; where there is none (tests), in line.

import type { ImportDraft, MappingOptions } from '@shared/features/imports/mapping';
import { PartyDraft } from '@shared/features/parties/party';
import type { SourceRow } from '../../import';
import { prepareParty, type PreparedParty } from '../parties';
import type { StoredPlan } from './job';
import { createRowReader } from './row-reader';

export interface RowToStore {
  readonly party: PreparedParty;
  readonly employer?: NonNullable<ImportDraft['organisation']>;
}

/** A row to store, or the distinct codes of why it is refused. */
export type PreparedRow = RowToStore | { readonly refused: readonly string[] };

export interface PreparingPlan {
  readonly plan: Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;
  readonly options: MappingOptions;
}

export interface RowPreparer {
  /** In the order of the rows. Never settles once the preparer is closed. */
  prepare(rows: readonly SourceRow[]): Promise<readonly PreparedRow[]>;
  close(): void;
}

export type StartPreparer = (plan: PreparingPlan) => RowPreparer;

export function createRowPreparation({ plan, options }: PreparingPlan): (row: SourceRow) => PreparedRow {
  const read = createRowReader(plan, options);
  return (row) => {
    const mapped = read(row);
    if (!mapped.ok) return { refused: [...new Set(mapped.error.map((reason) => reason.code))] };
    const { organisation: employer, ...draft } = mapped.value;
    const party = prepareParty(PartyDraft.parse(draft), options.country);
    return employer === undefined ? { party } : { party, employer };
  };
}

export const prepareInLine: StartPreparer = (plan) => {
  const preparation = createRowPreparation(plan);
  return { prepare: async (rows) => rows.map(preparation), close: () => undefined };
};
