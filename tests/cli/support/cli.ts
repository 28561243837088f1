// The built command line as other programs use it: one command at a time, or a session of JSON lines that can be killed.
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** Another build can be named, such as that of the packaged program. */
export const cliScript = process.env['DIWAN_CLI'] ?? resolve(import.meta.dirname, '../../../out/main/cli.cjs');
export const passphrase = 'نخل طويل عند باب المكتب القديم';
export const user = 'amal';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A program and its arguments put before node, such as prlimit. */
  readonly under?: readonly string[];
}

/** Runs one command to its end. */
export function runCli(args: readonly string[], { input = '', cwd, env, under = [] }: RunOptions = {}): Ran {
  const [program, ...rest] = [
    ...under,
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    cliScript,
    ...args,
  ] as [string, ...string[]];
  const ran = spawnSync(program, rest, {
    input,
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  if (ran.error !== undefined) throw ran.error;
  return { exitCode: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

/** The one JSON value on standard output. */
export function jsonOf<
  T = { ok: boolean; value?: unknown; error?: { code: string; message: string; details: unknown } },
>({ stdout, stderr }: Ran): T {
  const lines = stdout.trim().split('\n');
  if (lines.length !== 1)
    throw new Error(
      `one line of JSON was expected, not ${lines.length}: ${stdout.slice(0, 500)} ${stderr.slice(0, 2000)}`,
    );
  return JSON.parse(lines[0]!) as T;
}

export interface Place {
  /** A folder of the test's own; the base is inside it. */
  readonly folder: string;
  readonly base: string;
  readonly passphraseFile: string;
  readonly recoveryFile: string;
  /** `--base … --user … --passphrase-file …` */
  readonly access: readonly string[];
  remove(): void;
}

/** A folder with a passphrase file, and the names of what `init` will make. */
export function newPlace(parent: string = tmpdir()): Place {
  const folder = mkdtempSync(join(parent, 'diwan-cli-'));
  const base = join(folder, 'base');
  const passphraseFile = join(folder, 'passphrase.txt');
  writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
  return {
    folder,
    base,
    passphraseFile,
    recoveryFile: join(folder, 'recovery.txt'),
    access: ['--base', base, '--user', user, '--passphrase-file', passphraseFile],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A new base, made by `init`. */
export function newBase(parent?: string, more: readonly string[] = []): Place {
  const place = newPlace(parent);
  const made = runCli(['init', ...place.access, '--recovery-out', place.recoveryFile, '--json', ...more]);
  if (made.exitCode !== 0) throw new Error(`init ended with ${made.exitCode}: ${made.stdout}${made.stderr}`);
  return place;
}

export type Reply<T = unknown> =
  | { readonly id: number; readonly ok: true; readonly value: T }
  | { readonly id: number; readonly ok: false; readonly error: { readonly code: string; readonly details?: unknown } };

export interface CliSession {
  /** Resolves with the answer, or with null when the program ended without one. */
  ask<T>(op: string, input: unknown): Promise<Reply<T> | null>;
  /** Writes a line that is not necessarily a request. */
  write(line: string): void;
  /** SIGKILL, at once. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Ends standard input and waits for the end. */
  end(): Promise<number | null>;
  readonly gone: Promise<number | null>;
  readonly others: unknown[];
  stderr(): string;
}

/** `call --stdin` on a base. */
export function openSession({ access }: Place, { env, under = [] }: Omit<RunOptions, 'input'> = {}): CliSession {
  const own = ['--disable-warning=ExperimentalWarning', cliScript, 'call', '--stdin', ...access, '--json'];
  const [program, ...args] = [...under, process.execPath, ...own] as [string, ...string[]];
  const child: ChildProcessWithoutNullStreams = spawn(program, args, { env: { ...process.env, ...env } });
  const waiting = new Map<number, (reply: Reply | null) => void>();
  const others: unknown[] = [];
  const said: string[] = [];
  let next = 1;
  createInterface({ input: child.stdout }).on('line', (line) => {
    // The last line of a killed program may be cut short: it was not acknowledged.
    const reply = parsed(line);
    const waiter = reply === undefined ? undefined : waiting.get(reply.id);
    if (waiter === undefined) others.push(reply ?? line);
    else waiter(reply!);
    if (reply !== undefined) waiting.delete(reply.id);
  });
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  child.stdin.on('error', () => undefined);
  const gone = new Promise<number | null>((done) => {
    child.once('close', (exitCode) => {
      for (const waiter of waiting.values()) waiter(null);
      waiting.clear();
      done(exitCode);
    });
  });
  return {
    ask<T>(op: string, input: unknown) {
      const id = next++;
      return new Promise<Reply<T> | null>((answer) => {
        if (child.exitCode !== null || child.signalCode !== null) return answer(null);
        waiting.set(id, answer as (reply: Reply | null) => void);
        child.stdin.write(`${JSON.stringify({ id, op, input })}\n`);
      });
    },
    write: (line) => void child.stdin.write(`${line}\n`),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    async end() {
      child.stdin.end();
      return gone;
    },
    gone,
    others,
    stderr: () => said.join(''),
  };
}

function parsed(line: string): Reply | undefined {
  try {
    return JSON.parse(line) as Reply;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
