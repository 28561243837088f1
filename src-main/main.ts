// The start of the program: what must be decided before Electron is ready, in this order, then the desktop or the command line.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { StartArguments } from './app/arguments';
import { readArguments } from './app/arguments';
import { runCommandLine } from './app/command-line';
import type { Random } from '@shared/core/clock';
import type { Desktop, DesktopParts } from './app/assemble';
import { startDesktop } from './app/desktop';
import { settingsFileAt } from './app/desktop-settings';
import { photographFirstScreen } from './app/first-screenshot';
import { hasGraphics } from './app/graphics';
import { hardenEveryPage, hardenEverySession } from './app/hardening';
import { instanceLock } from './app/instance';
import { baseFolderOf, mayLoad, placesOf } from './app/places';
import { registerAppScheme } from './app/protocol';
import { refusedFlags } from './app/release-guard';
import { languageOfSystem } from './app/words';
import { systemClock } from './core/system-clock';

const EXIT_WRONG_USAGE = 2;
const EXIT_INTERNAL = 3;

const random: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };

const report = (problem: string): void => void process.stderr.write(`Diwan: ${problem}\n`);

/** The copy of the packaged program that our own tests drive says so in the package.json inside its archive. */
function isDrivenByTests(): boolean {
  const about: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'drivenByTests' in about && about.drivenByTests === true;
}

function main(): void {
  const build = { isPackaged: app.isPackaged, isDrivenByTests: app.isPackaged && isDrivenByTests() };
  const refused = refusedFlags(process.argv.slice(1), build);
  if (refused.length > 0) {
    report(`this program does not start with ${refused.join(' ')}`);
    return app.exit(EXIT_WRONG_USAGE);
  }
  const given = readArguments(process.argv.slice(1), process.cwd());
  if (!mustDoWithoutSandbox()) app.enableSandbox();
  if (given.cli !== null) return runCommandLine(join(__dirname, 'cli.cjs'), given.cli);
  startWindowProgram(given, !build.isPackaged || build.isDrivenByTests);
}

// Chromium's sandbox cannot work for root; everybody else gets it, whatever flags they pass.
function mustDoWithoutSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
}

function startWindowProgram(given: StartArguments, devTools: boolean): void {
  const ownFolder = app.getPath('userData');
  const settings = settingsFileAt(join(ownFolder, 'desktop.json'), report);
  const baseFolder = baseFolderOf(given, settings.read(), ownFolder);
  const instance = instanceLock(app, ownFolder);
  if (!instance.hold(baseFolder)) return app.exit(0);
  if (given.disableGpu || !hasGraphics(process.platform, process.env)) app.disableHardwareAcceleration();
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name);
  // A call between browsers, of which there is none here, would announce the machine to its neighbours.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  registerAppScheme();
  const places = placesOf(__dirname, app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL);
  hardenEverySession(app, mayLoad(places.origin));
  hardenEveryPage(app, mayLoad(places.origin));
  const parts = { given, places, settings, instance, baseFolder, devTools, clock: systemClock, random, report };
  app
    .whenReady()
    .then(() => openDesktop(parts))
    .catch((error: unknown) => {
      report(error instanceof Error ? String(error.stack) : String(error));
      app.exit(EXIT_INTERNAL);
    });
}

function openDesktop(parts: Omit<DesktopParts, 'language'>): void {
  const { given, settings } = parts;
  const language = given.language ?? settings.read().language ?? languageOfSystem(app.getPreferredSystemLanguages());
  const desktop = startDesktop({ ...parts, language });
  followProgramEvents(desktop);
  if (given.firstScreenshot !== null) void photograph(desktop, given, given.firstScreenshot);
}

function followProgramEvents(desktop: Desktop): void {
  const ending: { state: 'no' | 'closing' | 'done' } = { state: 'no' };
  app.on('second-instance', () => desktop.windows.focus());
  app.on('activate', () => {
    if (desktop.windows.all().length === 0) desktop.windows.open();
    desktop.windows.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    if (ending.state === 'done') return;
    event.preventDefault();
    if (ending.state === 'closing') return;
    ending.state = 'closing';
    void desktop.life.close().then(() => {
      ending.state = 'done';
      app.quit();
    });
  });
}

async function photograph(desktop: Desktop, given: StartArguments, file: string): Promise<void> {
  const window = desktop.windows.current();
  const done =
    window !== undefined &&
    (await photographFirstScreen({ capture: () => window.native.webContents.capturePage() }, file));
  report(done ? `the first screen is in ${file}` : 'nothing was painted, so there is no picture');
  if (!given.exitAfterScreenshot) return;
  await desktop.life.close();
  app.exit(done ? 0 : 1);
}

main();
