// What a list may be filtered and sorted by: never by a field that is not seen whole, whose values could be guessed from the answers.

import type { PartyFilter, PartySort } from '@shared/features/parties/party';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { seesWhole, type Actor } from '../../access';

export function unmaskedUse(
  actor: Actor,
  { filter, sort }: { readonly filter: PartyFilter; readonly sort: PartySort },
): Result<void, Failure<'parties.field-masked'>> {
  const names = seesWhole(actor, 'party_name', 'text');
  const used: readonly (readonly [field: string, masked: boolean])[] = [
    ['party_name.text', sort.by === 'name' && filter.deleted !== true && !names],
    ['party_name.text', filter.text !== undefined && !names && !seesWhole(actor, 'contact_point', 'value')],
    ['address.city', filter.city !== undefined && !seesWhole(actor, 'address', 'city')],
  ];
  const field = used.find(([, masked]) => masked)?.[0];
  return field === undefined ? ok(undefined) : fail('parties.field-masked', { field });
}
