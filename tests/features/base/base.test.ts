// The base as a whole: counts, the sample office, and a verification that notices what it should.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src-main/db';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
  for (const text of ['أ', 'ب', 'ج']) {
    const { id } = value(await test.client.parties.create({ kind: 'person', names: [{ text }] }));
    value(await test.client.activities.log({ kind: 'note', subject: text, partyIds: [id] }));
  }
});
afterAll(() => test.close());

const verify = async (quick = false) => value(await test.client.base.verify({ quick }));
const database = (): Database => test.engine.base()!.writer;

describe('the counts', () => {
  it('are those of the tables', async () => {
    expect(value(await test.client.base.counts({}))).toEqual({ parties: 3, activities: 3, operations: 7 });
  });
});

describe('verification', () => {
  it('finds a base sound that only the program wrote to', async () => {
    for (const quick of [true, false])
      expect(await verify(quick)).toMatchObject({
        sound: true,
        findings: [],
        counts: { party: 3, activity: 3 },
        chain: { operations: 7, brokenAt: null },
      });
  });

  const damages: readonly (readonly [what: string, sql: string, check: string, seenQuickly: boolean])[] = [
    [
      'a row changed past the ledger',
      "DROP TRIGGER capture_party_update; UPDATE party SET note = 'x'",
      'ledger',
      false,
    ],
    [
      'a row taken away past the ledger',
      'DROP TRIGGER capture_activity_party_delete; DELETE FROM activity_party',
      'ledger',
      true,
    ],
    ['a search document that is missing', 'DELETE FROM party_doc', 'search', true],
    ['a search document that says another unit than its party', "UPDATE party_doc SET unit_id = 'x'", 'search', true],
    ['a search document of an activity that is missing', 'DELETE FROM activity_doc', 'search', true],
    [
      'an operation that was rewritten',
      "DROP TRIGGER operation_fixed; UPDATE operation SET command = 'x' WHERE seq = 3",
      'chain',
      true,
    ],
    [
      'a party that counts as merged without a link',
      'UPDATE party SET root_id = (SELECT max(id) FROM party) WHERE id = (SELECT min(id) FROM party)',
      'clusters',
      true,
    ],
    [
      'a link that its party does not know of',
      "DROP TRIGGER capture_party_link_insert; INSERT INTO party_link (id, party_id, to_party_id, choices, evidence, at, by_id) SELECT 'l', min(id), max(id), '{}', '[]', 1, '' FROM party",
      'clusters',
      true,
    ],
    [
      'an index that does not fit its table',
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX party_name_by_party ON party_name (party_id, text)' WHERE name = 'party_name_by_party'; PRAGMA schema_version = 9999; PRAGMA writable_schema = RESET",
      'pages',
      false,
    ],
  ];

  it.each(damages)('notices %s', async (_, sql, check, seenQuickly) => {
    const own = await openEngine();
    for (const text of ['س', 'ص'])
      value(
        await own.client.activities.log({
          kind: 'note',
          subject: text,
          partyIds: [value(await own.client.parties.create({ kind: 'person', names: [{ text }] })).id],
        }),
      );
    const raw = own.engine.base()!.writer;
    raw.unsafeMode(true);
    raw.exec(sql);
    raw.unsafeMode(false);
    const full = value(await own.client.base.verify({}));
    expect(full.sound).toBe(false);
    expect(full.findings.map((finding) => finding.check)).toContain(check);
    if (seenQuickly) expect(value(await own.client.base.verify({ quick: true })).sound).toBe(false);
    await own.close();
  });

  it('finds a base sound that was searched, and written to for long since', async () => {
    const own = await openEngine();
    for (let round = 0; round < 12; round += 1) {
      for (let count = 0; count < 6; count += 1)
        value(await own.client.parties.create({ kind: 'person', names: [{ text: `نام ${round} ${count}` }] }));
      expect(value(await own.client.search.find({ text: 'نام' })).hits.length).toBeGreaterThan(0);
      for (let count = 0; count <= round; count += 1)
        value(await own.client.parties.create({ kind: 'person', names: [{ text: `نام ${round} ${count}` }] }));
      expect(value(await own.client.base.verify({ quick: true })).findings).toEqual([]);
    }
    await own.close();
  });

  it('changes nothing', async () => {
    const before = database().prepare('select count(*) from operation').pluck().get();
    await verify();
    expect(database().prepare('select count(*) from operation').pluck().get()).toBe(before);
  });
});

describe('the sample office', () => {
  it('comes only into an empty base', async () => {
    expect(code(await test.client.base.loadSample({}))).toBe('base.not-empty');
  });
});
