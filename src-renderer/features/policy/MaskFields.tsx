// What is seen of fields: in general by their class, and field by field, each with the parties of which it is seen whole all the same.

import { catalogue } from '@shared/catalogue';
import type { FieldKey, MaskName } from '@shared/features/policy/policy';
import { maskableFields, maskNames } from '@shared/features/policy/policy';
import type { ReactNode } from 'react';
import { Select, useT } from '../../ui';
import { FieldMaskLine } from './FieldMaskLine';
import type { PolicyPartProps } from './GrantLines';
import styles from './policy.module.css';

const fieldsByEntity = catalogue
  .map(({ key }) => ({ entity: key, fields: maskableFields.filter((field) => field.startsWith(`${key}.`)) }))
  .filter(({ fields }) => fields.length > 0);

export function MaskFields(part: PolicyPartProps): ReactNode {
  const t = useT();
  return (
    <>
      <div className={styles.general}>
        <GeneralMask name="personal" {...part} />
        <GeneralMask name="sensitive" {...part} />
      </div>
      <h4 className={styles.subtitle}>{t('policy.field-masks')}</h4>
      {fieldsByEntity.map(({ entity, fields }) => (
        <EntityMasks key={entity} entity={entity} fields={fields} {...part} />
      ))}
    </>
  );
}

function GeneralMask({
  name,
  policy,
  disabled,
  onChange,
}: PolicyPartProps & { readonly name: 'personal' | 'sensitive' }): ReactNode {
  const t = useT();
  const options = maskNames.map((value: MaskName) => ({ value, label: t(`policy.mask.${value}`) }));
  return (
    <Select
      label={t(`policy.${name}`)}
      value={policy[name]}
      options={options}
      disabled={disabled}
      onChange={(mask) => mask !== null && onChange({ ...policy, [name]: mask })}
    />
  );
}

interface EntityMasksProps extends PolicyPartProps {
  readonly entity: string;
  readonly fields: readonly FieldKey[];
}

function EntityMasks({ entity, fields, ...part }: EntityMasksProps): ReactNode {
  const t = useT();
  const own = fields.filter((field) => part.policy.fields[field] !== undefined).length;
  return (
    <details className={styles.entity}>
      <summary>
        {t.any(`catalogue.${entity}`)} <span className={styles.quiet}>{t('policy.exceptions', { count: own })}</span>
      </summary>
      <table className={styles.masks} aria-label={t.any(`catalogue.${entity}`)}>
        <thead>
          <tr>
            <th scope="col">{t('policy.field')}</th>
            <th scope="col">{t('policy.shown-as')}</th>
            <th scope="col">{t('policy.unless')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldMaskLine key={field} field={field} {...part} />
          ))}
        </tbody>
      </table>
    </details>
  );
}
