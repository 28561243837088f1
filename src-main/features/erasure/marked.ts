// Marks that stand on a party until somebody ends them: a legal hold, a restriction, an objection.

import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import type { PrivacyMark } from '@shared/features/erasure/erasure-operations';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { CommandContext, QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { userRefs } from '../users';
import * as statements from './erasure.sql';

type Ops = (typeof privacyContract)['operations'];
type Users = ReturnType<typeof userRefs>;

export const markOf = (row: Tables['privacy_mark'], users: Users): PrivacyMark => ({
  id: row.id,
  partyId: row.party_id,
  kind: row.kind,
  reason: row.reason,
  at: row.at,
  by: users(row.by_id),
  ended: row.ended_at === null ? null : { at: row.ended_at, by: users(row.ended_by) },
});

/** Whether a mark stands on any record that is this party. For whoever is about to use their data. */
export const isMarked = (db: ReadDb, partyId: string, kind: PrivacyMark['kind']): boolean =>
  db.first(statements.selectMarksOn({ parties: JSON.stringify(memberIdsOf(db, partyId)), kind })) !== undefined;

export function mark(
  { db, ids, at, actor }: Pick<CommandContext, 'db' | 'ids' | 'at' | 'actor'>,
  { partyId, kind, reason }: InputOf<Ops['mark']>,
): Answer<Ops['mark']> {
  if (db.first(selectParty({ id: partyId })) === undefined) return fail('privacy.party-not-found', { id: partyId });
  if (isMarked(db, partyId, kind)) return fail('privacy.already-marked', { id: partyId });
  const id = ids();
  db.run(
    statements.insertMark({
      id,
      party_id: rootIdOf(db, partyId),
      kind,
      reason: cleanLine(reason),
      at,
      by_id: actor.userId ?? '',
      ended_at: null,
      ended_by: null,
    }),
  );
  return ok({ id });
}

export function endMark({ db, at, actor }: CommandContext, { id }: InputOf<Ops['endMark']>): Answer<Ops['endMark']> {
  const ended = db.run(statements.endMark({ id, at, by: actor.userId ?? '' }));
  return ended === 0 ? fail('privacy.mark-not-found', { id }) : ok({});
}

export function marks({ db }: QueryContext, { partyId }: InputOf<Ops['marks']>): Answer<Ops['marks']> {
  const users = userRefs(db);
  const rows =
    partyId === undefined
      ? db.all(statements.selectStandingMarks({}))
      : db.all(statements.selectMarksOfParty({ parties: JSON.stringify(memberIdsOf(db, partyId)) }));
  return ok({ marks: rows.map((row) => ({ ...markOf(row, users), partyName: row.party_name ?? '' })) });
}
