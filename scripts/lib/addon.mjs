// Compiles the database addon for the fallback runtime, whose Node-API is one version older than the shipped prebuild asks for.
// With the official Electron nothing is compiled: the prebuild inside the package is used.
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync, copyFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { entry, nameOf } from './cache.mjs';
import { npm, onPath, root, runCaptured } from './run.mjs';
import { say, seconds, Trouble } from './say.mjs';

const source = join(root, 'node_modules/better-sqlite3');
const built = join(source, 'build/Release/better_sqlite3.node');

/** Makes sure that node_modules/better-sqlite3/build/Release holds an addon which the fallback runtime can load. */
export async function ensureAddon() {
  if (existsSync(built)) return;
  const gcc = onPath('gcc') ? runCaptured('gcc', ['-dumpfullversion']).stdout.trim() : 'none';
  const version = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')).version;
  const place = await entry(`addon-${nameOf([version, gcc, process.arch, 'form 1'])}`, compile);
  mkdirSync(dirname(built), { recursive: true });
  copyFileSync(join(place, 'better_sqlite3.node'), built);
}

function compile(folder) {
  for (const tool of ['gcc', 'g++', 'make', 'python3']) {
    if (!onPath(tool))
      throw new Trouble(`The compiler tools are missing (${tool}).`, 'apt-get install -y build-essential python3');
  }
  const since = performance.now();
  say('Compiling the encrypted database for this runtime (about a minute, once per machine) …');
  const work = join(folder, 'work');
  for (const part of ['src', 'deps', 'lib', 'binding.gyp', 'package.json']) {
    cpSync(join(source, part), join(work, part), { recursive: true });
  }
  cpSync(join(root, 'node_modules/node-addon-api'), join(work, 'node_modules/node-addon-api'), { recursive: true });
  adapt(work);
  const args = [nodeGyp(), 'rebuild', `--nodedir=${headers()}`, '--release', '--force_build=1', '-j', '2'];
  const done = runCaptured(npm().command.endsWith('npm') ? process.execPath : npm().command, args, { cwd: work });
  const result = join(work, 'build/Release/better_sqlite3.node');
  if (done.code !== 0 || !existsSync(result)) {
    const tail = done.stderr.split('\n').slice(-30).join('\n');
    throw new Trouble(
      'The database addon could not be compiled.',
      'read the compiler output above; gcc 12 or newer is needed',
      tail,
    );
  }
  cpSync(result, join(folder, 'better_sqlite3.node'));
  runCaptured('rm', ['-rf', work]);
  say(`Compiled in ${seconds(since)}.`);
}

// References to primitives need the experimental API before version 10, and without the opt-out finalizers crash.
// -O1 compiles twice as fast as -O3 and measured the same within noise.
function adapt(work) {
  replaceIn(join(work, 'binding.gyp'), [
    ["'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"],
    [", '-flto'],", '],'],
    ["'ldflags': ['-flto'],", ''],
    ["['-flto', ", '['],
  ]);
  replaceIn(join(work, 'deps/common.gypi'), [["'-O3'", "'-O1'"]]);
}

function replaceIn(file, pairs) {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of pairs) {
    if (!text.includes(from))
      throw new Error(`${file} no longer holds ${from}: the recipe must be checked against this version`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(file, text);
}

function nodeGyp() {
  const { cli, command, first } = npm();
  const folder = cli
    ? resolve(dirname(cli), '..')
    : join(runCaptured(command, [...first, 'root', '-g']).stdout.trim(), 'npm');
  const file = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
  if (!existsSync(file))
    throw new Trouble('npm comes without node-gyp here.', 'install npm 10 or newer from nodejs.org');
  return file;
}

function headers() {
  const nodes = [process.env.npm_node_execpath, process.execPath, '/usr/bin/node', '/usr/local/bin/node'];
  for (const node of nodes) {
    if (!node || !existsSync(node)) continue;
    const prefix = resolve(dirname(realpathSync(node)), '..');
    if (existsSync(join(prefix, 'include/node/node_api.h'))) return prefix;
  }
  throw new Trouble(
    'The header files of Node are missing.',
    'install Node from nodejs.org or NodeSource, or apt-get install -y libnode-dev',
  );
}
