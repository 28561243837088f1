// Which mapping an import from the command line uses: a file of one's own, one kept by name, or the guess.

import type { z } from 'zod';
import { ColumnMapping, type importsContract } from '@shared/features/imports/imports.contract';
import type { ImportInto } from '@shared/features/imports/mapping/record-targets';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Engine } from '../../engine/engine';
import type { CommandInput } from '../command';
import { readInput } from '../session';

type Mapping = z.infer<typeof ColumnMapping>;
type Mappings = z.infer<(typeof importsContract)['operations']['mappings']['output']>['mappings'];

interface Choice {
  readonly engine: Engine;
  readonly into: ImportInto;
  readonly guessed: Mapping;
}

export async function chosenMapping(
  { options }: CommandInput,
  { engine, into, guessed }: Choice,
): Promise<Result<Mapping, Failure>> {
  if (options.mapping !== undefined) return mappingInFile(options.mapping, into);
  if (options.mappingName === undefined) return ok(guessed);
  const listed = await engine.call('imports.mappings', {});
  if (!listed.ok) return listed;
  const { mappings } = listed.value as { mappings: Mappings };
  const found = mappings.find(({ name, mapping }) => name === options.mappingName && mapping.into === into);
  return found === undefined ? fail('cli.mapping-unknown', { name: options.mappingName }) : ok(found.mapping);
}

/** A mapping that does not say what its rows are is meant for what the command says. */
function mappingInFile(file: string, into: ImportInto): Result<Mapping, Failure> {
  const content = readInput(file);
  if (!content.ok) return content;
  const json = safeJson(content.value);
  const parsed = ColumnMapping.safeParse(typeof json === 'object' && json !== null ? { into, ...json } : json);
  return parsed.success && parsed.data.into === into ? ok(parsed.data) : fail('cli.mapping-invalid', { file });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
