// The hardening list tried in the real window: a page that was taken over may do at most what its person's own commands allow.
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Launched } from '../support/launch';
import { ask, launch } from '../support/launch';
import { outsideSockets } from '../support/sockets';

// Every attempt below is refused with a note on the console; those notes are what is wanted here.
const refusals =
  /Refused to|violates|Not allowed to|request: (https:\/\/example\.invalid|file:)|Permissions policy|Trusted|blocked|ERR_|Failed to load resource|Content Security Policy/;

const opened: { launched: Launched | null } = { launched: null };
const launched = (): Launched => opened.launched!;
const page = (): Page => launched().page();

test.beforeAll(async () => {
  opened.launched = await launch({ expectedErrors: refusals });
});

test.afterAll(async () => {
  await opened.launched?.close();
});

/** Runs code as the page's own script would run it: outside the reach of the test driver's privileges. */
const inPage = (attempt: string): Promise<unknown> =>
  page().evaluate(
    (name) =>
      new Promise((done) => {
        const attempts: Record<string, () => unknown> = {
          eval: () => (Reflect.get(window, 'eval') as (text: string) => unknown)('1 + 1'),
          function: () => (Reflect.construct(Function, ['return 2']) as () => unknown)(),
          timer: () => setTimeout('window.timerRan = true' as unknown as () => void, 0),
          html: () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.htmlRan = true">'),
          inline: () => {
            const script = document.createElement('script');
            script.append('window.inlineRan = true');
            document.body.append(script);
          },
        };
        setTimeout(() => {
          try {
            done(attempts[name]?.());
          } catch (error) {
            done(`refused: ${(error as Error).name}`);
          }
        }, 0);
      }),
    attempt,
  );

test('points 2, 3, 4, 20: the page has no Node, no Electron and two functions to the program', async () => {
  const found = await page().evaluate(() => ({
    node: [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
      typeof Reflect.get(window, 'module'),
    ],
    electron: Object.keys(window).filter((name) => /electron|ipc/i.test(name)),
    bridge: Object.entries(Reflect.get(window, 'diwan') as object).map(([name, value]) => `${name}: ${typeof value}`),
    replaceable: Reflect.set(window, 'diwan', 1) && Reflect.get(window, 'diwan') === (1 as unknown),
  }));
  expect(found).toEqual({
    node: ['undefined', 'undefined', 'undefined'],
    electron: [],
    bridge: ['call: function', 'on: function'],
    replaceable: false,
  });
  const renderers = await launched().app.evaluate(({ app, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    return app
      .getAppMetrics()
      .filter((process) => process.pid === pid)
      .map(({ type }) => type);
  });
  expect(renderers).toEqual(['Tab']);
});

test('points 2, 3, 4, 6, 8, 9, 10, 11: the window really has the preferences it was given', async () => {
  const actual = await launched().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): object;
      session: { isPersistent(): boolean; isSpellCheckerEnabled(): boolean };
    };
    const { session } = contents;
    return {
      ...contents.getLastWebPreferences(),
      persistent: session.isPersistent(),
      spelling: session.isSpellCheckerEnabled(),
    };
  });
  expect(actual).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    persistent: false,
    spelling: false,
  });
});

test('point 1: only the page’s own address is loaded, and nothing from anywhere else', async () => {
  expect(page().url()).toMatch(/^app:\/\/diwan\/index\.html/);
  const attempts = await page().evaluate(async () => {
    const load = (tag: 'img' | 'script' | 'link' | 'iframe', address: string) =>
      new Promise<string>((done) => {
        const element = document.createElement(tag);
        element.addEventListener('load', () => done('loaded'));
        element.addEventListener('error', () => done('refused'));
        try {
          if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: address });
          else Reflect.set(element, 'src', address);
        } catch {
          done('refused');
        }
        document.body.append(element);
        setTimeout(() => done('refused'), 1500);
      });
    return Promise.all([
      load('img', 'https://example.invalid/a.png'),
      load('script', 'https://example.invalid/a.js'),
      load('link', 'https://example.invalid/a.css'),
      load('img', 'file:///usr/share/pixmaps/debian-logo.png'),
    ]);
  });
  expect(attempts).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('point 5: every permission is refused, asked or checked', async () => {
  const answers = await page().evaluate(async () => {
    const queried = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    );
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    );
    return { queried, notification: await Notification.requestPermission(), media };
  });
  expect(answers.queried.every((state) => state === 'denied')).toBe(true);
  expect(answers.notification).toBe('denied');
  expect(answers.media).toMatch(/NotAllowedError|NotFoundError/);
});

test('point 7: no text becomes a program, and the page reaches no network', async () => {
  expect(await inPage('eval')).toBe('refused: EvalError');
  expect(await inPage('function')).toBe('refused: EvalError');
  expect(await inPage('html')).toBe('refused: TypeError');
  await inPage('timer');
  await inPage('inline');
  const ran = await page().evaluate(() =>
    ['timerRan', 'htmlRan', 'inlineRan'].filter((name) => Reflect.has(window, name)),
  );
  expect(ran).toEqual([]);
  const reached = await page().evaluate(() =>
    Promise.all([
      fetch('https://example.invalid/').then(() => 'reached', () => 'refused'),
      fetch('http://127.0.0.1:9/').then(() => 'reached', () => 'refused'),
      fetch('file:///etc/passwd').then(() => 'reached', () => 'refused'),
      fetch('/index.html').then(() => 'reached', () => 'refused'),
      new Promise((done) => {
        try {
          const socket = new WebSocket('wss://example.invalid/');
          socket.addEventListener('open', () => done('reached'));
          socket.addEventListener('error', () => done('refused'));
        } catch {
          done('refused');
        }
      }),
      Promise.resolve(navigator.sendBeacon('https://example.invalid/', 'x')).then(() => 'refused'),
    ]),
  ); // prettier-ignore
  expect(reached.every((result) => result === 'refused')).toBe(true);
  expect(outsideSockets(launched().app.process().pid ?? 0)).toEqual([]);
});

test('point 7: the page came with its policy and a fresh nonce', async () => {
  const nonces = [];
  for (let load = 0; load < 2; load += 1) {
    const answer = page().waitForEvent('response', (response) => response.url().startsWith('app://diwan/index.html'));
    await page().reload();
    const policy = (await (await answer).allHeaders())['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1]);
  }
  expect(nonces[0]).toMatch(/^[\w-]{22}$/);
  expect(nonces[1]).not.toBe(nonces[0]);
});

test('points 11, 12: a webview is an unknown word', async () => {
  const kind = await page().evaluate(() => {
    const element = document.createElement('webview');
    element.setAttribute('src', 'https://example.invalid/');
    document.body.append(element);
    return element.constructor.name;
  });
  expect(kind).toMatch(/HTMLUnknownElement|HTMLElement/);
  const kinds = await launched().app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType()),
  );
  expect(kinds).toEqual(['window']);
});

test('point 14: no further window opens, by script or by link', async () => {
  expect(await page().evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
  expect(await page().evaluate(() => window.open('app://diwan/index.html') === null)).toBe(true);
  await page().evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.invalid/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(launched().app.windows()).toHaveLength(1);
});

test('point 15: no file is saved behind the person’s back', async () => {
  const started = await launched().app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const items: string[] = [];
    contents.session.on('will-download', (event, item) =>
      items.push(`${item.getFilename()} ${event.defaultPrevented}`),
    );
    contents.downloadURL('data:text/csv,a');
    await new Promise((done) => {
      setTimeout(done, 500);
    });
    return items;
  });
  expect(started.filter((item) => !item.endsWith('true'))).toEqual([]);
});

test('point 17: what is not a known operation with a valid input is answered with a failure, never carried out', async () => {
  expect(await ask(page(), 'app.quit')).toEqual({ ok: false, error: { code: 'door.unknown-operation' } });
  expect(await ask(page(), 'app.constructor')).toEqual({ ok: false, error: { code: 'door.unknown-operation' } });
  expect(await ask(page(), 'app.copyText', { text: 1 })).toMatchObject({
    ok: false,
    error: { code: 'door.invalid-input' },
  });
  expect(await ask(page(), 'app.about', { extra: true })).toMatchObject({
    ok: false,
    error: { code: 'door.invalid-input' },
  });
  expect(await ask(page(), 'app.about')).toMatchObject({ ok: true });
});

test('point 17: a page that is not ours is not heard', async () => {
  const answer = await launched().app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const sender = BrowserWindow.getAllWindows()[0]!.webContents;
    const ours = { sender, senderFrame: sender.mainFrame };
    const strange = [
      { ...ours, senderFrame: null },
      { ...ours, senderFrame: { url: 'app://diwan/index.html' } },
      { sender: { mainFrame: sender.mainFrame }, senderFrame: sender.mainFrame },
    ];
    return Promise.all(strange.map((event) => handlers.get('app')?.(event, { op: 'app.about', input: {} })));
  });
  for (const one of answer) expect(JSON.stringify(one)).toContain('door.forbidden');
});

test('point 18: the page’s address gives no file outside the page’s folder', async () => {
  const statuses = await launched().app.evaluate(async ({ session }) => {
    const pages = session.fromPartition('diwan');
    const paths = ['/index.html', '/../main/index.cjs', '/..%2fmain%2findex.cjs', '/%2e%2e/%2e%2e/package.json', '/.env', '/x.js'];
    return Promise.all(paths.map((path) => pages.fetch(`app://diwan${path}`).then(({ status }) => status, () => 0)));
  }); // prettier-ignore
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
});

test('no crash reporter runs, so nothing of the memory is written to disk', async () => {
  const uploads = await launched().app.evaluate(({ crashReporter }) => {
    try {
      return crashReporter.getUploadToServer();
    } catch {
      return false;
    }
  });
  expect(uploads).toBe(false);
});

// Last, because the driver waits for navigations that it saw begin.
test('point 13: the window never leaves its own page', async () => {
  const leave = (address: string): Promise<string> =>
    page().evaluate(
      (to) =>
        new Promise<string>((done) => {
          window.location.href = to;
          setTimeout(() => done(window.location.origin + window.location.pathname), 400);
        }),
      address,
    );
  const here = 'app://diwan/index.html';
  for (const address of [
    'https://example.invalid/',
    'file:///etc/passwd',
    'app://other/index.html',
    'data:text/html,x',
  ]) {
    expect(await leave(address), address).toBe(here);
  }
  expect(await page().evaluate(() => 'ديوان')).toBe('ديوان');
});
