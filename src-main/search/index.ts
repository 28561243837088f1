// The public face of search/: keeping the index, and finding.

export {
  insertActivityDocument,
  putActivityDocument,
  removeActivityDocument,
  type ActivitySource,
} from './activity-index';
export {
  findActivities,
  findBySound,
  findParties,
  searchedBy,
  type SearchedBy,
  type FindOptions,
  type Matched,
  type PartyMatch,
  type SoundedWord,
} from './find';
export { newestDocument } from './party-index';
export { activityMatch } from './match';
export { beginForgetting, finishForgetting, guardForgetting, isWorthForgettingInBulk } from './bulk-forgetting';
export { isBulk, mergePieces, type PieceStore } from './merge-pieces';
export type { DocumentText, PartyDocument } from './party-document';
export {
  insertPartyDocument,
  partyDocument,
  putPartyDocument,
  removePartyDocument,
  type PartySource,
} from './party-index';
