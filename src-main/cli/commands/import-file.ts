// `import`: a file into parties or what hangs on them, tried first with --dry-run; counts of every outcome, rejected rows to a file;
// one that stopped half-way goes on with --resume.

import type { z } from 'zod';
import {
  duplicatePolicies,
  existingPolicies,
  type ImportStatus,
  type importsContract,
} from '@shared/features/imports/imports.contract';
import { ok, type Failure, type Result } from '@shared/core/result';
import { importEntities, type ImportInto } from '@shared/features/imports/mapping/record-targets';
import type { Engine } from '../../engine/engine';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { watchImports, type ImportWatch } from '../import-watch';
import { withUnlocked } from '../session';
import { chosenMapping } from './import-mapping';

type Ops = (typeof importsContract)['operations'];

export const importFile: Command = async (input) => {
  const { options } = input;
  if (options.resume) return resume(input);
  const [file] = input.positionals;
  if (file === undefined) return misuse('cli.file-missing');
  const into = oneOf(importEntities, options.into);
  if (into === undefined) return misuse('cli.into-unknown', options.into ?? '');
  const duplicates = oneOf(duplicatePolicies, options.policy);
  if (options.policy !== undefined && duplicates === undefined) return misuse('cli.policy-unknown', options.policy);
  const existing = oneOf(existingPolicies, options.existing);
  if (options.existing !== undefined && existing === undefined) return misuse('cli.existing-unknown', options.existing);
  const watch = watchImports(input);
  const rules = { ...(duplicates ? { duplicates } : {}), ...(existing ? { existing } : {}) };
  return withUnlocked(input, ({ engine }) => run(input, { engine, file, into, rules, watch }), {
    onImport: watch.onImport,
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
  readonly watch: ImportWatch;
}

async function run(input: CommandInput, { engine, file, into, rules, watch }: Run): Promise<CommandResult> {
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
  return report(input, engine, await watch.wait((started.value as { id: string }).id));
}

/** `import --resume [ID]`: the one named, or the latest that stopped half-way. */
async function resume(input: CommandInput): Promise<CommandResult> {
  const watch = watchImports(input);
  const goOn = async (engine: Engine): Promise<CommandResult> => {
    const listed = await engine.call('imports.list', {});
    if (!listed.ok) return failed(listed.error);
    const { imports } = listed.value as z.infer<Ops['list']['output']>;
    const id = input.positionals[0] ?? imports.find(({ state }) => state === 'paused')?.id;
    if (id === undefined) return failed({ code: 'cli.nothing-paused' });
    const resumed = await engine.call('imports.resume', { id });
    return resumed.ok ? report(input, engine, await watch.wait(id)) : failed(resumed.error);
  };
  return withUnlocked(input, ({ engine }) => goOn(engine), { onImport: watch.onImport });
}

async function report(input: CommandInput, engine: Engine, status: ImportStatus): Promise<CommandResult> {
  if (status.failure !== null || status.state === 'failed') return failed(status.failure ?? { code: 'door.internal' });
  const saved = await saveRowFiles(input, engine, status);
  if (!saved.ok) return failed(saved.error);
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

/** Rejected rows, and rows that seem to be somebody who is there, where files for them are named. */
async function saveRowFiles(
  { options }: CommandInput,
  engine: Engine,
  status: ImportStatus,
): Promise<Result<unknown, Failure>> {
  const { rejectedOut, alikeOut, namedLanguage } = options;
  const wanted = [
    ...(status.counts.rejected + status.counts.attachmentsRejected > 0 && rejectedOut !== undefined
      ? [{ operation: 'imports.saveRejected', file: rejectedOut }]
      : []),
    ...(status.hasAlike && alikeOut !== undefined ? [{ operation: 'imports.saveAlike', file: alikeOut }] : []),
  ];
  for (const { operation, file } of wanted) {
    const saved = await engine.call(operation, {
      id: status.id,
      file,
      ...(namedLanguage === undefined ? {} : { language: namedLanguage }),
    });
    if (!saved.ok) return saved;
  }
  return ok({});
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

const totals = ({ reasons: _, ...counts }: ImportStatus['counts']) => counts;
const reasons = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([code, count]) => `  ${code} ${count}`);
