// What the office did last, newest first, day by day.

import type { ActivityItem } from '@shared/features/activities/activity';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { client, useRowWindow, useSession } from '../../api';
import type { LiveRows, LoadPage } from '../../api';
import {
  Button,
  EmptyState,
  ErrorState,
  LoadingState,
  Panel,
  PartyName,
  Pill,
  useFormat,
  useNow,
  useT,
} from '../../ui';
import { ActivityCard } from '../activities';
import { ExportButton } from '../exports';
import { dayWords } from './day-words';
import styles from './home.module.css';

const STEP = 12;

export function OfficeActivities(): ReactNode {
  const t = useT();
  const me = useSession();
  const [mine, setMine] = useState(false);
  const [shown, setShown] = useState(STEP);
  const load: LoadPage<ActivityItem> = useCallback(
    async (after, limit) => {
      const answer = await client.activities.list({ authorId: mine ? me.id : undefined, after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.items, next: answer.value.next } } : answer;
    },
    [mine, me.id],
  );
  const rows = useRowWindow(load, 'activities');
  useEffect(() => rows.window.ensure(0, shown), [rows.window, shown]);
  const toggle = (
    <>
      <Pill pressed={mine} onClick={() => setMine(!mine)}>
        {t('home.mine')}
      </Pill>
      <ExportButton
        look="icon"
        source={{
          list: 'activities',
          filter: { authorId: mine ? me.id : undefined },
          name: t('home.activities'),
        }}
      />
    </>
  );
  return (
    <Panel title={t('home.activities')} action={toggle} flush>
      <Latest rows={rows} shown={shown} onMore={() => setShown(shown + STEP)} />
    </Panel>
  );
}

interface LatestProps {
  readonly rows: LiveRows<ActivityItem>;
  readonly shown: number;
  onMore(): void;
}

function Latest({ rows, shown, onMore }: LatestProps): ReactNode {
  const t = useT();
  const format = useFormat();
  const today = format.civilOf(useNow());
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) return <LoadingState lines={6} />;
  if (rows.length === 0) return <EmptyState small title={t('home.noActivities')} detail={t('home.noActivitiesText')} />;
  const items = Array.from({ length: Math.min(shown, rows.length) }, (_, index) => rows.rows.get(index)).filter(
    (item) => item !== undefined,
  );
  return (
    <div className={styles.latest}>
      {items.map((item, index) => {
        const day = format.civilOf(item.at);
        const above = items[index - 1];
        return (
          <div key={item.id}>
            {(above === undefined || format.civilOf(above.at) !== day) && (
              <h3 className={styles.day}>{dayWords(t, format, { day, today })}</h3>
            )}
            <ActivityCard item={item} partyId={item.participants[0]?.partyId} header={<Who item={item} />} />
          </div>
        );
      })}
      {(!rows.complete || rows.length > shown) && (
        <Button kind="quiet" small onClick={onMore}>
          {t('home.older')}
        </Button>
      )}
    </div>
  );
}

/** Whom it is about, and at what hour. */
function Who({ item }: { readonly item: ActivityItem }): ReactNode {
  const format = useFormat();
  const subject = item.participants[0];
  return (
    <p className={styles.who}>
      {subject !== undefined && <PartyName name={subject.name} id={subject.partyId} />}
      <bdi className={styles.hour}>{format.time(item.at)}</bdi>
    </p>
  );
}
