// Changes the key of a base. `kill MS`: is killed after so long by a thread of its own, which also strikes while pages are copied and
// sealed. `states FOLDER`: copies the base into that folder before every step that finds it changed, as being killed there would leave it.
// Prints how long the change took. Arguments: folder of a base, passphrase, that of huda,
// who approves it, what to do, with what.
import { cpSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEveryStep, call, engineIn } from './kill-at-step.mjs';

const [folder, passphrase, second, what, given] = process.argv.slice(2);
const engine = await engineIn(folder);
await call(engine, 'session.unlock', { login: 'amal', passphrase });
const wish = { operation: 'keys.rotate', input: { passphrase }, purpose: 'as in any test', passphrase };
const { id } = await call(engine, 'approvals.request', wish);
await call(engine, 'approvals.approve', { id, login: 'huda', passphrase: second });
if (what === 'kill') {
  const code = `setTimeout(() => process.kill(${process.pid}, 'SIGKILL'), ${given})`;
  await new Promise((online) => new Worker(code, { eval: true }).once('online', online));
} else if (what === 'states') keepStates(given);
const began = performance.now();
await call(engine, 'keys.rotate', { passphrase });
process.stdout.write(`${Math.ceil(performance.now() - began)}\n`);
await engine.close();
process.exit(0);

function keepStates(target) {
  const seen = { look: '', busy: false };
  beforeEveryStep((step) => {
    if (seen.busy) return;
    seen.busy = true;
    const look = lookOf(folder);
    if (look !== seen.look) cpSync(folder, join(target, String(step).padStart(4, '0')), { recursive: true });
    seen.look = look;
    seen.busy = false;
  });
}

/** Names, sizes and moments of writing; the index of a log is made anew by whoever opens it. */
function lookOf(dir) {
  return readdirSync(dir, { recursive: true })
    .filter((name) => !/(-shm|base\.lock.*|\.log)$/.test(name))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(dir, name), { throwIfNoEntry: false }) ?? {};
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
}
