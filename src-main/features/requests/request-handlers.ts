// Requests of people about their own data: written down, made sure of, approved by a second person, answered.

import type { privacyContract } from '@shared/features/privacy/privacy.contract';
import type { PrivacyRequest, requestOperations } from '@shared/features/requests/request-operations';
import { answerBy } from '@shared/features/retention/retention';
import type { Answer, InputOf } from '@shared/core/contract';
import { fail, ok } from '@shared/core/result';
import { daysBetween } from '@shared/locale/civil';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext, Handlers, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { memberIdsOf, rootIdOf } from '../clusters';
import { isMarked, mark } from '../erasure';
import { selectParty } from '../parties';
import { siteCountry, siteToday } from '../settings';
import { userRefs } from '../users';
import { startPack } from './pack-job';
import * as statements from './requests.sql';
import type { ListedRequest, RequestRow } from './requests.sql';

type Ops = (typeof privacyContract)['operations'];
export type RequestHandlers = Pick<Handlers<typeof privacyContract>, keyof typeof requestOperations>;

/** `resolveFile`: the path behind a token that the person's dialog gave. */
export const createRequestHandlers = (resolveFile: (token: string) => string | undefined): RequestHandlers => ({
  request,
  updateRequest,
  approve,
  closeRequest,
  requests,
  accessPack: async (context, input) => startPack(context, input, resolveFile),
});

const cleanOrNull = (text: string | null | undefined): string | null => {
  const clean = cleanText(text ?? '');
  return clean === '' ? null : clean;
};

function request(
  { db, ids, at, actor, clock }: CommandContext,
  { partyId, kind, receivedOn, dueOn, note, identityCheck }: InputOf<Ops['request']>,
): Answer<Ops['request']> {
  if (db.first(selectParty({ id: partyId })) === undefined) return fail('privacy.party-not-found', { id: partyId });
  const received = receivedOn ?? siteToday(db, clock.now());
  const due = dueOn ?? answerBy(received, siteCountry(db));
  const id = ids();
  const told = { kind, received_on: received, due_on: due, identity_check: cleanOrNull(identityCheck) };
  const row = { id, party_id: rootIdOf(db, partyId), ...told, note: cleanOrNull(note) };
  db.run(statements.insertRequest({ ...openRequestRow, ...row, created_at: at, created_by: actor.userId ?? '' }));
  return ok({ id, dueOn: due });
}

/** What nobody has said of a request yet. */
export const openRequestRow = {
  state: 'open',
  outcome: null,
  approved_at: null,
  approved_by: null,
  closed_at: null,
  closed_by: null,
  erasure_id: null,
} as const;

function openRequest(
  db: ReadDb,
  id: string,
): { ok: true; value: RequestRow } | ReturnType<typeof fail<'privacy.request-not-found' | 'privacy.request-closed'>> {
  const row = db.first(statements.selectRequest({ id }));
  if (row === undefined) return fail('privacy.request-not-found', { id });
  return row.state === 'open' ? ok(row) : fail('privacy.request-closed', { id });
}

function updateRequest(
  { db }: CommandContext,
  { id, dueOn, note, identityCheck }: InputOf<Ops['updateRequest']>,
): Answer<Ops['updateRequest']> {
  const found = openRequest(db, id);
  if (!found.ok) return found;
  const columns = {
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(note === undefined ? {} : { note: cleanOrNull(note) }),
    ...(identityCheck === undefined ? {} : { identity_check: cleanOrNull(identityCheck) }),
  };
  if (Object.keys(columns).length > 0) db.run(statements.updateRequest(id, columns));
  return ok({});
}

function approve({ db, at, actor }: CommandContext, { id }: InputOf<Ops['approve']>): Answer<Ops['approve']> {
  const found = openRequest(db, id);
  if (!found.ok) return found;
  if (found.value.created_by === actor.userId) return fail('privacy.own-request');
  if (found.value.identity_check === null) return fail('privacy.identity-unchecked');
  db.run(statements.updateRequest(id, { approved_at: at, approved_by: actor.userId }));
  return ok({});
}

function closeRequest(
  context: CommandContext,
  { id, state, outcome }: InputOf<Ops['closeRequest']>,
): Answer<Ops['closeRequest']> {
  const { db, at, actor } = context;
  const found = openRequest(db, id);
  if (!found.ok) return found;
  const { kind, party_id, identity_check } = found.value;
  if (state === 'done') {
    if (identity_check === null) return fail('privacy.identity-unchecked');
    if (kind === 'erase' && party_id !== null) return fail('privacy.not-erased-yet');
    const marked = kind === 'restrict' ? 'restriction' : kind === 'object' ? 'objection' : null;
    if (marked !== null && party_id !== null && !isMarked(db, party_id, marked))
      mark(context, { partyId: party_id, kind: marked, reason: cleanLine(outcome) });
  }
  db.run(statements.updateRequest(id, { state, outcome: cleanLine(outcome), closed_at: at, closed_by: actor.userId }));
  return ok({});
}

function requests({ db, clock }: QueryContext, { partyId, state }: InputOf<Ops['requests']>): Answer<Ops['requests']> {
  const parties = partyId === undefined ? null : memberIdsOf(db, partyId);
  const rows = db.all(statements.selectRequests({ parties, state: state ?? null }));
  const today = siteToday(db, clock.now());
  const users = userRefs(db);
  return ok({ requests: rows.map((row) => requestOf(row, { today, users })) });
}

const requestOf = (
  row: ListedRequest,
  { today, users }: { readonly today: string; readonly users: ReturnType<typeof userRefs> },
): PrivacyRequest => ({
  id: row.id,
  party: row.party_id === null ? null : { id: row.root_id ?? row.party_id, name: row.party_name ?? '' },
  kind: row.kind,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  daysLeft: daysBetween(today, row.due_on),
  state: row.state,
  identityCheck: row.identity_check,
  note: row.note,
  outcome: row.outcome,
  createdBy: users(row.created_by),
  approved: row.approved_at === null ? null : { at: row.approved_at, by: users(row.approved_by) },
  closed: row.closed_at === null ? null : { at: row.closed_at, by: users(row.closed_by) },
  erasureId: row.erasure_id,
});
