// Kills this process before its n-th step: every file-system write is one, and every beginning and end of a transaction.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';

/** Counts from now on. Call it after the sources were imported, which write nothing of ours. */
export const killAtStep = (killAt) =>
  beforeEveryStep((step) => {
    if (step === killAt) process.kill(process.pid, 'SIGKILL');
  });

/** `look` is told the number of the step that comes next. */
export function beforeEveryStep(look) {
  let steps = 0;
  const counted = (owner, name, counts = () => true) => {
    const real = owner[name];
    owner[name] = function step(...given) {
      if (counts(...given)) look((steps += 1));
      return real.apply(this, given);
    };
  };
  for (const name of ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) counted(fs, name);
  syncBuiltinESMExports();
  counted(Database.prototype, 'exec', (text) => /^(begin|commit)/i.test(text));
  counted(Database.prototype, 'close');
}

/** An engine whose key derivation costs nothing. */
export async function engineIn(folder) {
  const source = pathToFileURL(resolve(import.meta.dirname, '../../src-main/engine/engine.ts')).href;
  const { createEngine } = await import(source);
  return createEngine({
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
}

export async function call(engine, op, input) {
  const reply = await engine.call(op, input);
  if (!reply.ok) throw new Error(`${op}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}
