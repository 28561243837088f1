// Makes a base in this process and kills it before its n-th step: every file-system write is one, and every beginning and end of a transaction.
// Arguments: folder, step, passphrase.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

const [folder, killAt, passphrase] = process.argv.slice(2);
let steps = 0;

function counted(owner, name, counts = () => true) {
  const real = owner[name];
  owner[name] = function step(...given) {
    if (counts(...given)) steps += 1;
    if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
    return real.apply(this, given);
  };
}

const source = (path) => import(pathToFileURL(resolve(import.meta.dirname, '../../src-main', path)).href);
const { createEngine } = await source('engine/engine.ts');
for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) counted(fs, name);
syncBuiltinESMExports();
counted(Database.prototype, 'exec', (text) => /^(begin|commit)/i.test(text));
counted(Database.prototype, 'close');

const engine = createEngine({
  folder,
  version: '0.0.0-test',
  clock: { now: () => Date.now() },
  random: { bytes: (count) => randomBytes(count) },
  keyring: { kdf: async (secret, { salt }) => createHash('sha256').update(salt).update(secret).digest() },
  imports: { fork: () => undefined, resolveFile: () => undefined, onProgress: () => undefined },
  report: (_, error) => {
    throw error;
  },
});
const made = await engine.call('session.create', { login: 'amal', passphrase, language: 'ar' });
if (!made.ok) throw new Error(JSON.stringify(made.error));
await engine.close();
