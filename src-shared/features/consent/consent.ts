// What holds of all that a person has said about a purpose, and whether they may be contacted for it. Pure.

import type { consentActions, consentChannels, contactChannels, contactPointKinds } from '../../catalogue';
import { fold } from '../../text/fold';
import { mayObject, type LawfulBasis } from '../privacy/purpose';

export type ConsentAction = (typeof consentActions)[number];
export type ConsentChannel = (typeof consentChannels)[number];
export type ContactChannel = (typeof contactChannels)[number];

/** One event, as far as what holds depends on it. */
export interface Saying {
  readonly id: string;
  /** The record it was written to: one of those that are one person. */
  readonly partyId: string;
  readonly purposeId: string;
  readonly channel: ConsentChannel;
  readonly brand: string | null;
  readonly action: ConsentAction;
  /** ms UTC. */
  readonly at: number;
}

export interface Asked {
  readonly purposeId: string;
  readonly channel: ConsentChannel;
  readonly brand: string | null;
}

/**
 * The saying that holds; null when nothing was said. What was said of every channel or every brand counts for each of them, and the
 * last word counts. Of records that were joined at `joinedAt` each has its own last word, of which the most restrictive holds until
 * the person, known as one, says something anew.
 */
export function holdingSaying(sayings: readonly Saying[], asked: Asked, joinedAt: number | null): Saying | null {
  const relevant = sayings.filter((saying) => isAbout(saying, asked)).toSorted(inTime);
  const anew = joinedAt === null ? relevant : relevant.filter(({ at }) => at > joinedAt);
  const last = anew.at(-1);
  if (last !== undefined) return last;
  const ofRecords = [...new Map(relevant.map((saying) => [saying.partyId, saying])).values()].toSorted(inTime);
  return ofRecords.findLast(({ action }) => action !== 'given') ?? ofRecords.at(-1) ?? null;
}

const isAbout = (saying: Saying, { purposeId, channel, brand }: Asked): boolean =>
  saying.purposeId === purposeId &&
  (saying.channel === 'any' || saying.channel === channel) &&
  (saying.brand === null || (brand !== null && fold(saying.brand) === fold(brand)));

const inTime = (a: Saying, b: Saying): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Why somebody may be contacted, or may not. Words: `consent.reason.<reason>`. */
export const contactReasons = [
  'consent',
  'basis',
  'dead',
  'restricted',
  'purpose-off',
  'no-consent',
  'refused',
  'withdrawn',
  'objected',
  'no-address',
  'do-not-use',
  'suppressed',
] as const;
export type ContactReason = (typeof contactReasons)[number];

/** A way to reach the person on the channel in question. */
export interface Reachable {
  readonly id: string;
  /** It, or the same number on another record of the person, says so; or its time is over. */
  readonly doNotUse: boolean;
  readonly suppressed: boolean;
}

export interface ContactFacts {
  readonly dead: boolean;
  /** Their data are kept and not used, at their own word. */
  readonly restricted?: boolean;
  /** They object to whatever may be objected to. */
  readonly objects?: boolean;
  readonly purpose: { readonly active: boolean; readonly basis: LawfulBasis };
  readonly saying: Saying | null;
  /** null where the channel needs no number or address. */
  readonly points: readonly Reachable[] | null;
}

export interface ContactVerdict {
  readonly allowed: boolean;
  readonly reason: ContactReason;
  /** Contact points and addresses that may be used, by id. */
  readonly points: readonly string[];
}

/** May we? Every campaign, reminder and call asks this and nothing else. */
export function judgeContact({ purpose, saying, points, ...marks }: ContactFacts): ContactVerdict {
  const refused = forbidden(marks, purpose) ?? refusal(purpose.basis, saying);
  if (refused !== null) return { allowed: false, reason: refused, points: [] };
  const usable = (points ?? []).filter(({ doNotUse, suppressed }) => !doNotUse && !suppressed).map(({ id }) => id);
  if (points !== null && usable.length === 0) return { allowed: false, reason: unreachable(points), points: [] };
  return { allowed: true, reason: purpose.basis === 'consent' ? 'consent' : 'basis', points: usable };
}

function forbidden(
  { dead, restricted = false, objects = false }: Pick<ContactFacts, 'dead' | 'restricted' | 'objects'>,
  { active, basis }: ContactFacts['purpose'],
): ContactReason | null {
  if (dead) return 'dead';
  if (restricted) return 'restricted';
  if (!active) return 'purpose-off';
  return objects && mayObject(basis) ? 'objected' : null;
}

function refusal(basis: LawfulBasis, saying: Saying | null): ContactReason | null {
  if (basis === 'consent') {
    if (saying === null) return 'no-consent';
    return saying.action === 'given' ? null : saying.action;
  }
  return mayObject(basis) && saying !== null && saying.action !== 'given' ? 'objected' : null;
}

function unreachable(points: readonly Reachable[]): ContactReason {
  if (points.length === 0) return 'no-address';
  return points.some(({ suppressed }) => suppressed) ? 'suppressed' : 'do-not-use';
}

/** The kinds of contact point a channel goes by; a letter goes by addresses, and nobody needs a number in person. */
export const pointsOfChannel: Readonly<Record<ContactChannel, readonly (typeof contactPointKinds)[number][] | null>> = {
  phone: ['phone'],
  sms: ['phone'],
  email: ['email'],
  messenger: ['messenger', 'phone'],
  letter: [],
  'in-person': null,
};
