// The command line of Diwan from a clone: sets up what is missing (words on stderr only), then hands over stdin and stdout.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { root } from './lib/run.mjs';
import { tell } from './lib/say.mjs';
import { ensureModules, node24 } from './lib/setup.mjs';

await tell(async () => {
  ensureModules();
  await ensureBuild();
  // npm runs scripts in the project's folder; paths in arguments are meant from where the person stands.
  const from = process.env.INIT_CWD ?? process.cwd();
  const args = ['--disable-warning=ExperimentalWarning', join(root, 'out/main/cli.cjs'), ...process.argv.slice(2)];
  const child = spawn(node24(), args, { cwd: from, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once('error', () => done(3));
    child.once('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
});
