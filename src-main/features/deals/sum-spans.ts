// A range of days taken apart: whole thirds of months, of which sums are kept, and the days at its edges, which an index gives.

import { addDays, fromEpochDay, type Civil } from '@shared/locale/civil';
import { instantInZone } from '@shared/locale/zoned-time';

/** All bounds belong to the range; an empty one ends before it begins. */
export interface Edges<T> {
  readonly headFrom: T;
  readonly headTo: T;
  readonly wholeFrom: Civil;
  readonly wholeTo: Civil;
  readonly tailFrom: T;
  readonly tailTo: T;
}

const NOTHING = { wholeFrom: '2', wholeTo: '1' } as const;
const DAY = 86_400_000;

const thirdOf = (day: Civil): Civil => {
  const date = Number(day.slice(8));
  return `${day.slice(0, 8)}${date < 11 ? '01' : date < 21 ? '11' : '21'}`;
};
const nextThird = (third: Civil): Civil =>
  third.endsWith('21') ? `${addDays(third, 11).slice(0, 8)}01` : addDays(third, 10);

/** First and last whole third between two days; null when there is none. */
function wholeThirds(from: Civil, to: Civil): { first: Civil; last: Civil; after: Civil } | null {
  const first = thirdOf(from) === from ? from : nextThird(thirdOf(from));
  const after = thirdOf(addDays(to, 1));
  return first < after ? { first, last: thirdOf(addDays(after, -1)), after } : null;
}

export function edgesOfDays(from: Civil, to: Civil): Edges<Civil> {
  if (from > to) return { ...NOTHING, headFrom: '2', headTo: '1', tailFrom: '2', tailTo: '1' };
  const whole = wholeThirds(from, to);
  if (whole === null) return { ...NOTHING, headFrom: from, headTo: to, tailFrom: '2', tailTo: '1' };
  return {
    headFrom: from,
    headTo: addDays(whole.first, -1),
    wholeFrom: whole.first,
    wholeTo: whole.last,
    tailFrom: whole.after,
    tailTo: to,
  };
}

/** From the beginning of a day on the wall of a zone to the end of another, ms UTC. */
export const instantsOf = (from: Civil, to: Civil, timeZone: string) => ({
  from: instantInZone(from, 0, timeZone),
  to: instantInZone(addDays(to, 1), 0, timeZone) - 1,
});

/** The same for what has ended, whose thirds are those of UTC. */
export function edgesOfInstants({ from, to }: { readonly from: number; readonly to: number }): Edges<number> {
  const firstDay = Math.ceil(from / DAY);
  const lastDay = Math.floor((to + 1) / DAY) - 1;
  const whole = firstDay > lastDay ? null : wholeThirds(fromEpochDay(firstDay), fromEpochDay(lastDay));
  if (whole === null) return { ...NOTHING, headFrom: from, headTo: to, tailFrom: 1, tailTo: 0 };
  return {
    headFrom: from,
    headTo: Date.parse(whole.first) - 1,
    wholeFrom: whole.first,
    wholeTo: whole.last,
    tailFrom: Date.parse(whole.after),
    tailTo: to,
  };
}
