// Opens the built application in a real window with fresh folders of its own, watches it for errors and network use, and
// puts everything away again. A console error, a page error or a socket to the outside fails the test that caused it.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron, expect } from '@playwright/test';
import type { Language } from '@shared/locale/language';
import type { Result } from '@shared/core/result';
import { outsideSockets } from './sockets';

/** The folder whose package.json names the built program; another one may be given to try a build elsewhere. */
export const application = process.env.DIWAN_TEST_APPLICATION ?? resolve(import.meta.dirname, '../..');
const pictures = resolve(import.meta.dirname, '../../out/screenshots');

export const login = 'amal';
export const passphrase = 'درخت سبز کنار رودخانه آرام';

export interface LaunchOptions {
  /** An existing base; a fresh folder when absent. */
  readonly base?: string;
  /** Electron's own folder, to start a second time with the same one. */
  readonly userData?: string;
  readonly language?: Language;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Console errors that this test causes on purpose. */
  readonly expectedErrors?: RegExp;
}

export interface Launched {
  readonly app: ElectronApplication;
  /** The window that is open now; another one after a lock. */
  page(): Page;
  readonly base: string;
  readonly userData: string;
  /** Everything that went wrong in a page so far. */
  readonly errors: readonly string[];
  /** What the program and its engine wrote to standard error. */
  words(): string;
  /** Waits for the window that follows the present one (after a lock). */
  nextPage(): Promise<Page>;
  /** Ends the program as a person would, then checks errors and sockets and removes the folders it made. */
  close(): Promise<void>;
}

export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const made = mkdtempSync(join(tmpdir(), 'diwan-window-'));
  const base = options.base ?? join(made, 'base');
  const userData = options.userData ?? join(made, 'electron');
  const language = options.language === undefined ? [] : ['--language', options.language];
  const { ELECTRON_RUN_AS_NODE: _dropped, ...inherited } = process.env;
  const app = await _electron.launch({
    args: [
      application,
      `--user-data-dir=${userData}`,
      '--disable-gpu',
      '--base',
      base,
      ...language,
      ...(options.args ?? []),
    ],
    cwd: application,
    env: { ...(inherited as Record<string, string>), ...options.env },
  });
  const errors: string[] = [];
  const state = { words: '', page: await firstPage(app) };
  app.process().stderr?.on('data', (text: Buffer) => {
    state.words += String(text);
  });
  const watch = (page: Page): void => watchPage(page, errors, options.expectedErrors);
  app.windows().forEach(watch);
  app.on('window', (page) => {
    const before = state.page;
    state.page = page;
    // What was only laid out for paper is gone again when it is printed.
    page.on('close', () => {
      if (state.page === page) state.page = before;
    });
    watch(page);
  });
  return {
    app,
    page: () => state.page,
    base,
    userData,
    errors,
    words: () => state.words,
    nextPage: () => nextPage(app),
    async close() {
      const outside = outsideSockets(app.process().pid ?? 0);
      await app.close();
      rmSync(made, { recursive: true, force: true });
      expect(errors, 'errors in the window').toEqual([]);
      expect(outside, 'sockets to the outside').toEqual([]);
    },
  };
}

async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}

async function nextPage(app: ElectronApplication): Promise<Page> {
  const page = await app.waitForEvent('window');
  await page.waitForFunction(() => document.readyState === 'complete');
  return page;
}

function watchPage(page: Page, errors: string[], expected?: RegExp): void {
  const note = (text: string): void => {
    if (expected === undefined || !expected.test(text)) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => note(`page: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    if (!/^(app:\/\/diwan\/|data:|blob:)/.test(request.url())) note(`request: ${request.url()}`);
  });
}

type Answer = Result<unknown, { readonly code: string; readonly details?: unknown }>;

/** Asks the engine through the window's own bridge, as the page itself would. */
export function ask(page: Page, operation: string, input: unknown = {}): Promise<Answer> {
  return page.evaluate(
    ([op, value]) =>
      (window as unknown as { diwan: { call(op: string, input: unknown): Promise<unknown> } }).diwan.call(op, value),
    [operation, input] as const,
  ) as Promise<Answer>;
}

/** The value of an operation that must succeed; confirmed, where it must be, by the passphrase of whoever is at the desk. */
export async function asked(page: Page, operation: string, input: unknown = {}): Promise<unknown> {
  const first = await ask(page, operation, input);
  const isHeld = !first.ok && first.error.code === 'door.approval-needed';
  if (isHeld) await ask(page, 'approvals.request', { operation, input, passphrase });
  const answer = isHeld ? await ask(page, operation, input) : first;
  expect(answer, operation).toMatchObject({ ok: true });
  return answer.ok ? answer.value : undefined;
}

/** 'no-base', 'locked' or 'open', or the code of the failure while the engine is being started again. */
export async function stateOf(page: Page): Promise<string> {
  const answer = await ask(page, 'session.status');
  return answer.ok ? (answer.value as { state: string }).state : answer.error.code;
}

/** Makes a base past the wizard, with its administrator signed in; answers the recovery code. */
export async function createBase(page: Page, language: Language, options: { sample?: boolean } = {}): Promise<string> {
  const input = { login, displayName: 'أمل الحسن', officeName: 'Diwan test office', passphrase, language, ...options };
  const { recoveryCode } = (await asked(page, 'session.create', input)) as { recoveryCode: string };
  await asked(page, 'session.confirmRecovery', { recoveryCode });
  await page.reload();
  return recoveryCode;
}

/** Signs the administrator in past the lock screen. */
export async function unlock(page: Page): Promise<void> {
  await asked(page, 'session.unlock', { login, passphrase });
  await page.reload();
}

/** Kills the engine as a crash would, and waits until another one runs. */
export async function killEngine(app: ElectronApplication): Promise<void> {
  const before = await enginePid(app);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => enginePid(app).catch(() => before), { timeout: 30_000 }).not.toBe(before);
}

/** Whether a process has ended; one whose parent went before it may stay in the table for ever. */
export function isOver(pid: number): boolean {
  const told = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
  return told === '' || /^\d+ \(.*\) [ZX]/s.test(told);
}

export async function enginePid(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'Diwan engine')?.pid,
  );
  if (pid === undefined) throw new Error('no engine is running');
  return pid;
}

/** Answers the system's dialog for opening a file or folder in the person's stead. */
export async function chooseFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, path);
}

/** Presses a key of the program itself (Ctrl+L …); the page's own keys are pressed with page.keyboard. */
export async function pressProgramKey(app: ElectronApplication, key: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, keyCode) => {
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: ['control'] });
  }, key);
}

/** Keeps a picture of the window in out/screenshots, for people to judge. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}
