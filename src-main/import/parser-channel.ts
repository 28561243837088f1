// The ways of starting the parser process, behind one shape, so that its client knows neither Electron nor Node's fork.

import { fork } from 'node:child_process';
import { PARSER_HEAP_MB } from './limits';

export interface ParserChannel {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone or cannot be reached. */
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

export type ForkParser = () => ParserChannel;

/** Flags for any kind of start: the heap cap is what turns a hostile file into an ended process. */
export const PARSER_EXEC_ARGV: readonly string[] = [`--max-old-space-size=${PARSER_HEAP_MB}`];

/** For the command line and tests, where Node runs: read-only by Node's permission model, with an empty environment. */
export function forkWithNode(modulePath: string, environment: Readonly<Record<string, string>> = {}): ForkParser {
  const permission = process.allowedNodeEnvironmentFlags.has('--permission')
    ? ['--permission', '--allow-fs-read=*']
    : [];
  return () => {
    const child = fork(modulePath, [], {
      execArgv: [...PARSER_EXEC_ARGV, ...permission],
      env: { ...environment },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    });
    return {
      send: (message) => void (child.connected && child.send(message as object, () => undefined)),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        let told = false;
        const tell = (code: number | null): void => {
          if (told) return;
          told = true;
          listener(code);
        };
        child.once('exit', tell).once('error', () => tell(null));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}

/** Exit code for an end whose cause is not known. */
const GONE = -1;

/** A port of Electron as the engine sees it; `kill` asks whoever owns the process. */
export type PortLike = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
};

export function channelOverPort(port: PortLike, kill: () => void): ParserChannel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onExit: (listener) => void port.on('close', () => listener(GONE)),
    kill,
  };
}
