// Two bases that are byte for byte alike: the engine works on one and is written down, the bare statements do the same on the other.

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../src-main/db';
import { databaseKey } from '../../../src-main/keys';
import { payloadHash } from '../../../src-main/ledger/seal';
import type { ChangeRow } from '../../../src-main/db';
import { benchEngine, type BenchEngine } from './bench-engine';
import { workshop } from './measured-base';
import { bareStatements, recordWrites, type Asked } from './statements';

export interface Twins {
  readonly engine: BenchEngine;
  /** The other base's database, encrypted by the same key. */
  readonly otherFile: string;
  /** What the engine asked of its writer since the last call. */
  taken(): Asked[];
  /** The same again on the other base, with the hash over the changes that the ledger needs. */
  again(asked: readonly Asked[]): void;
  close(): Promise<void>;
}

/** `folder` is a closed base, which is left as it is; both twins lie in `place`. */
export async function twins(folder: string, place = workshop): Promise<Twins> {
  const [own, other] = ['twin-engine', 'twin-bare'].map((name) => join(place, name)) as [string, string];
  for (const copy of [own, other]) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(folder, copy, { recursive: true });
  }
  const recorder = recordWrites();
  const engine = await benchEngine(own);
  recorder.watch(engine.base.writer);
  const key = databaseKey(engine.base.unlocked.secret);
  const otherFile = join(other, engine.base.unlocked.databaseFile);
  const opened = openDatabase({ file: otherFile, key, mode: 'writer' });
  if (!opened.ok) throw new Error(opened.error.code);
  const bare = bareStatements(opened.value);
  bare.run(recorder.taken());
  const hash = (text: string, rows: unknown): void => {
    if (text.startsWith('select * from "change"')) payloadHash(rows as ChangeRow[]);
  };
  return {
    engine,
    otherFile,
    taken: () => recorder.taken(),
    again: (asked) => bare.run(asked, hash),
    async close() {
      opened.value.close();
      await engine.close();
      recorder.stop();
      for (const copy of [own, other]) rmSync(copy, { recursive: true, force: true });
    },
  };
}
