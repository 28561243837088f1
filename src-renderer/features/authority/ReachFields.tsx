// How far an authority reaches: which kinds of data, to be told or to act.

import { matters } from '@shared/features/authority/matters';
import type { ReactNode } from 'react';
import { Checkmark, useT } from '../../ui';
import type { AuthorityForm } from './authority-form';
import styles from './authority.module.css';

export interface ReachFieldsProps {
  readonly form: AuthorityForm;
  onChange(part: Partial<AuthorityForm>): void;
}

export function ReachFields({ form, onChange }: ReachFieldsProps): ReactNode {
  const t = useT();
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{t('authority.matters')}</legend>
        {matters.map((matter) => (
          <Checkmark
            key={matter}
            label={t(`authority.matter.${matter}`)}
            checked={form.matters.includes(matter)}
            onChange={(on) =>
              onChange({ matters: matters.filter((one) => (one === matter ? on : form.matters.includes(one))) })
            }
          />
        ))}
      </fieldset>
      {form.stance === 'allow' && (
        <fieldset className={styles.choices}>
          <legend>{t('authority.deeds')}</legend>
          <Checkmark
            label={t('authority.deed.told')}
            checked={form.mayBeTold}
            onChange={(mayBeTold) => onChange({ mayBeTold })}
          />
          <Checkmark
            label={t('authority.deed.act')}
            checked={form.mayAct}
            onChange={(mayAct) => onChange({ mayAct })}
          />
        </fieldset>
      )}
    </>
  );
}
