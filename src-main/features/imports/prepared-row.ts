// Rows made ready to be stored: mapped, checked, every comparable form and search word computed, everybody recognised who is there.
// The engine has it done on a thread beside the one that writes; where there is none (tests), in line.

import type { RecordDraft, Rejection } from '@shared/features/imports/mapping';
import { PartyDraft } from '@shared/features/parties/party';
import { sealing, type ReadDb } from '../../db';
import type { SourceRow } from '../../import';
import { prepareParty } from '../parties';
import type { StoredPlan } from './job';
import type { PartyToStore } from './party-to-store';
import { createRecogniser, type RowOfParty } from './recogniser';
import type { Recognising, Recognition, Told } from './recognition';
import { createPartyReader, createRecordReader, loadChoiceWords, type ReadingOptions } from './row-reader';

/** A party or a record to store, or why the row is refused; `row` is its place in the file. */
export type PreparedRow = { readonly row: number } & (
  | PartyOfRow
  | { readonly record: RecordDraft }
  | { readonly refused: readonly Rejection[] }
);

export type PartyOfRow = PartyToStore & { readonly recognition: Recognition };

export interface PreparingPlan {
  readonly plan: Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;
  readonly options: ReadingOptions;
  readonly recognising: Recognising;
}

export interface RowPreparer {
  /** In the order of the rows. Never settles once the preparer is closed. */
  prepare(rows: readonly SourceRow[]): Promise<readonly PreparedRow[]>;
  /** Takes in rows that were prepared and stored before an interruption. */
  remember(rows: readonly SourceRow[], told: Told): Promise<void>;
  close(): Promise<void>;
}

/** `db`: of the open base, for preparers that have no connection of their own. */
export type StartPreparer = (plan: PreparingPlan, db: ReadDb) => RowPreparer;

/** With `told` the rows are only taken in. */
export type RowPreparation = (rows: readonly SourceRow[], told?: Told) => readonly PreparedRow[];

export async function createRowPreparation(preparing: PreparingPlan, db: ReadDb): Promise<RowPreparation> {
  const { plan, options } = preparing;
  const { into } = plan.mapping;
  if (into === 'parties') return partyPreparation(preparing, db);
  const read = createRecordReader(into, { plan, options, choices: await loadChoiceWords(into) });
  return (sources) =>
    sources.map((source) => {
      const { row } = source;
      const record = read(source);
      return record.ok ? { row, record: record.value } : { row, refused: record.error };
    });
}

async function partyPreparation({ plan, options, recognising }: PreparingPlan, db: ReadDb): Promise<RowPreparation> {
  const read = await createPartyReader(plan, options);
  const recogniser = createRecogniser(db, recognising);
  const stored = sealing.tokens(db, 'identifier.value');
  const partyOf = (source: SourceRow): RowOfParty | { row: number; refused: readonly Rejection[] } => {
    const { row } = source;
    const mapped = read(source);
    if (!mapped.ok) return { row, refused: mapped.error };
    const { organisation: employer, ...draft } = mapped.value;
    const party = prepareParty(PartyDraft.parse(draft), options.country, stored);
    return employer === undefined ? { row, party } : { row, party, employer };
  };
  return (sources, told) => {
    const rows = sources.map(partyOf);
    const parties = rows.filter((row) => 'party' in row);
    if (told !== undefined) recogniser.remember(parties, told);
    const recognised = told === undefined ? recogniser.recognise(parties) : [];
    const recognitions = new Map(parties.map((row, index) => [row.row, recognised[index]]));
    return rows.flatMap((row): PreparedRow[] => {
      if ('refused' in row) return [row];
      const recognition = recognitions.get(row.row);
      return recognition === undefined ? [] : [{ ...row, recognition }];
    });
  };
}

export const prepareInLine: StartPreparer = (plan, db) => {
  const preparation = createRowPreparation(plan, db);
  return {
    prepare: async (rows) => (await preparation)(rows),
    remember: async (rows, told) => void (await preparation)(rows, told),
    close: async () => undefined,
  };
};
