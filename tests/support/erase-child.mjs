// Erases somebody, and kills itself before its n-th step. Arguments: folder of a base, step, passphrase, party.
import { call, engineIn, killAtStep } from './kill-at-step.mjs';

const [folder, killAt, passphrase, partyId] = process.argv.slice(2);
const engine = await engineIn(folder);
await call(engine, 'session.unlock', { login: 'amal', passphrase });
killAtStep(Number(killAt));
const { jobId } = await call(engine, 'privacy.execute', { partyId });
for (;;) {
  const { state } = await call(engine, 'jobs.get', { id: jobId });
  if (state === 'done') break;
  if (state === 'failed' || state === 'cancelled') throw new Error(state);
  await new Promise((done) => setTimeout(done, 5));
}
process.stdout.write('"erased"\n');
await engine.close();
