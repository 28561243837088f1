// Seals a field, or opens it again, and kills itself before its n-th step. Arguments: folder of a base, step, passphrase, operation.
import { call, engineIn, killAtStep } from './kill-at-step.mjs';

const [folder, killAt, passphrase, operation] = process.argv.slice(2);
const engine = await engineIn(folder);
await call(engine, 'session.unlock', { login: 'amal', passphrase });
const input = { field: 'identifier.value' };
const exact = { operation, input, purpose: 'as in any test', passphrase };
await call(engine, 'approvals.request', exact);
killAtStep(Number(killAt));
const { jobId } = await call(engine, operation, input);
for (;;) {
  const { state } = await call(engine, 'jobs.get', { id: jobId });
  if (state === 'done') break;
  if (state === 'failed' || state === 'cancelled') throw new Error(state);
  await new Promise((done) => setTimeout(done, 5));
}
process.stdout.write('"done"\n');
await engine.close();
