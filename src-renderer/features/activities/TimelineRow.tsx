// One entry of the timeline with its day in the margin, and the steps of roles that lie between it and the next one.

import type { ActivityItem } from '@shared/features/activities/activity';
import type { ReactNode } from 'react';
import type { LiveRows } from '../../api';
import { Bidi, DateText, InstantText, StageMark, useFormat, useLocaleSettings, useT } from '../../ui';
import styles from './activities.module.css';
import { ActivityCard } from './ActivityCard';
import { dayToShow, eventsBetween } from './timeline-rows';
import type { StageEvent } from './timeline-rows';

export interface TimelineRowProps {
  readonly index: number;
  readonly rows: LiveRows<ActivityItem>;
  readonly events: readonly StageEvent[];
  readonly partyId: string;
  /** The entry a search led to. */
  readonly marked: string | null;
}

export function TimelineRow({ index, rows, events, partyId, marked }: TimelineRowProps): ReactNode {
  const { timeZone } = useLocaleSettings();
  const item = rows.rows.get(index);
  if (item === undefined) return <div className={styles.waiting} aria-busy="true" />;
  const above = rows.rows.get(index - 1);
  const newer = eventsBetween(events, above, item);
  const atEnd = rows.complete && index === rows.length - 1;
  const older = atEnd ? eventsBetween(events, item, undefined) : [];
  const day = dayToShow(item.at, above?.at, timeZone);
  return (
    <>
      {newer.map((event) => (
        <EventRow key={event.id} event={event} />
      ))}
      <div className={styles.row} data-marked={item.id === marked || undefined}>
        <Margin day={day} at={item.at} />
        <ActivityCard item={item} partyId={partyId} />
      </div>
      {older.map((event) => (
        <EventRow key={event.id} event={event} />
      ))}
    </>
  );
}

/** The marginalia: the day once, the hour on every entry. */
function Margin({ day, at }: { readonly day: string | null; readonly at: number }): ReactNode {
  const format = useFormat();
  return (
    <div className={styles.margin}>
      {day !== null && (
        <span className={styles.day}>
          <DateText value={day} />
        </span>
      )}
      <bdi className={styles.hour}>{format.time(at)}</bdi>
    </div>
  );
}

function EventRow({ event }: { readonly event: StageEvent }): ReactNode {
  const t = useT();
  return (
    <div className={styles.row} data-event>
      <div className={styles.margin}>
        <span className={styles.day}>
          <InstantText value={event.at} time={false} />
        </span>
      </div>
      <div className={styles.event}>
        <span>{t.any(`catalogue.party_role.type.${event.roleType}`)}</span>
        <StageMark stage={event.stage} />
        {event.reason !== null && (
          <span className={styles.quiet}>
            <Bidi>{event.reason}</Bidi>
          </span>
        )}
        {event.by !== null && (
          <span className={styles.quiet}>
            <Bidi>{event.by}</Bidi>
          </span>
        )}
      </div>
    </div>
  );
}
