// The state of the page of deals: read from the address, written into it, and turned into the question for the engine.

import type { DealFilter } from '@shared/features/deals/deal';
import { DealsView } from '@shared/features/deals/deals-view';
import { civilToParts, monthLength, partsToCivil } from '@shared/locale/calendars';
import { addDays } from '@shared/locale/civil';
import type { Calendar } from '@shared/locale/language';
import { useMemo } from 'react';
import { useSession } from '../../api';
import { addressView, useFormat, useLocaleSettings, useNow } from '../../ui';

export type { DealsView } from '@shared/features/deals/deals-view';

export const plainView = (): DealsView => DealsView.parse({});

export const { read: readView, write: writeView } = addressView(DealsView, plainView);

export const isNarrowed = ({ owner, expected, category }: DealsView): boolean =>
  owner !== undefined || expected !== undefined || category !== undefined;

export const withoutFilters = (view: DealsView): DealsView => ({
  ...view,
  owner: undefined,
  expected: undefined,
  category: undefined,
});

export interface Reader {
  /** The user's id. */
  readonly me: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly calendar: Calendar;
}

export type NarrowedBy = Pick<DealFilter, 'ownerId' | 'expectedFrom' | 'expectedTo' | 'category'>;

export function filterOf({ owner, expected, category }: DealsView, reader: Reader): NarrowedBy {
  return {
    ...(owner !== undefined && { ownerId: owner === 'me' ? reader.me : owner }),
    ...daysOf(expected, reader),
    ...(category !== undefined && { category }),
  };
}

function daysOf(expected: DealsView['expected'], reader: Reader): Pick<DealFilter, 'expectedFrom' | 'expectedTo'> {
  if (expected === undefined) return {};
  if (expected === 'overdue') return { expectedTo: addDays(reader.today, -1) };
  const { from, to } = expected === 'month' ? monthAround(reader) : expected;
  return { ...(from !== null && { expectedFrom: from }), ...(to !== null && { expectedTo: to }) };
}

/** The first and the last day of the present month in the reader's calendar. */
function monthAround({ today, calendar }: Reader): { from: string | null; to: string | null } {
  const parts = civilToParts(today, calendar);
  if (parts === null) return { from: null, to: null };
  const { year, month } = parts;
  return {
    from: partsToCivil({ year, month, day: 1 }, calendar),
    to: partsToCivil({ year, month, day: monthLength(year, month, calendar) }, calendar),
  };
}

/** YYYY-MM-DD in the office's time zone; another one after midnight. */
export function useToday(): string {
  const format = useFormat();
  return format.civilOf(useNow());
}

export function useDealFilter(view: DealsView): NarrowedBy {
  const { id: me } = useSession();
  const { calendar } = useLocaleSettings();
  const today = useToday();
  const text = JSON.stringify(filterOf(view, { me, today, calendar }));
  // The same words ask the same deals: the text is the question's identity.
  return useMemo(() => JSON.parse(text) as NarrowedBy, [text]);
}
