// The conditions of a rule: kinds, languages, cities, roles, units. What is left empty does not count.

import { partyKinds, roleTypes } from '@shared/catalogue';
import type { RuleScope } from '@shared/features/policy/policy';
import { languages } from '@shared/locale/language';
import type { ReactNode } from 'react';
import { TagsSelect, useT } from '../../ui';
import { CitiesField } from './CitiesField';
import styles from './policy.module.css';
import { optionsOf, type Unit } from './use-unit-options';

export interface RuleFieldsProps {
  /** What the rule is for. */
  readonly label: string;
  readonly rule: RuleScope;
  readonly units: readonly Unit[];
  readonly disabled: boolean;
  onChange(rule: RuleScope): void;
}

/** A rule with one of its parts changed; an empty part is none. */
function withPart<Name extends keyof RuleScope>(
  rule: RuleScope,
  name: Name,
  part: RuleScope[Name] & object,
): RuleScope {
  const { [name]: _, ...others } = rule;
  return part.length === 0 ? others : { ...others, [name]: part };
}

export function RuleFields({ label, rule, units, disabled, onChange }: RuleFieldsProps): ReactNode {
  const t = useT();
  const fields = { disabled } as const;
  return (
    <fieldset className={styles.rule}>
      <legend className="dw-said">{label}</legend>
      <p className={styles.quiet}>{t('policy.rule')}</p>
      <div className={styles.ruleFields}>
        <TagsSelect
          {...fields}
          label={t('policy.rule-kinds')}
          options={partyKinds.map((value) => ({ value, label: t(`catalogue.party.kind.${value}`) }))}
          value={rule.kinds ?? []}
          onChange={(kinds) => onChange(withPart(rule, 'kinds', kinds))}
        />
        <TagsSelect
          {...fields}
          label={t('policy.rule-languages')}
          options={languages.map((value) => ({ value, label: t(`catalogue.party.language.${value}`) }))}
          value={rule.languages ?? []}
          onChange={(next) => onChange(withPart(rule, 'languages', next))}
        />
        <TagsSelect
          {...fields}
          label={t('policy.rule-roles')}
          options={roleTypes.map((value) => ({ value, label: t(`catalogue.party_role.type.${value}`) }))}
          value={rule.roleTypes ?? []}
          onChange={(next) => onChange(withPart(rule, 'roleTypes', next))}
        />
        {units.length > 0 && (
          <TagsSelect
            {...fields}
            label={t('policy.rule-units')}
            options={optionsOf(units)}
            value={rule.unitIds ?? []}
            onChange={(next) => onChange(withPart(rule, 'unitIds', next))}
          />
        )}
        <CitiesField
          {...fields}
          label={t('policy.rule-cities')}
          value={rule.cities ?? []}
          onChange={(cities) => onChange(withPart(rule, 'cities', cities))}
        />
      </div>
      {Object.keys(rule).length === 0 && <p className={styles.caution}>{t('policy.rule-empty')}</p>}
    </fieldset>
  );
}
