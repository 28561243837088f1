// `call`: one operation through the door, or with --stdin a whole session of JSON lines.

import { createInterface } from 'node:readline';
import { z } from 'zod';
import { fail, type Failure } from '@shared/core/result';
import type { Engine } from '../../engine/engine';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { done, exitCodes, failed, misuse, type Command, type CommandInput, type CommandResult } from '../command';
import { noteDuplicates } from '../duplicate-warning';
import { watchJobs } from '../job';
import { readInput, withUnlocked } from '../session';

export const call: Command = async (input) => {
  if (input.options.stdin) return withUnlocked(input, async ({ engine }) => serveLines(engine));
  const [operation] = input.positionals;
  if (operation === undefined) return misuse('cli.operation-missing');
  const parsed = readJson(input);
  if (!parsed.ok) return failed(parsed.error);
  const watch = watchJobs(input);
  const once = async (engine: Engine): Promise<CommandResult> => {
    const reply = await engine.call(operation, parsed.value);
    if (!reply.ok) return failed(reply.error);
    if (operation === 'parties.create') await noteDuplicates(engine, input.output, (reply.value as { id: string }).id);
    const started = StartedJob.safeParse(reply.value);
    const value = started.success ? await watch.wait(engine, started.data.jobId) : reply.value;
    input.output.result(value, [JSON.stringify(value, null, 2)]);
    return started.success && (value as JobStatus).state !== 'done'
      ? { kind: 'done', exitCode: exitCodes.expectedFailure }
      : done;
  };
  return withUnlocked(input, ({ engine }) => once(engine), { onJob: watch.onJob });
};

/** An operation that only starts long work: one command waits for its end and prints the job as it ended. */
const StartedJob = z.strictObject({ jobId: z.string() });

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
