// Every contract of the engine in one list: the door, the client, the command line and the messages test read it.

import type { ClientOf, Contract, Operation } from '../core/contract';
import { accessContract } from './access/access.contract';
import { activitiesContract } from './activities/activities.contract';
import { approvalsContract } from './approvals/approvals.contract';
import { attachmentsContract } from './attachments/attachments.contract';
import { auditContract } from './audit/audit.contract';
import { authorityContract } from './authority/authority.contract';
import { backupsContract } from './backups/backups.contract';
import { baseContract } from './base/base.contract';
import { consentContract } from './consent/consent.contract';
import { dealsContract } from './deals/deals.contract';
import { draftsContract } from './drafts/drafts.contract';
import { duplicatesContract } from './duplicates/duplicates.contract';
import { emergenciesContract } from './emergencies/emergencies.contract';
import { exportsContract } from './exports/exports.contract';
import { forecastContract } from './forecast/forecast.contract';
import { goalsContract } from './goals/goals.contract';
import { healthContract } from './health/health.contract';
import { importsContract } from './imports/imports.contract';
import { jobsContract } from './jobs/jobs.contract';
import { keysContract } from './keys/keys.contract';
import { needsContract } from './needs/needs.contract';
import { leadsContract } from './leads/leads.contract';
import { noticesContract } from './notices/notices.contract';
import { operationsContract } from './operations/operations.contract';
import { partiesContract } from './parties/parties.contract';
import { pipelinesContract } from './pipelines/pipelines.contract';
import { policyContract } from './policy/policy.contract';
import { priceBooksContract, priceRulesContract, pricesContract } from './prices/prices.contract';
import { privacyContract } from './privacy/privacy.contract';
import { processingContract } from './processing/processing.contract';
import { productsContract } from './products/products.contract';
import { promisesContract } from './promises/promises.contract';
import { qualityContract } from './quality/quality.contract';
import { numbersContract } from './numbers/numbers.contract';
import { quotesContract } from './quotes/quotes.contract';
import { recoveryContract } from './recovery/recovery.contract';
import { relationshipsContract } from './relationships/relationships.contract';
import { rolesContract } from './roles/roles.contract';
import { searchContract } from './search/search.contract';
import { sessionContract } from './session/session.contract';
import { settingsContract } from './settings/settings.contract';
import { taxesContract } from './taxes/taxes.contract';
import { tasksContract } from './tasks/tasks.contract';
import { usersContract } from './users/users.contract';
import { viewsContract } from './views/views.contract';

export const contracts = {
  access: accessContract,
  activities: activitiesContract,
  approvals: approvalsContract,
  attachments: attachmentsContract,
  audit: auditContract,
  authority: authorityContract,
  backups: backupsContract,
  base: baseContract,
  consent: consentContract,
  deals: dealsContract,
  drafts: draftsContract,
  duplicates: duplicatesContract,
  emergencies: emergenciesContract,
  exports: exportsContract,
  forecast: forecastContract,
  goals: goalsContract,
  health: healthContract,
  imports: importsContract,
  jobs: jobsContract,
  keys: keysContract,
  needs: needsContract,
  leads: leadsContract,
  notices: noticesContract,
  operations: operationsContract,
  parties: partiesContract,
  pipelines: pipelinesContract,
  policy: policyContract,
  priceBooks: priceBooksContract,
  priceRules: priceRulesContract,
  prices: pricesContract,
  privacy: privacyContract,
  processing: processingContract,
  products: productsContract,
  promises: promisesContract,
  numbers: numbersContract,
  quality: qualityContract,
  quotes: quotesContract,
  recovery: recoveryContract,
  relationships: relationshipsContract,
  roles: rolesContract,
  search: searchContract,
  session: sessionContract,
  settings: settingsContract,
  taxes: taxesContract,
  tasks: tasksContract,
  users: usersContract,
  views: viewsContract,
} as const satisfies Readonly<Record<string, Contract>>;

export type Contracts = typeof contracts;
export type DiwanClient = { readonly [Noun in keyof Contracts]: ClientOf<Contracts[Noun]> };

/** `noun.operation` → its declaration. */
export function operationsByName(): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation>();
  for (const contract of Object.values<Contract>(contracts)) {
    for (const [name, operation] of Object.entries(contract.operations))
      found.set(`${contract.noun}.${name}`, operation);
  }
  return found;
}
