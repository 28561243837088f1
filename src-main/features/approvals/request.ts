// One request for approval as its events tell it, and whether it holds for what is about to be done.

import { ApprovalBody, type ApprovalState } from '@shared/features/approvals/approval';
import type { ApprovalEventRow, ReadDb } from '../../db';
import { canonicalJson, sha256, verifyInDomain, type JsonValue } from '../../keys';
import { selectEvents } from './approvals.sql';

export interface Request {
  readonly body: ApprovalBody;
  /** As it was signed. */
  readonly text: string;
  readonly exactly: string;
  readonly state: ApprovalState;
  readonly asked: ApprovalEventRow;
  readonly decision: ApprovalEventRow | null;
  readonly end: ApprovalEventRow | null;
}

/** `now` in ms UTC of the hybrid clock; null when there is none of this id. */
export function requestOf(db: ReadDb, id: string, now: number): Request | null {
  const events = db.all(selectEvents({ id }));
  const asked = events.find(({ step }) => step === 'requested');
  if (asked === undefined) return null;
  const body = ApprovalBody.parse(JSON.parse(asked.body));
  const decision = events.find(({ step }) => step === 'approved' || step === 'refused') ?? null;
  const end = events.find(({ step }) => step === 'used' || step === 'withdrawn' || step === 'refused') ?? null;
  const state = stateOf(body, { decision, end, now });
  return { body, text: asked.body, exactly: asked.exactly, state, asked, decision, end };
}

interface Events {
  readonly decision: ApprovalEventRow | null;
  readonly end: ApprovalEventRow | null;
  readonly now: number;
}

function stateOf({ needs, expiresAt }: ApprovalBody, { decision, end, now }: Events): ApprovalState {
  if (end !== null) return end.step as ApprovalState;
  if (now >= expiresAt) return 'expired';
  return needs === 'step-up' || decision !== null ? 'granted' : 'waiting';
}

export const hashOf = (exactly: unknown): string => sha256(canonicalJson(plain(exactly))).toString('hex');
/** Without members that are undefined, as JSON has none. */
export const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value ?? null)) as JsonValue;

export const messageOf = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Whose key signs what, as the keyring says it. */
export type KeyOf = (userId: string) => Uint8Array | undefined;

type Asked = Pick<Request, 'body' | 'text'> & { readonly asked: Signed };
type Signed = Pick<ApprovalEventRow, 'request_id' | 'user_id' | 'public_key' | 'signature'>;

/** By whom it says, of what it says, with the key that is theirs today. */
export const isAsked = ({ body, text, asked }: Asked, keyOf: KeyOf): boolean =>
  body.id === asked.request_id &&
  body.who === asked.user_id &&
  canonicalJson(plain(body)) === text &&
  isSignedBy(asked, 'ask-approval', { text, keyOf });

/** Signed by who asked and, where two are needed, by somebody else; each with the key that is theirs today. */
export function isSigned(request: Request, keyOf: KeyOf): boolean {
  const { body, text, decision } = request;
  if (!isAsked(request, keyOf)) return false;
  if (body.needs === 'step-up') return true;
  return (
    decision?.step === 'approved' && decision.user_id !== body.who && isSignedBy(decision, 'approve', { text, keyOf })
  );
}

function isSignedBy(
  { user_id, public_key, signature }: Signed,
  domain: 'ask-approval' | 'approve',
  { text, keyOf }: { readonly text: string; readonly keyOf: KeyOf },
): boolean {
  const key = keyOf(user_id);
  if (key === undefined || public_key === null || signature === null) return false;
  if (!Buffer.from(key).equals(public_key)) return false;
  return verifyInDomain(domain, key, { message: messageOf(text), signature });
}
