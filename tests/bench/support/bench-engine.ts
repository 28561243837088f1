// The engine over a base on disk for measuring: the real clock, the command line's batches, and the key kept for bare connections.

import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { DiwanClient } from '@shared/features/contracts';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import { createEngine, type Engine } from '../../../src-main/engine/engine';
import type { Base } from '../../../src-main/engine/base';
import { preparingThreads } from '../../../src-main/engine/preparing-thread';
import { openDatabase, type Database } from '../../../src-main/db';
import { forkWithNode } from '../../../src-main/import';
import { databaseKey, systemKdf } from '../../../src-main/keys';
import { clientOf, passphrase, plainClientOf } from '../../support/open-engine';
import { parserModule } from '../../support/parser-module';

export interface BenchEngine {
  readonly engine: Engine;
  /** Holds every answer against its contract: for making ready. */
  readonly client: DiwanClient;
  /** The door alone, as a window calls it: what is timed. The check of the other costs as much as the door itself. */
  readonly timed: DiwanClient;
  readonly base: Base;
  /** When the key was made of the passphrase, which takes as long as it is set to; what follows is the engine's own time. */
  readonly keyReadyAt: number;
  readonly imports: ImportStatus[];
  /** A connection of the same profile beside the engine's own, for the bare statement. */
  bare(mode: 'reader' | 'writer'): Database;
  close(): Promise<void>;
}

/** As the command line sets it: nobody waits meanwhile. */
const IMPORT_BATCH_MS = 1500;

/** Makes the base when `create` is set; otherwise opens what an earlier call made. */
export async function benchEngine(folder: string, { create = false } = {}): Promise<BenchEngine> {
  const imports: ImportStatus[] = [];
  const key = { readyAt: 0 };
  const kdf: typeof systemKdf = async (...given) => {
    const made = await systemKdf(...given);
    key.readyAt = performance.now();
    return made;
  };
  const engine: Engine = createEngine({
    folder,
    version: '0.0.0-bench',
    clock: { now: () => Date.now() },
    random: { bytes: (count) => randomBytes(count) },
    keyring: { kdf },
    imports: {
      startPreparer: preparingThreads(resolve(import.meta.dirname, '../../../out/main'), () => engine.base()!),
      fork: () => forkWithNode(process.env['DIWAN_BENCH_PARSER'] ?? parserModule())(),
      resolveFile: (token) => token,
      onProgress: (status) => imports.push(status),
      batchMs: IMPORT_BATCH_MS,
    },
    report(op, error) {
      throw new Error(`the engine failed at ${op}`, { cause: error });
    },
  });
  const client = clientOf(engine);
  const entered = create
    ? await client.session.create({
        login: 'amal',
        displayName: 'آمال',
        passphrase,
        language: 'ar',
        country: 'SA',
        sample: false,
      })
    : await client.session.unlock({ login: 'amal', passphrase });
  if (!entered.ok) throw new Error(`the base of the measurement did not open: ${JSON.stringify(entered.error)}`);
  const base = engine.base();
  if (base === null) throw new Error('no base is open');
  const opened: Database[] = [];
  return {
    engine,
    client,
    timed: plainClientOf(engine),
    base,
    keyReadyAt: key.readyAt,
    imports,
    bare(mode) {
      const key = databaseKey(base.unlocked.secret);
      const database = openDatabase({ file: base.databaseFile, key, mode });
      if (!database.ok) throw new Error(database.error.code);
      opened.push(database.value);
      return database.value;
    },
    async close() {
      for (const database of opened) database.close();
      await engine.close();
    },
  };
}
