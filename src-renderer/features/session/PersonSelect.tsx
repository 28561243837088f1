// Who is at the desk, where too many share it to be shown side by side.

import type { ReactNode } from 'react';
import { Select, useT } from '../../ui';

export interface PersonChoiceProps {
  readonly logins: readonly string[];
  readonly value: string;
  readonly onChange: (login: string) => void;
}

export function PersonSelect({ logins, value, onChange }: PersonChoiceProps): ReactNode {
  const t = useT();
  return (
    <Select
      label={t('session.login')}
      value={value}
      onChange={(login) => onChange(login ?? '')}
      options={logins.map((login) => ({ value: login, label: login }))}
    />
  );
}
