// The log is only ever added to, and what stands in it is signed again and again by whoever was at work.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@shared/core/result';
import { systemActor } from '../../src-main/access';
import { compiled, readConnection, sql, type Database } from '../../src-main/db';
import { eraseWords, isWhole, verifyAudit, type AuditReport } from '../../src-main/ledger';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const database = (): Database => test.engine.base()!.writer;
const verified = (): AuditReport => verifyAudit(readConnection(database()));
const all = (text: string): Record<string, unknown>[] => database().prepare(text).all() as Record<string, unknown>[];
const occasions = (): string[] =>
  all('select occasion from audit_checkpoint order by seq').map((row) => String(row['occasion']));
const log = (subject: string) =>
  test.client.parties.create({ kind: 'person', names: [{ text: subject }] }).then((made) => value(made).id);

/** One statement in a unit of work, as a faulty or hostile handler would run it. */
function attempt(text: string, { erases = false } = {}): string {
  const actor = systemActor('attack', []);
  try {
    test.engine
      .base()!
      .unitOfWork.run({ command: 'attack', actor, always: true, erases }, ({ db }) =>
        ok(db.run(compiled(sql.raw(text)))),
      );
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : 'thrown';
  }
}

const someReading = `insert into access_event values (1, 1, 'device', null, 'user', 'open', 'parties.get', 'everyone', 0, '[]', null, null,
  zeroblob(32), zeroblob(32))`;

/** Somebody with the key and a stock tool: takes the guards away, alters, and puts everything back afterwards. */
function tampered<T>(text: string, look: () => T): T {
  database().exec('BEGIN');
  try {
    const guards = all("select name from sqlite_schema where type = 'trigger' and name not like 'capture%'");
    for (const { name } of guards) database().exec(`DROP TRIGGER "${String(name)}"`);
    database().exec(text);
    return look();
  } finally {
    database().exec('ROLLBACK');
  }
}

describe('nothing that is written in the log is changed or removed', () => {
  const attacks = [
    "update operation set user_id = 'x'",
    'update operation set reason = null',
    'update operation set hash = zeroblob(32) where seq = 1',
    'delete from operation where seq = 1',
    "update change set new = '{}'",
    'delete from change',
    'update audit_checkpoint set signature = zeroblob(64)',
    'delete from audit_checkpoint',
    "update access_event set way = 'list'",
    'delete from access_event',
    `insert or replace into operation select (select seq from current_operation), id, device_id, counter, hlc, at, 'x', actor,
       command, reason, group_id, undoes_id, details, first_change, last_change, changes, payload_hash, previous_hash, hash, null, null
       from operation where seq = 1`,
    `insert or replace into change (seq, operation_seq, entity, record_id, action)
       select 1, seq, 'party', 'x', 'delete' from current_operation`,
    'insert or replace into audit_checkpoint select * from audit_checkpoint where seq = 1',
    'insert or replace into access_event select * from access_event where seq = 1',
    "insert or replace into access_subject values ('somebody', 1)",
    "insert into access_subject values ('somebody', 1)",
    'update or replace operation set seq = 1 where seq = 2',
    'update or replace audit_checkpoint set seq = 1 where seq = 2',
  ];

  it.each(attacks)('%s', async (text) => {
    await log('سلمى');
    expect(attempt(someReading)).toBe('done');
    test.engine.base()!.unitOfWork.checkpoint('backup');
    const before = ['operation', 'change', 'audit_checkpoint', 'access_event', 'access_subject'].map((table) =>
      all(`select * from ${table}`),
    );
    expect(attempt(text)).toMatch(/append-only/);
    expect(
      ['operation', 'change', 'audit_checkpoint', 'access_event', 'access_subject'].map((table) =>
        all(`select * from ${table}`),
      ),
    ).toEqual(before);
  });

  it('not even while something is erased, but for the words of a change and of an operation', async () => {
    await log('سلمى');
    expect(attempt("update change set old = 'x' where seq = 1", { erases: true })).toMatch(/append-only/);
    expect(attempt('update change set hash = zeroblob(32) where seq = 1', { erases: true })).toMatch(/append-only/);
    expect(attempt('update operation set command = null', { erases: true })).toMatch(/append-only/);
    expect(attempt('delete from change where seq = 1', { erases: true })).toMatch(/append-only/);
  });
});

describe('erasing', () => {
  it('empties what the ledger says about somebody, and both chains and signatures still hold', async () => {
    const id = await log('سلمى الحربي');
    const other = await log('سلمى حربي');
    value(await test.client.parties.merge({ intoId: id, ids: [other], reason: 'سلمى قالت ذلك' }));
    test.engine.base()!.unitOfWork.checkpoint('backup');
    const changes = all('select seq from change').map(({ seq }) => Number(seq));
    const notes = all('select seq from operation').map(({ seq }) => Number(seq));
    const actor = systemActor('erasure', []);
    test.engine
      .base()!
      .unitOfWork.run({ command: 'erase', actor, always: true, erases: true }, ({ db }) =>
        ok(eraseWords(db, { changes, notes })),
      );
    expect(JSON.stringify([all('select * from change'), all('select * from operation')])).not.toContain('سلمى');
    expect(isWhole(verified())).toBe(true);
  });

  it('leaves an operation of before words could be erased as it was, and it still verifies', () => {
    const text = `update operation set note_salt = null where seq = 1`;
    expect(all('select reason, details, note_salt from operation where seq = 1')[0]).toMatchObject({ note_salt: null });
    expect(tampered(text, () => verified().brokenAt)).toBeNull();
  });
});

describe('checkpoints', () => {
  it('are signed at the first operation, at unlock and at lock, by the person who is there', async () => {
    await log('سلمى');
    await test.client.session.lock({});
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    expect(occasions()).toEqual(['count', 'lock', 'unlock']);
    const status = value(await test.client.session.status({}));
    expect(all('select distinct user_id from audit_checkpoint')).toEqual([{ user_id: status.user!.id }]);
    expect(verified()).toMatchObject({ checkpoints: 3, checkpointBrokenAt: null });
    expect(verified().signedUpTo).toBe(verified().operations);
  });

  it('are signed after 500 operations and after an hour', async () => {
    const id = await log('سلمى');
    for (let turn = 0; turn < 500; turn += 1) value(await test.client.parties.update({ id, set: { note: `${turn}` } }));
    expect(occasions()).toEqual(['count', 'count']);
    test.clock.at += 61 * 60_000;
    await log('نورة');
    expect(occasions()).toEqual(['count', 'count', 'time']);
  });

  it('show a checkpoint that was forged, taken away, exchanged or given to another state', async () => {
    for (const name of ['سلمى', 'نورة', 'هند']) {
      await log(name);
      test.engine.base()!.unitOfWork.checkpoint('backup');
    }
    const cases = [
      'update audit_checkpoint set signature = randomblob(64) where seq = 2',
      'update audit_checkpoint set public_key = randomblob(32) where seq = 2',
      'update audit_checkpoint set at = at + 1 where seq = 2',
      'update audit_checkpoint set operation_seq = operation_seq - 1 where seq = 3',
      'delete from audit_checkpoint where seq = 2; update audit_checkpoint set seq = seq - 1 where seq > 2',
      'update audit_checkpoint set seq = -1 where seq = 2; update audit_checkpoint set seq = 2 where seq = 3; update audit_checkpoint set seq = 3 where seq = -1',
      'update audit_checkpoint set operation_hash = (select hash from operation where seq = 1) where seq = 3',
    ];
    for (const text of cases)
      expect(
        tampered(text, () => verified().checkpointBrokenAt),
        text,
      ).not.toBeNull();
    expect(verified().checkpointBrokenAt).toBeNull();
  });

  it('show a tail that was cut off after it was signed', async () => {
    await log('سلمى');
    test.engine.base()!.unitOfWork.checkpoint('backup');
    const cut = `delete from change where operation_seq = (select max(seq) from operation);
      delete from operation where seq = (select max(seq) from operation)`;
    const found = tampered(cut, verified);
    expect(found.brokenAt).toBeNull();
    expect(found.checkpointBrokenAt).not.toBeNull();
  });
});

describe('the clock', () => {
  const jumps = (): unknown[] =>
    all("select details from operation where command = 'audit.clockJump'").map(({ details }) =>
      JSON.parse(String(details)),
    );

  it('that was put back by more than five minutes is noted before the next operation', async () => {
    await log('سلمى');
    const from = test.clock.at;
    test.clock.at -= 6 * 60_000;
    await log('نورة');
    expect(jumps()).toEqual([{ from, to: test.clock.at }]);
    expect(verified().brokenAt).toBeNull();
  });

  it('that is a little late is not', async () => {
    await log('سلمى');
    test.clock.at -= 4 * 60_000;
    await log('نورة');
    expect(jumps()).toEqual([]);
  });
});
