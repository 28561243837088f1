// Whom a rule or wish is about: kinds of records, and roles they have; nothing chosen means everybody.

import { partyKinds, roleTypes } from '@shared/catalogue';
import type { Scope } from '@shared/features/quality/rule';
import type { ReactNode } from 'react';
import { TagsSelect, useT } from '../../ui';
import styles from './quality.module.css';

export function ScopeFields({ who, onChange }: { readonly who: Scope; onChange(who: Scope): void }): ReactNode {
  const t = useT();
  return (
    <div className={styles.fields}>
      <TagsSelect
        label={t('quality.kinds')}
        options={partyKinds.map((value) => ({ value, label: t(`catalogue.party.kind.${value}`) }))}
        value={who.kinds}
        onChange={(kinds) => onChange({ ...who, kinds })}
      />
      <TagsSelect
        label={t('quality.roles')}
        options={roleTypes.map((value) => ({ value, label: t(`catalogue.party_role.type.${value}`) }))}
        value={who.roles}
        onChange={(roles) => onChange({ ...who, roles })}
      />
    </div>
  );
}
