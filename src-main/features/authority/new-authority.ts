// An authority as it is first written down: neither disputed nor withdrawn; what it must say; and the one that stands already.

import type { Matter } from '@shared/features/authority/matters';
import type { ReadDb } from '../../db';
import { selectBetween, type AuthorityRow } from './authority.sql';

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

interface Terms {
  readonly told: boolean;
  readonly act: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is wrong with them, if anything. */
export function wrongTerms(stance: 'allow' | 'refuse', { told, act, from, to }: Terms) {
  if (stance === 'allow' && !told && !act) return 'authority.nothing-granted' as const;
  return from !== null && to !== null && to < from ? ('authority.dates-reversed' as const) : undefined;
}

interface Standing {
  /** Every record of either party. */
  readonly subjects: readonly string[];
  readonly agents: readonly string[];
  readonly basis: AuthorityRow['basis'];
  readonly stance: AuthorityRow['stance'];
}

/** The one between two parties that rests on this and was not withdrawn. */
export const standingAuthority = (
  db: ReadDb,
  { subjects, agents, basis, stance }: Standing,
): AuthorityRow | undefined => {
  const found = db
    .all(selectBetween({ subject: JSON.stringify(subjects), caller: JSON.stringify(agents) }))
    .find((row) => row.basis === basis && row.stance === stance && row.withdrawn_at === null);
  if (found === undefined) return undefined;
  const { has_document: _, ...row } = found;
  return row;
};
