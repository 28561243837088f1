// The services that need nothing but a database: the engine and the reader threads build them alike.

import type { ErasureNote } from '../blobs';
import { createAccessService } from '../features/access';
import { createActivitiesService } from '../features/activities';
import { createAuthorityService } from '../features/authority';
import { createBaseService } from '../features/base';
import { createConsentService } from '../features/consent';
import { createDealsService } from '../features/deals';
import { createDraftsService } from '../features/drafts';
import { createDuplicatesService } from '../features/duplicates';
import { createEmergenciesService } from '../features/emergencies';
import { createErasureService, erasedBefore } from '../features/erasure';
import { createForecastService } from '../features/forecast';
import { createGoalsService } from '../features/goals';
import { createNeedsService } from '../features/needs';
import { createLeadsService } from '../features/leads';
import { createNoticesService } from '../features/notices';
import { createOperationsService } from '../features/operations';
import { createPartiesService, type PartyProjectionState } from '../features/parties';
import { createPipelinesService } from '../features/pipelines';
import { createPriceBooksService, createPriceRulesService, createPricesService } from '../features/prices';
import { createPrivacyService } from '../features/privacy';
import { createProductsService } from '../features/products';
import { createPromisesService } from '../features/promises';
import { createNumbersService } from '../features/numbers';
import { createQualityService } from '../features/quality';
import { createQuotesService } from '../features/quotes';
import { createRelationshipsService } from '../features/relationships';
import { createRolesService } from '../features/roles';
import { createSearchService } from '../features/search';
import { createSettingsService } from '../features/settings';
import { createTaxesService } from '../features/taxes';
import { createTasksService } from '../features/tasks';
import { createViewsService } from '../features/views';

/** `erasures`: noted beside the keys, which only the engine reads; reader threads create nobody. */
export function queryServices(
  state: PartyProjectionState = { fresh: new Map() },
  erasures: () => readonly ErasureNote[] = () => [],
) {
  const creating = { state, erasedBefore: erasedBefore(erasures) };
  return {
    ...salesServices(),
    access: createAccessService(),
    activities: createActivitiesService(),
    authority: createAuthorityService(),
    base: createBaseService(state),
    consent: createConsentService(),
    drafts: createDraftsService(),
    duplicates: createDuplicatesService(),
    emergencies: createEmergenciesService(),
    leads: createLeadsService(creating),
    needs: createNeedsService(),
    notices: createNoticesService(),
    operations: createOperationsService(),
    parties: createPartiesService(creating),
    privacy: { ...createPrivacyService(), ...createErasureService() },
    quality: createQualityService(),
    relationships: createRelationshipsService(),
    roles: createRolesService(),
    search: createSearchService(),
    settings: createSettingsService(),
    views: createViewsService(),
  };
}

/** What is sold, to whom, at what price, and what is to be done for it. */
const salesServices = () => ({
  deals: createDealsService(),
  forecast: createForecastService(),
  goals: createGoalsService(),
  numbers: createNumbersService(),
  pipelines: createPipelinesService(),
  priceBooks: createPriceBooksService(),
  priceRules: createPriceRulesService(),
  prices: createPricesService(),
  products: createProductsService(),
  promises: createPromisesService(),
  quotes: createQuotesService(),
  tasks: createTasksService(),
  taxes: createTaxesService(),
});
