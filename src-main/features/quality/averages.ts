// How complete records are: of all that a connection sees, by owner and by role.

import type { ReadDb } from '../../db';
import * as statements from './scan.sql';

/** Averages as they are kept: users by their ids, for their names may change. */
export interface KeptAverages {
  readonly all: { readonly score: number; readonly parties: number };
  readonly owners: readonly { readonly owner: string | null; readonly score: number; readonly parties: number }[];
  readonly roles: readonly { readonly role: string; readonly score: number; readonly parties: number }[];
}

export function averagesSeen(db: ReadDb): KeptAverages {
  const all = db.first(statements.selectAverage({}));
  return {
    all: { score: all?.score ?? 0, parties: all?.parties ?? 0 },
    owners: db.all(statements.selectAveragesByOwner({})),
    roles: db.all(statements.selectAveragesByRole({})),
  };
}
