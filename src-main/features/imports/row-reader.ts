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
import { err, type Result } from '@shared/core/result';
import type { ReadDb } from '../../db';
import { isCardRow, type SourceRow } from '../../import';
import { siteSettings, siteToday, userSettings } from '../settings';
import type { StoredPlan } from './job';

export type RowReader<Draft> = (row: SourceRow) => Result<Draft, Rejection[]>;
type ReadingPlan = Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;

export async function createPartyReader(plan: ReadingPlan, options: MappingOptions): Promise<RowReader<ImportDraft>> {
  const all = { ...options, headers: plan.headers, dateOrder: plan.dateOrder };
  const own = ownCells(plan.mapping.columns);
  const ofCells = own.length > 0 ? createOwnRowMapper(own, await loadOwnChoices()) : createRowMapper(plan.mapping, all);
  const ofCard = createCardMapper(plan.mapping, all);
  return (row) => {
    if (row.problem !== undefined) return err([{ code: row.problem } satisfies Rejection]);
    return isCardRow(row) ? ofCard(row.card) : ofCells(row.cells);
  };
}

export interface RecordReading {
  readonly plan: ReadingPlan;
  readonly options: MappingOptions & { readonly timeZone: string };
  readonly choices: ChoiceWords;
}

export function createRecordReader(
  into: RecordInto,
  { plan, options, choices }: RecordReading,
): RowReader<RecordDraft> {
  const all = { ...options, choices, headers: plan.headers, dateOrder: plan.dateOrder };
  const ofCells = createRecordMapper(into, plan.mapping, all);
  return (row) => {
    if (row.problem !== undefined) return err([{ code: row.problem } satisfies Rejection]);
    return isCardRow(row) ? err([{ code: 'no-party' } satisfies Rejection]) : ofCells(row.cells);
  };
}

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
export function mappingOptions(
  db: ReadDb,
  userId: string | null,
  now: number,
): MappingOptions & { readonly timeZone: string } {
  const site = siteSettings(db);
  const policy = site.importUnreadable === 'reject' ? 'reject' : 'keep';
  return {
    country: site.country,
    language: userSettings(db, userId).language,
    today: siteToday(db, now),
    timeZone: site.timeZone,
    badPhone: policy,
    badEmail: policy,
    badDate: policy,
  };
}
