// What a list may be filtered and sorted by: never by a field that is not seen whole, whose values could be guessed from the answers.

import { filterFields } from '@shared/features/parties/filter-fields';
import type { PartyFilter, PartySort } from '@shared/features/parties/party';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { seesWhole, type Actor } from '../../access';

export function unmaskedUse(
  actor: Actor,
  { filter, sort }: { readonly filter: PartyFilter; readonly sort: PartySort },
): Result<void, Failure<'parties.field-masked'>> {
  const isMasked = (key: string): boolean => {
    const [entity, field] = key.split('.') as [string, string];
    return !seesWhole(actor, entity, field);
  };
  const sorted = sort.by === 'name' && filter.deleted !== true ? ['party_name.text'].filter(isMasked) : [];
  const used = (Object.keys(filter) as (keyof PartyFilter)[]).filter((name) => filter[name] !== undefined);
  // A filter by any of several fields looks into those that are seen.
  const masked = used.flatMap((name) => (filterFields[name].every(isMasked) ? filterFields[name].slice(0, 1) : []));
  const [field] = [...sorted, ...masked];
  return field === undefined ? ok(undefined) : fail('parties.field-masked', { field });
}
