// The quality of the office's records: what is to be mended, by which rules, and how complete records are.

import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineCommand, useEngineQuery, useMay } from '../../api';
import { Answer, classes, FixedPage, InstantText, PageTitle, PlaceLink, Segments, useT } from '../../ui';
import { SearchLine } from '../jobs';
import { CompletenessTab } from './CompletenessTab';
import { FindingsTab } from './FindingsTab';
import styles from './quality.module.css';
import { RulesTab } from './RulesTab';

const tabs = ['findings', 'rules', 'completeness'] as const;
type Tab = (typeof tabs)[number];
const kinds = ['quality.scan'] as const;

export function QualityPage(): ReactNode {
  const t = useT();
  const may = useMay();
  const [tab, setTab] = useState<Tab>('findings');
  const [searched, setSearched] = useState(0);
  const summary = useEngineQuery('quality.summary', {});
  const scan = useEngineCommand('quality.scan');
  const options = tabs.map((value) => ({ value, label: t(`quality.tab.${value}`) }));
  const found = (): void => {
    summary.refresh();
    setSearched((count) => count + 1);
  };
  const { data } = summary;
  return (
    <FixedPage wide>
      <PageTitle
        detail={
          <>
            {t('quality.subtitle')}{' '}
            <PlaceLink to={{ page: 'duplicates' }} className={classes('dw-link', styles.underlined)}>
              {t('common.page-duplicates')}
            </PlaceLink>
          </>
        }
        actions={<Segments label={t('quality.view')} value={tab} options={options} onChange={setTab} />}
      >
        {t('common.page-quality')}
      </PageTitle>
      <SearchLine
        kinds={kinds}
        button={t('quality.scan')}
        pending={scan.pending}
        error={scan.error}
        onStart={may('quality.fix') ? () => scan.run({}) : undefined}
        onFound={found}
      >
        {data !== undefined && <LastSearch last={data.last} />}
      </SearchLine>
      <Answer of={summary} lines={8}>
        {({ counts, last, averages }) => (
          <>
            {tab === 'findings' && <FindingsTab key={searched} counts={counts} searched={last !== null} />}
            {tab === 'rules' && <RulesTab />}
            {tab === 'completeness' && <CompletenessTab averages={averages} />}
          </>
        )}
      </Answer>
    </FixedPage>
  );
}

interface LastSearchProps {
  readonly last: {
    readonly finishedAt: number;
    readonly changed: { readonly value: number };
    readonly rulesChanged: boolean;
  } | null;
}

function LastSearch({ last }: LastSearchProps): ReactNode {
  const t = useT();
  if (last === null) return t('duplicates.never-scanned');
  return (
    <>
      {t('duplicates.last-scan')} <InstantText value={last.finishedAt} relative />
      {last.changed.value > 0 && ` · ${t('duplicates.changed-since', { count: last.changed.value })}`}
      {last.rulesChanged && ` · ${t('quality.rules-changed')}`}
    </>
  );
}
