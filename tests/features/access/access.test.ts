// The list of who did and who read what, and the letter to the person it is about.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '@shared/features/access/access.contract';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let folder: string;
const id = { salma: '', other: '', noura: '', amal: '', reader: '' };
const identifiers = [{ scheme: 'sa-national-id' as const, value: '1012345672' }];
const as = async (login: string): Promise<void> => {
  await test.client.session.lock({});
  value(await test.client.session.unlock({ login, passphrase }));
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-access-'));
  test = await openEngine();
  id.amal = test.engine.actor()!.userId!;
  const person = (text: string) => ({ kind: 'person' as const, names: [{ text }] });
  id.noura = value(await test.client.parties.create(person('نورة العتيبي'))).id;
  test.clock.at += 60_000;
  id.salma = value(await test.client.parties.create({ ...person('سلمى الحربي'), identifiers })).id;
  id.other = value(await test.client.parties.create(person('سلمى حربي'))).id;
  const staff = { login: 'samir', displayName: 'سمير', role: 'staff' as const, passphrase };
  value(await test.client.users.create(staff));
  id.reader = value(
    await test.client.users.create({ login: 'reader', displayName: 'قارئ', role: 'reader', passphrase }),
  ).id;
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  test.clock.at += 11 * 60_000;
});

const events = async (filter: Parameters<typeof test.client.access.events>[0] = {}): Promise<AuditEntry[]> =>
  value(await test.client.access.events({ limit: 200, ...filter })).entries;

describe('the list', () => {
  it('says of each person who changed and who read them, in which way', async () => {
    value(await test.client.parties.get({ id: id.salma }));
    value(await test.client.parties.update({ id: id.salma, set: { note: 'x' } }));
    const found = await events({ partyId: id.salma });
    expect(found.map(({ kind, what, way }) => [kind, what, way])).toEqual([
      ['changes', 'parties.update', null],
      ['readings', 'parties.get', 'open'],
      ['changes', 'parties.create', null],
    ]);
    expect(found[1]).toMatchObject({
      userName: 'آمال',
      fields: ['identifier.value'],
      people: 1,
      parties: [{ id: id.salma, name: 'سلمى الحربي' }],
    });
  });

  it('of a merged person tells what was written and read of all records', async () => {
    value(await test.client.parties.merge({ intoId: id.other, ids: [id.salma] }));
    value(await test.client.parties.get({ id: id.salma }));
    const [newest] = await events({ partyId: id.salma, kinds: ['readings'] });
    expect(newest).toMatchObject({ what: 'parties.get', parties: [{ id: id.other }] });
    expect((await events({ partyId: id.other })).length).toBe((await events({ partyId: id.salma })).length);
    const [merge] = await events({ what: 'parties.merge' });
    value(await test.client.operations.undo({}));
    expect(merge).toMatchObject({ kind: 'changes' });
  });

  it('knows what was refused, and to whom', async () => {
    await as('reader');
    expect(code(await test.client.access.events({}))).toBe('door.forbidden');
    expect(code(await test.client.access.letter({ partyId: id.salma }))).toBe('door.forbidden');
    expect(code(await test.client.audit.export({ to: join(folder, 'log') }))).toBe('door.forbidden');
    await as('amal');
    const refused = await events({ kinds: ['refused'] });
    expect(refused.map(({ refused: operation, userId }) => [operation, userId])).toEqual([
      ['audit.export', id.reader],
      ['access.letter', id.reader],
      ['access.events', id.reader],
    ]);
  });

  it('is filtered by kind, person, command and time', async () => {
    const unlocks = await events({ kinds: ['unlocks'] });
    expect(new Set(unlocks.map(({ what }) => what))).toEqual(new Set(['session.unlock', 'session.lock']));
    expect((await events({ userId: id.reader })).every(({ userId }) => userId === id.reader)).toBe(true);
    expect((await events({ what: 'parties.get' })).every(({ what }) => what === 'parties.get')).toBe(true);
    const [newest] = await events();
    const before = await events({ to: newest!.at });
    expect(before.every(({ at }) => at < newest!.at)).toBe(true);
    expect(await events({ from: test.clock.at + 1 })).toEqual([]);
    const all = await events();
    const kinds = ['changes', 'readings', 'refused', 'unlocks', 'other'] as const;
    const each = await Promise.all(kinds.map((kind) => events({ kinds: [kind] })));
    expect(
      each
        .flat()
        .map(({ id: one }) => one)
        .toSorted(),
    ).toEqual(all.map(({ id: one }) => one).toSorted());
  });

  it('comes page by page, each line once, newest first', async () => {
    const paged: AuditEntry[] = [];
    let after: string | undefined;
    do {
      const page = value(await test.client.access.events({ limit: 3, after }));
      paged.push(...page.entries);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(paged).toEqual(await events());
    expect(paged.map(({ at }) => at)).toEqual(paged.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(code(await test.client.access.events({ after: 'nonsense' }))).toBe('access.cursor-invalid');
    expect(code(await test.client.access.events({ partyId: '00000000-0000-7000-8000-000000000000' }))).toBe(
      'access.party-not-found',
    );
  });

  it('leaves as a file, filtered as it is; and that it left stands in the log', async () => {
    const to = join(folder, 'readings.csv');
    const what = { list: 'audit' as const, filter: { kinds: ['readings' as const] } };
    const options = { format: 'csv' as const, language: 'en' as const };
    const listed = await events({ kinds: ['readings'] });
    expect(await ended(test, value(await test.client.exports.make({ what, options, to })).jobId)).toMatchObject({
      state: 'done',
      result: { rows: listed.length },
    });
    const text = readFileSync(to, 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(listed.length + 1);
    expect(text).toContain('Opened');
    expect(text).not.toContain(identifiers[0]!.value);
    expect((await events({ what: 'exports.make' })).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['readings', 'other']),
    );
  });
});

describe('the letter', () => {
  it('has a line for each person, way and day, by the role; by the name where the office says so', async () => {
    await as('samir');
    value(await test.client.parties.get({ id: id.salma }));
    test.clock.at += 11 * 60_000;
    value(await test.client.parties.get({ id: id.salma }));
    value(await test.client.access.print({ partyId: id.salma }));
    await as('amal');
    const { lines, party, more } = value(await test.client.access.letter({ partyId: id.salma }));
    expect(party.name).toBe('سلمى الحربي');
    expect(more).toBe(false);
    const staff = lines.filter(({ who }) => who?.role === 'staff');
    expect(staff.map(({ way, times, who }) => [way, times, who?.name])).toEqual([
      ['print', 1, null],
      ['open', 2, null],
    ]);
    value(await test.client.settings.updateSite({ letterNames: 'names' }));
    const named = value(await test.client.access.letter({ partyId: id.salma })).lines;
    expect(named.filter(({ who }) => who?.name === 'سمير')).toHaveLength(2);
  });

  it('to somebody whom nobody looked at names nobody but who wrote the record down', async () => {
    const { lines } = value(await test.client.access.letter({ partyId: id.noura }));
    expect(lines.every(({ kind }) => kind === 'changes')).toBe(true);
  });

  it('names an export of everything only to whoever was there', async () => {
    const options = { format: 'csv' as const, language: 'en' as const };
    const to = join(folder, 'all');
    await ended(test, value(await test.client.exports.make({ what: { list: 'everything' }, options, to })).jobId);
    test.clock.at += 60_000;
    const late = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'هند' }] })).id;
    const exported = async (partyId: string) =>
      value(await test.client.access.letter({ partyId })).lines.filter(({ way }) => way === 'export').length;
    expect(await exported(id.noura)).toBe(1);
    expect(await exported(late)).toBe(0);
  });
});

it('printing a record is a reading each time', async () => {
  const printed = async () => (await events({ what: 'access.print' })).length;
  const before = await printed();
  value(await test.client.access.print({ partyId: id.salma }));
  value(await test.client.access.print({ partyId: id.salma }));
  expect(await printed()).toBe(before + 2);
});
