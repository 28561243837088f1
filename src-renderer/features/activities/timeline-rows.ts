// What the timeline draws beside the activities: the day in the margin, and the steps of roles between the activities.

import type { ActivityItem } from '@shared/features/activities/activity';
import type { StoredRole } from '@shared/features/parties/party';
import { dayInZone } from '@shared/locale/zoned-time';
import type { z } from 'zod';

type Role = z.infer<typeof StoredRole>;

/** A role reached a stage. */
export interface StageEvent {
  readonly id: string;
  readonly at: number;
  readonly roleType: string;
  readonly stage: string;
  readonly by: string | null;
  readonly reason: string | null;
}

/** All steps of all roles, newest first. */
export function stageEvents(roles: readonly Role[]): readonly StageEvent[] {
  return roles
    .flatMap((role) =>
      role.events.map((event) => ({
        id: event.id,
        at: event.at,
        roleType: role.type,
        stage: event.to,
        by: event.by?.name ?? null,
        reason: event.reason,
      })),
    )
    .toSorted((one, other) => other.at - one.at);
}

/** The steps that lie between two neighbouring activities (newest first); `before` is absent above the first one. */
export function eventsBetween(
  events: readonly StageEvent[],
  newer: ActivityItem | undefined,
  older: ActivityItem | undefined,
): readonly StageEvent[] {
  const upper = newer?.at ?? Number.POSITIVE_INFINITY;
  const lower = older?.at ?? Number.NEGATIVE_INFINITY;
  return events.filter((event) => event.at < upper && event.at >= lower);
}

/** The day to write in the margin: only where it differs from the row above. */
export function dayToShow(at: number, above: number | undefined, timeZone: string): string | null {
  const day = dayInZone(at, timeZone);
  return above !== undefined && dayInZone(above, timeZone) === day ? null : day;
}
