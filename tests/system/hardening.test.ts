// The twenty points of the hardening list (src-main/README.md) as far as sources and settings can prove them; what only a real
// window can prove is in tests/e2e/hardening.e2e.ts. The last test holds that no point is left without a proof.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, paperHeaders, securityHeaders } from '../../src-main/app/content-policy';
import { hardenedPreferences, sessionPartition } from '../../src-main/app/hardening';
import { pageFileOf } from '../../src-main/app/page-files';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = ['src-main', 'src-renderer', 'src-shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(ts|tsx|html)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1)),
);
/** The files whose code (comments aside) matches. */
const filesWith = (pattern: RegExp): string[] =>
  sources.filter((file) => pattern.test(read(file).replace(/^\s*(\/\/|\/?\*).*$/gm, '')));

describe('hardening', () => {
  it('point 1: no page but our own is ever loaded', () => {
    expect(filesWith(/\.loadURL\(|\.loadFile\(/)).toEqual(['src-main/app/paper-printer.ts', 'src-main/app/window.ts']);
    // On its way to paper nothing is loaded but what the program itself has put together.
    expect(read('src-main/app/paper-printer.ts').match(/\.loadURL\(.*\)/g)).toEqual([
      '.loadURL(addressOf(name))',
      '.loadURL(addressOf(name))',
    ]);
    expect(filesWith(/<(script|link|img|iframe)[^>]+(src|href)=["'](https?:)?\/\//)).toEqual([]);
  });

  it('points 2, 3, 4, 6, 8, 9, 10, 11: windows are made in one place, with every guard on and no experiment', () => {
    expect(filesWith(/new (BrowserWindow|BaseWindow|WebContentsView|BrowserView)\b/)).toEqual([
      'src-main/app/paper-printer.ts',
      'src-main/app/window.ts',
    ]);
    expect(hardenedPreferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      plugins: false,
    });
    for (const file of ['window.ts', 'paper-printer.ts']) {
      expect(read(`src-main/app/${file}`)).toContain('...hardenedPreferences');
      expect(read(`src-main/app/${file}`)).toContain('assertHardened(');
    }
    expect(read('src-main/app/paper-printer.ts')).toContain('javascript: false');
    expect(filesWith(/BlinkFeatures\s*:|enable-blink-features|<webview/)).toEqual([]);
  });

  it('point 4: the whole program is put into the sandbox before it is ready', () => {
    const main = read('src-main/main.ts');
    expect(main.indexOf('enableSandbox()')).toBeGreaterThan(0);
    expect(main.indexOf('enableSandbox()')).toBeLessThan(main.search(/\.whenReady\(\)/));
  });

  it('point 7: a document on its way to paper runs nothing and reaches nothing', () => {
    expect(paperHeaders['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it('point 7: the page may run its own scripts and styles and reach nothing', () => {
    expect(contentSecurityPolicy('N').split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-N'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ]);
    expect(securityHeaders('N')).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(filesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  it('point 15: nothing is ever handed to the system to open', () => {
    expect(filesWith(/openExternal|openPath|showItemInFolder|setAsDefaultProtocolClient/)).toEqual([]);
  });

  it('point 16: the Electron that ships is one exact version of the supported line', () => {
    const { electron } = (JSON.parse(read('package.json')) as { devDependencies: Record<string, string> })
      .devDependencies;
    expect(electron).toMatch(/^45\.\d+\.\d+$/);
    expect(read('src-main/app/app-handlers.ts')).toContain(`SHIPPED_ELECTRON_MAJOR = '${electron?.split('.')[0]}'`);
  });

  it('point 17: messages from pages arrive in one file, which checks their sender', () => {
    expect(filesWith(/\bipcMain\b/)).toEqual(['src-main/app/ipc.ts']);
    const ipc = read('src-main/app/ipc.ts');
    expect(ipc.match(/ipcMain\.(on|handle)\(/g)).toHaveLength(5);
    expect(ipc.match(/isTrustedSender\(event|fromOurs\(event/g)).toHaveLength(6);
  });

  it('point 18: the page’s address gives files of one folder and nothing else', () => {
    const given = (path: string) => pageFileOf(`app://diwan${path}`, '/opt/page')?.file;
    expect(given('/index.html')).toBe('/opt/page/index.html');
    expect(given('/')).toBe('/opt/page/index.html');
    expect(given('/assets/a.js?x#y')).toBe('/opt/page/assets/a.js');
    const refused = [
      '/..%2fmain%2findex.js',
      '/..%2f..%2fetc%2fpasswd.js',
      '/a%00.js',
      '/a%5c..%5cb.js',
      '/.env',
      '/a.cjs',
      '/%E0.js',
    ];
    for (const path of [...refused, '/a.map', '/folder/']) expect(given(path), path).toBeUndefined();
    // Plain dots are resolved before anything is asked: they cannot climb above the address itself.
    expect(given('/../../x.js')).toBe('/opt/page/x.js');
    expect(pageFileOf('app://other/index.html', '/opt/page')).toBeNull();
    expect(pageFileOf('file:///opt/page/index.html', '/opt/page')).toBeNull();
    expect(pageFileOf('app://user@diwan/index.html', '/opt/page')).toBeNull();
    expect(filesWith(/file:\/\//)).toEqual([]);
    expect(read('src-main/app/protocol.ts')).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled/);
  });

  it('point 19: the fuses of the program that ships are set', () => {
    const { electronFuses } = createRequire(import.meta.url)('../../scripts/electron-builder.cjs') as {
      electronFuses: Record<string, boolean>;
    };
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('point 20: the bridge is two functions', () => {
    expect(filesWith(/\b(ipcRenderer|contextBridge)\b/)).toEqual(['src-main/preload.ts']);
    const preload = read('src-main/preload.ts');
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    const exposed = preload.slice(
      preload.indexOf("exposeInMainWorld('diwan'"),
      preload.indexOf("ipcRenderer.send('listens')"),
    );
    expect(exposed.match(/^ {2}\w+:/gm)).toEqual(['  call:', '  on:']);
  });

  it('nothing of a window is kept on disk, and no spelling dictionary is fetched', () => {
    expect(sessionPartition).not.toMatch(/^persist:/);
    expect(filesWith(/crashReporter|setSpellCheckerLanguages|SpellCheckerDictionaryDownloadURL/)).toEqual([]);
    expect(filesWith(/\b(localStorage|sessionStorage|indexedDB)\b|navigator\.serviceWorker/)).toEqual([]);
  });

  it('every one of the twenty points has a proof by number', () => {
    const titles = [read('tests/system/hardening.test.ts'), read('tests/e2e/hardening.e2e.ts')].flatMap((text) =>
      [...text.matchAll(/(?:it|test)\('points? ([\d, ]+):/g)].flatMap(([, numbers]) =>
        (numbers ?? '').split(', ').map(Number),
      ),
    );
    const missing = Array.from({ length: 20 }, (_, index) => index + 1).filter((point) => !titles.includes(point));
    expect(missing).toEqual([]);
  });
});
