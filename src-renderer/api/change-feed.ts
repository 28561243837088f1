// Which reads a change makes old: one place maps the ledger's entities to the nouns whose queries show them.

import type { QueryClient } from '@tanstack/react-query';
import type { ChangedEvent } from './events';
import { onEngineEvent } from './events';

const nounsByEntity: Readonly<Record<string, readonly string[]>> = {
  party: [
    'authority',
    'parties',
    'activities',
    'deals',
    'leads',
    'tasks',
    'quotes',
    'search',
    'base',
    'duplicates',
    'quality',
  ],
  party_link: [
    'tasks',
    'promises',
    'attachments',
    'authority',
    'deals',
    'leads',
    'quotes',
    'parties',
    'activities',
    'search',
    'relationships',
    'roles',
    'base',
    'duplicates',
    'quality',
  ],
  party_name: ['parties', 'activities', 'deals', 'leads', 'tasks', 'quotes', 'search', 'duplicates', 'quality'],
  contact_point: ['authority', 'leads', 'parties', 'search', 'duplicates', 'quality'],
  address: ['parties', 'quality'],
  identifier: ['parties', 'search', 'duplicates', 'quality'],
  party_role: ['leads', 'parties', 'roles', 'quality'],
  role_stage_event: ['parties', 'roles', 'quality'],
  relationship: ['parties', 'relationships', 'quality'],
  occasion: ['parties', 'quality'],
  preference: ['parties', 'quality'],
  need: ['needs', 'parties', 'quality'],
  value_driver: ['parties', 'quality'],
  authority: ['authority', 'parties'],
  authority_question: ['authority'],
  attachment: ['attachments', 'authority', 'activities', 'parties'],
  measure_unit: ['products'],
  product_category: ['needs', 'products', 'prices'],
  tax: ['taxes', 'prices'],
  product: ['needs', 'products', 'prices'],
  product_component: ['products', 'prices'],
  price_book: ['priceBooks', 'prices'],
  price_entry: ['priceBooks', 'prices'],
  price_rule: ['priceRules', 'prices'],
  pipeline: ['pipelines', 'deals', 'forecast'],
  pipeline_stage: ['pipelines', 'deals', 'forecast'],
  loss_reason: ['pipelines', 'leads'],
  lead: ['leads'],
  lead_event: ['leads'],
  task: ['tasks', 'promises'],
  task_event: ['tasks', 'promises'],
  deal: ['tasks', 'deals', 'forecast', 'goals', 'leads'],
  deal_party: ['deals'],
  deal_stage_event: ['deals', 'forecast', 'goals'],
  deal_pause: ['deals'],
  forecast_snapshot: ['forecast'],
  forecast_line: ['forecast'],
  forecast_adjustment: ['forecast'],
  goal: ['forecast', 'goals'],
  activity: ['attachments', 'activities', 'goals', 'leads', 'parties', 'search', 'base'],
  activity_party: ['attachments', 'activities', 'leads', 'parties', 'quality'],
  quote: ['quotes'],
  quote_version: ['quotes'],
  quote_event: ['quotes'],
  app_user: ['users', 'policy', 'settings', 'session'],
  access_role: ['policy', 'users', 'session', 'parties', 'activities'],
  org_unit: ['policy', 'parties', 'activities'],
  org_member: ['policy', 'parties', 'activities'],
  stand_in: ['policy', 'parties', 'activities'],
  site_setting: ['settings', 'authority', 'forecast', 'goals', 'leads'],
  duplicate_verdict: ['duplicates'],
  purpose: ['privacy', 'consent', 'processing'],
  consent_wording: ['privacy'],
  consent_event: ['consent', 'leads'],
  suppression: ['privacy', 'consent'],
  export_recipient: ['exports'],
  quality_rule: ['quality'],
  quality_wish: ['quality'],
  quality_dismissal: ['quality'],
  privacy_request: ['privacy'],
  privacy_mark: ['privacy'],
  emergency_access: ['emergencies'],
  erasure: ['privacy', 'views'],
  retention_rule: ['privacy'],
  saved_view: ['views'],
  import_mapping: ['imports'],
  import_job: ['imports'],
};

/** Records at once, lists a little later, so that an import of many rows does not ask for a list at every commit. */
const RECORD_DELAY_MS = 50;
const LIST_DELAY_MS = 400;
const listVerbs = /\.(list|index|counts|find)$/;

export function nounsOf(event: ChangedEvent): ReadonlySet<string> {
  const nouns = new Set<string>(['operations', 'audit', 'access', 'approvals']);
  for (const entity of Object.keys(event.entities)) for (const noun of nounsByEntity[entity] ?? []) nouns.add(noun);
  return nouns;
}

/** Marks reads as old after every commit, coalesced; returns a function that stops it. */
export function followChanges(queries: QueryClient): () => void {
  const waiting = { records: new Set<string>(), lists: new Set<string>() };
  const timers: { records?: number; lists?: number } = {};
  const flush = (part: 'records' | 'lists'): void => {
    const nouns = new Set(waiting[part]);
    waiting[part].clear();
    delete timers[part];
    void queries.invalidateQueries({
      predicate: ({ queryKey: [operation] }) => {
        const name = String(operation);
        return listVerbs.test(name) === (part === 'lists') && nouns.has(name.slice(0, name.indexOf('.')));
      },
    });
  };
  const stop = onEngineEvent('changed', (event) => {
    for (const noun of nounsOf(event)) {
      waiting.records.add(noun);
      waiting.lists.add(noun);
    }
    timers.records ??= window.setTimeout(() => flush('records'), RECORD_DELAY_MS);
    timers.lists ??= window.setTimeout(() => flush('lists'), LIST_DELAY_MS);
  });
  return () => {
    stop();
    window.clearTimeout(timers.records);
    window.clearTimeout(timers.lists);
  };
}
