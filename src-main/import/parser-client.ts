// The engine's side of the conversation with the parser process: one request at a time answered or given up, a hung or
// dead process replaced, and nothing believed that does not fit the protocol.

import type { z } from 'zod';
import type { Result } from '@shared/core/result';
import { err, ok } from '@shared/core/result';
import type { ImportFailure } from './failure';
import { REQUEST_TIMEOUT_MS } from './limits';
import type { ForkParser } from './parser-channel';
import type { Live, Unsent } from './parser-processes';
import { createProcesses } from './parser-processes';
import type { Batch as BatchValue, Inspection as InspectionValue, ReadSettings, ReadWishes } from './protocol';
import { Batch, Closed, Inspection, Opened, Piece } from './protocol';
import type { Checkpoint } from './source';

type Outcome<T> = Promise<Result<T, ImportFailure>>;

export interface OpenFile {
  /** Up to `size` rows from where the last batch ended; fewer when the batch grows heavy, none and `done` at the end. */
  next(size: number): Outcome<BatchValue>;
  close(): Promise<void>;
}

/** The files inside one record, one after the other in the order they lie there. */
export interface EnclosedFiles {
  /** The next piece, at most a mebibyte; null behind the last one. Nothing is read before it is asked for. */
  next(): Outcome<{ readonly file: number; readonly bytes: Buffer; readonly last: boolean } | null>;
  close(): Promise<void>;
}

export interface FilesWanted {
  /** Where the record begins, as its row said. */
  readonly at: string;
  /** Their numbers in the row's list. */
  readonly files: readonly number[];
}

export interface Parser {
  inspect(path: string, wishes?: ReadWishes): Outcome<InspectionValue>;
  open(path: string, settings: ReadSettings, from?: Checkpoint): Outcome<OpenFile>;
  openFiles(path: string, settings: ReadSettings, wanted: FilesWanted): Outcome<EnclosedFiles>;
  /** Exact rows of data, counted in short steps so that other requests are answered between them. */
  count(path: string, settings: ReadSettings, options?: CountOptions): Outcome<number | null>;
  /** Ends the process; requests under way fail as `import.parser-died`. */
  close(): void;
}

export type ParserOptions = { readonly fork: ForkParser; readonly timeoutMs?: number };
/** `goOn` is asked between steps; counting ends with null when it says no. */
export type CountOptions = { readonly goOn?: (counted: number) => boolean };

const COUNT_STEP = 20_000;

export function startParser({ fork, timeoutMs = REQUEST_TIMEOUT_MS }: ParserOptions): Parser {
  const processes = createProcesses(fork, timeoutMs);
  const ask: Ask = async (live, request, shape) => {
    const reply = await processes.request(live, request);
    if (!reply.ok) return reply;
    const parsed = shape.safeParse(reply.value);
    if (parsed.success) return ok(parsed.data);
    processes.end(live);
    return err({ code: 'import.parser-died', details: { what: 'reply' } });
  };
  const open = (path: string, settings: ReadSettings, from?: Checkpoint): Outcome<Countable> =>
    openFile(ask, processes.current(), { op: 'open', path, settings, ...(from ? { from } : {}) });
  return {
    open,
    inspect: (path, wishes = {}) => ask(processes.current(), { op: 'inspect', path, wishes }, Inspection),
    openFiles: (path, settings, { at, files }) =>
      openEnclosed(ask, processes.current(), { op: 'openFiles', path, settings, at, wanted: [...files] }),
    async count(path, settings, options = {}) {
      const opened = await open(path, settings);
      return opened.ok ? countRows(opened.value, options) : opened;
    },
    close: () => processes.close(),
  };
}

type Ask = <S extends z.ZodType>(live: Live, request: Unsent, shape: S) => Outcome<z.output<S>>;
type OpenRequest = Extract<Unsent, { op: 'open' }>;
/** `skip` passes over rows without bringing them here. */
type Countable = OpenFile & { skip(size: number): Outcome<BatchValue> };

async function openFile(ask: Ask, live: Live, request: OpenRequest): Outcome<Countable> {
  const opened = await ask(live, request, Opened);
  if (!opened.ok) return opened;
  const { handle } = opened.value;
  return ok({
    next: (size) => ask(live, { op: 'next', handle, size, countOnly: false }, Batch),
    skip: (size) => ask(live, { op: 'next', handle, size, countOnly: true }, Batch),
    close: async () => void (await ask(live, { op: 'close', handle }, Closed)),
  });
}

async function openEnclosed(
  ask: Ask,
  live: Live,
  request: Extract<Unsent, { op: 'openFiles' }>,
): Outcome<EnclosedFiles> {
  const opened = await ask(live, request, Opened);
  if (!opened.ok) return opened;
  const { handle } = opened.value;
  return ok({
    async next() {
      const given = await ask(live, { op: 'piece', handle }, Piece);
      if (!given.ok) return given;
      const { piece } = given.value;
      return ok(piece && { ...piece, bytes: Buffer.from(piece.bytes, 'base64') });
    },
    close: async () => void (await ask(live, { op: 'close', handle }, Closed)),
  });
}

async function countRows(file: Countable, { goOn }: CountOptions): Outcome<number | null> {
  for (let counted = 0; ;) {
    const step = await file.skip(COUNT_STEP);
    if (!step.ok) return step;
    counted += step.value.count;
    const stop = !step.value.done && goOn !== undefined && !goOn(counted);
    if (!step.value.done && !stop) continue;
    await file.close();
    return ok(stop ? null : counted);
  }
}
