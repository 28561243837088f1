// The people who use this base, as options of a field.

import { useMemo } from 'react';
import { useEngineQuery } from '../../api';
import type { Option } from '../../ui';

export function useUserOptions(): readonly Option[] {
  const users = useEngineQuery('users.list', {});
  return useMemo(
    () =>
      (users.data?.users ?? [])
        .filter((user) => user.status === 'active')
        .map((user) => ({ value: user.id, label: user.displayName })),
    [users.data],
  );
}
