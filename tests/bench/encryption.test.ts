// What encryption costs: the same statements on a base as it is and on its twin without a cipher, in turn.

import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src-main/db';
import { applyProfile } from '../../src-main/db/connection-profile';
import { registerSealing } from '../../src-main/db/sealing-functions';
import { databaseKey } from '../../src-main/keys';
import { payloadHash } from '../../src-main/ledger/seal';
import type { ChangeRow } from '../../src-main/db';
import { value } from '../support/open-engine';
import { importFile } from './support/import-file';
import { inOrder, inTurn, lowest, percentile, publish, time, type Row } from './support/measure';
import { measuredBase, sizes, workshop, type MeasuredBase } from './support/measured-base';
import { searchClasses } from './support/search-classes';
import { bareStatements, readsOf, type Asked, type Bare } from './support/statements';
import { twins, type Twins } from './support/twin';

const SEARCH_RATIO = 1.3;
const EDIT_RATIO = 2.5;
const IMPORT_RATIO = 1.5;
const ROUNDS = 20;
const EDITS = 400;
const ROWS = 3000;

const held: { base?: MeasuredBase; rows: Row[] } = { rows: [] };

beforeAll(async () => {
  held.base = await measuredBase(sizes()[0]!);
});
afterAll(async () => {
  publish('encryption', held.rows);
  await held.base?.close();
  removePlain();
});

const plainFile = join(workshop, 'plain.db');
const removePlain = (): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(plainFile + end, { force: true });
};

/** A copy of an encrypted database, as it is now, without its cipher. */
function plainTwin(file: string, key: Uint8Array, mode: 'writer' | 'reader'): Database {
  removePlain();
  for (const end of ['', '-wal']) if (existsSync(file + end)) cpSync(file + end, plainFile + end);
  const opened = openDatabase({ file: plainFile, key, mode: 'writer' });
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.pragma('journal_mode = delete');
  opened.value.pragma("rekey = ''");
  opened.value.pragma('journal_mode = wal');
  opened.value.close();
  expect(readFileSync(plainFile).subarray(0, 15).toString()).toBe('SQLite format 3');
  const plain = new BetterSqlite3(plainFile, { readonly: mode === 'reader' });
  applyProfile(plain, mode);
  registerSealing(plain);
  return plain;
}

const noted = (what: string, [encrypted, plain]: readonly [number, number]): number => {
  held.rows.push({ what, 'encrypted, ms': encrypted, 'plain, ms': plain, ratio: encrypted / plain });
  return encrypted / plain;
};

test('a warm search costs little more than without a cipher', async () => {
  const { engine } = held.base!;
  const plain = plainTwin(join(held.base!.folder, engine.base.unlocked.databaseFile), keyOf(engine.base), 'reader');
  const [own, other] = [bareStatements(engine.bare('reader')), bareStatements(plain)];
  const texts = searchClasses(engine.base).flatMap((one) => one.texts.slice(0, 5));
  const asked = await inOrder(texts, (text) =>
    readsOf(engine.base, () => engine.timed.search.find({ text, limit: 20 })),
  );
  const { times } = await lowest(SEARCH_RATIO, async () => {
    const best = await inOrder(asked, (each) =>
      inTurn(
        [own, other].map((bare) => ({ name: '', run: () => bare.run(each) })),
        ROUNDS,
      ),
    );
    const sums = [0, 1].map((arm) => best.reduce((sum, pair) => sum + pair[arm]!, 0)) as [number, number];
    return { ratio: sums[0] / sums[1], times: sums };
  });
  plain.close();
  expect(noted(`${texts.length} warm searches`, times)).toBeLessThanOrEqual(SEARCH_RATIO);
});

test('an edit and an import cost at most so much more than without a cipher', async () => {
  const { engine, folder } = held.base!;
  await engine.close();
  const pair = await twins(folder);
  const plain = plainTwin(pair.otherFile, keyOf(pair.engine.base), 'writer');
  const bare = bareStatements(plain);
  const edits = await timeEdits(pair, bare);
  const file = importFile(ROWS);
  const imported = await timeImport(pair, { bare, path: file.path });
  plain.close();
  await pair.close();
  expect(noted('edit of a note, median', edits)).toBeLessThanOrEqual(EDIT_RATIO);
  expect(noted(`statements of an import of ${ROWS} rows`, imported)).toBeLessThanOrEqual(IMPORT_RATIO);
});

const keyOf = ({ unlocked }: Twins['engine']['base']): Uint8Array => databaseKey(unlocked.secret);

const again = (bare: Bare, asked: readonly Asked[]): void =>
  bare.run(asked, (text, rows) => {
    if (text.startsWith('select * from "change"')) payloadHash(rows as ChangeRow[]);
  });

async function timeEdits(pair: Twins, plain: Bare): Promise<[number, number]> {
  const { client } = pair.engine;
  const { rows } = value(await client.parties.list({ filter: {}, limit: 100 }));
  const [encrypted, open]: [number[], number[]] = [[], []];
  for (let edit = 0; edit < EDITS; edit += 1) {
    value(await client.parties.update({ id: rows[edit % rows.length]!.id, set: { note: `edit ${edit} of ${EDITS}` } }));
    const asked = pair.taken();
    encrypted.push(await time(() => pair.again(asked)));
    open.push(await time(() => again(plain, asked)));
  }
  return [percentile(encrypted, 0.5), percentile(open, 0.5)];
}

async function timeImport(
  { engine, taken, again: againEncrypted }: Twins,
  { bare, path }: { readonly bare: Bare; readonly path: string },
): Promise<[number, number]> {
  const { client, imports } = engine;
  const { mapping } = value(await client.imports.inspect({ file: path, read: {} }));
  value(await client.imports.start({ file: path, read: {}, mapping }));
  while (imports.at(-1)?.state === undefined || imports.at(-1)?.state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 5));
  const asked = taken();
  const encrypted = await time(() => againEncrypted(asked));
  return [encrypted, await time(() => again(bare, asked))];
}
