// `import`: a file into parties, activities or relationships, tried first with --dry-run; counts of every outcome, rejected rows to a file.

import type { z } from 'zod';
import {
  duplicatePolicies,
  existingPolicies,
  type ImportStatus,
  type importsContract,
} from '@shared/features/imports/imports.contract';
import { importEntities, type ImportInto } from '@shared/features/imports/mapping/record-targets';
import type { Engine } from '../../engine/engine';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { withUnlocked } from '../session';
import { chosenMapping } from './import-mapping';

type Ops = (typeof importsContract)['operations'];

export const importFile: Command = async (input) => {
  const { options } = input;
  const [file] = input.positionals;
  if (file === undefined) return misuse('cli.file-missing');
  const into = oneOf(importEntities, options.into);
  if (into === undefined) return misuse('cli.into-unknown', options.into ?? '');
  const duplicates = oneOf(duplicatePolicies, options.policy);
  if (options.policy !== undefined && duplicates === undefined) return misuse('cli.policy-unknown', options.policy);
  const existing = oneOf(existingPolicies, options.existing);
  if (options.existing !== undefined && existing === undefined) return misuse('cli.existing-unknown', options.existing);
  const ended: { tell: (status: ImportStatus) => void } = { tell: () => undefined };
  const finished = new Promise<ImportStatus>((resolve) => {
    ended.tell = resolve;
  });
  const onImport = (status: ImportStatus): void => {
    if (status.state !== 'running') ended.tell(status);
    else input.output.note(input.output.t('cli.import.progress', { rows: status.counts.read }));
  };
  const rules = { ...(duplicates ? { duplicates } : {}), ...(existing ? { existing } : {}) };
  return withUnlocked(input, ({ engine }) => run(input, { engine, file, into, rules, finished }), {
    onImport,
  });
};

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((value) => value === text);

interface Run {
  readonly engine: Engine;
  readonly file: string;
  readonly into: ImportInto;
  readonly rules: {
    readonly duplicates?: (typeof duplicatePolicies)[number];
    readonly existing?: (typeof existingPolicies)[number];
  };
  readonly finished: Promise<ImportStatus>;
}

async function run(input: CommandInput, { engine, file, into, rules, finished }: Run): Promise<CommandResult> {
  const inspected = await engine.call('imports.inspect', { file, into });
  if (!inspected.ok) return failed(inspected.error);
  const guessed = (inspected.value as z.infer<Ops['inspect']['output']>).mapping;
  const chosen = await chosenMapping(input, { engine, into, guessed });
  if (!chosen.ok) return failed(chosen.error);
  const { saveMapping } = input.options;
  const named = saveMapping === undefined ? {} : { saveMappingAs: saveMapping };
  const plan = { file, read: {}, mapping: chosen.value, ...rules, ...named };
  if (input.options.dryRun) return tryOut(input, engine, plan);
  const started = await engine.call('imports.start', plan);
  if (!started.ok) return failed(started.error);
  const status = await finished;
  if (status.failure !== null || status.state === 'failed') return failed(status.failure ?? { code: 'door.internal' });
  if (status.counts.rejected > 0 && input.options.rejectedOut !== undefined) {
    const saved = await engine.call('imports.saveRejected', {
      id: status.id,
      file: input.options.rejectedOut,
    });
    if (!saved.ok) return failed(saved.error);
  }
  if (status.hasAlike && input.options.alikeOut !== undefined) {
    const saved = await engine.call('imports.saveAlike', {
      id: status.id,
      file: input.options.alikeOut,
    });
    if (!saved.ok) return failed(saved.error);
  }
  const { counts } = status;
  input.output.result({ ...status, ...totals(counts) }, [
    input.output.t('cli.import.done', totals(counts)),
    ...reasons(counts.reasons),
  ]);
  return {
    kind: 'done',
    exitCode: status.state === 'done' ? exitCodes.done : exitCodes.expectedFailure,
  };
}

async function tryOut(input: CommandInput, engine: Engine, plan: unknown): Promise<CommandResult> {
  const tried = await engine.call('imports.dryRun', plan);
  if (!tried.ok) return failed(tried.error);
  const { counts } = tried.value as z.infer<Ops['dryRun']['output']>;
  input.output.result({ dryRun: true, counts, ...totals(counts) }, [
    input.output.t('cli.import.dry-run', totals(counts)),
    ...reasons(counts.reasons),
  ]);
  return done;
}

const totals = ({ read, rejected, updated, duplicates, created, unchanged }: ImportStatus['counts']) => ({
  read,
  rejected,
  updated,
  duplicates,
  created,
  unchanged,
});
const reasons = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([code, count]) => `  ${code} ${count}`);
