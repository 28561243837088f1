// The lines of the search dialog: what was found, what was opened lately, and the offer of a new record.

import type { RecentRecord } from './recent-records';
import type { Found, Hit } from './use-find';

export type SearchEntry =
  | { readonly type: 'hit'; readonly hit: Hit }
  | { readonly type: 'recent'; readonly record: RecentRecord }
  | { readonly type: 'create' }
  | { readonly type: 'create-lead' };

export interface EntriesInput {
  readonly text: string;
  readonly found: Found;
  readonly recent: readonly RecentRecord[];
  readonly mayCreate: boolean;
  readonly mayCreateLead?: boolean;
}

export function entriesOf({
  text,
  found,
  recent,
  mayCreate,
  mayCreateLead = false,
}: EntriesInput): readonly SearchEntry[] {
  const words = text.trim();
  if (words === '') return recent.map((record) => ({ type: 'recent', record }));
  const hits = found.hits.map((hit): SearchEntry => ({ type: 'hit', hit }));
  // Offered only when the answer to these very words is here, so that Enter never creates by accident.
  const isAnswered = found.text === words && found.failure === null && /\p{L}/u.test(words);
  return [
    ...hits,
    ...(isAnswered && mayCreate ? [{ type: 'create' } as const] : []),
    ...(isAnswered && mayCreateLead ? [{ type: 'create-lead' } as const] : []),
  ];
}

export const optionId = (list: string, index: number): string => `${list}-${index}`;

export const keyOf = (entry: SearchEntry): string =>
  entry.type === 'hit' ? entry.hit.id : entry.type === 'recent' ? entry.record.id : entry.type;
