// What every window and its session may not do, set in one place and asserted on every window that opens. The numbers are
// the points of the hardening list in README.md; tests/e2e/hardening.e2e.ts tries each of them in the real window.

import type { App, Session, WebContents, WebPreferences } from 'electron';

/** The session of all windows: without `persist:` nothing of it is ever written to disk. */
export const sessionPartition = 'diwan';

/** Points 2, 3, 4, 6, 8, 9, 10 and 11. */
export const hardenedPreferences = {
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
} as const satisfies WebPreferences;

/** A port of this machine on which no ordinary program can listen. */
const nobodysProxy = '127.0.0.1:1';

/** Points 5 and 15, and no downloads: files leave only through an export that the engine has allowed. */
export function hardenEverySession(app: App, mayLoad: (address: string) => boolean): void {
  app.on('session-created', (session) => hardenSession(session, mayLoad));
}

function hardenSession(session: Session, mayLoad: (address: string) => boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // Calls between browsers pass by the content policy and by the filter below: whatever asks for a network is sent to nobody.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: nobodysProxy, proxyBypassRules: '<-loopback>' });
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url) }));
}

/** Points 12, 13 and 14, for every page the program could ever make. */
export function hardenEveryPage(app: App, mayLoad: (address: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => {
      if (!mayLoad(event.url)) event.preventDefault();
    });
  });
}

// What Electron reports about every page; the rest of `hardenedPreferences` it leaves out where it is off.
const alwaysReported = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag'] as const;

/** Throws when a window, or what is laid out for paper, does not have what `hardenedPreferences` says, so that it never shows a record. */
export function assertHardened({ webContents }: { readonly webContents: WebContents }): void {
  const actual = lastPreferences(webContents);
  const expected: Readonly<Record<string, unknown>> = hardenedPreferences;
  const missing = alwaysReported.filter((name) => actual[name] === undefined);
  const wrong = Object.keys(expected).filter((name) => actual[name] !== undefined && actual[name] !== expected[name]);
  const forbidden = ['enableBlinkFeatures', 'disableBlinkFeatures'].filter((name) => Boolean(actual[name]));
  const { session } = webContents;
  const kept = session.isPersistent() || session.isSpellCheckerEnabled() ? ['session'] : [];
  const found = [...missing, ...wrong, ...forbidden, ...kept];
  if (found.length > 0) throw new Error(`this window is not hardened: ${found.join(', ')}`);
}

// Present in every Electron, absent from its type declarations.
type WithPreferences = { getLastWebPreferences(): Readonly<Record<string, unknown>> | null };

function lastPreferences(contents: WebContents): Readonly<Record<string, unknown>> {
  const known = (contents as unknown as WithPreferences).getLastWebPreferences();
  if (known === null) throw new Error('the preferences of this window cannot be read');
  return known;
}
