// What the machine itself must have (a virtual screen, Electron's shared libraries, an archiver), fetched by apt where we may.
import { existsSync } from 'node:fs';
import { installedRuntime } from './runtime.mjs';
import { onPath, runCaptured } from './run.mjs';
import { say, seconds, Trouble } from './say.mjs';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'];

/** Xvfb and the libraries Electron needs. */
export function ensureDisplayPackages() {
  const missing = onPath('Xvfb') ? [] : ['xvfb', 'xauth'];
  ensurePackages([...missing, ...missingLibraries()], 'a virtual display and the libraries Electron needs');
}

/** The libraries Electron needs, for opening on a real screen. */
export function ensureLibraries() {
  ensurePackages(missingLibraries(), 'the libraries Electron needs');
}

/** What writes down the requests a program makes of the disk, for tests that cut the power. */
export function ensureTracer() {
  if (process.platform === 'linux' && !onPath('strace')) ensurePackages(['strace'], 'the tracer of disk requests');
}

/** The archiver that makes the .tar.gz. */
export function ensureArchiver() {
  if (!onPath('7za')) ensurePackages(['p7zip-full'], 'the archiver for the .tar.gz');
}

/** The `age` tool, with which a test opens a base as a stranger would. */
export function ensureAge() {
  if (process.platform === 'linux' && !onPath('age')) ensurePackages(['age'], 'the age tool');
}

/** What tests read a PDF with: its words, its fonts, its pages as pictures. */
export function ensurePoppler() {
  if (process.platform === 'linux' && !onPath('pdftotext'))
    ensurePackages(['poppler-utils'], 'the tools that read a PDF');
}

function missingLibraries() {
  const runtime = installedRuntime();
  if (process.platform !== 'linux' || !runtime) return [];
  return runCaptured('ldd', [runtime.file]).stdout.includes('not found') ? LIBRARIES : [];
}

function ensurePackages(names, purpose) {
  if (names.length === 0) return;
  const remedy = `as root: apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!onPath('apt-get'))
    throw new Trouble(`This machine lacks ${purpose}.`, `install what these Debian packages hold: ${names.join(' ')}`);
  if (process.getuid?.() !== 0) throw new Trouble(`This machine lacks ${purpose}.`, remedy);
  const since = performance.now();
  say(`Installing ${purpose} with apt (${names.join(', ')}) …`);
  const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  runCaptured('apt-get', ['update', '-qq'], environment);
  const wanted = names.map(nameHere);
  const done = runCaptured('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], environment);
  if (done.code !== 0)
    throw new Trouble(`This machine lacks ${purpose}, and apt could not install them.`, remedy, done.stderr);
  say(`Installed in ${seconds(since)}.`);
}

// Debian 13 and Ubuntu 24 renamed libraries whose time type grew.
function nameHere(name) {
  return runCaptured('apt-cache', ['show', `${name}t64`]).code === 0 ? `${name}t64` : name;
}

/** Whether we are root in a place where Chromium's sandbox cannot work. */
export function sandboxFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Whether a screen is there to open windows on. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  // A DISPLAY left over from another session names a local server that is gone.
  const local = /^:(\d+)/.exec(process.env.DISPLAY ?? '');
  if (local && !existsSync(`/tmp/.X11-unix/X${local[1]}`)) return false;
  return Boolean(process.env.DISPLAY || (process.env.WAYLAND_DISPLAY && existsSync(process.env.XDG_RUNTIME_DIR ?? '')));
}
