// The roles there are, with what each may do, said plainly.

import type { ReactNode } from 'react';
import { useEngineQuery } from '../../api';
import { useT } from '../../ui';
import { useRoleName } from './role-name';
import style from './users.module.css';

export interface RoleChoiceProps {
  readonly value: string;
  readonly onChange: (role: string) => void;
}

export function RoleChoice({ value, onChange }: RoleChoiceProps): ReactNode {
  const t = useT();
  const nameOf = useRoleName();
  const policy = useEngineQuery('policy.get', {});
  return (
    <fieldset className={style.roles}>
      <legend className={style.legend}>{t('users.role')}</legend>
      {policy.data?.roles.map(({ id, name }) => (
        <label key={id} className={style.roleChoice}>
          <input type="radio" name="role" checked={id === value} onChange={() => onChange(id)} />
          <span>
            <strong>{nameOf(id, name).name}</strong>
            <span className={style.roleDetail}>{nameOf(id, name).detail}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
