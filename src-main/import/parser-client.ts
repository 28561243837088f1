// The engine's side of the conversation with the parser process: one request at a time answered or given up, a hung or
// dead process replaced, and nothing believed that does not fit the protocol.

import type { z } from 'zod';
import type { Result } from '@shared/core/result';
import { err, ok } from '@shared/core/result';
import type { ImportFailure } from './failure';
import { REQUEST_TIMEOUT_MS } from './limits';
import type { ForkParser, ParserChannel } from './parser-channel';
import type { Inspection as InspectionValue, Batch as BatchValue, ParserRequest, ReadSettings, ReadWishes } from './protocol';
import { Batch, Closed, Inspection, Opened, ParserReply } from './protocol';
import type { Checkpoint } from './source';

type Outcome<T> = Promise<Result<T, ImportFailure>>;

export interface OpenFile {
  /** Up to `size` rows from where the last batch ended; fewer when the batch grows heavy, none and `done` at the end. */
  next(size: number): Outcome<BatchValue>;
  close(): Promise<void>;
}

export interface Parser {
  inspect(path: string, wishes?: ReadWishes): Outcome<InspectionValue>;
  open(path: string, settings: ReadSettings, from?: Checkpoint): Outcome<OpenFile>;
  /** Exact rows of data, counted in short steps so that other requests are answered between them. */
  count(path: string, settings: ReadSettings, options?: CountOptions): Outcome<number | null>;
  /** Ends the process; requests under way fail as `import.parser-died`. */
  close(): void;
}

export type ParserOptions = { readonly fork: ForkParser; readonly timeoutMs?: number };
/** `goOn` is asked between steps; counting ends with null when it says no. */
export type CountOptions = { readonly goOn?: (counted: number) => boolean };

const COUNT_STEP = 20_000;

type Waiting = { settle: (reply: Result<unknown, ImportFailure>) => void; timer: NodeJS.Timeout };
type Live = { channel: ParserChannel; waiting: Map<number, Waiting> };
type Unsent = ParserRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

export function startParser({ fork, timeoutMs = REQUEST_TIMEOUT_MS }: ParserOptions): Parser {
  const processes = createProcesses(fork, timeoutMs);
  const ask = async <S extends z.ZodType>(live: Live, request: Unsent, shape: S): Outcome<z.output<S>> => {
    const reply = await processes.request(live, request);
    if (!reply.ok) return reply;
    const parsed = shape.safeParse(reply.value);
    if (parsed.success) return ok(parsed.data);
    processes.end(live);
    return err({ code: 'import.parser-died', details: { what: 'reply' } });
  };
  const open: Parser['open'] = async (path, settings, from) => {
    const live = processes.current();
    const opened = await ask(live, { op: 'open', path, settings, ...(from ? { from } : {}) }, Opened);
    if (!opened.ok) return opened;
    const { handle } = opened.value;
    return ok({
      next: (size) => ask(live, { op: 'next', handle, size, countOnly: false }, Batch),
      close: async () => void (await ask(live, { op: 'close', handle }, Closed)),
    });
  };
  return {
    open,
    inspect: (path, wishes = {}) => ask(processes.current(), { op: 'inspect', path, wishes }, Inspection),
    async count(path, settings, { goOn } = {}) {
      const live = processes.current();
      const opened = await ask(live, { op: 'open', path, settings }, Opened);
      if (!opened.ok) return opened;
      const { handle } = opened.value;
      for (let counted = 0; ; ) {
        const step = await ask(live, { op: 'next', handle, size: COUNT_STEP, countOnly: true }, Batch);
        if (!step.ok) return step;
        counted += step.value.count;
        const stop = !step.value.done && goOn !== undefined && !goOn(counted);
        if (!step.value.done && !stop) continue;
        await ask(live, { op: 'close', handle }, Closed);
        return ok(stop ? null : counted);
      }
    },
    close: () => processes.close(),
  };
}

type Processes = {
  current(): Live;
  request(live: Live, request: Unsent): Promise<Result<unknown, ImportFailure>>;
  end(live: Live): void;
  close(): void;
};

function createProcesses(fork: ForkParser, timeoutMs: number): Processes {
  let live: Live | null = null;
  let lastId = 0;
  const fail = (dead: Live, failure: ImportFailure): void => {
    if (live === dead) live = null;
    for (const waiting of dead.waiting.values()) {
      clearTimeout(waiting.timer);
      waiting.settle(err(failure));
    }
    dead.waiting.clear();
  };
  const end = (ended: Live, failure: ImportFailure = { code: 'import.parser-died' }): void => {
    fail(ended, failure);
    ended.channel.kill();
  };
  const start = (): Live => {
    const started: Live = { channel: fork(), waiting: new Map() };
    started.channel.onMessage((message) => receive(started, message, end));
    started.channel.onExit((code) => fail(started, exitFailure(code)));
    live = started;
    return started;
  };
  return {
    current: () => live ?? start(),
    end,
    close: () => {
      if (live) end(live);
    },
    request: (asked, request) => {
      if (live !== asked) return Promise.resolve(err({ code: 'import.parser-died' }));
      lastId += 1;
      const id = lastId;
      return new Promise((settle) => {
        const timer = setTimeout(() => end(asked, { code: 'import.timed-out', details: { milliseconds: timeoutMs } }), timeoutMs);
        asked.waiting.set(id, { settle, timer });
        asked.channel.send({ ...request, id });
      });
    },
  };
}

function receive(live: Live, message: unknown, end: (live: Live) => void): void {
  const reply = ParserReply.safeParse(message);
  const waiting = reply.success ? live.waiting.get(reply.data.id) : undefined;
  if (!reply.success || !waiting) {
    end(live);
    return;
  }
  live.waiting.delete(reply.data.id);
  clearTimeout(waiting.timer);
  waiting.settle(reply.data.ok ? ok(reply.data.value) : err(reply.data.error));
}

/** V8 aborts when the heap cap is reached: SIGABRT (no code), 134 through a shell, 5 or a trap on Windows. */
function exitFailure(code: number | null): ImportFailure {
  return code === null || code === 134 || code === 133 || code === 5
    ? { code: 'import.out-of-memory' }
    : { code: 'import.parser-died', details: { exit: code } };
}
