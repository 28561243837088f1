// Starts the built program and an empty window of the same runtime, and says how long each took to be of use.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { startDisplay } from '../../../scripts/lib/display.mjs';

const application = process.env['DIWAN_TEST_APPLICATION'] ?? resolve(import.meta.dirname, '../../..');

export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly ms: number;
  close(): Promise<void>;
}

/** A screen for machines without one; answers how to end it. */
export async function provideScreen(): Promise<() => void> {
  if (process.platform !== 'linux' || process.env['DISPLAY']) return () => undefined;
  const display = await startDisplay('1600x1000');
  process.env['DISPLAY'] = display.name;
  return () => display.stop();
}

/** The program over a base, until its lock screen takes a passphrase. */
export const startProgram = (base: string): Promise<Started> => start([application, '--base', base], takesPassphrase);

/** The least an Electron window can be: one page with one field. */
export async function startEmpty(): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-empty-'));
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","main":"main.cjs"}');
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>empty</title><input type="password" autofocus>');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800, webPreferences: { sandbox: true } }).loadFile(__dirname + '/page.html'));`,
  );
  const started = await start([folder], takesPassphrase);
  const close = async (): Promise<void> => {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...started, close };
}

/** Looked for at every frame: a locator looks at growing intervals, and so finds one of two windows up to 100 ms too late. */
const takesPassphrase = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('input[type="password"]') !== null);

async function start(args: readonly string[], isReady: (page: Page) => Promise<unknown>): Promise<Started> {
  const userData = mkdtempSync(join(tmpdir(), 'diwan-started-'));
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
  const [program = '', ...rest] = args;
  const began = performance.now();
  const app = await _electron.launch({
    args: [program, `--user-data-dir=${userData}`, '--disable-gpu', ...rest],
    cwd: program,
    env: env as Record<string, string>,
  });
  const page = await app.firstWindow();
  await isReady(page);
  const ms = performance.now() - began;
  return {
    app,
    page,
    ms,
    async close() {
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
}
