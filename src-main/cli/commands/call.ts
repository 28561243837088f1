// `call`: one operation through the door, or with --stdin a whole session of JSON lines.

import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fail, type Failure } from '@shared/core/result';
import type { Engine } from '../../engine/engine';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { noteDuplicates } from '../duplicate-warning';
import { watchImports } from '../import-watch';
import { watchJobs } from '../job';
import { readInput, withUnlocked } from '../session';

export const call: Command = async (input) => {
  if (input.options.stdin) return withUnlocked(input, async ({ engine }) => serveLines(engine));
  const [operation] = input.positionals;
  if (operation === undefined) return misuse('cli.operation-missing');
  const parsed = readJson(input);
  if (!parsed.ok) return failed(parsed.error);
  const [jobs, imports] = [watchJobs(input), watchImports(input)];
  const once = async (engine: Engine): Promise<CommandResult> => {
    const reply = await engine.call(operation, parsed.value);
    if (!reply.ok) return failed(reply.error);
    if (operation === 'parties.create') await noteDuplicates(engine, input.output, (reply.value as { id: string }).id);
    const work = startedBy({ operation, asked: parsed.value, value: reply.value });
    const ended =
      work === null ? null : await (work.kind === 'job' ? jobs.wait(engine, work.id) : imports.wait(work.id));
    const value = ended ?? reply.value;
    input.output.result(value, [JSON.stringify(value, null, 2)]);
    return ended !== null && ended.state !== 'done' ? { kind: 'done', exitCode: exitCodes.expectedFailure } : done;
  };
  return withUnlocked(input, ({ engine }) => once(engine), { onJob: jobs.onJob, onImport: imports.onImport });
};

const StartedJob = z.strictObject({ jobId: z.string() });
const WithId = z.object({ id: z.string() });

/** The long work that an operation only starts: one command waits for its end and prints it as it ended. */
function startedBy({
  operation,
  asked,
  value,
}: {
  readonly operation: string;
  readonly asked: unknown;
  readonly value: unknown;
}): { readonly kind: 'job' | 'import'; readonly id: string } | null {
  const job = StartedJob.safeParse(value);
  if (job.success) return { kind: 'job', id: job.data.jobId };
  if (operation === 'imports.start') return { kind: 'import', id: WithId.parse(value).id };
  return operation === 'imports.resume' ? { kind: 'import', id: WithId.parse(asked).id } : null;
}

function readJson({ options }: CommandInput): { ok: true; value: unknown } | { ok: false; error: Failure } {
  if (options.input === undefined) return { ok: true, value: {} };
  const content = readInput(options.input);
  if (!content.ok) return content;
  return parseJson(content.value);
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; error: Failure } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return fail('cli.not-json');
    throw error;
  }
}

const LineId = z.object({ id: z.union([z.string(), z.number()]) });
const Line = LineId.extend({ op: z.string().max(200), input: z.unknown().optional() });

/** One line in, one line out, by id, in any order; a command is acknowledged after its commit is on the disk. */
async function serveLines(engine: Engine) {
  const running = new Set<Promise<void>>();
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    const answering = answer(engine, text).then((reply) => void process.stdout.write(`${JSON.stringify(reply)}\n`));
    running.add(answering);
    void answering.finally(() => running.delete(answering));
  }
  await Promise.all(running);
  return done;
}

/** A line that is no request is answered under its own id where it has one, so that nobody waits for ever. */
async function answer(engine: Engine, text: string): Promise<unknown> {
  const json = parseJson(text);
  if (!json.ok) return { id: null, ...json };
  const line = Line.safeParse(json.value);
  if (line.success) return { id: line.data.id, ...(await engine.call(line.data.op, line.data.input ?? {})) };
  const named = LineId.safeParse(json.value);
  return { id: named.success ? named.data.id : null, ...fail('door.invalid-input') };
}
