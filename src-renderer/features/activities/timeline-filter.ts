// Which part of a timeline is shown, as the person chose it, and as the engine is asked.

import type { ActivityKind } from './quick-log-draft';
import { instantOf } from './civil-instant';

export interface TimelineFilter {
  readonly kinds: readonly ActivityKind[];
  readonly authorId: string | null;
  /** Civil dates; both days count. */
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly text: string;
  /** Nothing later than this instant: where a search result lies. */
  readonly upTo: number | null;
}

export const openFilter: TimelineFilter = { kinds: [], authorId: null, fromOn: null, toOn: null, text: '', upTo: null };

export const isOpen = (filter: TimelineFilter): boolean =>
  filter.kinds.length === 0 && filter.authorId === null && filter.fromOn === null && filter.toOn === null && filter.text.trim() === '' && filter.upTo === null;

export function questionOf(filter: TimelineFilter, timeZone: string) {
  const text = filter.text.trim();
  const from = filter.fromOn === null ? undefined : instantOf(filter.fromOn, 0, timeZone);
  const lastMoment = filter.toOn === null ? undefined : instantOf(filter.toOn, 24 * 60, timeZone) - 1;
  const to = filter.upTo === null ? lastMoment : Math.min(filter.upTo, lastMoment ?? filter.upTo);
  return {
    kinds: filter.kinds.length === 0 ? undefined : [...filter.kinds],
    authorId: filter.authorId ?? undefined,
    from,
    to,
    text: text === '' ? undefined : text,
  };
}
