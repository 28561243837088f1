// Where a role must say why it looks, nothing is shown and nothing leaves the base before it has said so.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readingPurposes, type PurposeAskedFor, type ReadingPurpose } from '@shared/core/purpose';
import type { Failure, Result } from '@shared/core/result';
import { isWithin } from '@shared/features/policy/policy';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const NATIONAL_ID = '1012345672';
const MINUTE = 60_000;
let test: TestEngine;
let folder: string;
const id = { role: '', omar: '', sara: '' };
const party = { salma: '', noura: '', own: '', visit: '', file: '' };

async function enter(login: string): Promise<void> {
  if (test.engine.actor() !== null) value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}
async function asking(...purpose: PurposeAskedFor[]): Promise<void> {
  await enter('amal');
  const grants = {
    ...shippedRoles.staff.grants,
    'exports.run': 'all',
    'exports.plain': 'all',
    'privacy.manage': 'all',
  };
  const policy = { ...shippedRoles.staff, grants, purpose } as typeof shippedRoles.staff & { purpose: never[] };
  const set = { ...(id.role === '' ? {} : { id: id.role }), name: 'پذیرش', policy };
  id.role = value(await test.client.policy.set(set)).id;
}
const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-purpose-'));
  test = await openEngine();
  await asking('sensitive', 'others');
  id.omar = value(await test.client.users.create({ login: 'omar', role: id.role, passphrase })).id;
  id.sara = value(await test.client.users.create({ login: 'sara', role: id.role, passphrase })).id;
  const identifiers = [{ scheme: 'sa-national-id', value: NATIONAL_ID }];
  party.salma = await person('سلمى الحربي', { ownerId: id.sara, identifiers, note: 'حساسية من البنسلين' });
  party.noura = await person('نورة العتيبي', { ownerId: id.sara });
  party.own = await person('خالد الدوسري', { ownerId: id.omar });
  const visit = { kind: 'visit' as const, subject: 'فحص القلب', partyIds: [party.salma] };
  party.visit = value(await test.client.activities.log(visit)).id;
  const file = join(folder, 'report.txt');
  writeFileSync(file, 'a finding');
  const job = value(await test.client.attachments.add({ to: { partyId: party.salma }, files: [{ file }] })).jobId;
  party.file = ((await ended(test, job)).result as { added: { id: string }[] }).added[0]!.id;
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  test.clock.at += 11 * MINUTE;
  await enter('omar');
});

interface Event {
  readonly way: string;
  readonly operation: string;
  readonly purpose: string | null;
}
const events = (): Event[] =>
  test.engine.base()!.writer.prepare<[], Event>('select * from access_event order by seq').all();

type Reply = Result<unknown, Failure>;
function askedBy(reply: Reply): string {
  expect(code(reply)).toBe('door.purpose-needed');
  return (reply as { error: Failure }).error.details!['asked'] as string;
}
const say = async (reply: Reply, purpose: ReadingPurpose = 'care', words?: string) =>
  test.client.access.declare({ asked: askedBy(reply), purpose, ...(words === undefined ? {} : { words }) });

const exported = (name: string, what: Parameters<typeof test.client.exports.make>[0]['what']) =>
  test.client.exports.make({ what, options: { format: 'csv', language: 'en' }, to: join(folder, name) });

/** Every way to what somebody's role must say it for. */
const ways: Readonly<Record<string, () => Promise<Reply>>> = {
  'the record': () => test.client.parties.get({ id: party.salma }),
  'its history': () => test.client.parties.history({ partyId: party.salma }),
  'its timeline': () => test.client.parties.timeline({ partyId: party.salma }),
  'what was said about contact': () => test.client.consent.list({ partyId: party.salma }),
  'who may act for it': () => test.client.authority.list({ partyId: party.salma }),
  'the list of its files': () => test.client.attachments.list({ of: { partyId: party.salma } }),
  'a file': () => test.client.attachments.read({ id: party.file }),
  'a file taken out': () => test.client.attachments.save({ id: party.file, file: join(folder, 'out', 'file') }),
  'an activity': () => test.client.activities.get({ id: party.visit }),
  'a preview of merging': () => test.client.parties.mergePreview({ intoId: party.noura, ids: [party.salma] }),
  'a search by the number': () => test.client.search.find({ text: NATIONAL_ID }),
  'a search by a number that nobody has': () => test.client.search.find({ text: '1000000008' }),
  'the words that a search shows': () => test.client.search.find({ text: 'القلب' }),
  'an export of the list': () => exported('out/list.csv', { list: 'parties' }),
  'an export of everything': () => exported('out/all', { list: 'everything' }),
  'an exit package': () => test.client.exports.makeExit({ to: join(folder, 'out', 'exit'), language: 'en' }),
  'a pack of everything for the person': () =>
    test.client.privacy.accessPack({ partyId: party.salma, folder: join(folder, 'out', 'pack') }),
  'the list of whom a lost device held': () =>
    test.client.privacy.breachList({ userId: id.omar, file: join(folder, 'out', 'breach.csv') }),
  'a sheet that is printed': () => test.client.access.print({ partyId: party.salma }),
};

describe('without a purpose', () => {
  it.each(Object.keys(ways))('%s is not given out, and the question tells nothing of anybody', async (way) => {
    const before = events().length;
    const reply = (await ways[way]!()) as { error: Failure };
    expect(reply.error).toEqual({
      code: 'door.purpose-needed',
      details: { asked: expect.any(String), minutes: 30, purposes: readingPurposes },
    });
    expect(events()).toHaveLength(before);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('one’s own record without such a value, lists and a search by name are answered as ever', async () => {
    value(await test.client.parties.get({ id: party.own }));
    value(await test.client.parties.list({}));
    expect(value(await test.client.search.find({ text: 'خالد' })).hits).toHaveLength(1);
    expect(JSON.stringify(value(await test.client.parties.list({})))).not.toContain(NATIONAL_ID);
  });

  it('a role that is asked for one of both is not asked for the other', async () => {
    await asking('sensitive');
    await enter('omar');
    value(await test.client.parties.get({ id: party.noura }));
    expect(code(await test.client.parties.get({ id: party.salma }))).toBe('door.purpose-needed');
    await asking('others');
    await enter('omar');
    expect(code(await test.client.parties.get({ id: party.noura }))).toBe('door.purpose-needed');
    value(await test.client.search.find({ text: '1000000008' }));
    await asking('sensitive', 'others');
  });
});

describe('saying it', () => {
  it('opens the record in all its parts, for whom it was asked and nobody else, and stands beside every look', async () => {
    const from = events().length;
    value(await say(await ways['the record']!(), 'request', 'اتصلت وسألت عن تحليلها'));
    for (const part of ['the record', 'its history', 'its timeline', 'a file', 'an activity'])
      value((await ways[part]!()) as Result<unknown, Failure>);
    const looked = events().slice(from);
    expect(looked.length).toBeGreaterThan(1);
    for (const { purpose } of looked) expect(purpose).toMatch(/^request@[0-9a-f-]{36}$/);
    expect(JSON.stringify(looked)).not.toContain('تحليلها');
    expect(code(await test.client.parties.get({ id: party.noura }))).toBe('door.purpose-needed');
    expect(code(await ways['a search by the number']!())).toBe('door.purpose-needed');
    expect(code(await ways['an export of the list']!())).toBe('door.purpose-needed');
  });

  it('for a search it holds for searches, for what is taken out for what is taken out', async () => {
    value(await say(await ways['a search by the number']!(), 'billing'));
    value((await ways['a search by a number that nobody has']!()) as Result<unknown, Failure>);
    expect(code(await ways['the record']!())).toBe('door.purpose-needed');
    value(await say(await exported('names.csv', { list: 'parties', columns: ['name'] }), 'legal', 'أمر المحكمة 12'));
    const job = value(await exported('names.csv', { list: 'parties', columns: ['name'] })).jobId;
    test.clock.at += 45 * MINUTE;
    expect(await ended(test, job)).toMatchObject({ state: 'done' });
    expect(readdirSync(folder)).toContain('names.csv');
    expect(events().at(-1)).toMatchObject({ way: 'export', purpose: expect.stringMatching(/^legal@/) });
  });

  it('is a line of the log, shown and found by its word; the person’s letter has the word, and not what was added', async () => {
    value(await say(await ways['the record']!(), 'complaint', 'شكوى على الفاتورة'));
    value(await test.client.parties.get({ id: party.salma }));
    await enter('amal');
    const { entries } = value(await test.client.access.events({ purpose: 'complaint' }));
    expect(entries).toMatchObject([{ what: 'parties.get', purpose: 'complaint: شكوى على الفاتورة' }]);
    const said = value(await test.client.access.events({ what: 'access.declare', limit: 1 })).entries;
    expect(said).toMatchObject([{ userId: id.omar, kind: 'other' }]);
    const { lines } = value(await test.client.access.letter({ partyId: party.salma }));
    expect(lines.map(({ purpose }) => purpose)).toContain('complaint');
    expect(JSON.stringify(lines)).not.toContain('الفاتورة');
  });

  it('something else needs words; a card number in them is refused', async () => {
    const asked = await ways['the record']!();
    expect(code(await say(asked, 'other'))).toBe('access.words-missing');
    expect(code(await say(asked, 'other', '4111 1111 1111 1111'))).toBe('door.card-number');
    expect(code(await ways['the record']!())).toBe('door.purpose-needed');
    value(await say(asked, 'other', 'تدريب موظف جديد'));
    value(await test.client.parties.get({ id: party.salma }));
  });

  it('ends after the minutes the office has set', async () => {
    value(await say(await ways['the record']!()));
    test.clock.at += 29 * MINUTE;
    value(await test.client.parties.get({ id: party.salma }));
    test.clock.at += 2 * MINUTE;
    const asked = await ways['the record']!();
    expect(code(asked)).toBe('door.purpose-needed');
    await enter('amal');
    value(await test.client.settings.updateSite({ purposeMinutes: 5 }));
    await enter('omar');
    value(await say(await ways['the record']!()));
    test.clock.at += 6 * MINUTE;
    expect(code(await ways['the record']!())).toBe('door.purpose-needed');
    await enter('amal');
    value(await test.client.settings.updateSite({ purposeMinutes: 30 }));
  });

  it('ends with the lock, and is nobody else’s: a question can be answered by whom it was asked only', async () => {
    const asked = await ways['the record']!();
    value(await say(asked));
    await enter('sara');
    expect(code(await ways['a search by the number']!())).toBe('door.purpose-needed');
    expect(code(await test.client.access.declare({ asked: askedBy(asked), purpose: 'care' }))).toBe(
      'access.nothing-asked',
    );
    await enter('omar');
    expect(code(await ways['the record']!())).toBe('door.purpose-needed');
  });
});

it('an emergency and a call have a reason of their own, which is enough', async () => {
  await enter('amal');
  const doctor = { ...shippedRoles['clinic-doctor'], purpose: ['sensitive' as const, 'others' as const] };
  value(await test.client.policy.set({ id: 'clinic-doctor', policy: doctor }));
  value(await test.client.users.create({ login: 'hind', role: 'clinic-doctor', passphrase }));
  await enter('hind');
  expect(value(await test.client.emergencies.find({ text: NATIONAL_ID })).found).toHaveLength(1);
  const words = 'فقد الوعي في الاستقبال ولا أحد من أطبائه هنا';
  value(await test.client.emergencies.open({ partyId: party.salma, reason: 'treatment', words }));
  expect(value(await test.client.parties.get({ id: party.salma })).identifiers).toHaveLength(1);
  expect(events().at(-1)).toMatchObject({ purpose: 'emergency.treatment' });
  await enter('omar');
  value(await test.client.authority.check({ callerId: party.noura, subjectId: party.salma }));
  expect(events().at(-1)).toMatchObject({ purpose: 'call' });
});

it('a role that is not asked gives nobody one that is asked less than it', () => {
  const { staff } = shippedRoles;
  const asked = { ...staff, purpose: ['sensitive' as const] };
  expect(isWithin(asked, staff)).toBe(true);
  expect(isWithin(staff, asked)).toBe(false);
});
