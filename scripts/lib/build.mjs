// Builds the application when its sources changed since the last build, and only then.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, runCaptured } from './run.mjs';
import { say, seconds, Trouble } from './say.mjs';
import { node24 } from './setup.mjs';

const SOURCES = ['src-main', 'src-shared', 'src-renderer', 'migrations'];
const FILES = [
  'electron.vite.config.ts',
  'scripts/lib/licences.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const out = join(root, 'out');
const stamp = join(out, '.built-from');
const lock = join(out, '.building');

/** Makes sure that out/ is built from the sources as they are now. */
export async function ensureBuild() {
  if (isBuilt()) return;
  await holdingTheLock(() => {
    if (!isBuilt()) build();
  });
}

/** A hash over everything that goes into the build. */
export function sourceHash() {
  const hash = createHash('sha256');
  for (const file of [...FILES, ...SOURCES.flatMap(filesUnder)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

function build() {
  const since = performance.now();
  say('Building Diwan (its sources changed) …');
  rmSync(stamp, { force: true });
  const before = sourceHash();
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const done = runCaptured(node24(), [tool, 'build']);
  if (done.code !== 0) {
    throw new Trouble(
      'The build failed.',
      'mend the error shown above; npm run check names type errors exactly',
      stripVTControlCharacters(`${done.stdout}\n${done.stderr}`),
    );
  }
  writeFileSync(stamp, before);
  say(`Built in ${seconds(since)}.`);
}

function filesUnder(folder) {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.endsWith('.md'))
    .map((item) => join(item.parentPath ?? item.path, item.name).slice(root.length + 1))
    .sort();
}

// Two commands started at once must not build into the same folder. The lock names its holder, so that a dead one is found.
async function holdingTheLock(work) {
  mkdirSync(out, { recursive: true });
  for (let told = false; !take(); told = true) {
    if (!told) say('Another command is building; waiting for it …');
    await new Promise((done) => setTimeout(done, 300));
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives()) rmSync(lock, { force: true });
    return false;
  }
}

function holderLives() {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
