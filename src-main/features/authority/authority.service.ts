// The rules of authority: who is given it, what for, until when; and what is answered to whoever has a caller on the line.

import type { authorityContract } from '@shared/features/authority/authority.contract';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { cleanLine } from '@shared/text/clean';
import type { ActionContext, CommandContext, Handlers, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { selectAttachment } from '../attachments';
import { liveRootOf, memberIdsOf } from '../clusters';
import { isAnswer } from './answer-hash';
import { authorityView, pairsOf, partyRef, seenParty } from './authority-view';
import * as statements from './authority.sql';
import { mattersColumn, newAuthority, wrongTerms } from './new-authority';
import { insertQuestion } from './new-question';
import { attemptsLeft, judged, recordsOf } from './situation-of';

type Ops = (typeof authorityContract)['operations'];

export const createAuthorityService = (): Handlers<typeof authorityContract> => ({
  grant,
  change,
  revoke,
  addQuestion,
  removeQuestion({ db }, { id }) {
    if (db.first(statements.selectQuestion({ id })) === undefined) return fail('authority.question-not-found', { id });
    db.run(statements.deleteQuestion(id));
    return ok({ id });
  },
  list,
  check,
  verify: async (context, input) => verify(context, input),
});

function grant(context: CommandContext, draft: InputOf<Ops['grant']>): Answer<Ops['grant']> {
  const { db, ids, at, actor } = context;
  const [subject, agent] = [liveRootOf(db, draft.subjectId), liveRootOf(db, draft.agentId)];
  if (subject === undefined || agent === undefined) return fail('authority.party-not-found');
  if (subject.root_id === agent.root_id) return fail('authority.same-party');
  const terms = { told: draft.mayBeTold, act: draft.mayAct, from: draft.fromOn ?? null, to: draft.toOn ?? null };
  const wrong = wrongTerms(draft.stance, terms);
  if (wrong !== undefined) return fail(wrong);
  const parties = [...memberIdsOf(db, subject.root_id), ...memberIdsOf(db, agent.root_id)];
  if (isForeignDocument(db, draft.attachmentId, parties)) return fail('authority.document-not-found');
  const id = ids();
  const { questions, subjectId: _, agentId: __, ...given } = draft;
  const row = { ...given, partyId: subject.root_id, agentId: agent.root_id, note: line(draft.note) };
  db.run(statements.insertAuthority(newAuthority(id, row, { at, userId: actor.userId ?? '' })));
  for (const question of questions) insertQuestion(context, { ...question, partyId: subject.root_id, authorityId: id });
  return ok({ id });
}

function isForeignDocument(db: ReadDb, id: string | null | undefined, parties: readonly string[]): boolean {
  if (id === null || id === undefined) return false;
  const file = db.first(selectAttachment({ id }));
  return file === undefined || file.deleted_at !== null || !parties.includes(file.party_id ?? '');
}

function change(
  { db, at }: CommandContext,
  { id, set, disputed, disputeNote }: InputOf<Ops['change']>,
): Answer<Ops['change']> {
  const row = db.first(statements.selectAuthority({ id }));
  if (row === undefined) return fail('authority.not-found', { id });
  if (row.withdrawn_at !== null) return fail('authority.withdrawn');
  const columns: Partial<statements.AuthorityRow> = {};
  if (set.matters !== undefined) columns.matters = mattersColumn(set.matters);
  if (set.mayBeTold !== undefined) columns.may_be_told = set.mayBeTold ? 1 : 0;
  if (set.mayAct !== undefined) columns.may_act = set.mayAct ? 1 : 0;
  if (set.fromOn !== undefined) columns.from_on = set.fromOn;
  if (set.toOn !== undefined) columns.to_on = set.toOn;
  if (set.note !== undefined) columns.note = line(set.note);
  if (set.attachmentId !== undefined) columns.attachment_id = set.attachmentId;
  if (disputed !== undefined) columns.disputed_at = disputed ? (row.disputed_at ?? at) : null;
  if (disputed === false) columns.dispute_note = null;
  else if (disputeNote !== undefined) columns.dispute_note = line(disputeNote);
  const after = { ...row, ...columns };
  const wrong = wrongTerms(row.stance, {
    told: after.may_be_told === 1,
    act: after.may_act === 1,
    from: after.from_on,
    to: after.to_on,
  });
  if (wrong !== undefined) return fail(wrong);
  const parties = [...memberIdsOf(db, row.party_id), ...memberIdsOf(db, row.agent_id)];
  if (isForeignDocument(db, set.attachmentId, parties)) return fail('authority.document-not-found');
  if (Object.keys(columns).length > 0) db.run(statements.updateAuthority(id, columns));
  return ok({ id });
}

function revoke({ db, at, actor }: CommandContext, { id, reason }: InputOf<Ops['revoke']>): Answer<Ops['revoke']> {
  const row = db.first(statements.selectAuthority({ id }));
  if (row === undefined) return fail('authority.not-found', { id });
  if (row.withdrawn_at !== null) return fail('authority.withdrawn');
  const withdrawn = { withdrawn_at: at, withdrawn_by: actor.userId, withdrawn_reason: line(reason) };
  db.run(statements.updateAuthority(id, withdrawn));
  return ok({ id });
}

function addQuestion(context: CommandContext, input: InputOf<Ops['addQuestion']>): Answer<Ops['addQuestion']> {
  const { db } = context;
  const subject = liveRootOf(db, input.subjectId);
  if (subject === undefined) return fail('authority.party-not-found');
  const authorityId = input.authorityId ?? null;
  const held = authorityId === null ? undefined : db.first(statements.selectAuthority({ id: authorityId }));
  if (authorityId !== null && (held === undefined || !memberIdsOf(db, subject.root_id).includes(held.party_id)))
    return fail('authority.not-found', { id: authorityId });
  return ok({ id: insertQuestion(context, { ...input, partyId: held?.party_id ?? subject.root_id, authorityId }) });
}

function list(context: QueryContext, { partyId }: InputOf<Ops['list']>): Answer<Ops['list']> {
  const { db } = context;
  const party = seenParty(db, partyId);
  if (party === undefined) return fail('authority.party-not-found', { id: partyId });
  const records = recordsOf(db, party.id);
  const questions = db.all(statements.selectSeenQuestions({ subject: records }));
  return ok({
    forThem: pairsOf(context, db.all(statements.selectSeenAuthorities({ records }))),
    byThem: pairsOf(context, db.all(statements.selectSeenHeld({ records }))),
    questions: questions
      .filter(({ authority_id }) => authority_id === null)
      .map(({ id, question }) => ({ id, question })),
  });
}

function check(context: QueryContext, { callerId, subjectId, proof }: InputOf<Ops['check']>): Answer<Ops['check']> {
  const { db } = context;
  const [caller, subject] = [seenParty(db, callerId), seenParty(db, subjectId)];
  if (caller === undefined || subject === undefined) return fail('authority.party-not-found');
  const two = { callerId: caller.id, subjectId: subject.id };
  const { lights, situation, attemptsLeft: left } = judged(context, two, proof);
  const records = recordsOf(db, subject.id);
  const agents = memberIdsOf(db, caller.id);
  const seen = db.all(statements.selectSeenAuthorities({ records })).filter((row) => agents.includes(row.agent_id));
  const questions = db.all(statements.selectSeenQuestions({ subject: records }));
  const asked = situation.isSelf
    ? questions.filter(({ authority_id }) => authority_id === null)
    : questions.filter(({ authority_id }) => seen.some((row) => row.id === authority_id && row.withdrawn_at === null));
  return ok({
    caller: partyRef(caller),
    subject: partyRef(subject),
    isSelf: situation.isSelf,
    lights: [...lights],
    questions: asked.map(({ id, question, authority_id }) => ({
      id,
      question,
      authorityId: authority_id,
      passed: situation.passed.has(id),
    })),
    attemptsLeft: left,
    authorities: seen.map(authorityView(context, questions)),
  });
}

function verify(context: ActionContext, input: InputOf<Ops['verify']>): Answer<Ops['verify']> {
  const { db, actor, clock, ids } = context;
  const [caller, subject] = [seenParty(db, input.callerId), seenParty(db, input.subjectId)];
  if (caller === undefined || subject === undefined) return fail('authority.party-not-found');
  const question = db.first(statements.selectQuestion({ id: input.questionId }));
  if (question === undefined || !memberIdsOf(db, subject.id).includes(question.party_id))
    return fail('authority.question-not-found', { id: input.questionId });
  const two = { callerId: caller.id, subjectId: subject.id };
  if (attemptsLeft(context, two) === 0) return fail('authority.too-many-wrong');
  const right = isAnswer(input.answer, question);
  const answer = {
    id: ids(),
    party_id: subject.id,
    caller_id: caller.id,
    question_id: question.id,
    is_right: right ? 1 : 0,
    at: clock.now(),
    by_id: actor.userId ?? '',
  };
  context.local(statements.insertAnswer(answer));
  context.commit(() => ok(undefined), { always: true, details: { ...two, right } });
  return ok({ right, attemptsLeft: attemptsLeft(context, two) });
}

const line = (text: string | null | undefined): string | null => {
  const clean = cleanLine(text ?? '');
  return clean === '' ? null : clean;
};
