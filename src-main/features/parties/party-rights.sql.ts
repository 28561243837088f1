// Whether one party lies within a scope.

import type { Scope } from '@shared/features/policy/policy';
import { withinScope } from '../../access';
import { shapedStatement, sql, type Query } from '../../db';

const within = shapedStatement<{ id: string }, { id: string }>();

export const selectWithin = (id: string, scope: Scope): Query<{ id: string }> =>
  within(
    JSON.stringify(scope),
    (arg) => sql<{ id: string }>`select id from party where id = ${arg('id')} and ${withinScope(scope, 'party')}`,
  )({ id });
