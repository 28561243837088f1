// Finding the party an operation is about: whoever stands for the id that was given.

import { fail, type Failure, type Result } from '@shared/core/result';
import type { ReadDb, Tables } from '../../db';
import * as statements from './parties.sql';

/** The party, or whoever stands for it. */
export function withParty<T, E>(
  { db }: { readonly db: ReadDb },
  id: string,
  use: (root: Tables['party']) => Result<T, E>,
): Result<T, E | Failure<'parties.not-found'>> {
  const named = db.first(statements.selectParty({ id }));
  const rootId = named?.root_id ?? null;
  const party = rootId === null ? named : db.first(statements.selectParty({ id: rootId }));
  return party === undefined ? fail('parties.not-found', { id }) : use(party);
}
