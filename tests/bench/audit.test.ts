// What the log costs: a million entries checked from a file, against the bare hash of the same bytes; and pages opened while every
// look at an identity number is written down, against the same pages while nothing is.

import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { AccessLog } from '../../src-main/ledger';
import { createLogReader, type LogReport } from '../../src-main/ledger';
import { value } from '../support/open-engine';
import { publish, type Row } from './support/measure';
import { measuredBase } from './support/measured-base';

const ENTRIES = Number(process.env['DIWAN_BENCH_ENTRIES'] ?? 1_000_000);
/** Each entry is parsed, spelled again and hashed by itself; the bare hash reads one stream. */
const VERIFY_RATIO = 60;
const PAGE_RATIO = 1.5;
const RECORD_RATIO = 1.5;
const EVERY = 500;
const PIECE = 10_000;
const PAGES = 200;
const ROUNDS = 4;

const rows: Row[] = [];
afterAll(() => publish('audit', rows));

interface Reader {
  write(bytes: Uint8Array): void;
  end(): LogReport;
}

const sha256 = (...parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** A log as a large office has it after years: operations with a change each, a checkpoint every 500. */
function* syntheticLog(entries: number): Generator<Buffer> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const user = '0190f0a0-0000-7000-8000-000000000001';
  const signed = (domain: string, message: string): string =>
    sign(null, Buffer.from(`diwan/${domain}/v1\n${message}`), privateKey).toString('hex');
  const sum = createHash('sha256');
  const nothing = '0'.repeat(64);
  const at = { hash: nothing, checkpoint: nothing, seq: 0, lines: 2 };
  let lines = [
    JSON.stringify({ kind: 'log', format: 1, vault: 'a'.repeat(32), madeAt: 0 }),
    JSON.stringify({ kind: 'key', key, user }),
  ];
  const piece = (): Buffer => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    sum.update(bytes);
    lines = [];
    return bytes;
  };
  for (let seq = 1; seq <= entries; seq += 1) {
    const id = `0190f0a0-0000-7000-8000-${String(seq).padStart(12, '0')}`;
    const header = [seq, id, user, seq, `0190f0a0${seq}`, 1_780_000_000_000 + seq, user, 'user', 'parties.update'];
    header.push(null as never, null as never, seq, seq, 1, sha256(id));
    const payload = sha256(`${seq}`);
    at.hash = sha256(Buffer.from(at.hash, 'hex'), JSON.stringify(header), Buffer.from(payload, 'hex'));
    lines.push(JSON.stringify({ kind: 'operation', header, payload, hash: at.hash }));
    at.lines += 1;
    if (seq % EVERY === 0) {
      const body = [seq / EVERY, user, user, 'count', seq, seq, at.hash, 0, nothing, at.checkpoint, key];
      const message = JSON.stringify(body);
      const signature = signed('checkpoint', message);
      at.checkpoint = sha256(message, Buffer.from(signature, 'hex'));
      lines.push(JSON.stringify({ kind: 'checkpoint', body, signature }));
      at.lines += 1;
    }
    if (seq % PIECE === 0) yield piece();
  }
  yield piece();
  const hash = sum.digest('hex');
  lines = [JSON.stringify({ kind: 'end', lines: at.lines, hash, key, signature: signed('audit-log', hash) })];
  yield Buffer.from(`${lines[0]}\n`);
}

test(`a log of ${ENTRIES} entries is checked in at most ${VERIFY_RATIO} times the bare hash of its bytes`, async () => {
  const script = (await import(resolve(import.meta.dirname, '../../resources/audit/diwan-verify.mjs'))) as {
    createReader(): Reader;
  };
  const readers: Readonly<Record<string, Reader>> = { ours: createLogReader(), script: script.createReader() };
  const bare = createHash('sha256');
  const took: Record<string, number> = { ours: 0, script: 0, bare: 0 };
  const timed = (name: string, work: () => void): void => {
    const began = performance.now();
    work();
    took[name]! += performance.now() - began;
  };
  let bytes = 0;
  for (const piece of syntheticLog(ENTRIES)) {
    bytes += piece.length;
    timed('bare', () => void bare.update(piece));
    for (const [name, reader] of Object.entries(readers)) timed(name, () => reader.write(piece));
  }
  for (const reader of Object.values(readers))
    expect(reader.end()).toMatchObject({ sound: true, operations: ENTRIES, unsigned: ENTRIES % EVERY });
  for (const name of ['ours', 'script']) {
    const ratio = took[name]! / took['bare']!;
    rows.push({
      what: `${name}: ${ENTRIES} entries`,
      megabytes: bytes / 1e6,
      seconds: took[name]! / 1000,
      ratio,
    } as never);
    expect(ratio).toBeLessThan(VERIFY_RATIO);
  }
}, 400_000);

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!;

test(`a page with an identity number opens in at most ${PAGE_RATIO} times of what it takes while nothing is written down`, async () => {
  const held = await measuredBase(2000);
  const { engine } = held;
  try {
    const ids = engine.base.read
      .all<{ id: string }>({
        sql: `select distinct p.id from party p join identifier i on i.party_id = p.id where p.root_id is null limit ${PAGES}`,
        parameters: [],
      })
      .map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(PAGES / 2);
    const log = engine.base.accessLog as { note: AccessLog['note'] };
    const writes = log.note.bind(log);
    const nothing: AccessLog['note'] = () => Promise.resolve();
    /** What the window asks at once when a record is opened. */
    const page = async (id: string): Promise<void> => {
      const { parties, attachments, duplicates, quality } = engine.timed;
      const asked = await Promise.all([
        parties.get({ id }),
        parties.timeline({ partyId: id }),
        attachments.list({ of: { partyId: id } }),
        duplicates.ofParty({ id }),
        quality.ofParty({ id }),
        parties.history({ partyId: id }),
      ]);
      for (const answer of asked) value(answer as never);
    };
    const alone = async (id: string): Promise<void> => void value(await engine.timed.parties.get({ id }));
    const took: Record<string, number[]> = { page: [], pageLogged: [], record: [], recordLogged: [] };
    const timed = async (name: string, work: () => Promise<void>): Promise<void> => {
      const began = performance.now();
      await work();
      took[name]!.push(performance.now() - began);
    };
    log.note = nothing;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const id of ids) await page(id);
      for (const [index, id] of ids.entries()) {
        const [name, work] = index % 2 === round % 2 ? (['page', page] as const) : (['record', alone] as const);
        const plain = async (): Promise<void> => {
          log.note = nothing;
          await timed(name, () => work(id));
        };
        const logged = async (): Promise<void> => {
          // Another purpose is another look, however often the record was opened before.
          log.note = (noted) => writes({ ...noted, purpose: `round ${round}` });
          await timed(`${name}Logged`, () => work(id));
          log.note = nothing;
        };
        // In turns, so that neither always comes to what the other has warmed.
        for (const run of index % 4 < 2 ? [plain, logged] : [logged, plain]) await run();
      }
    }
    const written = engine.base.read.first<{ count: number }>({
      sql: 'select count(*) as count from access_event',
      parameters: [],
    });
    expect(written?.count).toBeGreaterThanOrEqual(ids.length * ROUNDS);
    const ratios = ['page', 'record'].map((name) => {
      const [without, logged] = [median(took[name]!), median(took[`${name}Logged`]!)];
      rows.push({ what: name, without, logged, ratio: logged / without } as never);
      return logged / without;
    });
    expect(ratios[0]).toBeLessThan(PAGE_RATIO);
    expect(ratios[1]).toBeLessThan(RECORD_RATIO);
  } finally {
    await held.close();
  }
}, 300_000);
