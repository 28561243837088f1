// Owns the engine process: starts it, hands every window a port to it, starts it again when it dies, ends it at lock and quit.
// The key of the base lives only in that process, so ending it is what locks the base.

import type { MessagePortMain } from 'electron';
import { MessageChannelMain } from 'electron';
import type { EngineState } from '@shared/features/app/app-events';
import type { EngineToMain, MainToEngine } from '../engine/wire';
import type { HostedProcess } from './hosted-process';
import { endProcess } from './hosted-process';
import type { ParserHost } from './parser-host';
import { createParserHost } from './parser-host';
import type { RestartPolicy } from './restart-policy';

/** A window as the engine's owner sees it. */
export interface PageLink {
  readonly id: number;
  /** Whether the page has said that it listens. */
  readonly listens: boolean;
  tell(state: EngineState): void;
  givePort(port: MessagePortMain): void;
}

export interface Stopped {
  readonly code: string;
  /** What the engine wrote into its log about it; empty when it died without a word. */
  readonly reference: string;
}

export interface EngineHostParts {
  readonly startEngine: () => HostedProcess;
  readonly startParser: () => HostedProcess;
  readonly restarts: RestartPolicy;
  readonly version: string;
  readonly scriptsFolder: string;
  readonly pages: () => readonly PageLink[];
  readonly onUnlocked: (message: { lockMinutes: number; language: string }) => void;
  readonly onLockWanted: () => void;
  /** The process is gone, with or without intent: nothing is unlocked any more. */
  readonly onGone: () => void;
  readonly onStopped: (last: Stopped) => void;
}

export interface EngineHost {
  /** Starts the engine on a base folder; ends nothing. */
  start(baseFolder: string): void;
  /** The same after `patience` ms, unless `start` comes first. */
  startLater(baseFolder: string, patience: number): void;
  /** Whether the first start is still to come. */
  isPlanned(): boolean;
  /** Gives a page that has just begun to listen its port. */
  connect(page: PageLink): void;
  disconnect(pageId: number): void;
  /** Resolves when the engine has it; at once while none runs, for one that starts is told of all files first. */
  sendFile(token: string, path: string): Promise<void>;
  /** Asks the engine to close, waits at most `patience` ms, then ends the process. */
  stop(patience: number): Promise<void>;
  /** After it stopped for good: forget the deaths and start again. */
  retry(): void;
}

interface Run {
  readonly process: HostedProcess;
  readonly closeParsers: () => void;
  /** The engine has said that everything is closed. */
  readonly closed: Promise<void>;
  readonly markClosed: () => void;
  /** Who waits for the engine to know a file, by token. */
  readonly awaited: Map<string, () => void>;
  wantedToEnd: boolean;
  last: Stopped;
}

type Memory = {
  baseFolder: string;
  run: Run | null;
  state: EngineState;
  timer: NodeJS.Timeout | null;
  planned: boolean;
  /** What persons chose, by token: an engine that starts later, or anew after it died, must know it too. */
  readonly files: Map<string, string>;
};

export function createEngineHost(parts: EngineHostParts): EngineHost {
  const memory = newMemory();
  const begin = (): void => {
    memory.timer = null;
    memory.planned = false;
    memory.run = beginRun(parts, memory, begin);
    for (const [token, path] of memory.files) post(memory.run, { type: 'file', token, path });
    for (const page of parts.pages()) if (page.listens) connectPage(memory.run.process, page);
  };
  return {
    start(baseFolder) {
      if (memory.timer !== null) clearTimeout(memory.timer);
      memory.baseFolder = baseFolder;
      begin();
    },
    startLater(baseFolder, patience) {
      memory.baseFolder = baseFolder;
      memory.planned = true;
      memory.timer = setTimeout(begin, patience);
    },
    isPlanned: () => memory.planned,
    connect(page) {
      page.tell(memory.state);
      // A process that is ending answers nothing any more: the page's calls wait for its successor.
      if (memory.run?.wantedToEnd === false) connectPage(memory.run.process, page);
    },
    disconnect: (windowId) => post(memory.run, { type: 'window-gone', windowId }),
    sendFile(token, path) {
      memory.files.set(token, path);
      return tellFile(memory.run, token, path);
    },
    stop: (patience) => stop(memory, patience),
    retry() {
      parts.restarts.forget();
      begin();
    },
  };
}

const newMemory = (): Memory => ({
  baseFolder: '',
  run: null,
  state: 'starting',
  timer: null,
  planned: false,
  files: new Map(),
});

async function stop(memory: Memory, patience: number): Promise<void> {
  memory.files.clear();
  if (memory.timer !== null) clearTimeout(memory.timer);
  memory.timer = null;
  memory.planned = false;
  memory.state = 'starting';
  if (memory.run !== null) await endRun(memory.run, patience);
}

function beginRun(parts: EngineHostParts, memory: Memory, beginAgain: () => void): Run {
  const process = parts.startEngine();
  const parsers = createParserHost(parts.startParser, (requestId, port) =>
    process.post({ type: 'parser', requestId } satisfies MainToEngine, [port]),
  );
  const run = newRun(process, parsers.endAll);
  const tellAll = (state: EngineState): void => {
    memory.state = state;
    for (const page of parts.pages()) page.tell(state);
  };
  process.onMessage((message) => receive(message as EngineToMain, { parts, run, tellAll, parsers }));
  void process.exited.then(() => {
    memory.run = memory.run === run ? null : memory.run;
    parsers.endAll();
    parts.onGone();
    if (!run.wantedToEnd) memory.timer = afterDeath({ parts, run, tellAll, beginAgain });
  });
  const { version, scriptsFolder } = parts;
  process.post({ type: 'start', baseFolder: memory.baseFolder, version, scriptsFolder } satisfies MainToEngine);
  return run;
}

function newRun(process: HostedProcess, closeParsers: () => void): Run {
  const mark = { closed: () => undefined as void };
  const closed = new Promise<void>((done) => {
    mark.closed = done;
  });
  const last = { code: '', reference: '' };
  const awaited = new Map<string, () => void>();
  return { process, closeParsers, closed, markClosed: () => mark.closed(), awaited, wantedToEnd: false, last };
}

type Receiver = {
  readonly parts: EngineHostParts;
  readonly run: Run;
  readonly tellAll: (state: EngineState) => void;
  readonly parsers: ParserHost;
};

function receive(message: EngineToMain, { parts, run, tellAll, parsers }: Receiver): void {
  switch (message.type) {
    case 'ready':
      return tellAll('ready');
    case 'unlocked':
      return parts.onUnlocked(message);
    case 'lock-wanted':
      // While it is closing, the engine locks because we asked it to.
      return run.wantedToEnd ? undefined : parts.onLockWanted();
    case 'parser-wanted':
      return parsers.start(message.requestId);
    case 'parser-end':
      return parsers.end(message.requestId);
    case 'file-known':
      run.awaited.get(message.token)?.();
      return void run.awaited.delete(message.token);
    case 'closed':
      return run.markClosed();
    case 'fatal':
      run.last = { code: message.code, reference: message.reference };
  }
}

type Death = Omit<Receiver, 'parsers'> & { readonly beginAgain: () => void };

function afterDeath({ parts, run, tellAll, beginAgain }: Death): NodeJS.Timeout | null {
  const pause = parts.restarts.afterDeath();
  if (pause === null) {
    tellAll('stopped');
    parts.onStopped(run.last);
    return null;
  }
  tellAll('restarting');
  return setTimeout(beginAgain, pause);
}

async function endRun(run: Run, patience: number): Promise<void> {
  run.wantedToEnd = true;
  run.process.post({ type: 'close' } satisfies MainToEngine);
  await Promise.race([run.closed, run.process.exited, after(patience)]);
  run.closeParsers();
  await endProcess(run.process);
}

function connectPage(process: HostedProcess, page: PageLink): void {
  const { port1, port2 } = new MessageChannelMain();
  process.post({ type: 'window', windowId: page.id } satisfies MainToEngine, [port1]);
  page.givePort(port2);
}

async function tellFile(run: Run | null, token: string, path: string): Promise<void> {
  if (run === null) return;
  const known = new Promise<void>((done) => run.awaited.set(token, done));
  post(run, { type: 'file', token, path });
  await Promise.race([known, run.process.exited]);
}

function post(run: Run | null, message: MainToEngine): void {
  run?.process.post(message);
}

const after = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms);
  });
