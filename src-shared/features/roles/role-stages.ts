// The life of a role: which stage may follow which. Ending is a stage with a reason, never a deletion.

import type { roleStages } from '../../catalogue';

export type RoleStage = (typeof roleStages)[number];

const moves: Readonly<Record<RoleStage, readonly RoleStage[]>> = {
  starting: ['active', 'ending', 'ended'],
  active: ['at-risk', 'ending', 'ended'],
  'at-risk': ['active', 'ending', 'ended'],
  ending: ['active', 'ended'],
  ended: ['starting', 'active'],
};

export const stagesAfter = (stage: RoleStage): readonly RoleStage[] => moves[stage];
export const canMove = (from: RoleStage, to: RoleStage): boolean => moves[from].includes(to);
