// The units of the office as options of a field, each below the one it is part of.

import type { OrgUnit } from '@shared/features/policy/policy.contract';
import { useMemo } from 'react';
import type { z } from 'zod';
import { useEngineQuery, useMay } from '../../api';
import type { Option } from '../../ui';
import { inTree } from './unit-tree';

export type Unit = z.infer<typeof OrgUnit>;

export function useUnitOptions(): readonly Option[] {
  const enabled = useMay()('users.read');
  const policy = useEngineQuery('policy.get', {}, { enabled });
  return useMemo(() => optionsOf(policy.data?.units ?? []), [policy.data]);
}

export const optionsOf = (units: readonly Unit[]): Option[] =>
  inTree(units).map(({ unit, depth }) => ({ value: unit.id, label: `${'– '.repeat(depth)}${unit.name}` }));
