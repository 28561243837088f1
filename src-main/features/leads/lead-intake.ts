// A lead is taken in: of somebody on file, or of somebody who is written down in the same step by the rules of parties.

import type { LeadChange, LeadDraft } from '@shared/features/leads/lead';
import type { leadsContract } from '@shared/features/leads/leads.contract';
import type { Answer } from '@shared/core/contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { currencyFor } from '@shared/locale/money';
import { cleanLine, cleanText } from '@shared/text/clean';
import type { CommandContext } from '../../core/context';
import type { ReadDb, Tables } from '../../db';
import { liveRootOf } from '../clusters';
import { createParty, isUnknownUnit, type Creating } from '../parties';
import { siteCountry } from '../settings';
import { selectUserExists } from '../users';
import * as statements from './leads.sql';

type Create = (typeof leadsContract)['operations']['create'];

export function createLead(context: CommandContext, draft: LeadDraft, creating: Creating): Answer<Create> {
  const { db, at } = context;
  const unknown = unknownHolder(db, draft);
  if (unknown !== undefined) return unknown;
  const receivedAt = draft.receivedAt ?? at;
  if (receivedAt > at) return fail('leads.in-the-future');
  const ownerId = draft.ownerId === undefined ? context.actor.userId : draft.ownerId;
  const party = partyOf(context, { ...draft, ownerId }, creating);
  if (!party.ok) return party;
  const id = storeLead(context, draft, { partyId: party.value, ownerId, receivedAt });
  return ok({ id, partyId: party.value });
}

function partyOf(
  context: CommandContext,
  { partyId, party, ownerId }: Pick<LeadDraft, 'partyId' | 'party' | 'ownerId'>,
  creating: Creating,
): Result<string, Failure<Exclude<Answer<Create>, { ok: true }>['error']['code']>> {
  if (party === undefined) {
    const root = liveRootOf(context.db, partyId ?? '');
    return root === undefined ? fail('leads.party-not-found', { id: partyId }) : ok(root.root_id);
  }
  // Whoever is to work the lead sees whom it is of.
  const made = createParty(context, { ...party, ownerId: party.ownerId ?? ownerId }, creating);
  return made.ok ? ok(made.value.id) : made;
}

interface Taken {
  readonly partyId: string;
  readonly ownerId: string | null;
  readonly receivedAt: number;
}

function storeLead({ db, ids, at, actor }: CommandContext, draft: LeadDraft, taken: Taken): string {
  const { partyId, ownerId, receivedAt } = taken;
  const id = ids();
  const by = actor.userId ?? '';
  const held = { owner_id: ownerId, unit_id: draft.unitId ?? null };
  const derived = { state: 'new', state_at: receivedAt, responded_at: null } as const;
  db.run(
    statements.insertLead({
      id,
      party_id: partyId,
      interest: line(draft.interest),
      source: draft.source,
      received_at: receivedAt,
      amount: draft.amount ?? null,
      currency: draft.currency ?? currencyFor(siteCountry(db)),
      ...held,
      note: text(draft.note),
      external_key: null,
      created_at: at,
      created_by: by,
      deleted_at: null,
      ...derived,
    }),
  );
  const first = { id: ids(), lead_id: id, party_id: partyId, to_state: 'new', at: receivedAt, by_id: by } as const;
  db.run(statements.insertLeadEvent({ ...first, activity_id: null, reason_id: null, words: null }));
  return id;
}

interface Holder {
  readonly ownerId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
}

/** Why a lead cannot be somebody's. */
export function unknownHolder(
  db: ReadDb,
  { ownerId, unitId }: Holder,
): { readonly ok: false; readonly error: Failure<'leads.owner-unknown' | 'leads.unit-unknown'> } | undefined {
  if (typeof ownerId === 'string' && db.first(selectUserExists({ id: ownerId })) === undefined)
    return fail('leads.owner-unknown', { ownerId });
  if (isUnknownUnit(db, unitId)) return fail('leads.unit-unknown', { unitId });
  return undefined;
}

export function columnsOf(set: LeadChange): Partial<Tables['lead']> {
  const columns: Partial<Tables['lead']> = {};
  if (set.interest !== undefined) columns.interest = line(set.interest);
  if (set.source !== undefined) columns.source = set.source;
  if (set.amount !== undefined) columns.amount = set.amount;
  if (set.currency !== undefined) columns.currency = set.currency;
  if (set.note !== undefined) columns.note = text(set.note);
  return columns;
}

export const line = (typed: string | null | undefined): string | null => {
  const clean = cleanLine(typed ?? '');
  return clean === '' ? null : clean;
};
const text = (typed: string | null | undefined): string | null => {
  const clean = cleanText(typed ?? '');
  return clean === '' ? null : clean;
};
