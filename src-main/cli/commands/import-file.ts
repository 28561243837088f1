// `import`: a file into parties, tried first with --dry-run; counts of every outcome, rejected rows to a file.

import type { z } from 'zod';
import { ColumnMapping, type ImportStatus, type importsContract } from '@shared/features/imports/imports.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Engine } from '../../engine/engine';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { readInput, withUnlocked } from '../session';

type Ops = (typeof importsContract)['operations'];

export const importFile: Command = async (input) => {
  const [file] = input.positionals;
  if (file === undefined) return misuse('cli.file-missing');
  if (input.options.into !== 'parties') return misuse('cli.into-unknown', input.options.into ?? '');
  const ended: { tell: (status: ImportStatus) => void } = { tell: () => undefined };
  const finished = new Promise<ImportStatus>((resolve) => {
    ended.tell = resolve;
  });
  const onImport = (status: ImportStatus): void => {
    if (status.state !== 'running') ended.tell(status);
    else input.output.note(input.output.t('cli.import.progress', { rows: status.counts.read }));
  };
  return withUnlocked(input, ({ engine }) => run(input, { engine, file, finished }), { onImport });
};

interface Run {
  readonly engine: Engine;
  readonly file: string;
  readonly finished: Promise<ImportStatus>;
}

async function run(input: CommandInput, { engine, file, finished }: Run): Promise<CommandResult> {
  const inspected = await engine.call('imports.inspect', { file });
  if (!inspected.ok) return failed(inspected.error);
  const chosen = mappingOf(input, (inspected.value as z.infer<Ops['inspect']['output']>).mapping);
  if (!chosen.ok) return failed(chosen.error);
  const plan = { file, read: {}, mapping: chosen.value };
  if (input.options.dryRun) {
    const tried = await engine.call('imports.dryRun', plan);
    if (!tried.ok) return failed(tried.error);
    const { counts } = tried.value as z.infer<Ops['dryRun']['output']>;
    input.output.result({ dryRun: true, counts }, [
      input.output.t('cli.import.dry-run', totals(counts)),
      ...reasons(counts.reasons),
    ]);
    return done;
  }
  const started = await engine.call('imports.start', plan);
  if (!started.ok) return failed(started.error);
  const status = await finished;
  if (status.failure !== null || status.state === 'failed') return failed(status.failure ?? { code: 'door.internal' });
  if (status.counts.rejected > 0 && input.options.rejectedOut !== undefined) {
    const saved = await engine.call('imports.saveRejected', { id: status.id, file: input.options.rejectedOut });
    if (!saved.ok) return failed(saved.error);
  }
  input.output.result(status, [
    input.output.t('cli.import.done', totals(status.counts)),
    ...reasons(status.counts.reasons),
  ]);
  return { kind: 'done', exitCode: status.state === 'done' ? exitCodes.done : exitCodes.expectedFailure };
}

const totals = ({ read, created, updated, unchanged, rejected }: ImportStatus['counts']) => ({
  read,
  created,
  updated,
  unchanged,
  rejected,
});
const reasons = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([code, count]) => `  ${code} ${count}`);

function mappingOf(
  { options }: CommandInput,
  guessed: z.infer<typeof ColumnMapping>,
): Result<z.infer<typeof ColumnMapping>, Failure<'cli.file-unreadable' | 'cli.not-json' | 'cli.mapping-invalid'>> {
  if (options.mapping === undefined) return ok(guessed);
  const content = readInput(options.mapping);
  if (!content.ok) return content;
  const parsed = ColumnMapping.safeParse(safeJson(content.value));
  return parsed.success ? ok(parsed.data) : fail('cli.mapping-invalid', { file: options.mapping });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
