// All conditions of a rule, one under the other.

import type { Condition } from '@shared/features/quality/rule';
import type { ReactNode } from 'react';
import { Button, useT } from '../../ui';
import { anyCondition, ConditionEditor } from './ConditionEditor';

export interface ConditionsProps {
  readonly all: readonly Condition[];
  onChange(all: Condition[]): void;
}

const MOST = 6;

export function Conditions({ all, onChange }: ConditionsProps): ReactNode {
  const t = useT();
  return (
    <>
      <strong>{t('quality.conditions')}</strong>
      {all.map((one, index) => (
        <ConditionEditor
          key={index}
          condition={one}
          onChange={(next) => onChange(all.with(index, next))}
          onRemove={all.length > 1 ? () => onChange(all.toSpliced(index, 1)) : undefined}
        />
      ))}
      {all.length < MOST && (
        <Button small kind="quiet" onClick={() => onChange([...all, anyCondition])}>
          {t('quality.add-condition')}
        </Button>
      )}
    </>
  );
}
