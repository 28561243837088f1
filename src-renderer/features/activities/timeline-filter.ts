// Which part of a timeline is shown, as the person chose it, and as the engine is asked.

import type { ActivityKind } from './quick-log-draft';
import { instantInZone } from '@shared/locale/zoned-time';

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
  filter.kinds.length === 0 &&
  filter.authorId === null &&
  filter.fromOn === null &&
  filter.toOn === null &&
  filter.text.trim() === '' &&
  filter.upTo === null;

export function questionOf(filter: TimelineFilter, timeZone: string) {
  const text = filter.text.trim();
  const from = filter.fromOn === null ? undefined : instantInZone(filter.fromOn, 0, timeZone);
  // The engine answers what lies before `to`, so the end of a day is the beginning of the next one.
  const dayEnd = filter.toOn === null ? Number.POSITIVE_INFINITY : instantInZone(filter.toOn, 24 * 60, timeZone);
  const end = Math.min(dayEnd, filter.upTo === null ? Number.POSITIVE_INFINITY : filter.upTo + 1);
  return {
    kinds: filter.kinds.length === 0 ? undefined : [...filter.kinds],
    authorId: filter.authorId ?? undefined,
    from,
    to: Number.isFinite(end) ? end : undefined,
    text: text === '' ? undefined : text,
  };
}
