// The answer to a question of verification: kept as a slow hash under the question's own id, so that nobody reads it, in no copy either.

import { fold } from '@shared/text/fold';
import { equalBytes, scryptHash } from '../../keys';

/** In hex. Spelling, digits and spaces are those of a search: whoever listens writes down what they hear. */
export const answerHash = (answer: string, questionId: string): string =>
  scryptHash(fold(answer).replaceAll(/\s+/gu, ' ').trim(), questionId).toString('hex');

export const isAnswer = (
  answer: string,
  { id, answer_hash: kept }: { readonly id: string; readonly answer_hash: string },
): boolean => equalBytes(Buffer.from(answerHash(answer, id), 'hex'), Buffer.from(kept, 'hex'));
