// The audit chain: whatever is altered behind the program's back, in any stored operation or change, shows.
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConnection, type Database } from '../../src-main/db';
import { verifyChain } from '../../src-main/ledger';
import { verifyBase } from '../../src-main/features/base';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { anyStep, nothingKnown, runStep } from './support/random-work';

let test: TestEngine;
const database = (): Database => test.engine.base()!.writer;
const brokenAt = (): number | null => verifyChain(readConnection(database())).brokenAt;

beforeAll(async () => {
  test = await openEngine();
  const known = nothingKnown();
  for (const step of fc.sample(anyStep, { seed: 7, numRuns: 36 })) await runStep(test, known, step);
  await test.client.session.lock({});
  value(await test.client.session.unlock({ login: 'amal', passphrase }));
  for (const step of fc.sample(anyStep, { seed: 8, numRuns: 12 })) await runStep(test, known, step);
});
afterAll(() => test.close());

/** Somebody with the key and a stock tool: takes the guards away, alters, and puts everything back afterwards. */
function tampered<T>(alter: () => void, look: () => T): T {
  database().exec('BEGIN');
  try {
    const guards = database()
      .prepare("select name from sqlite_schema where type = 'trigger' and tbl_name in ('operation', 'change')")
      .pluck()
      .all() as string[];
    for (const name of guards) database().exec(`DROP TRIGGER "${name}"`);
    alter();
    return look();
  } finally {
    database().exec('ROLLBACK');
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
}
const columns = (table: string): Column[] =>
  database().prepare('select name, type from pragma_table_info(?)').all(table) as Column[];
const rowIds = (table: string): number[] =>
  database().prepare(`select seq from ${table} order by seq`).pluck().all() as number[];

interface Mutation {
  readonly table: 'operation' | 'change';
  readonly row: number;
  readonly column: number;
  readonly salt: number;
  readonly emptied: boolean;
}

const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  table: fc.constantFrom('operation', 'change'),
  row: fc.nat(10_000),
  column: fc.nat(100),
  salt: fc.integer({ min: 1, max: 1_000_000 }),
  emptied: fc.boolean(),
});

/** Alters one stored value; answers false when the table's own rules refuse the new one or nothing changed. */
function apply({ table, row, column, salt, emptied }: Mutation): boolean {
  const ids = rowIds(table);
  const seq = ids[row % ids.length]!;
  const { name, type } = columns(table)[column % columns(table).length]!;
  const old = database().prepare(`select "${name}" from "${table}" where seq = ?`).pluck().get(seq) as unknown;
  const next = emptied
    ? null
    : type === 'INTEGER'
      ? Number(old ?? 0) + salt
      : type === 'BLOB'
        ? randomBytes(32)
        : altered(String(old ?? ''), salt);
  if (next === old) return false;
  try {
    database().prepare(`update "${table}" set "${name}" = ? where seq = ?`).run(next, seq);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code)))
      return false;
    throw error;
  }
}

/** One character replaced, as a careful forger would. */
function altered(text: string, salt: number): string {
  if (text === '') return 'x';
  if (['insert', 'update', 'delete'].includes(text)) return text === 'delete' ? 'insert' : 'delete';
  const at = salt % text.length;
  return text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
}

describe('the audit chain', () => {
  it('holds after ordinary work, and knows every operation', () => {
    const report = verifyChain(readConnection(database()));
    expect(report).toMatchObject({ brokenAt: null, operations: rowIds('operation').length });
    expect(report.head).toMatch(/^[0-9a-f]{64}$/);
    expect(rowIds('operation').length).toBeGreaterThan(20);
  });

  it('shows each of a thousand alterations of a stored operation or change', () => {
    const undetected: Mutation[] = [];
    let applied = 0;
    for (const mutation of fc.sample(anyMutation, { seed: 20_261_123, numRuns: 3000 })) {
      if (applied === 1000) break;
      tampered(
        () => void (apply(mutation) && (applied += 1) && brokenAt() === null && undetected.push(mutation)),
        () => undefined,
      );
    }
    expect(applied).toBe(1000);
    expect(undetected).toEqual([]);
    expect(brokenAt()).toBeNull();
  }, 180_000);

  it('shows a value that was altered and covered by a stored hash', () => {
    const covered = "update change set new = json_set(new, '$.forged', 1), hash = zeroblob(32) where seq = 3";
    expect(tampered(() => database().exec(covered), brokenAt)).not.toBeNull();
  });

  it('shows a missing operation, a missing change, two exchanged, and one too many', () => {
    const last = rowIds('operation').at(-1)!;
    const cases: readonly (readonly [what: string, sql: string])[] = [
      ['an operation in the middle', 'delete from operation where seq = 9'],
      [
        'the last operation, its changes left behind',
        `delete from operation where seq = (select max(operation_seq) from change); delete from operation where seq > (select max(seq) from operation where changes > 0)`,
      ],
      ['one change', 'delete from change where seq = 5'],
      [
        'two operations exchanged',
        'update operation set seq = -1 where seq = 4; update operation set seq = 4 where seq = 5; update operation set seq = 5 where seq = -1',
      ],
      [
        'two changes exchanged',
        'update change set seq = -1 where seq = 4; update change set seq = 4 where seq = 5; update change set seq = 5 where seq = -1',
      ],
      [
        'a change nobody made',
        `insert into change (operation_seq, entity, record_id, action) values (${last}, 'party', 'x', 'delete')`,
      ],
      ['a change given to another operation', 'update change set operation_seq = operation_seq + 1 where seq = 2'],
    ];
    for (const [what, sql] of cases)
      expect(
        tampered(() => database().exec(sql), brokenAt),
        what,
      ).not.toBeNull();
  });

  it('and a row altered past the ledger shows in the full verification', () => {
    const found = tampered(
      () => {
        database().exec('DROP TRIGGER capture_party_update');
        database().exec("update party set note = 'forged' where rowid = (select min(rowid) from party)");
      },
      () => verifyBase(readConnection(database()), { quick: false }),
    );
    expect(found).toMatchObject({ sound: false, findings: [{ check: 'ledger' }] });
    expect(found.findings[0]!.detail).toMatch(/^party\.note of /);
  });

  it('still holds for a change whose words were erased and whose hash stayed', () => {
    const erased = tampered(() => {
      const change = database().prepare('select * from change where seq = 3').get() as Parameters<
        typeof changeHashOf
      >[0];
      database()
        .prepare('update change set old = null, new = null, salt = null, hash = ? where seq = 3')
        .run(changeHashOf(change));
    }, brokenAt);
    expect(erased).toBeNull();
  });
});

/** As the chain's description says it: SHA-256 over the salt and the canonical change. */
function changeHashOf(change: {
  entity: string;
  record_id: string;
  party_id: string | null;
  action: string;
  old: string | null;
  new: string | null;
  salt: Buffer;
}): Buffer {
  const text = JSON.stringify([
    change.entity,
    change.record_id,
    change.party_id,
    change.action,
    change.old,
    change.new,
  ]);
  return createHash('sha256').update(change.salt).update(text).digest();
}
