// The privacy desk of the sample office: what was asked and answered, a hold, a rule in force, and a true erasure with its certificate.

import { PartyDraft } from '@shared/features/parties/party';
import { answerBy, retentionPresets } from '@shared/features/retention/retention';
import { ok } from '@shared/core/result';
import type { ActionContext } from '../../core/context';
import type { Work } from '../../ledger';
import { executeJob, mark } from '../erasure';
import { insertPartyDraft, type PartyProjectionState } from '../parties';
import { contactsOf, suppressContacts } from '../privacy';
import { insertRequest, openRequestRow } from '../requests';
import { putRule, reviewRetention } from '../retention';
import type { SamplePrivacy, SampleRequest } from '../sample';
import { siteCountry } from '../settings';

interface Filling {
  readonly context: ActionContext;
  readonly groupId: string;
  readonly state: PartyProjectionState;
}

interface Known {
  party(key: string): string;
  user(key: string): string;
}

const RULE = 'quiet-prospects';

export async function storePrivacy(filling: Filling, privacy: SamplePrivacy, known: Known): Promise<void> {
  const { context, groupId } = filling;
  const gone = context.commit(
    (work) => {
      for (const { partyKey, ...request } of privacy.requests)
        storeRequest(work, { ...request, partyId: known.party(partyKey) });
      for (const { partyKey, reason } of privacy.holds)
        mark(work, { partyId: known.party(partyKey), kind: 'hold', reason });
      for (const key of privacy.complained)
        suppressContacts(work, contactsOf(work.db, [known.party(key)]), 'complaint');
      work.db.run(putRule(quietRule(work.at)));
      return ok(storeGone(work, filling, { privacy, approver: known.user(privacy.approverKey) }));
    },
    { groupId },
  );
  if (!gone.ok) return;
  await context.startJob(executeJob, gone.value).ended;
}

/** Once the history is there, so that somebody's time is over. */
export const reviewSample = async ({ context }: Pick<Filling, 'context'>): Promise<void> =>
  void (await context.startJob(reviewRetention.name, {}).ended);

type Writing = Parameters<Parameters<ActionContext['commit']>[0]>[0] & Work;

type Stored = Omit<SampleRequest, 'partyKey'> & { readonly partyId: string; readonly approvedBy?: string };

function storeRequest({ db, ids, at, actor }: Writing, request: Stored): string {
  const id = ids();
  const by = actor.userId ?? '';
  const { partyId, kind, receivedOn, note, identityCheck = null, closed, approvedBy } = request;
  db.run(
    insertRequest({
      ...openRequestRow,
      id,
      party_id: partyId,
      kind,
      received_on: receivedOn,
      due_on: answerBy(receivedOn, siteCountry(db)),
      identity_check: identityCheck,
      note,
      created_at: at,
      created_by: by,
      ...(approvedBy === undefined ? {} : { approved_at: at, approved_by: approvedBy }),
      ...(closed === undefined ? {} : { ...closed, closed_at: at, closed_by: by }),
    }),
  );
  return id;
}

/** Answers what the erasure is asked. */
function storeGone(
  work: Writing,
  { state }: Filling,
  { privacy, approver }: { readonly privacy: SamplePrivacy; readonly approver: string },
): { partyId: string; requestId: string } {
  const { draft, request } = privacy.gone;
  const { db, ids, at, actor } = work;
  const storing = { db, ids, at, userId: actor.userId ?? '', country: siteCountry(db), state };
  const partyId = insertPartyDraft(storing, PartyDraft.parse(draft));
  const requestId = storeRequest(work, { ...request, kind: 'erase', partyId, approvedBy: approver });
  return { partyId, requestId };
}

function quietRule(at: number): Parameters<typeof putRule>[0] {
  const preset = retentionPresets.find(({ id }) => id === RULE)!;
  const { binding, about: _, ...rule } = preset;
  return { ...rule, name: null, binding: binding ? 1 : 0, active: 1, about: 'person', created_at: at };
}
