// What other features may use of deals.

export { projectDeals } from './deal-projection';
export { createDealsService } from './deals.service';
export { insertDeal, insertDealParty, insertPause, insertStageEvent } from './deals.sql';
