// Makes a set of recovery cards and types them back, and kills itself before its n-th step. Prints what it was told, line by line.
// Arguments: folder of a base, step, passphrase.
import { call, engineIn, killAtStep } from './kill-at-step.mjs';

const [folder, killAt, passphrase] = process.argv.slice(2);
const engine = await engineIn(folder);
await call(engine, 'session.unlock', { login: 'amal', passphrase });
killAtStep(Number(killAt));
const { cards } = await call(engine, 'recovery.makeCards', { passphrase, needed: 2, count: 2 });
process.stdout.write(`${JSON.stringify(cards)}\n`);
for (const card of cards) await call(engine, 'recovery.confirmCard', { card });
process.stdout.write('"finished"\n');
await engine.close();
