// The forecast of a fiscal period: its figures, why they are not what they were, what people are to reach, and how true earlier ones were.

import { periodWith } from '@shared/features/forecast/period';
import { currencyFor, isInToman, type MoneyScale } from '@shared/locale/money';
import { dayInZone } from '@shared/locale/zoned-time';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery, useMay } from '../../api';
import type { OutputAt } from '../../api';
import { Answer, Button, Page, PageTitle, Segments, useNow, useT } from '../../ui';
import { ExportButton } from '../exports';
import { AccuracyTab } from './AccuracyTab';
import { AdjustDialog } from './AdjustDialog';
import { askedBy } from './asked';
import { ChangesTab } from './ChangesTab';
import { FiguresTab } from './FiguresTab';
import styles from './forecast.module.css';
import { GoalsTab } from './GoalsTab';
import { PeriodBar, type ForecastView } from './PeriodBar';
import { ScaleContext } from './scale';

const tabs = ['figures', 'changes', 'goals', 'accuracy'] as const;
type Tab = (typeof tabs)[number];
/** Rials are told in millions of toman until somebody chooses otherwise. */
type ChosenView = Omit<ForecastView, 'scale'> & { readonly scale: MoneyScale | null };
type Site = OutputAt<'settings.get'>['site'];

export function ForecastPage(): ReactNode {
  const settings = useEngineQuery('settings.get', {});
  const t = useT();
  return (
    <Page wide>
      <Answer of={settings} lines={8}>
        {({ site }) => <Shown site={site} />}
      </Answer>
      {settings.data === undefined && <PageTitle>{t('common.page-forecast')}</PageTitle>}
    </Page>
  );
}

function Shown({ site }: { readonly site: Site }): ReactNode {
  const t = useT();
  const may = useMay();
  const today = dayInZone(useNow(true), site.timeZone);
  const [tab, setTab] = useState<Tab>('figures');
  const [adjusting, setAdjusting] = useState(false);
  const startOf = (calendar: Site['fiscalCalendar']): number =>
    calendar === site.fiscalCalendar ? site.fiscalMonth : 1;
  const [chosen, setChosen] = useState<ChosenView>(() => {
    const fiscal = { calendar: site.fiscalCalendar, startMonth: site.fiscalMonth };
    return { fiscal, period: periodWith(today, 'quarter', fiscal)!, scale: null };
  });
  const forecast = useEngineQuery('forecast.get', askedBy(chosen));
  const currency = forecast.data?.figures[0]?.currency ?? currencyFor(site.country);
  const view = { ...chosen, scale: chosen.scale ?? (isInToman(currency) ? 'million' : 'exact') } as const;
  return (
    <ScaleContext value={view.scale}>
      <PageTitle
        detail={t('forecast.subtitle')}
        actions={
          <>
            {tab === 'figures' && (
              <ExportButton source={{ list: 'forecast', filter: askedBy(view), name: t('common.page-forecast') }} />
            )}
            {may('forecast.manage') && tab === 'figures' && (
              <Button onClick={() => setAdjusting(true)}>{t('forecast.adjust')}</Button>
            )}
            <Segments
              label={t('forecast.view')}
              value={tab}
              options={tabs.map((value) => ({ value, label: t(`forecast.tab.${value}`) }))}
              onChange={setTab}
            />
          </>
        }
      >
        {t('common.page-forecast')}
      </PageTitle>
      <PeriodBar view={view} today={today} currency={currency} startOf={startOf} onChange={setChosen} />
      <div className={styles.stack}>
        {tab === 'figures' && (
          <Answer of={forecast} lines={10}>
            {(told) => <FiguresTab told={told} view={view} />}
          </Answer>
        )}
        {tab === 'changes' && <ChangesTab view={view} />}
        {tab === 'goals' && <GoalsTab view={view} />}
        {tab === 'accuracy' && <AccuracyTab view={view} />}
      </div>
      {adjusting && (
        <AdjustDialog view={view} figures={forecast.data?.figures ?? []} onClose={() => setAdjusting(false)} />
      )}
    </ScaleContext>
  );
}
