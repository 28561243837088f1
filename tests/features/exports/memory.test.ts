// A list of two hundred thousand leaves in the memory of a small one: the thread that writes it has 64 MB and would die otherwise.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { databaseKey } from '../../../src-main/keys';
import { openEngine, value, type TestEngine } from '../../support/open-engine';

const MANY = 200_000;
const task = resolve(import.meta.dirname, '../../../out/main/task.cjs');

/** Copies of the one record there is, written by the database itself: how they came in is not what is tested. */
function multiply({ engine }: TestEngine): void {
  const database = engine.base()!.writer;
  const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all() as {
    name: string;
  }[];
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
  const id = "printf('01920000-%04x-7%03x-8000-%012x', i >> 12, i & 4095, i)";
  for (const table of ['party', 'party_name', 'contact_point']) {
    const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const values = columns.map((name) => (name === 'id' || name === 'party_id' ? id : name));
    database.exec(
      `insert into ${table} (${columns.join(',')}) with recursive n(i) as (select 1 union all select i + 1 from n where i < ${MANY})
       select ${values.join(',')} from n, (select * from ${table} limit 1)`,
    );
  }
}

interface Answer {
  readonly reply?: { readonly ok: boolean; readonly value: { readonly rows: number } };
}

type Lock = { readonly passphrase: string } | null;

const written = (test: TestEngine, format: string, path: string, sealedFor: Lock): Promise<Answer['reply']> =>
  new Promise((done, fail) => {
    const base = test.engine.base()!;
    const as = { userId: test.engine.actor()!.userId };
    const what = { list: 'parties', filter: {}, sort: { by: 'name', direction: 'ascending' } };
    const options = { format, language: 'fa', calendar: 'gregory', byteOrderMark: true, cards: '3.0' };
    const worker = new Worker(task, {
      workerData: {
        file: base.databaseFile,
        key: Uint8Array.from(databaseKey(base.unlocked.secret)),
        sealing: base.unlocked.sealing,
        task: 'exports.write',
        input: { as, what, options, path, sealedFor, at: Date.now() },
        cancelled: new Int32Array(new SharedArrayBuffer(4)),
      },
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    worker.on('message', (message: Answer) => message.reply && done(message.reply));
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread ended without an answer')));
  });

test('200,000 records go out as a table, a workbook and JSON lines, and encrypted, in bounded memory', async () => {
  const office = await openEngine({ language: 'fa' });
  const folder = mkdtempSync(join(tmpdir(), 'diwan-many-'));
  try {
    const names = [{ text: 'محمود رضایی', given: 'محمود', family: 'رضایی' }];
    const contactPoints = [{ kind: 'phone' as const, value: '0912 345 6789' }];
    value(await office.client.parties.create({ kind: 'person', names, contactPoints, note: 'یادداشت '.repeat(20) }));
    multiply(office);
    for (const [format, lock] of [
      ['csv', null],
      ['jsonl', null],
      ['xlsx', null],
      ['csv', { passphrase: 'a lock of four words' }],
    ] as const) {
      const path = join(folder, `many-${lock === null ? 'open' : 'locked'}.${format}`);
      expect(await written(office, format, path, lock), path).toMatchObject({ ok: true, value: { rows: MANY + 1 } });
      expect(statSync(path).size, path).toBeGreaterThan(format === 'xlsx' ? 3_000_000 : 50_000_000);
    }
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 480_000);
