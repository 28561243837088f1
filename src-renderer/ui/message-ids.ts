// Every message id as a type, read from the English words, so that a wrong id does not compile.

import type about from '@shared/locale/messages/en/about.json';
import type audit from '@shared/locale/messages/en/audit.json';
import type authority from '@shared/locale/messages/en/authority.json';
import type approvals from '@shared/locale/messages/en/approvals.json';
import type attachments from '@shared/locale/messages/en/attachments.json';
import type activities from '@shared/locale/messages/en/activities.json';
import type app from '@shared/locale/messages/en/app.json';
import type catalogue from '@shared/locale/messages/en/catalogue.json';
import type privacyCatalogue from '@shared/locale/messages/en/catalogue-privacy.json';
import type privacyErrors from '@shared/locale/messages/en/errors-privacy.json';
import type common from '@shared/locale/messages/en/common.json';
import type dealsCatalogue from '@shared/locale/messages/en/catalogue-deals.json';
import type dealsErrors from '@shared/locale/messages/en/errors-deals.json';
import type purpose from '@shared/locale/messages/en/errors-purpose.json';
import type deals from '@shared/locale/messages/en/deals.json';
import type leadsCatalogue from '@shared/locale/messages/en/catalogue-leads.json';
import type leadsErrors from '@shared/locale/messages/en/errors-leads.json';
import type leads from '@shared/locale/messages/en/leads.json';
import type products from '@shared/locale/messages/en/products.json';
import type productsCatalogue from '@shared/locale/messages/en/catalogue-products.json';
import type productsErrors from '@shared/locale/messages/en/errors-products.json';
import type prices from '@shared/locale/messages/en/prices.json';
import type forecastCatalogue from '@shared/locale/messages/en/catalogue-forecast.json';
import type forecastErrors from '@shared/locale/messages/en/errors-forecast.json';
import type forecast from '@shared/locale/messages/en/forecast.json';
import type goals from '@shared/locale/messages/en/goals.json';
import type quotesCatalogue from '@shared/locale/messages/en/catalogue-quotes.json';
import type quotesErrors from '@shared/locale/messages/en/errors-quotes.json';
import type quotes from '@shared/locale/messages/en/quotes.json';
import type duplicates from '@shared/locale/messages/en/duplicates.json';
import type emergencies from '@shared/locale/messages/en/emergencies.json';
import type errors from '@shared/locale/messages/en/errors.json';
import type exporting from '@shared/locale/messages/en/exports.json';
import type importing from '@shared/locale/messages/en/import.json';
import type home from '@shared/locale/messages/en/home.json';
import type merging from '@shared/locale/messages/en/merging.json';
import type operations from '@shared/locale/messages/en/operations.json';
import type rotation from '@shared/locale/messages/en/rotation.json';
import type sealing from '@shared/locale/messages/en/sealing.json';
import type recovery from '@shared/locale/messages/en/recovery.json';
import type relationships from '@shared/locale/messages/en/relationships.json';
import type jobs from '@shared/locale/messages/en/jobs.json';
import type backups from '@shared/locale/messages/en/backups.json';
import type health from '@shared/locale/messages/en/health.json';
import type needs from '@shared/locale/messages/en/needs.json';
import type menu from '@shared/locale/messages/en/menu.json';
import type people from '@shared/locale/messages/en/people.json';
import type policy from '@shared/locale/messages/en/policy.json';
import type consent from '@shared/locale/messages/en/consent.json';
import type processing from '@shared/locale/messages/en/processing.json';
import type privacy from '@shared/locale/messages/en/privacy.json';
import type quality from '@shared/locale/messages/en/quality.json';
import type record from '@shared/locale/messages/en/record.json';
import type sample from '@shared/locale/messages/en/sample.json';
import type search from '@shared/locale/messages/en/search.json';
import type session from '@shared/locale/messages/en/session.json';
import type settings from '@shared/locale/messages/en/settings.json';
import type tasks from '@shared/locale/messages/en/tasks.json';
import type tasksCatalogue from '@shared/locale/messages/en/catalogue-tasks.json';
import type tasksErrors from '@shared/locale/messages/en/errors-tasks.json';
import type users from '@shared/locale/messages/en/users.json';
import type wizard from '@shared/locale/messages/en/wizard.json';

export type MessageId =
  | keyof typeof about
  | keyof typeof activities
  | keyof typeof audit
  | keyof typeof authority
  | keyof typeof approvals
  | keyof typeof attachments
  | keyof typeof app
  | keyof typeof catalogue
  | keyof typeof processing
  | keyof typeof privacyCatalogue
  | keyof typeof processing
  | keyof typeof privacyErrors
  | keyof typeof purpose
  | keyof typeof common
  | keyof typeof dealsCatalogue
  | keyof typeof dealsErrors
  | keyof typeof deals
  | keyof typeof leadsCatalogue
  | keyof typeof leadsErrors
  | keyof typeof leads
  | keyof typeof products
  | keyof typeof productsCatalogue
  | keyof typeof productsErrors
  | keyof typeof prices
  | keyof typeof forecastCatalogue
  | keyof typeof forecastErrors
  | keyof typeof forecast
  | keyof typeof goals
  | keyof typeof quotesCatalogue
  | keyof typeof quotesErrors
  | keyof typeof quotes
  | keyof typeof duplicates
  | keyof typeof emergencies
  | keyof typeof errors
  | keyof typeof exporting
  | keyof typeof importing
  | keyof typeof home
  | keyof typeof merging
  | keyof typeof operations
  | keyof typeof rotation
  | keyof typeof sealing
  | keyof typeof recovery
  | keyof typeof relationships
  | keyof typeof jobs
  | keyof typeof backups
  | keyof typeof health
  | keyof typeof needs
  | keyof typeof menu
  | keyof typeof people
  | keyof typeof policy
  | keyof typeof consent
  | keyof typeof processing
  | keyof typeof privacy
  | keyof typeof quality
  | keyof typeof record
  | keyof typeof sample
  | keyof typeof search
  | keyof typeof session
  | keyof typeof settings
  | keyof typeof tasks
  | keyof typeof tasksCatalogue
  | keyof typeof tasksErrors
  | keyof typeof users
  | keyof typeof wizard;
