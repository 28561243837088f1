// When a task is late, and what came of its events.

import { instantInZone } from '../../locale/zoned-time';
import type { Civil } from '../../locale/civil';
import type { taskEventKinds, taskStates } from '../../catalogue';

const DAY_MINUTES = 24 * 60;

/** The moment after which it is late (ms UTC): its own, or the last one of its day on the wall of the zone. */
export const lateAfter = (on: Civil, minutes: number | null, zone: string): number =>
  minutes === null ? instantInZone(on, DAY_MINUTES, zone) - 1 : instantInZone(on, minutes, zone);

type Kind = (typeof taskEventKinds)[number];
type State = (typeof taskStates)[number];

const stateAfter: Readonly<Record<Kind, State | null>> = {
  made: 'open',
  moved: null,
  reopened: 'open',
  done: 'done',
  dropped: 'dropped',
  broken: 'broken',
};
export const givesDay = (kind: Kind): boolean => kind === 'made' || kind === 'moved';

/** Where a task stands after its events, in order of time: the last one that says something about it counts. */
export function standingOf<E extends { readonly kind: Kind; readonly at: number }>(events: readonly E[]) {
  const told = events.findLast(({ kind }) => stateAfter[kind] !== null);
  if (told === undefined) return undefined;
  return {
    state: stateAfter[told.kind] ?? 'open',
    at: told.at,
    due: events.findLast(({ kind }) => givesDay(kind)),
  };
}
