// The public face of leads: their page, the page of one, a party's leads, what the first page and the settings show of them.

export { LeadRules } from './LeadRules';
export { LeadsPage } from './LeadsPage';
export type { LeadsPageProps } from './LeadsPage';
export { LeadsTile } from './LeadsTile';
export { NewLeadDialog } from './NewLeadDialog';
export { PartyLeads } from './PartyLeads';
export { LeadPage } from './record/LeadPage';
export type { LeadPageProps } from './record/LeadPage';
