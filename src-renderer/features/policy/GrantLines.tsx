// The permissions of one topic, each held or not, and for whose parties.

import type { Permission } from '@shared/core/permissions';
import type { RolePolicy } from '@shared/features/policy/policy';
import type { ReactNode } from 'react';
import { Switch, useT } from '../../ui';
import styles from './policy.module.css';
import { isScoped, topics, withGrant } from './role-form';
import { ScopeField } from './ScopeField';
import type { Unit } from './use-unit-options';

export interface PolicyPartProps {
  readonly policy: RolePolicy;
  readonly units: readonly Unit[];
  readonly disabled: boolean;
  onChange(policy: RolePolicy): void;
}

export function GrantLines({ topic, ...part }: PolicyPartProps & { readonly topic: keyof typeof topics }): ReactNode {
  return (
    <ul className={styles.lines}>
      {topics[topic].map((permission) => (
        <li key={permission} className={styles.grant}>
          <GrantLine permission={permission} {...part} />
        </li>
      ))}
    </ul>
  );
}

function GrantLine(props: PolicyPartProps & { readonly permission: Permission }): ReactNode {
  const { permission, policy, units, disabled, onChange } = props;
  const t = useT();
  if (permission === 'public') return null;
  const label = t(`policy.may.${permission}`);
  const scope = policy.grants[permission];
  if (!isScoped(permission))
    return (
      <Switch
        label={label}
        checked={scope !== undefined}
        disabled={disabled}
        onChange={(held) => onChange(withGrant(policy, permission, held ? 'all' : undefined))}
      />
    );
  return (
    <ScopeField
      label={label}
      none={t('policy.scope.none')}
      value={scope}
      units={units}
      disabled={disabled}
      onChange={(next) => onChange(withGrant(policy, permission, next))}
    />
  );
}
