// Who read it: every answer with a value that few may see, and everything that leaves the base about people, is written down first.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '@shared/features/contracts';
import type { Contract } from '@shared/core/contract';
import { readConnection, type Database } from '../../src-main/db';
import { verifyAudit } from '../../src-main/ledger';
import { ended, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

const NATIONAL_ID = '1012345672';
let test: TestEngine;
let folder: string;
const id = { salma: '', noura: '', file: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-readings-'));
  test = await openEngine();
  const identifiers = [{ scheme: 'sa-national-id' as const, value: NATIONAL_ID }];
  const salma = { kind: 'person' as const, names: [{ text: 'سلمى الحربي' }], identifiers };
  id.salma = value(await test.client.parties.create(salma)).id;
  id.noura = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'نورة العتيبي' }] })).id;
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'a finding');
  const added = await test.client.attachments.add({ to: { partyId: id.salma }, files: [{ file }] });
  const job = await ended(test, value(added).jobId);
  id.file = (job.result as { added: { id: string }[] }).added[0]!.id;
  value(await test.client.users.create({ login: 'reader', displayName: 'قارئ', role: 'reader', passphrase }));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});

const database = (): Database => test.engine.base()!.writer;
interface Event {
  readonly way: string;
  readonly operation: string;
  readonly scope: string;
  readonly fields: string[];
  readonly parties: string[];
  readonly user_id: string;
  readonly work_id: string | null;
}
const events = (): Event[] =>
  (
    database()
      .prepare(
        `select *, (select json_group_array(party_id) from access_subject where event_seq = access_event.seq) as parties
         from access_event order by seq`,
      )
      .all() as Record<string, unknown>[]
  ).map(
    (row) =>
      ({ ...row, fields: JSON.parse(String(row['fields'])), parties: JSON.parse(String(row['parties'])) }) as Event,
  );

/** What one step adds to the log. */
async function added(step: () => Promise<unknown>): Promise<Event[]> {
  const before = events().length;
  await step();
  return events().slice(before);
}

beforeEach(() => {
  // What was looked at minutes ago is the same look; each rule starts with a look of its own.
  test.clock.at += 11 * 60_000;
});

describe('is written down', () => {
  it('opening a page that shows an identity number', async () => {
    const found = await added(async () => value(await test.client.parties.get({ id: id.salma })));
    expect(found).toMatchObject([
      {
        way: 'open',
        operation: 'parties.get',
        fields: ['identifier.value'],
        parties: [id.salma],
        user_id: test.engine.actor()!.userId,
      },
    ]);
  });

  it('the history of such a number', async () => {
    const found = await added(async () => value(await test.client.parties.history({ partyId: id.salma })));
    expect(found).toMatchObject([{ way: 'open', operation: 'parties.history', parties: [id.salma] }]);
  });

  it('a search by somebody’s number, whether it is found or not, but never the number', async () => {
    const found = await added(async () => {
      value(await test.client.search.find({ text: NATIONAL_ID }));
      value(await test.client.search.find({ text: '1000000008' }));
    });
    expect(found).toMatchObject([
      { way: 'search', operation: 'search.find', fields: ['identifier.value'], parties: [id.salma] },
      { way: 'search', parties: [] },
    ]);
    expect(JSON.stringify(events())).not.toContain(NATIONAL_ID);
    expect(JSON.stringify(events())).not.toContain('1000000008');
  });

  it('the content of a file, with the person it is about', async () => {
    const found = await added(async () => value(await test.client.attachments.read({ id: id.file })));
    expect(found).toMatchObject([
      {
        way: 'open',
        operation: 'attachments.read',
        fields: ['attachment.content'],
        parties: [id.salma],
        work_id: id.file,
      },
    ]);
  });

  it('a file that is saved outside the base', async () => {
    const found = await added(() =>
      test.client.attachments
        .save({ id: id.file, file: join(folder, 'out.txt') })
        .then((made) => ended(test, value(made).jobId)),
    );
    expect(found).toMatchObject([{ way: 'export', operation: 'attachments.save', parties: [id.salma] }]);
  });

  it('an export of a list, with everybody in it; of everything, as everyone', async () => {
    const options = { format: 'csv' as const, language: 'en' as const };
    const make = async (what: Parameters<typeof test.client.exports.make>[0]['what'], name: string) =>
      ended(test, value(await test.client.exports.make({ what, options, to: join(folder, name) })).jobId);
    const list = await added(() => make({ list: 'parties', ids: [id.salma] }, 'one.csv'));
    expect(list).toMatchObject([
      { way: 'export', operation: 'exports.make', fields: ['party', 'identifier.value'], parties: [id.salma] },
    ]);
    expect(list[0]!.work_id).not.toBeNull();
    expect(await added(() => make({ list: 'parties', columns: ['name'] }, 'names.csv'))).toMatchObject([
      { fields: ['party'], parties: expect.arrayContaining([id.salma, id.noura]) },
    ]);
    expect(await added(() => make({ list: 'everything' }, 'all'))).toMatchObject([{ scope: 'everyone', parties: [] }]);
    expect(await added(() => make({ list: 'entity', entity: 'site_setting' }, 'site.csv'))).toEqual([]);
  });
});

describe('is not written down', () => {
  it('a page without such a value, an ordinary search, a list', async () => {
    const found = await added(async () => {
      value(await test.client.parties.get({ id: id.noura }));
      value(await test.client.search.find({ text: 'سلمى' }));
      value(await test.client.search.find({ text: '0501234567' }));
      value(await test.client.parties.list({}));
    });
    expect(found).toEqual([]);
  });

  it('the same look again within ten minutes; a later one is', async () => {
    const look = async () => value(await test.client.parties.get({ id: id.salma }));
    const found = await added(async () => {
      await look();
      test.clock.at += 5 * 60_000;
      await look();
      test.clock.at += 6 * 60_000;
      await look();
    });
    expect(found).toHaveLength(2);
  });

  it('what a person without the right saw masked', async () => {
    await test.client.session.lock({});
    value(await test.client.session.unlock({ login: 'reader', passphrase }));
    const found = await added(async () => {
      value(await test.client.parties.get({ id: id.salma }));
      value(await test.client.search.find({ text: NATIONAL_ID }));
    });
    expect(found).toEqual([]);
    await test.client.session.lock({});
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});

it('no answer is given out that could not be written down', async () => {
  const guard = "create trigger no_more before insert on access_event begin select raise(abort, 'full'); end";
  database().exec(guard);
  const reply = await test.client.parties.get({ id: id.salma });
  database().exec('drop trigger no_more');
  expect(reply).toMatchObject({ ok: false, error: { code: 'door.internal' } });
  expect(JSON.stringify(reply)).not.toContain(NATIONAL_ID);
});

it('readings that come at once are written at once, each with its own line', async () => {
  const found = await added(() =>
    Promise.all([
      test.client.parties.get({ id: id.salma }),
      test.client.parties.history({ partyId: id.salma }),
      test.client.attachments.read({ id: id.file }),
    ]),
  );
  expect(found.map(({ operation }) => operation)).toEqual(['parties.get', 'parties.history', 'attachments.read']);
});

it('the readings are a chain that verifies', () => {
  const report = verifyAudit(readConnection(database()));
  expect(report).toMatchObject({ readings: events().length, readingsBrokenAt: null });
  expect(report.readings).toBeGreaterThan(10);
});

it('every operation whose answer can hold a masked text or a file says how it reads', () => {
  const showing = Object.values<Contract>(contracts).flatMap(({ noun, operations }) =>
    Object.entries(operations)
      .filter(([, { output }]) =>
        /"masked":\{"type":"boolean"\}|"base64"/.test(JSON.stringify(output.toJSONSchema({ unrepresentable: 'any' }))),
      )
      .map(([name, { reads }]) => [`${noun}.${name}`, reads !== undefined] as const),
  );
  expect(showing.map(([name]) => name)).toContain('parties.get');
  expect(showing.filter(([, says]) => !says)).toEqual([]);
});
