// The parser process as it lives and dies: started when needed, each request timed, a hung or broken one ended and forgotten.

import type { Result } from '@shared/core/result';
import { err, ok } from '@shared/core/result';
import type { ImportFailure } from './failure';
import type { ForkParser, ParserChannel } from './parser-channel';
import type { ParserRequest } from './protocol';
import { ParserReply } from './protocol';

type Waiting = { settle: (reply: Result<unknown, ImportFailure>) => void; timer: NodeJS.Timeout };
/** One process and what it has not answered yet. */
export type Live = { readonly channel: ParserChannel; readonly waiting: Map<number, Waiting> };
export type Unsent = ParserRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

export type Processes = {
  /** The running process, started now if there is none. */
  current(): Live;
  request(live: Live, request: Unsent): Promise<Result<unknown, ImportFailure>>;
  end(live: Live): void;
  close(): void;
};

type State = { live: Live | null; lastId: number };

export function createProcesses(fork: ForkParser, timeoutMs: number): Processes {
  const state: State = { live: null, lastId: 0 };
  const end = (ended: Live, failure: ImportFailure = { code: 'import.parser-died' }): void => {
    forget(state, ended, failure);
    ended.channel.kill();
  };
  return {
    current: () => state.live ?? start(state, fork(), end),
    end,
    close: () => {
      if (state.live) end(state.live);
    },
    request: (asked, request) => {
      if (state.live !== asked) return Promise.resolve(err({ code: 'import.parser-died' }));
      state.lastId += 1;
      const id = state.lastId;
      return new Promise((settle) => {
        const late: ImportFailure = { code: 'import.timed-out', details: { milliseconds: timeoutMs } };
        asked.waiting.set(id, { settle, timer: setTimeout(() => end(asked, late), timeoutMs) });
        asked.channel.send({ ...request, id });
      });
    },
  };
}

function start(state: State, channel: ParserChannel, end: (live: Live) => void): Live {
  const live: Live = { channel, waiting: new Map() };
  channel.onMessage((message) => receive(live, message, end));
  channel.onExit((code) => forget(state, live, exitFailure(code)));
  state.live = live;
  return live;
}

/** Fails everything the process had not answered; the next request starts another one. */
function forget(state: State, dead: Live, failure: ImportFailure): void {
  if (state.live === dead) state.live = null;
  for (const waiting of dead.waiting.values()) {
    clearTimeout(waiting.timer);
    waiting.settle(err(failure));
  }
  dead.waiting.clear();
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
