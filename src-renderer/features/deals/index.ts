// The public face of deals: their page, the page of one, and a party's deals.

export { DealsPage } from './DealsPage';
export type { DealsPageProps } from './DealsPage';
export { PartyDeals } from './PartyDeals';
export type { PartyDealsProps } from './PartyDeals';
export { DealPage } from './record/DealPage';
export type { DealPageProps } from './record/DealPage';
