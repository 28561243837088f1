// Whether one party lies within a scope.

import type { Scope } from '@shared/features/policy/policy';
import { withinScope } from '../../access';
import { compiled, sql, type Query } from '../../db';

export const selectWithin = (id: string, scope: Scope): Query<{ id: string }> =>
  compiled(sql<{ id: string }>`select id from party where id = ${id} and ${withinScope(scope, 'party')}`);
