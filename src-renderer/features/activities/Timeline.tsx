// Everything that happened with one party, newest first, any number of entries: only those in sight are drawn and fetched.

import type { StoredRole } from '@shared/features/parties/party';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { reader, useRowWindow } from '../../api';
import type { LiveRows, LoadPage } from '../../api';
import { EmptyState, ErrorState, LoadingState, useLocaleSettings, useT, VirtualFeed } from '../../ui';
import type { ActivityItem } from '@shared/features/activities/activity';
import { ExportButton } from '../exports';
import { useFocusedActivity } from '../search';
import styles from './activities.module.css';
import { TimelineFilters } from './TimelineFilters';
import { isOpen, openFilter, questionOf } from './timeline-filter';
import type { TimelineFilter } from './timeline-filter';
import { stageEvents } from './timeline-rows';
import { TimelineRow } from './TimelineRow';

export interface TimelineProps {
  readonly partyId: string;
  readonly roles: readonly z.infer<typeof StoredRole>[];
}

export function Timeline({ partyId, roles }: TimelineProps): ReactNode {
  const [filter, setFilter] = useState<TimelineFilter>(openFilter);
  const [marked, setMarked] = useState<string | null>(null);
  const { activity, done } = useFocusedActivity();
  useEffect(() => {
    if (activity === null) return;
    setFilter({ ...openFilter, upTo: activity.at });
    setMarked(activity.id);
    done();
  }, [activity, done]);
  const rows = useTimelineRows(partyId, filter);
  const { timeZone } = useLocaleSettings();
  const t = useT();
  return (
    <div className={styles.timeline}>
      <TimelineFilters filter={filter} onChange={setFilter}>
        <ExportButton
          look="icon"
          source={{
            list: 'activities',
            filter: { partyId, ...questionOf(filter, timeZone) },
            name: t('catalogue.activity'),
          }}
        />
      </TimelineFilters>
      <TimelineBody
        partyId={partyId}
        roles={roles}
        filter={filter}
        marked={marked}
        rows={rows}
        onClear={() => setFilter(openFilter)}
      />
    </div>
  );
}

/** The rows of one question; a change of the filter is a new question. */
function useTimelineRows(partyId: string, filter: TimelineFilter): LiveRows<ActivityItem> {
  const { timeZone } = useLocaleSettings();
  const load: LoadPage<ActivityItem> = useCallback(
    async (after, limit) => {
      const answer = await reader.parties.timeline({ partyId, ...questionOf(filter, timeZone), after, limit });
      return answer.ok ? { ok: true, value: { rows: answer.value.items, next: answer.value.next } } : answer;
    },
    [partyId, filter, timeZone],
  );
  return useRowWindow(load, 'parties');
}

interface TimelineBodyProps extends TimelineProps {
  readonly filter: TimelineFilter;
  readonly marked: string | null;
  readonly rows: LiveRows<ActivityItem>;
  onClear(): void;
}

function TimelineBody({ partyId, roles, filter, marked, rows, onClear }: TimelineBodyProps): ReactNode {
  const t = useT();
  const open = isOpen(filter);
  const events = useMemo(() => (open ? stageEvents(roles) : []), [open, roles]);
  if (rows.failure !== null) return <ErrorState error={rows.failure} onRetry={rows.window.refresh} />;
  if (rows.length === 0 && !rows.complete) return <LoadingState lines={8} />;
  if (rows.length === 0) {
    if (!open)
      return <EmptyState small title={t('activities.emptyFiltered')} action={<ClearButton onClear={onClear} />} />;
    return <EmptyState small title={t('activities.empty')} detail={t('activities.emptyText')} />;
  }
  return <TimelineScroller partyId={partyId} rows={rows} events={events} marked={marked} />;
}

function ClearButton({ onClear }: { onClear(): void }): ReactNode {
  const t = useT();
  return (
    <button type="button" className={styles.textButton} onClick={onClear}>
      {t('activities.filter.clear')}
    </button>
  );
}

interface ScrollerProps {
  readonly partyId: string;
  readonly rows: LiveRows<ActivityItem>;
  readonly events: ReturnType<typeof stageEvents>;
  readonly marked: string | null;
}

/** Pixels of an entry before it was measured. */
const GUESSED_HEIGHT = 76;

function TimelineScroller({ partyId, rows, events, marked }: ScrollerProps): ReactNode {
  const t = useT();
  return (
    <VirtualFeed
      label={t('activities.timeline')}
      count={rows.length}
      busy={rows.loading}
      guess={() => GUESSED_HEIGHT}
      keyAt={(index) => rows.rows.get(index)?.id ?? index}
      onRange={rows.window.ensure}
      foot={<p className={styles.foot}>{t(rows.complete ? 'activities.beginning' : 'activities.loadingMore')}</p>}
    >
      {(index) => <TimelineRow index={index} rows={rows} events={events} partyId={partyId} marked={marked} />}
    </VirtualFeed>
  );
}
