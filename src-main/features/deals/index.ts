// What other features may use of deals.

export { projectDeals } from './deal-projection';
export { openSums, wonSums } from './deal-sums';
export type { SumRow } from './deal-sums.sql';
export { cardsOf } from './deal-view';
export { createDeal, createDealsService, liveDealOf } from './deals.service';
export { insertDeal, insertDealParty, insertPause, insertStageEvent, selectDeal } from './deals.sql';
export { instantsOf } from './sum-spans';
