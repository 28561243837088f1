// Makes the packages with electron-builder and looks at what came out: fuses, contents, and that nothing foreign is inside.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureArchiver } from './machine.mjs';
import { root, runCaptured } from './run.mjs';
import { installedRuntime } from './runtime.mjs';
import { say, seconds } from './say.mjs';
import { node24 } from './setup.mjs';

const dist = join(root, 'out/dist');
const unpacked = join(dist, 'linux-unpacked');
const load = createRequire(join(root, 'package.json'));
const MEGABYTE = 1024 * 1024;
const PROGRAMS = ['index', 'engine', 'reader', 'task', 'preparing', 'parser', 'cli'].map(
  (name) => `/out/main/${name}.cjs`,
);
const PARTS = [...PROGRAMS, '/out/main/licences.json', '/out/preload/index.cjs', '/out/renderer/index.html'];

/** Makes the wanted packages ('dir', 'driven', 'deb', 'tar.gz'): [{ name, ok, output }]. Needs a build in out/. */
export async function makePackages(wanted) {
  const steps = [];
  const step = async (name, work) => {
    const since = performance.now();
    const output = await work();
    steps.push({ name, ok: output === '', output });
    say(`${output === '' ? 'ok    ' : 'FAILED'} ${name}, ${seconds(since)}`);
    return output === '';
  };
  const made = await step('unpacked program', () => builder(['dir']));
  if (!made) return steps;
  await step('fuses of the program', checkFuses);
  await step('contents of the program', checkContents);
  if (wanted.includes('driven')) await step('copy that tests may drive', makeDriven);
  if (wanted.includes('deb')) await step('.deb', makeDeb);
  if (wanted.includes('tar.gz')) await step('.tar.gz', makeArchive);
  return steps;
}

// Level 1 takes a tenth of the default's time and makes files 5 % larger; a release may set its own.
function builder(args) {
  const tool = join(root, 'node_modules/electron-builder/cli.js');
  const env = {
    ...process.env,
    CUSTOM_FPM_PATH: join(root, 'scripts/fpm-deb.mjs'),
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '1',
  };
  if (existsSync('/usr/bin/7za')) env.ELECTRON_BUILDER_7ZIP_PATH = '/usr/bin/7za';
  const all = [tool, '--config', 'scripts/electron-builder.cjs', '--linux', ...args];
  const done = runCaptured(node24(), all, { env, timeout: 8 * 60_000 });
  return done.code === 0 ? '' : `${done.stdout}\n${done.stderr}`.trim() || `electron-builder ended with ${done.code}`;
}

// The program that ships refuses a debugging port. The copy differs by one key in its package.json, nothing else.
function makeDriven() {
  return builder(['dir', '-c.extraMetadata.drivenByTests=true', '-c.directories.output=out/dist/driven']);
}

async function makeDeb() {
  const failed = builder(['deb', '--prepackaged', unpacked]);
  if (failed) return failed;
  const file = newest('.deb');
  const listed = runCaptured('dpkg-deb', ['-c', file]).stdout;
  const about = runCaptured('dpkg-deb', ['-f', file]).stdout;
  const wanted = ['./opt/Diwan/diwan', './opt/Diwan/resources/app.asar', '/applications/diwan.desktop'];
  const missing = wanted.filter((path) => !listed.includes(path));
  if (!about.includes('Package: diwan')) missing.push('the name in its control file');
  return missing.length > 0 ? `${file} lacks ${missing.join(', ')}` : '';
}

async function makeArchive() {
  ensureArchiver();
  const failed = builder(['tar.gz', '--prepackaged', unpacked]);
  if (failed) return failed;
  const file = newest('.tar.gz');
  const listed = runCaptured('tar', ['-tzf', file]).stdout;
  return listed.includes('/resources/app.asar') ? '' : `${file} lacks resources/app.asar`;
}

/** Compares the fuses in the binary with those in the configuration; returns '' or what differs. */
export async function checkFuses(file = join(unpacked, 'diwan')) {
  const { getCurrentFuseWire, FuseV1Options } = await import(load.resolve('@electron/fuses'));
  const { electronFuses } = load('./scripts/electron-builder.cjs');
  const wire = await getCurrentFuseWire(file);
  const differing = Object.entries(electronFuses).filter(([name, wanted]) => {
    const option = FuseV1Options[name[0].toUpperCase() + name.slice(1)];
    return wire[option] !== (wanted ? 49 : 48); // the wire holds the characters "1" and "0"
  });
  return differing.map(([name, wanted]) => `fuse ${name} is not ${wanted ? 'on' : 'off'}`).join('\n');
}

async function checkContents() {
  const { listPackage } = await import(load.resolve('@electron/asar'));
  const inside = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false });
  const foreign = inside.filter((path) => /node-(linux|win)-x64|\/(src-|tests|scripts)|\.map$/.test(path));
  const problems = foreign.slice(0, 5).map((path) => `app.asar holds ${path}`);
  for (const path of PARTS) {
    if (!inside.includes(path)) problems.push(`app.asar lacks ${path}`);
  }
  for (const path of ['resources/default_app.asar', 'version']) {
    if (existsSync(join(unpacked, path))) problems.push(`the program holds ${path}`);
  }
  if (statSync(join(unpacked, 'resources/app.asar')).size > 40 * MEGABYTE)
    problems.push('app.asar is larger than 40 MB');
  const compiled = inside.some((path) => path.includes('/better-sqlite3/build/Release/'));
  if (compiled && installedRuntime()?.official) {
    problems.push('an official Electron is packaged together with the addon that was compiled for tests');
  }
  return problems.join('\n');
}

function newest(extension) {
  const files = readdirSync(dist)
    .filter((name) => name.endsWith(extension))
    .map((name) => join(dist, name));
  return files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? `out/dist/*${extension}`;
}
