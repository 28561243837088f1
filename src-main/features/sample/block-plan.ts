// Which index is what: kind and script of a party, and its place in a family. Worked out from seed and index alone, so that
// parties, relationships and activities agree without looking at one another.

import { mix } from './random';
import type { SampleCountry, Script } from './types';

/** Neighbours who may be one family. */
export const BLOCK = 5;

export type Member = 'father' | 'mother' | 'child' | 'household';

export interface PartyPlan {
  readonly kind: 'person' | 'organisation' | 'group';
  readonly script: Script;
  /** Null outside families. */
  readonly member: Member | null;
}

interface Where {
  readonly seed: number;
  readonly country?: SampleCountry | undefined;
}

/** The busiest party of every generated base: a big corporate customer. */
export const hubPartyIndex = 0;

const WORD = 2 ** 32;
const FAMILY_SHARE = 0.3;
/** Half of the families have a third child at the fifth place, the others the household itself. */
const HOUSEHOLD_SHARE = 0.45;
/** 15 of 100 parties over all, since families hold no organisations. */
const ORGANISATION_SHARE = 0.15 / (1 - FAMILY_SHARE);
const COMPANY_GROUP_SHARE = 0.004;

/** Salts that keep the draws of one index independent. */
const salt = { family: 0x51ed, script: 0x7a31, kind: 0x2c9b, fifth: 0x1f83 };

export function planParty(where: Where, index: number): PartyPlan {
  const block = Math.floor(index / BLOCK);
  if (isFamily(where, block)) {
    const member = memberAt(where, block, index % BLOCK);
    return { kind: member === 'household' ? 'group' : 'person', script: scriptOfBlock(where, block), member };
  }
  const script = scriptAt(where, share(where.seed + salt.script, index));
  return {
    kind: index === hubPartyIndex ? 'organisation' : lonelyKind(share(where.seed + salt.kind, index)),
    script,
    member: null,
  };
}

export const isFamily = (where: Where, block: number): boolean =>
  block !== 0 && share(where.seed + salt.family, block) < FAMILY_SHARE;

/** The one script of a family. */
export const scriptOfBlock = (where: Where, block: number): Script =>
  scriptAt(where, share(where.seed + salt.script, block + 0x4000_0000));

function memberAt(where: Where, block: number, place: number): Member {
  if (place === 0) return 'father';
  if (place === 1) return 'mother';
  return place === BLOCK - 1 && share(where.seed + salt.fifth, block) < HOUSEHOLD_SHARE ? 'household' : 'child';
}

function lonelyKind(drawn: number): PartyPlan['kind'] {
  if (drawn < ORGANISATION_SHARE) return 'organisation';
  return drawn < ORGANISATION_SHARE + COMPANY_GROUP_SHARE ? 'group' : 'person';
}

/** Shares of Arabic and of Persian; the rest is Latin. */
const scriptShares = { all: [0.5, 0.3], arab: [0.8, 0.03], iran: [0.06, 0.86] } as const;

function scriptAt({ country }: Where, drawn: number): Script {
  const [arabic, persian] =
    country === undefined ? scriptShares.all : country === 'IR' ? scriptShares.iran : scriptShares.arab;
  if (drawn < arabic) return 'arabic';
  return drawn < arabic + persian ? 'persian' : 'latin';
}

const share = (seed: number, stream: number): number => mix(seed, stream) / WORD;
