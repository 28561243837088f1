// One command from a fresh clone to an open Diwan: brings everything, says what it does, and opens the window.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { startDisplay, toPng, variety } from './lib/display.mjs';
import { ensureDisplayPackages, ensureLibraries, hasDisplay, sandboxFlags } from './lib/machine.mjs';
import { root } from './lib/run.mjs';
import { say, tell } from './lib/say.mjs';
import { ensureProvision } from './lib/setup.mjs';

const SCREENSHOT_PATIENCE_MS = 30_000;
const NOT_OURS =
  /ERROR:(bus|object_proxy|viz_main_impl|gpu_|angle_|gl_|command_buffer)|Failed to connect to the bus|exited_unexpectedly/;

await tell(async () => {
  const runtime = await ensureProvision();
  if (!runtime.official) {
    say(
      `Running on the registry-only Electron ${runtime.version}, because the official one cannot be downloaded from here.`,
    );
  }
  await ensureBuild();
  if (!hasDisplay()) return openOnVirtualScreen(runtime);
  ensureLibraries();
  say('Opening Diwan. This command ends when its window is closed.');
  return open(runtime, process.env).ended;
});

async function openOnVirtualScreen(runtime) {
  ensureDisplayPackages();
  const display = await startDisplay('1440x900');
  say(`There is no display here: opening Diwan on the virtual display ${display.name}.`);
  try {
    const app = open(runtime, { ...process.env, DISPLAY: display.name });
    await Promise.race([photograph(display), app.ended]);
    if (process.env.CI) app.stop();
    else say('Diwan stays open. Press Ctrl+C to end it.');
    const code = await app.ended;
    return process.env.CI ? 0 : code;
  } finally {
    display.stop();
  }
}

function open(runtime, env) {
  const args = [root, ...sandboxFlags(), ...process.argv.slice(2).map(fromWhereThePersonStands)];
  const app = spawn(runtime.file, args, {
    cwd: root,
    env: without(env, 'ELECTRON_RUN_AS_NODE'),
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  app.stderr.on('data', (bytes) => {
    const lines = String(bytes)
      .split('\n')
      .filter((line) => line !== '' && !NOT_OURS.test(line));
    if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
  });
  const ended = new Promise((done) => {
    app.once('error', () => done(1));
    app.once('close', (code) => done(code ?? 0));
  });
  const stop = () => app.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  return { ended, stop };
}

// The first screen is there when the picture has words in it and has stood still for one look.
async function photograph(display) {
  const file = join(root, 'out/first-screen.png');
  const end = performance.now() + SCREENSHOT_PATIENCE_MS;
  let last;
  while (performance.now() < end) {
    await new Promise((done) => setTimeout(done, 700));
    const picture = display.picture();
    if (!picture || variety(picture) < 40) continue;
    const png = toPng(picture);
    if (last?.equals(png)) break;
    last = png;
  }
  if (!last)
    return say(`Nothing was painted within ${SCREENSHOT_PATIENCE_MS / 1000} seconds, so there is no screenshot.`);
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(file, last);
  say(`A screenshot of the first screen is in ${file}`);
}

// npm runs scripts in the project's folder; a folder named after --base is meant from where the person stands.
function fromWhereThePersonStands(argument, index, all) {
  const from = process.env.INIT_CWD ?? process.cwd();
  if (index > 0 && all[index - 1] === '--base') return resolve(from, argument);
  if (argument.startsWith('--base=')) return `--base=${resolve(from, argument.slice('--base='.length))}`;
  return argument;
}

function without(env, name) {
  const { [name]: _left, ...rest } = env;
  return rest;
}
