// What other features may use of clusters: who stands for a party, who belongs to it, merging and separating.

export {
  clusterOfRoot,
  countedMembers,
  liveRootOf,
  memberIdsOf,
  rootIdOf,
  standingOf,
  withRoots,
  type Cluster,
} from './cluster';
export { endsOfLink, linksFrom, projectClusters } from './cluster-projection';
export type { LinkRow, Standing } from './clusters.sql';
export { chooseShown, mergeable, mergeParties } from './merge';
export { partingOf } from './parting';
export { unmergeParties } from './unmerge';
export { compareClusters } from './verify-clusters';
export { factsSince } from './facts-since';
