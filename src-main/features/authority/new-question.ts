// A question that a caller has to answer, as it is first written down.

import { cleanLine } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import { answerHash } from './answer-hash';
import * as statements from './authority.sql';

export interface NewQuestion {
  readonly partyId: string;
  readonly authorityId: string | null;
  readonly question: string;
  readonly answer: string;
}

/** Of its answer nothing is kept but a slow hash. */
export function insertQuestion(
  { db, ids, at }: Pick<CommandContext, 'db' | 'ids' | 'at'>,
  { partyId, authorityId, question, answer }: NewQuestion,
): string {
  const id = ids();
  const row = { id, party_id: partyId, authority_id: authorityId, question: cleanLine(question), created_at: at };
  db.run(statements.insertQuestion({ ...row, answer_hash: answerHash(answer, id) }));
  return id;
}
