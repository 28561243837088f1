// A policy made ready for one person on one day: whose records "own", "team" and the rest mean for them.

import type { RolePolicy } from '@shared/features/policy/policy';

export interface Reach {
  /** Ids of users, the person and whom they stand in for first among them. */
  readonly own: readonly string[];
  readonly team: readonly string[];
  readonly subtree: readonly string[];
  /** Ids of units. */
  readonly teamUnits: readonly string[];
  readonly subtreeUnits: readonly string[];
  /** Folded names of cities. */
  readonly cities: readonly string[];
}

export interface Policy {
  readonly role: RolePolicy;
  readonly reach: Reach;
}

/** Of somebody in no unit, with no territory, who stands in for nobody. */
export const alone = (userId: string): Reach => ({
  own: [userId],
  team: [userId],
  subtree: [userId],
  teamUnits: [],
  subtreeUnits: [],
  cities: [],
});
