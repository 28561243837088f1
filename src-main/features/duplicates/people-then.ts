// The people of a base as it was at a moment, for comparing thousands of rows with them: asked for together, remembered for a while.

import type { Identity } from '@shared/features/duplicates/identity';
import { createJudge, type Judge, type Thresholds } from '@shared/features/duplicates/judge';
import { withCounted, type CountedNames, type NameStatistics } from '@shared/features/duplicates/name-statistics';
import type { ReadDb } from '../../db';
import { baseStatistics, baseThresholds } from './base-judge';
import { candidatesFor, holdersThen, type Moment } from './candidates';
import { knownParties, type KnownParty } from './identity-facts';
import { selectRoots } from './identity-facts.sql';
import { selectDifferentFrom } from './duplicates.sql';

export interface PeopleThen {
  /** For each of these the ids of those it is to be compared with. */
  candidates(identities: readonly Identity[]): readonly (readonly string[])[];
  /** By any id of theirs; merged records are the party they belong to. */
  known(ids: readonly string[]): ReadonlyMap<string, KnownParty>;
  /** Whether somebody said that these are two. */
  areDifferent(one: string, other: string): boolean;
  readonly judge: Judge;
  readonly statistics: NameStatistics;
  readonly thresholds: Thresholds;
}

export interface Asking {
  readonly db: ReadDb;
  /** Whether identity numbers may be compared. */
  readonly sensitive: boolean;
  readonly moment: Moment;
  /** How many people there are to be taken for one another, those to come included. */
  readonly people: number;
  /** How common names are among those to come, as a sample of them tells. */
  readonly names: CountedNames;
}

const REMEMBERED = 20_000;

export function peopleThen({ db, sensitive, moment, people, names }: Asking): PeopleThen {
  const thresholds = baseThresholds(db);
  const statistics = withCounted({ ...baseStatistics(db, people), parties: people }, names);
  const holders = holdersThen(db, moment);
  const remembered = new Map<string, KnownParty | null>();
  return {
    judge: createJudge({ statistics, thresholds }),
    statistics,
    thresholds,
    candidates: (identities) =>
      moment.document === 0 ? identities.map(() => []) : identities.map((one) => candidatesFor(holders, one)),
    known(asked) {
      // What was made since has no part in it, whether it is there yet or not.
      const ids = asked.filter((id) => id < moment.before);
      if (remembered.size >= REMEMBERED) remembered.clear();
      const missing = ids.filter((id) => !remembered.has(id));
      if (missing.length > 0) {
        for (const id of missing) remembered.set(id, null);
        for (const [id, party] of knownById(db, sensitive, missing)) remembered.set(id, party);
      }
      return new Map(
        ids.flatMap((id) => {
          const party = remembered.get(id);
          return party ? [[id, party] as const] : [];
        }),
      );
    },
    areDifferent: (one, other) => db.all(selectDifferentFrom({ party: one })).some(({ id }) => id === other),
  };
}

function knownById(db: ReadDb, sensitive: boolean, ids: readonly string[]): [string, KnownParty][] {
  const parties = knownParties(db, ids, { identifiers: sensitive });
  return db.all(selectRoots({ ids: JSON.stringify(ids) })).flatMap(({ id, root }) => {
    const party = parties.get(root);
    return party === undefined ? [] : [[id, party] as [string, KnownParty]];
  });
}
