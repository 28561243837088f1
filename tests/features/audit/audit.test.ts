// The proof of the log: verified as a job with what copies of the base remember, and taken out signed by whoever asks.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditVerified } from '@shared/features/audit/audit.contract';
import { readHead, shortHead } from '@shared/features/audit/short-head';
import { checkLogFile } from '../../../src-main/ledger';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-audit-'));
  test = await openEngine();
  await person('سلمى');
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const person = async (name: string): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: name }] })).id;
const verified = async (): Promise<AuditVerified> => {
  const job = await ended(test, value(await test.client.audit.verify({})).jobId);
  expect(job.state).toBe('done');
  return job.result as AuditVerified;
};
const backup = async (): Promise<string> => {
  const target = join(folder, 'copies');
  mkdirSync(target, { recursive: true });
  const job = await ended(test, value(await test.client.backups.make({ folder: target })).jobId);
  return (job.result as { made: { folder: string }[] }).made[0]!.folder;
};
/** Somebody with the key and a stock tool. */
function alter(text: string): void {
  const { writer } = test.engine.base()!;
  const guards = writer
    .prepare("select name, sql from sqlite_schema where type = 'trigger' and sql like '%append-only%'")
    .all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of guards) writer.exec(`drop trigger "${name}"`);
  writer.exec(text);
  for (const { sql } of guards) writer.exec(sql);
}

it('a log that nobody touched is whole, and the copies of the base agree', async () => {
  const copy = await backup();
  await person('نورة');
  const found = await verified();
  expect(found).toMatchObject({ sound: true, brokenAt: null, readingsBrokenAt: null, checkpointBrokenAt: null });
  expect(found.witnesses).toMatchObject([{ folder: copy, agrees: true }]);
});

it('a copy remembers a tail that was cut off with its signatures, and says so', async () => {
  await backup();
  const last = test.engine.base()!.writer.prepare('select max(seq) from operation').pluck().get() as number;
  alter(`delete from change where operation_seq = ${last}; delete from operation where seq = ${last};
    delete from audit_checkpoint where operation_seq = ${last}`);
  const found = await verified();
  expect(found).toMatchObject({ brokenAt: null, checkpointBrokenAt: null, sound: false });
  expect(found.witnesses).toMatchObject([{ operations: last, agrees: false }]);
});

it('a copy whose manifest somebody altered does not agree', async () => {
  const manifest = join(await backup(), 'manifest.json');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"head": "../, '"head": "00'));
  expect((await verified()).sound).toBe(false);
});

it('the head is short enough to be read out, and is found again however it is typed', async () => {
  const { head, short, operations, signed } = value(await test.client.audit.head({}));
  expect(short).toBe(shortHead(head));
  expect(short).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(readHead(` ${short.toLowerCase().replaceAll('-', '')} `)).toBe(short);
  expect(readHead('O0IL')).toBe('0011');
  expect(operations).toBe(2);
  expect(signed).toMatchObject({ operations: 1, by: { name: 'آمال' } });
});

it('the log is written aside, signed to the end, and never over a file without being asked', async () => {
  const to = join(folder, 'log.jsonl');
  writeFileSync(to, 'mine');
  expect(code(await test.client.audit.export({ to }))).toBe('exports.exists');
  expect(readFileSync(to, 'utf8')).toBe('mine');
  const job = await ended(test, value(await test.client.audit.export({ to, replace: true })).jobId);
  expect(job).toMatchObject({ state: 'done', result: { path: to } });
  expect(existsSync(`${to}.exporting`)).toBe(false);
  const report = checkLogFile(to);
  expect(report).toMatchObject({ sound: true, unsigned: 0 });
  expect(report.head).toBe((job.result as { head: string }).head);
  expect(code(await test.client.audit.export({ to: join(test.folder, 'log') }))).toBe('exports.in-base');
});

it('two people sign with keys of their own', async () => {
  value(await test.client.users.create({ login: 'nora', displayName: 'نورة', role: 'administrator', passphrase }));
  await test.client.session.lock({});
  value(await test.client.session.unlock({ login: 'nora', passphrase }));
  const to = join(folder, 'log.jsonl');
  await ended(test, value(await test.client.audit.export({ to })).jobId);
  const { keys, signedBy } = checkLogFile(to);
  expect(new Set(keys.map(({ user }) => user)).size).toBe(2);
  expect(keys.find(({ key }) => key === signedBy)?.user).toBe(test.engine.actor()!.userId);
});
