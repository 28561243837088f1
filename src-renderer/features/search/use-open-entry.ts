// Opens what a search found: a party's page, or the page of an activity's first party at that activity.

import { client } from '../../api';
import { notify, failureWords, useNavigation, useT } from '../../ui';
import { useFocusedActivity } from './focus-activity';
import type { SearchEntry } from './search-entries';

/** Where a search leads. */
export interface SearchWays {
  readonly onClose: () => void;
  /** Offers a new record by the words that found nobody. */
  readonly onCreate?: (name: string) => void;
  /** Offers a new lead of somebody by these words. */
  readonly onCreateLead?: (name: string) => void;
}

export function useOpenEntry({
  onClose,
  onCreate,
  onCreateLead,
}: SearchWays): (entry: SearchEntry, text: string) => void {
  const t = useT();
  const navigation = useNavigation();
  const { focus } = useFocusedActivity();
  const openActivity = async (id: string): Promise<void> => {
    const answer = await client.activities.get({ id });
    if (!answer.ok) return notify({ message: failureWords(t, answer.error), tone: 'danger' });
    const party = answer.value.participants[0];
    if (party === undefined) return undefined;
    focus({ id, at: answer.value.at });
    return navigation.go({ page: 'party', id: party.partyId, tab: 'timeline' });
  };
  return (entry, text) => {
    onClose();
    if (entry.type === 'create') onCreate?.(text);
    else if (entry.type === 'create-lead') onCreateLead?.(text);
    else if (entry.type === 'recent') navigation.go({ page: 'party', id: entry.record.id });
    else if (entry.hit.entity === 'party') navigation.go({ page: 'party', id: entry.hit.id });
    else void openActivity(entry.hit.id);
  };
}
