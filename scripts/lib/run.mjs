// Starting other programs, the same way everywhere: visible, captured, or quiet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');

/** Runs a program to its end with our terminal; returns its exit code (signals count as 1). */
export function runVisible(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 1));
  });
}

/** Runs a program to its end and returns what it wrote. Never throws. */
export function runCaptured(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  return { code: result.error ? 127 : (result.status ?? 1), stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}

/** Whether a program can be found on PATH. */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));
}

/** npm itself, with the Node it was installed with: our own Node may not exist yet, or be about to be replaced. */
export function npm() {
  const cli = process.env.npm_execpath;
  if (cli && existsSync(cli) && cli.endsWith('.js')) {
    return { command: process.env.npm_node_execpath ?? process.execPath, first: [cli], cli };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [], cli: undefined };
}
