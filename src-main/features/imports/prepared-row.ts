// Rows made ready to be stored: mapped, checked, every comparable form and search word computed. This needs no database, so the
// engine has it done on a thread beside the one that writes; where there is none (tests), in line.

import type { ImportDraft, MappingOptions, RecordDraft, Rejection } from '@shared/features/imports/mapping';
import { PartyDraft } from '@shared/features/parties/party';
import type { SourceRow } from '../../import';
import { prepareParty, type PreparedParty } from '../parties';
import type { StoredPlan } from './job';
import { createPartyReader, createRecordReader, loadChoiceWords } from './row-reader';

export interface PartyToStore {
  readonly party: PreparedParty;
  readonly employer?: NonNullable<ImportDraft['organisation']>;
}

/** A party or a record to store, or why the row is refused; `row` is its place in the file. */
export type PreparedRow = { readonly row: number } & (
  | PartyToStore
  | { readonly record: RecordDraft }
  | { readonly refused: readonly Rejection[] }
);

export interface PreparingPlan {
  readonly plan: Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;
  readonly options: MappingOptions & { readonly timeZone: string };
}

export interface RowPreparer {
  /** In the order of the rows. Never settles once the preparer is closed. */
  prepare(rows: readonly SourceRow[]): Promise<readonly PreparedRow[]>;
  close(): void;
}

export type StartPreparer = (plan: PreparingPlan) => RowPreparer;
export type RowPreparation = (row: SourceRow) => PreparedRow;

export async function createRowPreparation({ plan, options }: PreparingPlan): Promise<RowPreparation> {
  const { into } = plan.mapping;
  if (into === 'parties') return partyPreparation({ plan, options });
  const read = createRecordReader(into, { plan, options, choices: await loadChoiceWords(into) });
  return (source) => {
    const { row } = source;
    const record = read(source);
    return record.ok ? { row, record: record.value } : { row, refused: record.error };
  };
}

function partyPreparation({ plan, options }: PreparingPlan): RowPreparation {
  const read = createPartyReader(plan, options);
  return (source) => {
    const { row } = source;
    const mapped = read(source);
    if (!mapped.ok) return { row, refused: mapped.error };
    const { organisation: employer, ...draft } = mapped.value;
    const party = prepareParty(PartyDraft.parse(draft), options.country);
    return employer === undefined ? { row, party } : { row, party, employer };
  };
}

export const prepareInLine: StartPreparer = (plan) => {
  const preparation = createRowPreparation(plan);
  return {
    prepare: async (rows) => rows.map(await preparation),
    close: () => undefined,
  };
};
