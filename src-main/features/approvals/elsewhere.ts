// Approval from another seat without a network: a code goes there, its answer comes back. Each is held against the keyring of the seat
// that reads it, and the database refuses a second answer as it refuses a second signature.

import { ApprovalBody } from '@shared/features/approvals/approval';
import type { approvalsContract } from '@shared/features/approvals/approvals.contract';
import type { Answer, InputOf, OutputOf } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Actor } from '../../access';
import type { ActionContext, QueryContext } from '../../core/context';
import type { ApprovalEventRow } from '../../db';
import { userRefs } from '../users';
import { emptyEvent, insertEvent } from './approvals.sql';
import { AnswerCode, AskCode, codeOf, readCodeOf, type CodeError } from './codes';
import { decidable, loginOf, put, type ApprovalsDeps } from './deciding';
import { mayApprove } from './need';
import { hashOf, isAsked, isSigned, messageOf, type Request } from './request';

type Ops = (typeof approvalsContract)['operations'];

/** What whoever asked carries to somebody who may approve. */
export function exportCode(
  { actor }: QueryContext,
  { id }: InputOf<Ops['exportCode']>,
  deps: ApprovalsDeps,
): Answer<Ops['exportCode']> {
  const known = decidable(id, deps);
  if (!known.ok) return known;
  const { asked, body, text, exactly } = known.value;
  if (body.who !== actor.userId) return fail('approvals.not-found', { id });
  return ok({ code: codeOf('ask', { v: 1, text, exactly, ...signedOf(asked) }) });
}

const signedOf = ({
  user_id,
  public_key,
  signature,
}: Pick<ApprovalEventRow, 'user_id' | 'public_key' | 'signature'>) => ({
  user: user_id,
  publicKey: Buffer.from(public_key ?? []).toString('base64url'),
  signature: Buffer.from(signature ?? []).toString('base64url'),
});

/** The event that a code tells of. */
const eventOf = (
  { user, publicKey, signature }: Pick<AskCode, 'user' | 'publicKey' | 'signature'>,
  event: Pick<ApprovalEventRow, 'request_id' | 'step' | 'at'>,
): Omit<ApprovalEventRow, 'seq'> => ({
  ...emptyEvent,
  ...event,
  user_id: user,
  public_key: Buffer.from(publicKey, 'base64url'),
  signature: Buffer.from(signature, 'base64url'),
});

type Read = Pick<Request, 'body' | 'text' | 'exactly'>;
type ReadError = CodeError | Failure<'approvals.code-altered' | 'approvals.expired' | 'approvals.own'>;

/** Signed by the key of whoever asks as this seat's keyring knows it, of what it says, in its time, and not by the reader themselves. */
function read(actor: Actor, typed: string, { keyOf, now }: ApprovalsDeps): Result<Read, ReadError> {
  const code = readCodeOf('ask', typed, AskCode);
  if (!code.ok) return code;
  const { text, exactly } = code.value;
  const content = contentOf(text, exactly);
  if (content === null) return fail('approvals.code-altered');
  const { body, hash } = content;
  const asked = eventOf(code.value, { request_id: body.id, step: 'requested', at: body.askedAt });
  if (hash !== body.inputHash || body.needs !== 'two') return fail('approvals.code-altered');
  if (!isAsked({ body, text, asked }, keyOf)) return fail('approvals.code-altered');
  if (now() >= body.expiresAt) return fail('approvals.expired', { id: body.id });
  return body.who === actor.userId ? fail('approvals.own') : ok({ body, text, exactly });
}

function contentOf(text: string, exactly: string): { body: ApprovalBody; hash: string } | null {
  try {
    const body = ApprovalBody.safeParse(JSON.parse(text));
    return body.success ? { body: body.data, hash: hashOf(JSON.parse(exactly)) } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What is asked, for whoever is to decide it here. */
export function readCode(
  { db, actor }: QueryContext,
  { code }: InputOf<Ops['readCode']>,
  deps: ApprovalsDeps,
): Answer<Ops['readCode']> {
  const request = read(actor, code, deps);
  return request.ok ? ok({ approval: shown(request.value, userRefs(db)) }) : request;
}

function shown({ body, exactly }: Read, users: ReturnType<typeof userRefs>): OutputOf<Ops['readCode']>['approval'] {
  const { v: _v, inputHash: _hash, ...asked } = body;
  const undecided = { state: 'waiting', decidedBy: null, decidedAt: null, usedAt: null } as const;
  return { ...asked, exactly, who: users(body.who), ...undecided };
}

/** Signs it with the key of whoever is at work; the log of this seat says so. */
export async function signCode(
  { db, actor, commit }: ActionContext,
  { code, passphrase }: InputOf<Ops['signCode']>,
  deps: ApprovalsDeps,
): Promise<Answer<Ops['signCode']>> {
  const known = read(actor, code, deps);
  if (!known.ok) return known;
  return deps.withProof<OutputOf<Ops['signCode']>, ReadError>({ login: loginOf(db, actor), passphrase }, (proven) => {
    // Looked at again: the passphrase took its time.
    const request = read(actor, code, deps);
    if (!request.ok) return request;
    const { body, text } = request.value;
    const { id, who, operation, inputHash } = body;
    const signature = proven.sign('approve', messageOf(text));
    put(commit, { details: { request: id, who, operation, inputHash } }, () => undefined);
    const signed = signedOf({
      user_id: proven.userId,
      public_key: Buffer.from(proven.publicKey),
      signature: Buffer.from(signature),
    });
    return ok({ id, code: codeOf('answer', { v: 1, id, ...signed }) });
  });
}

/** The answer, back where it was asked: held against the keyring, the rights and the clock of today. */
export function acceptCode(
  { actor, commit }: ActionContext,
  { code }: InputOf<Ops['acceptCode']>,
  deps: ApprovalsDeps,
): Answer<Ops['acceptCode']> {
  const answer = readCodeOf('answer', code, AnswerCode);
  if (!answer.ok) return answer;
  const { id, user } = answer.value;
  const known = decidable(id, deps);
  if (!known.ok) return known;
  const { body } = known.value;
  if (body.who !== actor.userId) return fail('approvals.not-found', { id });
  if (user === body.who) return fail('approvals.own');
  const now = deps.now();
  if (!mayApprove(deps.whole(), user, now)) return fail('approvals.not-allowed');
  const decision = eventOf(answer.value, { request_id: id, step: 'approved', at: now });
  if (!isSigned({ ...known.value, decision: { ...decision, seq: 0 } }, deps.keyOf))
    return fail('approvals.code-altered');
  const { operation, inputHash } = body;
  put(commit, { details: { request: id, approver: user, operation, inputHash } }, (to) =>
    to.run(insertEvent(decision)),
  );
  return ok({ id });
}
