// The pages of the program, each loaded when it is first visited. A page is found by its place (ui/navigation.tsx).

import type { ComponentType, ReactNode } from 'react';
import { lazy } from 'react';
import type { Permission } from '@shared/core/permissions';
import type { MessageId, Place } from '../ui';

const page = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));

const HomePage = page(async () => (await import('../features/home')).HomePage);
const PartiesPage = page(async () => (await import('../features/parties')).PartiesPage);
const PartyPage = page(async () => (await import('../features/parties')).PartyPage);
const LeadsPage = page(async () => (await import('../features/leads')).LeadsPage);
const LeadPage = page(async () => (await import('../features/leads')).LeadPage);
const TasksPage = page(async () => (await import('../features/tasks')).TasksPage);
const DealsPage = page(async () => (await import('../features/deals')).DealsPage);
const DealPage = page(async () => (await import('../features/deals')).DealPage);
const ProductsPage = page(async () => (await import('../features/products')).ProductsPage);
const ProductPage = page(async () => (await import('../features/products')).ProductPage);
const ForecastPage = page(async () => (await import('../features/forecast')).ForecastPage);
const QuotesPage = page(async () => (await import('../features/quotes')).QuotesPage);
const QuotePage = page(async () => (await import('../features/quotes')).QuotePage);
const MergeDialog = page(async () => (await import('../features/parties')).MergeDialog);
const ImportPage = page(async () => (await import('../features/imports')).ImportPage);
const DuplicatesPage = page(async () => (await import('../features/duplicates')).DuplicatesPage);
const QualityPage = page(async () => (await import('../features/quality')).QualityPage);
const OperationsPage = page(async () => (await import('../features/operations')).OperationsPage);
const AuditPage = page(async () => (await import('../features/audit')).AuditPage);
const ApprovalsPage = page(async () => (await import('../features/approvals')).ApprovalsPage);
const SettingsPage = page(async () => (await import('../features/settings')).SettingsPage);
const UsersPage = page(async () => (await import('../features/users')).UsersPage);
const RightsPage = page(async () => (await import('../features/policy')).RightsPage);
const PrivacyPage = page(async () => (await import('../features/privacy')).PrivacyPage);
const KeysPage = page(async () => (await import('../features/keys')).KeysPage);
const HealthPage = page(async () => (await import('../features/health')).HealthPage);
const AboutPage = page(async () => (await import('../features/about')).AboutPage);

export interface PageWords {
  readonly label: MessageId;
  readonly permission: Permission;
  /** Another one that opens it, for a part of it. */
  readonly or?: Permission;
}

export const pageWords: Readonly<Record<Place['page'], PageWords>> = {
  home: { label: 'common.page-home', permission: 'session.use' },
  people: { label: 'common.page-people', permission: 'parties.read' },
  organisations: { label: 'common.page-organisations', permission: 'parties.read' },
  groups: { label: 'common.page-groups', permission: 'parties.read' },
  party: { label: 'common.page-record', permission: 'parties.read' },
  leads: { label: 'common.page-leads', permission: 'leads.read' },
  lead: { label: 'common.page-lead', permission: 'leads.read' },
  tasks: { label: 'common.page-tasks', permission: 'tasks.read' },
  deals: { label: 'common.page-deals', permission: 'deals.read' },
  deal: { label: 'common.page-deal', permission: 'deals.read' },
  products: { label: 'common.page-products', permission: 'products.read' },
  product: { label: 'common.page-product', permission: 'products.read' },
  forecast: { label: 'common.page-forecast', permission: 'deals.read' },
  quotes: { label: 'common.page-quotes', permission: 'quotes.read' },
  quote: { label: 'common.page-quote', permission: 'quotes.read' },
  import: { label: 'common.page-import', permission: 'imports.run' },
  duplicates: { label: 'common.page-duplicates', permission: 'parties.read' },
  quality: { label: 'common.page-quality', permission: 'quality.read' },
  operations: { label: 'common.page-operations', permission: 'operations.read' },
  audit: { label: 'common.page-audit', permission: 'audit.read' },
  approvals: { label: 'common.page-approvals', permission: 'session.use' },
  settings: { label: 'common.page-settings', permission: 'session.use' },
  users: { label: 'common.page-users', permission: 'users.read' },
  rights: { label: 'common.page-rights', permission: 'policy.manage' },
  privacy: { label: 'common.page-privacy', permission: 'privacy.manage', or: 'consent.suppress' },
  keys: { label: 'common.page-keys', permission: 'base.manage' },
  health: { label: 'common.page-health', permission: 'base.manage' },
  about: { label: 'common.page-about', permission: 'session.use' },
};

/** Whether somebody with these permissions is shown a page. */
export const mayVisit = (page: Place['page'], may: (permission: Permission) => boolean): boolean => {
  const { permission, or } = pageWords[page];
  return may(permission) || (or !== undefined && may(or));
};

/** The page of a place. Keys keep a record's or list's state from leaking into the next one. */
export function pageAt(place: Place): ReactNode {
  switch (place.page) {
    case 'home':
      return <HomePage />;
    case 'people':
    case 'organisations':
    case 'groups':
      return <PartiesPage key={place.page} page={place.page} view={place.view} />;
    case 'party':
      return <PartyPage key={place.id} id={place.id} tab={place.tab} />;
    case 'leads':
      return <LeadsPage view={place.view} />;
    case 'lead':
      return <LeadPage key={place.id} id={place.id} />;
    case 'tasks':
      return <TasksPage />;
    case 'deals':
      return <DealsPage view={place.view} />;
    case 'deal':
      return <DealPage key={place.id} id={place.id} />;
    case 'products':
      return <ProductsPage />;
    case 'product':
      return <ProductPage key={place.id} id={place.id} />;
    case 'forecast':
      return <ForecastPage />;
    case 'quotes':
      return <QuotesPage />;
    case 'quote':
      return <QuotePage key={place.id} id={place.id} />;
    case 'import':
      return <ImportPage id={place.id} />;
    case 'duplicates':
      return <DuplicatesPage Merge={MergeDialog} />;
    case 'quality':
      return <QualityPage />;
    case 'operations':
      return <OperationsPage />;
    case 'audit':
      return <AuditPage />;
    case 'approvals':
      return <ApprovalsPage />;
    case 'settings':
      return <SettingsPage />;
    case 'users':
      return <UsersPage />;
    case 'rights':
      return <RightsPage />;
    case 'privacy':
      return <PrivacyPage />;
    case 'keys':
      return <KeysPage />;
    case 'health':
      return <HealthPage />;
    case 'about':
      return <AboutPage />;
  }
}
