// Statements on needs that are still open; the reader's own views leave out whom they do not see.

import { compiled, sql, statement, tables, type Query, type Tables } from '../../db';

export type OpenNeed = Pick<Tables['need'], 'id' | 'party_id' | 'words' | 'tags' | 'urgency'>;

export const selectOpenNeedsOf = (parties: readonly string[]): Query<OpenNeed> =>
  compiled(
    tables
      .selectFrom('need')
      .select(['id', 'party_id', 'words', 'tags', 'urgency'])
      .where('party_id', 'in', parties)
      .where(sql<boolean>`status = 'open'`)
      .orderBy('id'),
  );

/** In the order of people, from one on, as many as are read at once. */
export const selectOpenNeeds = statement<{ party: string; id: string; limit: number }, OpenNeed>((arg) =>
  tables
    .selectFrom('need')
    .select(['id', 'party_id', 'words', 'tags', 'urgency'])
    .where(sql<boolean>`status = 'open' and (party_id, id) > (${arg('party')}, ${arg('id')})`)
    .orderBy('party_id')
    .orderBy('id')
    .limit(arg('limit')),
);
