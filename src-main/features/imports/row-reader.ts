// From rows of a file to drafts: one mapper for tables, one for cards and one for records, the parser's own doubts counted as reasons.

import {
  choiceWords,
  createCardMapper,
  createRecordMapper,
  createRowMapper,
  recordEntities,
  type ChoiceWords,
  type ImportDraft,
  type MappingOptions,
  type RecordDraft,
  type RecordInto,
  type Rejection,
} from '@shared/features/imports/mapping';
import { createOwnChoices, type OwnChoices } from '@shared/features/exports/own-choices';
import { createOwnRowMapper, ownCells } from '@shared/features/exports/own-row';
import type { Words } from '@shared/features/exports/own-sheet';
import { err, ok, type Result } from '@shared/core/result';
import type { ReadDb } from '../../db';
import { isCardRow, type SourceRow } from '../../import';
import { siteSettings, siteToday, userSettings } from '../settings';
import { holdsCard, withoutCards, type CardPolicy } from '@shared/features/privacy/card-guard';
import type { StoredPlan } from './job';

export type ReadingOptions = MappingOptions & { readonly timeZone: string; readonly cardNumbers: CardPolicy };
export type RowReader<Draft> = (row: SourceRow) => Result<Draft, Rejection[]>;
type ReadingPlan = Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;

export async function createPartyReader(plan: ReadingPlan, options: ReadingOptions): Promise<RowReader<ImportDraft>> {
  const all = { ...options, headers: plan.headers, dateOrder: plan.dateOrder };
  const own = ownCells(plan.mapping.columns);
  const ofCells = own.length > 0 ? createOwnRowMapper(own, await loadOwnChoices()) : createRowMapper(plan.mapping, all);
  const ofCard = createCardMapper(plan.mapping, all);
  return guarded(options, (row) => {
    if (row.problem !== undefined) return err([{ code: row.problem } satisfies Rejection]);
    return isCardRow(row) ? ofCard(row.card) : ofCells(row.cells);
  });
}

export interface RecordReading {
  readonly plan: ReadingPlan;
  readonly options: ReadingOptions;
  readonly choices: ChoiceWords;
}

export function createRecordReader(
  into: RecordInto,
  { plan, options, choices }: RecordReading,
): RowReader<RecordDraft> {
  const all = { ...options, choices, headers: plan.headers, dateOrder: plan.dateOrder };
  const ofCells = createRecordMapper(into, plan.mapping, all);
  return guarded(options, (row) => {
    if (row.problem !== undefined) return err([{ code: row.problem } satisfies Rejection]);
    return isCardRow(row) ? err([{ code: 'no-party' } satisfies Rejection]) : ofCells(row.cells);
  });
}

/** A card number in a text that would be stored refuses the row, or is shortened; nor do reasons repeat it. */
const guarded =
  <Draft>({ cardNumbers }: Pick<ReadingOptions, 'cardNumbers'>, read: RowReader<Draft>): RowReader<Draft> =>
  (row) => {
    const draft = read(row);
    if (!draft.ok) return err(withoutCards(draft.error));
    if (cardNumbers === 'shorten') return ok(withoutCards(draft.value));
    return holdsCard(draft.value) ? err([{ code: 'card-number' } satisfies Rejection]) : draft;
  };

/** The product's own words of three languages; loaded when wanted, for the engine speaks in codes. */
export async function loadChoiceWords(into: RecordInto): Promise<ChoiceWords> {
  const { messagesByLanguage } = await import('@shared/locale/messages/index');
  return choiceWords(recordEntities[into], Object.values(messagesByLanguage));
}

/** The words of each language, for sheets that we wrote ourselves. */
export async function loadLanguages(): Promise<Words[]> {
  const { messagesByLanguage } = await import('@shared/locale/messages/index');
  return Object.values(messagesByLanguage).map((messages) => (id) => messages[id] ?? id);
}

async function loadOwnChoices(): Promise<OwnChoices> {
  const languages = await loadLanguages();
  return createOwnChoices(languages, languages[0]!);
}

/** What the site and the user say about reading values. */
export function mappingOptions(db: ReadDb, userId: string | null, now: number): ReadingOptions {
  const site = siteSettings(db);
  const policy = site.importUnreadable === 'reject' ? 'reject' : 'keep';
  return {
    country: site.country,
    language: userSettings(db, userId).language,
    today: siteToday(db, now),
    timeZone: site.timeZone,
    cardNumbers: site.cardNumbers,
    badPhone: policy,
    badEmail: policy,
    badDate: policy,
  };
}
