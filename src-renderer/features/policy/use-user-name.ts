// What a user is called, by id.

import { useEngineQuery } from '../../api';
import { useT } from '../../ui';

export function useUserName(): (id: string) => string {
  const t = useT();
  const users = useEngineQuery('users.list', {}).data?.users ?? [];
  return (id) => users.find((user) => user.id === id)?.displayName ?? t('policy.nobody-known');
}
