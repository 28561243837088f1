// Every statement on purposes and wordings.

import { compiled, statement, tables, type Query, type Tables } from '../../db';

export type PurposeRow = Tables['purpose'];
export type WordingRow = Tables['consent_wording'];

export const selectPurposes = statement<Record<string, never>, PurposeRow>(() =>
  tables.selectFrom('purpose').selectAll().orderBy('created_at').orderBy('id'),
);

export const putPurpose = ({ id, created_at, ...columns }: PurposeRow): Query =>
  compiled(
    tables
      .insertInto('purpose')
      .values({ id, created_at, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns)),
  );

export const deletePurpose = statement<{ id: string }>((arg) =>
  tables.deleteFrom('purpose').where('id', '=', arg('id')),
);

export const selectUseOf = statement<{ purpose: string }, { id: string }>((arg) =>
  tables.selectFrom('consent_event').select('id').where('purpose_id', '=', arg('purpose')).limit(1),
);

/** Newest first, of each language. */
export const selectWordings = statement<Record<string, never>, WordingRow>(() =>
  tables.selectFrom('consent_wording').selectAll().orderBy('language').orderBy('version', 'desc'),
);

export const selectLatestWording = statement<
  { purpose: string; language: WordingRow['language'] },
  { version: number; text: string }
>((arg) =>
  tables
    .selectFrom('consent_wording')
    .select(['version', 'text'])
    .where('purpose_id', '=', arg('purpose'))
    .where('language', '=', arg('language'))
    .orderBy('version', 'desc')
    .limit(1),
);

export const insertWording = (row: WordingRow): Query => compiled(tables.insertInto('consent_wording').values(row));
