// For which looks a role must say what they are for.

import { purposeAskedFor, type PurposeAskedFor } from '@shared/core/purpose';
import type { ReactNode } from 'react';
import { Switch, useT } from '../../ui';
import type { PolicyPartProps } from './GrantLines';
import styles from './policy.module.css';

export function PurposeSwitches({ policy, disabled, onChange }: Omit<PolicyPartProps, 'units'>): ReactNode {
  const t = useT();
  const asked = policy.purpose;
  const toggled = (look: PurposeAskedFor, isOn: boolean): PurposeAskedFor[] =>
    purposeAskedFor.filter((one) => (one === look ? isOn : asked.includes(one)));
  return (
    <>
      <p className={styles.quiet}>{t('purpose.role-lead')}</p>
      <ul className={styles.lines}>
        {purposeAskedFor.map((look) => (
          <li key={look} className={styles.grant}>
            <Switch
              label={t(`purpose.role.${look}`)}
              checked={asked.includes(look)}
              disabled={disabled}
              onChange={(isOn) => onChange({ ...policy, purpose: toggled(look, isOn) })}
            />
            <p className={styles.switchHint}>{t(`purpose.role.${look}-hint`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
