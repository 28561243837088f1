// A process of our own beside the windows (the engine, a parser): how it is started, spoken to and surely ended.

import type { MessagePortMain } from 'electron';
import { utilityProcess } from 'electron';

export interface HostedProcess {
  readonly pid: () => number | undefined;
  post(message: unknown, ports?: MessagePortMain[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Resolves, never rejects, when the process has ended. */
  readonly exited: Promise<void>;
  kill(signal: 'SIGTERM' | 'SIGKILL'): void;
}

export interface HostedProgram {
  readonly script: string;
  /** Shown in the system's list of processes. */
  readonly name: string;
  /** Most memory for JavaScript objects, in MiB; the engine's own limit when absent. */
  readonly heapMiB?: number;
}

/** Turns a hostile file into an ended process. */
export const PARSER_HEAP_MIB = 256;

const GRACE_MS = 500;

/** Must be called after the program is ready. */
export function startProcess({ script, name, heapMiB }: HostedProgram): HostedProcess {
  // A utility process takes V8's own flags only through Chromium's switch for them.
  const execArgv = heapMiB === undefined ? [] : [`--js-flags=--max-old-space-size=${heapMiB}`];
  const child = utilityProcess.fork(script, [], {
    serviceName: name,
    stdio: 'inherit',
    execArgv,
    env: plainEnvironment(),
  });
  const life = { over: false };
  const exited = new Promise<void>((done) => {
    child.once('exit', () => {
      life.over = true;
      done();
    });
  });
  return {
    pid: () => child.pid,
    post: (message, ports = []) => {
      if (!life.over) child.postMessage(message, ports);
    },
    onMessage: (listener) => void child.on('message', listener),
    exited,
    kill: (signal) => {
      if (life.over) return;
      if (signal === 'SIGKILL' && child.pid !== undefined) process.kill(child.pid, signal);
      else child.kill();
    },
  };
}

/** Ends a process politely, and by force when it has not gone after half a second. */
export async function endProcess(hosted: HostedProcess): Promise<void> {
  hosted.kill('SIGTERM');
  const force = setTimeout(() => hosted.kill('SIGKILL'), GRACE_MS);
  await hosted.exited;
  clearTimeout(force);
}

// Nothing in the environment may load code into our processes or make them talk.
const unwanted = /^(NODE_OPTIONS|NODE_PATH|NODE_EXTRA_CA_CERTS|NODE_DEBUG|NODE_V8_COVERAGE|ELECTRON_|LD_PRELOAD$)/;

const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
