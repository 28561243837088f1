// How one field is shown, and whose is shown whole.

import { entityOf } from '@shared/catalogue';
import type { FieldKey, FieldRule, MaskName } from '@shared/features/policy/policy';
import { masksFor } from '@shared/features/policy/policy';
import type { ReactNode } from 'react';
import { useSession } from '../../api';
import { Chip, Select, useT } from '../../ui';
import type { PolicyPartProps } from './GrantLines';
import styles from './policy.module.css';
import { ScopeField } from './ScopeField';

type Choice = MaskName | 'general';

export function FieldMaskLine(props: PolicyPartProps & { readonly field: FieldKey }): ReactNode {
  const { field, policy, units, disabled, onChange } = props;
  const t = useT();
  const [entity, name] = field.split('.') as [string, string];
  const { privacy } = entityOf(entity).fields[name]!;
  const words = t.any(`catalogue.${field}`);
  const isSealed = useSession().sealed.some((one) => one.field === field);
  const rule: FieldRule | undefined = policy.fields[field];
  const set = (next: FieldRule | undefined): void => {
    const { [field]: _, ...others } = policy.fields;
    onChange({ ...policy, fields: next === undefined ? others : { ...others, [field]: next } });
  };
  const options: { value: Choice; label: string }[] = [
    { value: 'general', label: t('policy.general') },
    ...masksFor(field).map((mask) => ({ value: mask, label: t(`policy.mask.${mask}`) })),
  ];
  return (
    <tr>
      <th scope="row">
        {words}{' '}
        {isSealed && (
          <span title={t('sealing.hide-hint')}>
            <Chip hue="lapis">{t('sealing.state.sealed')}</Chip>{' '}
          </span>
        )}
        <Chip hue={privacy === 3 ? 'clay' : undefined}>{t(privacy === 3 ? 'policy.class.3' : 'policy.class.2')}</Chip>
      </th>
      <td>
        <Select
          label={t('policy.mask-of', { field: words })}
          hideLabel
          value={rule?.mask ?? 'general'}
          options={options}
          disabled={disabled}
          onChange={(mask) => set(mask === null || mask === 'general' ? undefined : { ...rule, mask })}
        />
      </td>
      <td className={styles.unless}>
        {rule !== undefined && rule.mask !== 'show' && (
          <ScopeField
            bare
            label={t('policy.unless-of', { field: words })}
            none={t('policy.unless-none')}
            value={rule.unless}
            units={units}
            disabled={disabled}
            onChange={(unless) => set(unless === undefined ? { mask: rule.mask } : { mask: rule.mask, unless })}
          />
        )}
      </td>
    </tr>
  );
}
