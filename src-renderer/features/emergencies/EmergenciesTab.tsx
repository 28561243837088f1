// Emergency accesses as whoever answers for privacy judges them: those that wait first, by month, each once and never one's own.

import { emergencyStates, type Emergency } from '@shared/features/emergencies/emergencies.contract';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useEngineQuery } from '../../api';
import { Button, EmptyState, ErrorState, LoadingState, Segments, TextField, useT } from '../../ui';
import styles from './emergencies.module.css';
import { EmergencyLine } from './EmergencyLine';
import { ReviewDialog } from './ReviewDialog';

type State = (typeof emergencyStates)[number];
const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const PAGE = 50;

export function EmergenciesTab(): ReactNode {
  const t = useT();
  const [state, setState] = useState<State>('unreviewed');
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [judging, setJudging] = useState<Emergency | null>(null);
  const asked = { state, limit, ...(month.test(typed) ? { month: typed } : {}) };
  const { data, error, refresh } = useEngineQuery('emergencies.list', asked, { keepPrevious: true });
  const options = emergencyStates.map((value) => ({ value, label: t(`emergencies.state.${value}`) }));
  return (
    <>
      <p className="dw-muted">{t('emergencies.review-lead')}</p>
      <div className={styles.filters}>
        <Segments label={t('emergencies.state')} value={state} options={options} onChange={setState} />
        <TextField
          label={t('emergencies.month')}
          placeholder="2026-11"
          value={typed}
          onChange={setTyped}
          direction="ltr"
          maxLength={7}
        />
      </div>
      {error !== null && data === undefined && <ErrorState error={error} onRetry={refresh} />}
      {data === undefined && error === null && <LoadingState lines={6} />}
      {data !== undefined && data.emergencies.length === 0 && <EmptyState title={t('emergencies.none')} />}
      {data !== undefined && data.emergencies.length > 0 && (
        <ul className={styles.lines}>
          {data.emergencies.map((one) => (
            <EmergencyLine key={one.id} emergency={one} onReview={() => setJudging(one)} />
          ))}
        </ul>
      )}
      {data !== undefined && data.next !== null && limit < 200 && (
        <div>
          <Button onClick={() => setLimit(limit + PAGE)}>{t('privacy.show-more')}</Button>
        </div>
      )}
      {judging !== null && <ReviewDialog emergency={judging} onClose={() => setJudging(null)} />}
    </>
  );
}
