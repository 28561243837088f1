// An export as CSV against the least it could be: the same rows and columns read by prepared statements and written down, on the
// same base in the same run, each from a connection opened for it: an export finds no page deciphered by the one before.

import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { ExportList } from '../../src-shared/features/exports/exports.contract';
import { runTaskHere } from '../../src-main/engine/thread-tasks';
import type { Database } from '../../src-main/db';
import { databaseKey } from '../../src-main/keys';
import { inTurn, lowest, publish, type Row } from './support/measure';
import { measuredBase, sizes } from './support/measured-base';

/** Half the speed of the bare one. */
const RATIO = 2;
/** What is held of it: near the goal the machine's other work decides. */
const GUARD = 2.4;
const rows: Row[] = [];
afterAll(() => publish('exports', rows));

const parts = ['party_name', 'contact_point', 'address', 'identifier', 'party_role', 'occasion', 'preference'];
const quoted = (value: unknown): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

test('a list goes out as CSV in a small multiple of reading and writing it bare', async () => {
  const measured = await measuredBase(sizes()[0]!);
  const folder = mkdtempSync(join(tmpdir(), 'diwan-bench-exports-'));
  const { base } = measured.engine;
  const key = databaseKey(base.unlocked.secret);
  const as = { userId: measured.engine.engine.actor()!.userId! };
  const counter = { next: 0 };
  const write = (lines: Iterable<readonly unknown[]>): void => {
    const handle = openSync(join(folder, `bare-${counter.next++}.csv`), 'w');
    let text = '';
    for (const line of lines) {
      text += `${line.map(quoted).join(',')}\r\n`;
      if (text.length < 256 * 1024) continue;
      writeSync(handle, text);
      text = '';
    }
    writeSync(handle, text);
    fsyncSync(handle);
    closeSync(handle);
  };
  const shownColumns =
    'display_name, kind, role_types, primary_phone, primary_email, city, shown_owner_id, status, last_activity_at, created_at';
  const onItsOwn = (work: (reader: Database) => void) => (): void => {
    const reader = measured.engine.bare('reader');
    work(reader);
    reader.close();
  };
  const shown = onItsOwn((reader) =>
    write(
      reader
        .prepare(`select ${shownColumns} from party where deleted_at is null and root_id is null order by sort_ar, id`)
        .raw()
        .iterate() as Iterable<unknown[]>,
    ),
  );
  const whole = onItsOwn((reader) => {
    const order = reader.prepare(
      'select * from party where deleted_at is null and root_id is null order by sort_ar, id',
    );
    const partOf = parts.map((table) => reader.prepare(`select * from ${table} where party_id = ? order by id`).raw());
    write(
      (order.all() as { id: string }[]).map((party) => [
        ...Object.values(party),
        ...partOf.flatMap((part) => (part.all(party.id) as unknown[][]).flat()),
      ]),
    );
  });
  const everyone = { list: 'parties', filter: {}, sort: { by: 'name', direction: 'ascending' } } as const;
  const columns = [
    'name',
    'kind',
    'roles',
    'phone',
    'email',
    'city',
    'owner',
    'status',
    'last-activity',
    'created',
  ] as const;
  const take = async (what: ExportList): Promise<void> => {
    const options = { format: 'csv', language: 'ar', calendar: 'gregory', byteOrderMark: true, cards: '3.0' };
    const input = { as, what, options, path: join(folder, `${counter.next++}.csv`), sealedFor: null, at: Date.now() };
    const written = await runTaskHere('exports.write', input, {
      target: { file: base.databaseFile, key },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!written.ok) throw new Error(written.error.code);
  };
  try {
    for (const [what, bare, list] of [
      ['a list as it is shown', shown, { ...everyone, columns: [...columns] } as ExportList],
      ['everything known of each party', whole, { ...everyone } as ExportList],
    ] as const) {
      const figure = await lowest(RATIO, async () => {
        const [least, exported] = await inTurn(
          [
            { name: 'bare', run: bare },
            { name: 'export', run: () => take(list) },
          ],
          3,
        );
        return { least: least!, exported: exported!, ratio: exported! / least! };
      });
      rows.push({ what, parties: measured.parties, ms: figure.exported, bare: figure.least, ratio: figure.ratio });
      expect(figure.ratio, what).toBeLessThanOrEqual(GUARD);
    }
  } finally {
    key.fill(0);
    await measured.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
