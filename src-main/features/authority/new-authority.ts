// An authority as it is first written down: neither disputed nor withdrawn.

import type { Matter } from '@shared/features/authority/matters';
import type { AuthorityRow } from './authority.sql';

export interface AuthorityTerms {
  readonly partyId: string;
  readonly agentId: string;
  readonly basis: AuthorityRow['basis'];
  readonly stance?: AuthorityRow['stance'];
  readonly matters: readonly Matter[];
  readonly mayBeTold?: boolean;
  readonly mayAct?: boolean;
  readonly fromOn?: string | null | undefined;
  readonly toOn?: string | null | undefined;
  readonly attachmentId?: string | null | undefined;
  readonly note?: string | null;
}

export const newAuthority = (
  id: string,
  { partyId, agentId, basis, stance = 'allow', matters, mayBeTold = true, mayAct = false, ...rest }: AuthorityTerms,
  by: { readonly at: number; readonly userId: string },
): AuthorityRow => ({
  id,
  party_id: partyId,
  agent_id: agentId,
  basis,
  stance,
  matters: mattersColumn(matters),
  may_be_told: mayBeTold ? 1 : 0,
  may_act: mayAct ? 1 : 0,
  from_on: rest.fromOn ?? null,
  to_on: rest.toOn ?? null,
  attachment_id: rest.attachmentId ?? null,
  note: rest.note ?? null,
  disputed_at: null,
  dispute_note: null,
  withdrawn_at: null,
  withdrawn_by: null,
  withdrawn_reason: null,
  created_at: by.at,
  created_by: by.userId,
});

/** Each once, in one order, so that a change is one. */
export const mattersColumn = (matters: readonly Matter[]): string => JSON.stringify([...new Set(matters)].toSorted());
