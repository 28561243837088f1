// The form of an authority as data: what it begins with, and when it can be saved.

import type { Authority } from '@shared/features/authority/authority.contract';
import { matters, type Matter } from '@shared/features/authority/matters';

export interface AuthorityForm {
  readonly basis: Authority['basis'];
  readonly stance: Authority['stance'];
  readonly matters: readonly Matter[];
  readonly mayBeTold: boolean;
  readonly mayAct: boolean;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly attachmentId: string | null;
  readonly note: string;
  readonly question: string;
  readonly answer: string;
}

export const authorityForm = (given: Authority | null): AuthorityForm => ({
  basis: given?.basis ?? 'guardian',
  stance: given?.stance ?? 'allow',
  matters: given?.matters ?? matters.filter((matter) => matter === 'contact' || matter === 'appointments'),
  mayBeTold: given?.mayBeTold ?? true,
  mayAct: given?.mayAct ?? false,
  fromOn: given?.fromOn ?? null,
  toOn: given?.toOn ?? null,
  attachmentId: given?.document?.id ?? null,
  note: given?.note ?? '',
  question: '',
  answer: '',
});

/** A question without its answer, or the other way round, is half of one. */
export const isReady = ({ matters: about, stance, mayBeTold, mayAct, question, answer }: AuthorityForm): boolean =>
  about.length > 0 &&
  (stance === 'refuse' || mayBeTold || mayAct) &&
  (question.trim() === '') === (answer.trim() === '');
