// What other features may use of leads.

export { projectLeads } from './lead-projection';
export { createLeadsService } from './leads.service';
export { insertLead, insertLeadEvent } from './leads.sql';
