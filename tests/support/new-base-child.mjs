// Makes a base in this process and kills it before its n-th step. Arguments: folder, step, passphrase.
import { call, engineIn, killAtStep } from './kill-at-step.mjs';

const [folder, killAt, passphrase] = process.argv.slice(2);
const engine = await engineIn(folder);
killAtStep(Number(killAt));
await call(engine, 'session.create', { login: 'amal', passphrase, language: 'ar' });
await engine.close();
