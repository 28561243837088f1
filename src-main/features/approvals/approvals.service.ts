// Asking for approval, giving it and refusing it. Whoever asks and whoever approves type their passphrase and sign with the key of
// their own slot; what they sign names exactly what is to be done.

import type { Answer, InputOf, OutputOf } from '@shared/core/contract';
import { APPROVAL_HOURS, mostOf, type ApprovalBody } from '@shared/features/approvals/approval';
import type { approvalsContract } from '@shared/features/approvals/approvals.contract';
import { operationsByName } from '@shared/features/contracts';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { holdsCard } from '@shared/features/privacy/card-guard';
import { CardNumberFound } from '../../access';
import type { ActionContext, Handlers, QueryContext } from '../../core/context';
import { canonicalJson } from '../../keys';
import { actorOf } from '../policy';
import { userRefs } from '../users';
import { emptyEvent, insertEvent, selectLastRequests, selectRequestsBy } from './approvals.sql';
import { decidable, loginOf, put, type ApprovalsDeps, type Proven } from './deciding';
import { acceptCode, exportCode, readCode, signCode } from './elsewhere';
import { needOf, type Need } from './need';
import { hashOf, messageOf, plain, requestOf } from './request';

type Ops = (typeof approvalsContract)['operations'];
export function createApprovalsService(deps: ApprovalsDeps): Handlers<typeof approvalsContract> {
  return {
    list: (context, input) => ok({ approvals: listed(context, input, deps) }),
    request: (context, input) => request(context, input, deps),
    approve: (context, input) => approve(context, input, deps),
    refuse: async (context, input) => refuse(context, input, deps),
    withdraw: async (context, input) => withdraw(context, input, deps),
    exportCode: (context, input) => exportCode(context, input, deps),
    readCode: (context, input) => readCode(context, input, deps),
    signCode: (context, input) => signCode(context, input, deps),
    acceptCode: async (context, input) => acceptCode(context, input, deps),
  };
}

async function request(
  context: ActionContext,
  asked: InputOf<Ops['request']>,
  deps: ApprovalsDeps,
): Promise<Answer<Ops['request']>> {
  const { db, actor, ids } = context;
  const need = neededFor(context, asked, deps);
  if (!need.ok) return need;
  const { needs, count, fields, protection, exactly } = need.value;
  if (needs === 'two' && need.value.approvers.length === 0) return fail('approvals.nobody');
  if (needs === 'two' && asked.purpose === undefined) return fail('approvals.purpose-missing');
  const typed = { login: loginOf(db, actor), passphrase: asked.passphrase };
  return deps.withProof<OutputOf<Ops['request']>, never>(typed, (proven) => {
    const now = deps.now();
    const body: ApprovalBody = {
      v: 1,
      id: ids(),
      who: proven.userId,
      operation: asked.operation,
      rule: protection.rule,
      needs,
      inputHash: hashOf(exactly),
      count,
      most: mostOf(count),
      fields: [...fields],
      purpose: asked.purpose ?? null,
      recipient: asked.recipient ?? null,
      askedAt: now,
      expiresAt: now + APPROVAL_HOURS * 60 * 60_000,
    };
    write(context.commit, { body, exactly: canonicalJson(plain(exactly)), proven, now });
    if (needs === 'step-up') noteAlone(deps.commitAs(actor, 'approvals.alone'), body);
    const { id, expiresAt } = body;
    return ok({ id, needs, expiresAt, state: needs === 'two' ? ('waiting' as const) : ('granted' as const) });
  });
}

type NeedError = Failure<
  'approvals.not-protected' | 'approvals.not-needed' | 'approvals.not-allowed' | 'approvals.input-invalid'
>;

function neededFor(
  { db, actor, clock }: QueryContext,
  { operation: name, input }: InputOf<Ops['request']>,
  { whole, now, keyOf }: ApprovalsDeps,
): Result<Need, NeedError> {
  const operation = operationsByName().get(name);
  if (operation?.approval === undefined) return fail('approvals.not-protected', { operation: name });
  if (!actor.can(operation.permission)) return fail('approvals.not-allowed');
  const parsed = operation.input.safeParse(input ?? {});
  if (!parsed.success) return fail('approvals.input-invalid');
  const need = needOf(
    { op: name, operation, input: parsed.data, actor },
    { db, clock, keyOf, whole: whole(), now: now() },
  );
  return need === null ? fail('approvals.not-needed') : ok(need);
}

interface Written {
  readonly body: ApprovalBody;
  readonly exactly: string;
  readonly proven: Proven;
  readonly now: number;
}

function write(commit: ActionContext['commit'], { body, exactly, proven, now }: Written): void {
  // What is to be done is kept as it was asked for, and so is looked at as anything else that is stored.
  if (holdsCard([body, JSON.parse(exactly)])) throw new CardNumberFound({});
  const text = canonicalJson(plain(body));
  const signature = proven.sign('ask-approval', messageOf(text));
  const { id, operation, needs, inputHash, count } = body;
  put(commit, { details: { request: id, operation, needs, inputHash, count } }, (db) =>
    db.run(
      insertEvent({
        ...emptyEvent,
        request_id: id,
        step: 'requested',
        user_id: proven.userId,
        at: now,
        body: text,
        exactly,
        public_key: proven.publicKey,
        signature,
      }),
    ),
  );
}

/** A line of its own in the log, to be found by its name: what two should have decided was decided by one. */
const noteAlone = (commit: ActionContext['commit'], { id, operation, rule }: ApprovalBody): void =>
  put(commit, { details: { priority: true, request: id, operation, rule } }, () => undefined);

async function approve(
  { db, actor }: ActionContext,
  { id, login, passphrase }: InputOf<Ops['approve']>,
  deps: ApprovalsDeps,
): Promise<Answer<Ops['approve']>> {
  const known = decidable(id, deps);
  if (!known.ok) return known;
  const typed = { login: login ?? loginOf(db, actor), passphrase };
  return deps.withProof(typed, (proven) => sign(id, proven, deps));
}

/** Looks again at everything: the passphrase took its time. */
function sign(id: string, { userId, publicKey, sign: signed }: Proven, deps: ApprovalsDeps): Answer<Ops['approve']> {
  const known = decidable(id, deps);
  if (!known.ok) return known;
  const { body, text } = known.value;
  if (userId === body.who) return fail('approvals.own');
  const now = deps.now();
  const approver = actorOf(deps.whole(), userId, now);
  if (approver?.can('approvals.approve') !== true) return fail('approvals.not-allowed');
  const signature = signed('approve', messageOf(text));
  const event = { step: 'approved', user_id: userId, at: now, public_key: publicKey, signature } as const;
  const details = { request: id, operation: body.operation, inputHash: body.inputHash };
  put(deps.commitAs(approver, 'approvals.approve'), { details }, (to) =>
    to.run(insertEvent({ ...emptyEvent, ...event, request_id: id })),
  );
  return ok({ id });
}

function refuse(
  { actor, commit }: ActionContext,
  { id, reason }: InputOf<Ops['refuse']>,
  deps: ApprovalsDeps,
): Answer<Ops['refuse']> {
  const now = deps.now();
  const request = requestOf(deps.whole(), id, now);
  if (request === null) return fail('approvals.not-found', { id });
  if (request.state !== 'waiting') return fail('approvals.not-waiting', { id });
  if (request.body.who === actor.userId) return fail('approvals.own');
  const options = { details: { request: id }, ...(reason === undefined ? {} : { reason }) };
  put(commit, options, (to) =>
    to.run(insertEvent({ ...emptyEvent, request_id: id, step: 'refused', user_id: actor.userId ?? '', at: now })),
  );
  return ok({ id });
}

function withdraw(
  { actor, commit }: ActionContext,
  { id }: InputOf<Ops['withdraw']>,
  deps: ApprovalsDeps,
): Answer<Ops['withdraw']> {
  const now = deps.now();
  const request = requestOf(deps.whole(), id, now);
  if (request === null || request.body.who !== actor.userId) return fail('approvals.not-found', { id });
  if (request.state !== 'waiting' && request.state !== 'granted') return fail('approvals.not-waiting', { id });
  put(commit, { details: { request: id } }, (to) =>
    to.run(insertEvent({ ...emptyEvent, request_id: id, step: 'withdrawn', user_id: actor.userId ?? '', at: now })),
  );
  return ok({ id });
}

/** Shown: the last ones, or somebody's own of the last year. */
const MOST_SHOWN = 200;
const YEAR_MS = 366 * 24 * 60 * 60_000;

function listed(
  { actor, db, clock }: QueryContext,
  { ids, state }: InputOf<Ops['list']>,
  { whole, now }: ApprovalsDeps,
): OutputOf<Ops['list']>['approvals'] {
  const users = userRefs(db);
  const all = actor.can('approvals.approve')
    ? db.all(selectLastRequests({ limit: MOST_SHOWN }))
    : db.all(selectRequestsBy({ userId: actor.userId ?? '', since: clock.now() - YEAR_MS })).toReversed();
  return all
    .filter(({ request_id }) => ids === undefined || ids.includes(request_id))
    .flatMap(({ request_id }) => requestOf(whole(), request_id, now()) ?? [])
    .filter((request) => state === undefined || request.state === state)
    .map(({ body: { v: _v, inputHash: _hash, ...body }, exactly, state: stands, decision, end }) => ({
      ...body,
      exactly,
      state: stands,
      who: users(body.who),
      decidedBy: users(decision?.user_id ?? null),
      decidedAt: decision?.at ?? null,
      usedAt: end?.step === 'used' ? end.at : null,
    }));
}
