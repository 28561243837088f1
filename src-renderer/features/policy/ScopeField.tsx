// For whose parties: one choice, and where it is a rule, what the parties must be.

import type { Scope } from '@shared/features/policy/policy';
import { scopeNames } from '@shared/features/policy/policy';
import type { ReactNode } from 'react';
import { Select, useT } from '../../ui';
import styles from './policy.module.css';
import { RuleFields } from './RuleFields';
import type { Unit } from './use-unit-options';

export interface ScopeFieldProps {
  readonly label: string;
  /** The label is told but not shown: a table's headings say it. */
  readonly bare?: boolean;
  /** The words for nobody's. */
  readonly none: string;
  readonly value: Scope | undefined;
  readonly units: readonly Unit[];
  readonly disabled: boolean;
  onChange(scope: Scope | undefined): void;
}

const kinds = [...scopeNames, 'rule'] as const;
type Kind = (typeof kinds)[number] | 'none';

const kindOf = (scope: Scope | undefined): Kind =>
  scope === undefined ? 'none' : typeof scope === 'object' ? 'rule' : scope;
const scopeOfKind = (kind: Kind): Scope | undefined =>
  kind === 'none' ? undefined : kind === 'rule' ? { rule: { kinds: ['person'] } } : kind;

export function ScopeField(props: ScopeFieldProps): ReactNode {
  const { label, bare = false, none, value, units, disabled, onChange } = props;
  const t = useT();
  const options: { value: Kind; label: string }[] = [
    { value: 'none', label: none },
    ...kinds.map((kind) => ({ value: kind, label: t(`policy.scope.${kind}`) })),
  ];
  return (
    <>
      <div className={bare ? undefined : styles.scopeLine}>
        {!bare && <span aria-hidden>{label}</span>}
        <Select
          label={label}
          hideLabel
          value={kindOf(value)}
          options={options}
          disabled={disabled}
          onChange={(kind) => kind !== null && onChange(scopeOfKind(kind))}
        />
      </div>
      {typeof value === 'object' && (
        <RuleFields
          label={label}
          rule={value.rule}
          units={units}
          disabled={disabled}
          onChange={(rule) => onChange({ rule })}
        />
      )}
    </>
  );
}
