// The desktop program around the pages: locking, a dying engine, a second start, quitting, and what it remembers.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Launched } from '../support/launch';
import { wordsOf } from '../support/words';
import {
  application, ask, asked, chooseFile, createBase, enginePid, killEngine, launch, login, passphrase, pressProgramKey, stateOf, unlock,
} from '../support/launch'; // prettier-ignore

const words = wordsOf('ar');

const alive = (pid: number): boolean => existsSync(`/proc/${pid}`);

/** Whether a process has the database file of this base open. */
const holdsBase = (pid: number, base: string): boolean =>
  readdirSync(`/proc/${pid}/fd`).some((name) =>
    readlinkSync(`/proc/${pid}/fd/${name}`).startsWith(join(base, 'data-')),
  );

/** A new base, opened by its administrator. */
async function openOffice(options: Parameters<typeof launch>[0] = {}): Promise<Launched> {
  const launched = await launch({ language: 'ar', ...options });
  await createBase(launched.page(), 'ar');
  expect(await stateOf(launched.page())).toBe('open');
  return launched;
}

async function lockedPage(launched: Launched, lock: () => Promise<unknown>): Promise<Page> {
  const next = launched.nextPage();
  await lock();
  const page = await next;
  await expect.poll(() => stateOf(page)).toBe('locked');
  return page;
}

test('Ctrl+L locks: the engine process ends, the old page is destroyed, a fresh one asks for the passphrase', async () => {
  const launched = await openOffice();
  const before = { page: launched.page(), engine: await enginePid(launched.app) };
  expect(holdsBase(before.engine, launched.base)).toBe(true);
  const page = await lockedPage(launched, () => pressProgramKey(launched.app, 'L'));
  expect(before.page.isClosed()).toBe(true);
  expect(launched.app.windows()).toHaveLength(1);
  expect(alive(before.engine)).toBe(false);
  expect(holdsBase(await enginePid(launched.app), launched.base)).toBe(false);
  expect(await ask(page, 'settings.get')).toMatchObject({ ok: false, error: { code: 'door.locked' } });
  await unlock(page);
  expect(await stateOf(page)).toBe('open');
  await launched.close();
});

test('Diwan locks when the system locks its screen or goes to sleep, and only an open base is locked', async () => {
  const launched = await openOffice();
  const system = (event: string) =>
    launched.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name as 'suspend'), event);
  const page = await lockedPage(launched, () => system('lock-screen'));
  const engine = await enginePid(launched.app);
  await system('suspend');
  expect(await stateOf(page)).toBe('locked');
  expect(await enginePid(launched.app)).toBe(engine);
  expect(launched.app.windows()).toEqual([page]);
  await unlock(page);
  await lockedPage(launched, () => system('suspend'));
  await launched.close();
});

test('signing out in the page locks as Ctrl+L does', async () => {
  const launched = await openOffice();
  const before = await enginePid(launched.app);
  await lockedPage(launched, () => asked(launched.page(), 'session.lock'));
  expect(alive(before)).toBe(false);
  await launched.close();
});

test('an engine that hangs is ended by force at lock, and the fresh page is answered by its successor', async () => {
  const launched = await openOffice();
  const hung = await enginePid(launched.app);
  const next = launched.nextPage();
  process.kill(hung, 'SIGSTOP');
  await pressProgramKey(launched.app, 'L');
  // Asked at once, while the old process is still being waited for.
  expect(await stateOf(await next)).toBe('locked');
  expect(alive(hung)).toBe(false);
  await launched.close();
});

test('typing that is not yet kept is kept before a lock takes the page away', async () => {
  const launched = await openOffice();
  await launched.page().evaluate((key) => {
    const bridge = Reflect.get(window, 'diwan') as { call(op: string, input: unknown): Promise<unknown> };
    window.addEventListener('pagehide', () => void bridge.call('drafts.save', { key, value: '"نص لم يُحفظ"' }));
  }, 'note:1');
  const page = await lockedPage(launched, () => pressProgramKey(launched.app, 'L'));
  await unlock(page);
  expect(await asked(page, 'drafts.get', { key: 'note:1' })).toEqual({ value: '"نص لم يُحفظ"' });
  await launched.close();
});

test('an engine killed by force is started again; the passphrase opens it and the form still holds what was typed', async () => {
  const launched = await openOffice();
  const page = launched.page();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await page.keyboard.press('Control+n');
  const field = page.getByRole('dialog').getByRole('textbox').first();
  await field.fill('نورة بنت سالم الحربي');
  await killEngine(launched.app);
  const again = page.getByRole('dialog', { name: words('session.restarted-title') });
  await again.locator('input[type=password]').fill(passphrase);
  await again.getByRole('button', { name: words('session.restarted-continue') }).click();
  await expect(again).toBeHidden();
  expect(await stateOf(page)).toBe('open');
  expect(launched.page()).toBe(page);
  await expect(field).toHaveValue('نورة بنت سالم الحربي');
  await launched.close();
});

test('a call that was under way when the engine died is answered as such', async () => {
  const launched = await openOffice();
  const lost = ask(launched.page(), 'session.unlock', { login, passphrase: 'wrong words for this office' });
  await killEngine(launched.app);
  expect(await lost).toMatchObject({ ok: false });
  await launched.close();
});

test('an engine that keeps dying is given up with a plain message, and started again when the person asks', async () => {
  const launched = await launch({ language: 'fa' });
  await launched.app.evaluate(({ dialog }) => {
    const asking = globalThis as unknown as { message?: string; tryAgain?: () => void };
    dialog.showMessageBox = ((...args: unknown[]) => {
      asking.message = (args.at(-1) as { message: string }).message;
      return new Promise((done) => {
        asking.tryAgain = () => done({ response: 0, checkboxChecked: false });
      });
    }) as typeof dialog.showMessageBox;
  });
  const message = () => launched.app.evaluate(() => (globalThis as unknown as { message?: string }).message ?? '');
  for (let death = 1; death <= 6; death += 1) {
    await expect.poll(() => enginePid(launched.app).catch(() => 0)).toBeGreaterThan(0);
    const pid = await enginePid(launched.app);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => enginePid(launched.app).catch(() => 0)).not.toBe(pid);
  }
  await expect.poll(message).toBe('موتور دیوان از کار ایستاد');
  await launched.app.evaluate(() => (globalThis as unknown as { tryAgain: () => void }).tryAgain());
  await expect.poll(() => stateOf(launched.page())).toBe('no-base');
  await launched.close();
});

test('quitting closes the base properly: nothing is left open or half written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-quit-'));
  const first = await openOffice({ base: join(folder, 'base') });
  await asked(first.page(), 'drafts.save', { key: 'last', value: '"آخر كلمة"' });
  const engine = await enginePid(first.app);
  await first.close();
  expect(alive(engine)).toBe(false);
  expect(readdirSync(first.base).filter((name) => name.endsWith('-wal'))).toEqual([]);
  const second = await launch({ base: first.base });
  await unlock(second.page());
  expect(await asked(second.page(), 'drafts.get', { key: 'last' })).toEqual({ value: '"آخر كلمة"' });
  await second.close();
  rmSync(folder, { recursive: true });
});

test('what is typed at the first sight of the lock screen is kept, and opens the base as soon as the engine is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-early-'));
  const first = await openOffice({ base: join(folder, 'base') });
  await first.close();
  const second = await launch({ base: first.base, userData: join(folder, 'electron'), language: 'fa' });
  const page = second.page();
  const field = page.locator('input[type=password]');
  await field.waitFor();
  await page.keyboard.insertText(passphrase);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await expect(page.getByRole('radio', { name: login })).toBeChecked();
  await expect(field).toHaveValue(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await second.close();
  rmSync(folder, { recursive: true });
});

test('a second start on the same base ends at once and brings the first window forward', async () => {
  const launched = await launch();
  await launched.app.evaluate(({ app }) => {
    app.on('second-instance', () => Reflect.set(globalThis, 'woken', true));
  });
  const start = (base: string) =>
    new Promise<number | null>((done) => {
      const args = [
        application,
        '--no-sandbox',
        '--disable-gpu',
        `--user-data-dir=${launched.userData}`,
        `--base=${base}`,
      ];
      const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
      spawn(electronFile(), args, { stdio: 'ignore', env }).once('close', done);
    });
  expect(await start(launched.base)).toBe(0);
  expect(await launched.app.evaluate(() => Reflect.get(globalThis, 'woken') === true)).toBe(true);
  await launched.close();
});

const electronFile = (): string =>
  createRequire(import.meta.url)(resolve(application, 'node_modules/electron/index.js')) as string;

test('the window opens where it was closed, and nothing about people is remembered outside the base', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-remember-'));
  const again = { userData: join(folder, 'electron'), base: join(folder, 'base') };
  const first = await openOffice(again);
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 80, width: 1100, height: 700 }),
  );
  await first.close();
  const kept = readFileSync(join(again.userData, 'desktop.json'), 'utf8');
  expect(Object.keys(JSON.parse(kept) as object).sort()).toEqual(['bounds', 'language', 'maximised', 'openedFolder']);
  const second = await launch(again);
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 700 });
  expect(await asked(second.page(), 'app.about')).toMatchObject({ systemLanguage: 'ar' });
  await second.close();
  rmSync(folder, { recursive: true });
});

test('menus and title follow the language the person chooses', async () => {
  const launched = await launch({ language: 'en' });
  const words = () =>
    launched.app.evaluate(({ Menu, BrowserWindow }) => ({
      title: BrowserWindow.getAllWindows()[0]?.getTitle(),
      first: Menu.getApplicationMenu()?.items[0]?.label,
    }));
  expect(await words()).toEqual({ title: 'Diwan', first: 'File' });
  await asked(launched.page(), 'app.setLanguage', { language: 'fa' });
  expect(await words()).toEqual({ title: 'دیوان', first: 'فایل' });
  await asked(launched.page(), 'app.setLanguage', { language: 'ar' });
  expect(await words()).toEqual({ title: 'ديوان', first: 'ملف' });
  await launched.close();
});

test('what the person chooses in the menu reaches the page', async () => {
  const launched = await launch();
  await launched.page().evaluate(() => {
    const bridge = Reflect.get(window, 'diwan') as { on(event: string, listener: (payload: unknown) => void): void };
    bridge.on('menu', (payload) => Reflect.set(window, 'heard', payload));
  });
  await launched.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('about')?.click());
  const heard = () => launched.page().evaluate(() => Reflect.get(window, 'heard') as unknown);
  await expect.poll(heard).toEqual({ command: 'about' });
  await launched.close();
});

test('a chosen file is known to the page by a token and its name only', async () => {
  const launched = await launch();
  const folder = mkdtempSync(join(tmpdir(), 'diwan-choose-'));
  const file = join(folder, 'عملاء.csv');
  writeFileSync(file, 'name\n');
  await chooseFile(launched.app, file);
  const chosen = (await asked(launched.page(), 'app.chooseImportFile')) as { token: string; name: string };
  expect(chosen.name).toBe('عملاء.csv');
  expect(chosen.token).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(chosen)).not.toContain(folder);
  await launched.close();
  rmSync(folder, { recursive: true });
});

test('a file dropped on the window becomes a token, and the page is not left for it', async () => {
  const launched = await launch();
  const folder = mkdtempSync(join(tmpdir(), 'diwan-drop-'));
  const file = join(folder, 'contacts.vcf');
  writeFileSync(file, 'BEGIN:VCARD\nEND:VCARD\n');
  await launched.page().evaluate(() => {
    const bridge = Reflect.get(window, 'diwan') as { on(event: string, listener: (payload: unknown) => void): void };
    bridge.on('files-dropped', (payload) => Reflect.set(window, 'dropped', payload));
  });
  const debug = await launched.app.context().newCDPSession(launched.page());
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debug.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  const dropped = () =>
    launched.page().evaluate(() => {
      const event = Reflect.get(window, 'dropped') as { files: { token: string; name: string }[]; zone: string | null };
      return event?.files[0];
    });
  await expect.poll(async () => (await dropped())?.name).toBe('contacts.vcf');
  expect(Object.keys((await dropped()) ?? {}).sort()).toEqual(['name', 'token']);
  expect(launched.page().url()).toMatch(/^app:\/\/diwan\/index\.html/);
  await launched.close();
  rmSync(folder, { recursive: true });
});

test('choosing another folder starts again there, with another lock and another engine', async () => {
  const launched = await launch();
  const folder = mkdtempSync(join(tmpdir(), 'diwan-move-'));
  await chooseFile(launched.app, folder);
  const next = launched.nextPage();
  expect(await asked(launched.page(), 'app.chooseBaseFolder')).toEqual({ folder });
  const page = await next;
  await expect.poll(async () => (await asked(page, 'session.status')) as object).toMatchObject({ baseFolder: folder });
  await launched.close();
  rmSync(folder, { recursive: true });
});

test('a page that dies is loaded again', async () => {
  const launched = await launch();
  const pid = await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  process.kill(pid, 'SIGKILL');
  const state = () =>
    launched.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      return { pid: contents.getOSProcessId(), loading: contents.isLoading() };
    });
  await expect.poll(async () => (await state()).pid).not.toBe(pid);
  await expect.poll(async () => (await state()).loading).toBe(false);
  await launched.close();
});

test('--first-screenshot writes a picture of the first screen and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-picture-'));
  const file = join(folder, 'first.png');
  const args = [application, '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'electron')}`];
  const ours = [`--base=${join(folder, 'base')}`, '--first-screenshot', file, '--exit-after-screenshot'];
  const { ELECTRON_RUN_AS_NODE: _dropped, ...env } = process.env;
  const code = await new Promise((done) => {
    spawn(electronFile(), [...args, ...ours], { stdio: 'ignore', env }).once('close', done);
  });
  expect(code).toBe(0);
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
  rmSync(folder, { recursive: true });
});
