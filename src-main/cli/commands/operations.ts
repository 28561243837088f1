// `operations`: everything that can be asked, with kind, permission, JSON Schemas and error codes.

import { z } from 'zod';
import { doorErrors } from '@shared/core/contract';
import { operationsByName } from '@shared/features/contracts';
import { done, type Command } from '../command';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

export const listOperations: Command = async ({ output }) => {
  const operations = [...operationsByName()].map(([name, operation]) => ({
    name,
    kind: operation.kind,
    permission: operation.permission,
    input: schemaOf(operation.input, 'input'),
    output: schemaOf(operation.output, 'output'),
    errors: [...operation.errors],
  }));
  const lines = operations.map(
    ({ name, kind, permission, errors }) => `${name}  ${kind}  ${permission}  ${errors.join(' ')}`,
  );
  output.result({ operations, doorErrors }, lines);
  return done;
};
