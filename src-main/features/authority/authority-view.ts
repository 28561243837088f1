// Authorities as people see them: on the page of either party, and on the card of a call.

import type { Authority, AuthorityPair } from '@shared/features/authority/authority.contract';
import type { QueryContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { rowFor } from '../attachments';
import { rootIdOf } from '../clusters';
import { selectParty } from '../parties';
import { userRefs } from '../users';
import * as statements from './authority.sql';
import { judged, mattersOf, type Two } from './situation-of';

type PartyRef = AuthorityPair['agent'];

export const partyRef = ({ id, kind, display_name: name }: Tables['party']): PartyRef => ({ id, kind, name });

/** The party that stands for an id, as whoever asks sees it; undefined when they do not. */
export const seenParty = (db: ReadDb, id: string): Tables['party'] | undefined =>
  db.first(selectParty({ id: rootIdOf(db, id) }));

export function authorityView(context: QueryContext, questions: readonly statements.QuestionRow[]) {
  const users = userRefs(context.db);
  return (row: statements.AuthorityRow): Authority => ({
    id: row.id,
    partyId: row.party_id,
    basis: row.basis,
    stance: row.stance,
    matters: mattersOf(row),
    mayBeTold: row.may_be_told === 1,
    mayAct: row.may_act === 1,
    fromOn: row.from_on,
    toOn: row.to_on,
    document: documentOf(context, row.attachment_id),
    note: row.note,
    disputed: row.disputed_at === null ? null : { at: row.disputed_at, note: row.dispute_note },
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, by: users(row.withdrawn_by), reason: row.withdrawn_reason },
    createdAt: row.created_at,
    createdBy: users(row.created_by),
    questions: questions
      .filter(({ authority_id }) => authority_id === row.id)
      .map(({ id, question }) => ({ id, question })),
  });
}

function documentOf(context: QueryContext, id: string | null): Authority['document'] {
  const file = id === null ? undefined : rowFor(context, id, 'read');
  return file === undefined ? null : { id: file.id, name: file.name };
}

/** What stands between some parties, one pair for each; what somebody does not see is not among it, but counts for the light. */
export function pairsOf(context: QueryContext, rows: readonly statements.AuthorityRow[]): AuthorityPair[] {
  const { db } = context;
  const byPair = new Map<string, { two: Two; rows: statements.AuthorityRow[] }>();
  for (const row of rows) {
    const two = { callerId: rootIdOf(db, row.agent_id), subjectId: rootIdOf(db, row.party_id) };
    const key = `${two.callerId} ${two.subjectId}`;
    const pair = byPair.get(key) ?? { two, rows: [] };
    byPair.set(key, pair);
    pair.rows.push(row);
  }
  return [...byPair.values()].slice(0, statements.MOST_PAIRS).flatMap(({ two, rows: own }) => {
    const [agent, subject] = [seenParty(db, two.callerId), seenParty(db, two.subjectId)];
    if (agent === undefined || subject === undefined || agent.id === subject.id) return [];
    const questions = db.all(
      statements.selectSeenQuestions({ subject: JSON.stringify([...new Set(own.map((row) => row.party_id))]) }),
    );
    const lights = judged(context, two, { by: 'papers' }).lights.map(({ fields: _, ...light }) => light);
    return [
      {
        agent: partyRef(agent),
        subject: partyRef(subject),
        authorities: own.map(authorityView(context, questions)),
        lights,
      },
    ];
  });
}
