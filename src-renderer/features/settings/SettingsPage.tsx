// Settings: how this person sees the program, and what holds for the whole office.

import type { SiteSettings, UserSettings } from '@shared/features/settings/settings.contract';
import type { ReactNode } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { ErrorState, failureWords, LoadingState, notify, Page, PageTitle, useT } from '../../ui';
import { LeadRules } from '../leads';
import { PipelinesPanel } from '../pipelines';
import { CategoriesPanel, PriceBooksPanel, PriceRulesPanel, TaxesPanel, UnitsPanel } from '../prices';
import { RecipientsPanel } from '../exports';
import { ApprovalRules } from './ApprovalRules';
import { LookPanel } from './LookPanel';
import { OfficeHoursPanel } from './OfficeHoursPanel';
import { OfficePanel } from './OfficePanel';
import { WritingPanel } from './WritingPanel';

export function SettingsPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const settings = useEngineQuery('settings.get', {});
  const user = useEngineCommand('settings.updateUser');
  const site = useEngineCommand('settings.updateSite');
  const keep = async (saving: Promise<{ ok: boolean; error?: { code: string } }>): Promise<void> => {
    const result = await saving;
    if (!result.ok && result.error !== undefined)
      return notify({ message: failureWords(t, result.error), tone: 'danger' });
    return settings.refresh();
  };
  const changeUser = (part: Partial<UserSettings>): void => void keep(user.run(part));
  const changeSite = (part: Partial<SiteSettings>): void => void keep(site.run(part));
  return (
    <Page narrow>
      <PageTitle detail={t('settings.lead')}>{t('common.page-settings')}</PageTitle>
      {settings.loading && <LoadingState />}
      {settings.error !== null && <ErrorState error={settings.error} onRetry={settings.refresh} />}
      {settings.data !== undefined && (
        <>
          <WritingPanel value={settings.data.user} onChange={changeUser} />
          <LookPanel value={settings.data.user} onChange={changeUser} />
          <OfficePanel value={settings.data.site} onChange={changeSite} mayChange={may('settings.manage')} />
          <OfficeHoursPanel
            value={settings.data.site.officeHours}
            onChange={changeSite}
            mayChange={may('settings.manage')}
          />
          <LeadRules value={settings.data.site} onChange={changeSite} mayChange={may('settings.manage')} />
          {may('pipelines.manage') && <PipelinesPanel />}
          {may('prices.manage') && (
            <>
              <PriceBooksPanel />
              <PriceRulesPanel />
              <TaxesPanel />
            </>
          )}
          {may('products.manage') && (
            <>
              <UnitsPanel />
              <CategoriesPanel />
            </>
          )}
          <ApprovalRules value={settings.data.site} onChange={changeSite} mayChange={may('settings.manage')} />
          {may('exports.run') && <RecipientsPanel />}
        </>
      )}
    </Page>
  );
}
