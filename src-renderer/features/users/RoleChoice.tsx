// The three roles with what each may do, said plainly.

import { roles } from '@shared/core/permissions';
import type { Role } from '@shared/core/permissions';
import type { ReactNode } from 'react';
import { useT } from '../../ui';
import style from './users.module.css';

export interface RoleChoiceProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleChoice({ value, onChange }: RoleChoiceProps): ReactNode {
  const t = useT();
  return (
    <fieldset className={style.roles}>
      <legend className={style.legend}>{t('users.role')}</legend>
      {roles.map((role) => (
        <label key={role} className={style.roleChoice}>
          <input type="radio" name="role" checked={role === value} onChange={() => onChange(role)} />
          <span>
            <strong>{t(`users.role-${role}`)}</strong>
            <span className={style.roleDetail}>{t(`users.role-${role}-detail`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
