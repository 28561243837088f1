// Starts the packaged program as a person would, and drives its window over the DevTools protocol: the production fuses
// leave no inspector, so Playwright's own launcher cannot be used.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';

const dist = resolve(import.meta.dirname, '../../out/dist');

/** The program that ships. It refuses to be driven. */
export const shippedProgram = join(dist, 'linux-unpacked/diwan');
/** The same program with `drivenByTests` in its package.json, which lets a test drive it. */
export const drivenProgram = join(dist, 'driven/linux-unpacked/diwan');

export interface PackagedLaunch {
  /** A folder for Electron's own files; made by the test and thrown away after it. */
  userData: string;
  args?: string[];
  env?: Record<string, string>;
}

export interface PackagedApp {
  page: Page;
  process: ChildProcess;
  /** Everything the program wrote to its standard error so far. */
  errors(): string;
  close(): Promise<void>;
}

/** Starts the driven copy and waits for its first page. Throws with the program's last words when none comes. */
export async function launchPackaged(launch: PackagedLaunch): Promise<PackagedApp> {
  const program = startProgram(drivenProgram, launch);
  const address = await devToolsAddress(program);
  await pageIsLoaded(address);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (!context) throw new Error('the packaged program has no browser context');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  const close = async () => {
    const ended = waitForEnd(program.child);
    await browser.close();
    program.child.kill();
    await ended;
  };
  return { page, process: program.child, errors: program.errors, close };
}

/** Starts the program that ships and resolves to its exit code, or to undefined when it still runs after `patience` ms. */
export async function runShipped(launch: PackagedLaunch, patience: number): Promise<number | undefined> {
  const { child } = startProgram(shippedProgram, launch);
  const late = new Promise<undefined>((done) => {
    setTimeout(() => done(undefined), patience);
  });
  const code = await Promise.race([waitForEnd(child), late]);
  if (code === undefined) {
    const ended = waitForEnd(child);
    child.kill();
    await ended;
  }
  return code;
}

function startProgram(file: string, { userData, args = [], env = {} }: PackagedLaunch) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run pack first`);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const driven = file === drivenProgram ? ['--remote-debugging-port=0'] : [];
  const { ELECTRON_RUN_AS_NODE: _dropped, ...inherited } = process.env;
  const child = spawn(file, [...sandbox, ...driven, '--disable-gpu', `--user-data-dir=${userData}`, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A test that failed half-way must not leave the program behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
  let written = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  return { child, errors: () => written };
}

async function devToolsAddress(program: { child: ChildProcess; errors(): string }): Promise<string> {
  for (let left = 300; left > 0; left -= 1) {
    const found = /DevTools listening on (ws:\/\/\S+)/.exec(program.errors());
    if (found?.[1]) return found[1];
    if (program.child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  program.child.kill();
  throw new Error(`the packaged program did not open its window:\n${program.errors().slice(-4000)}`);
}

// A driver that attaches while the window still holds its first, empty document waits for ever; a title means it is past that.
async function pageIsLoaded(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  for (let left = 300; left > 0; left -= 1) {
    const targets = (await (await fetch(list)).json()) as { type: string; url: string; title: string }[];
    if (targets.some(({ type, url, title }) => type === 'page' && title !== '' && title !== url)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the packaged program opened no page');
}

function waitForEnd(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => {
    child.once('close', (code) => done(code ?? 1));
  });
}
