// In an emergency one record that somebody's rights do not reach is opened for an hour: that one, read only, watched and reviewed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '@shared/features/contracts';
import type { Contract } from '@shared/core/contract';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { holds } from '@shared/features/policy/policy';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const NATIONAL_ID = '1012345672';
const PHONE = '0501234567';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const words = 'فقد الوعي في الاستقبال ولا أحد من أطبائه هنا';

let test: TestEngine;
let folder: string;
const id = { omar: '', sara: '', amal: '' };
const party = { salma: '', merged: '', noura: '', own: '', visit: '', file: '' };

async function enter(login: string): Promise<void> {
  if (test.engine.actor() !== null) value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}
const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
const open = (partyId = party.salma) => test.client.emergencies.open({ partyId, reason: 'treatment', words });
const names = async (): Promise<string[]> =>
  value(await test.client.parties.list({ filter: {} })).rows.map(({ displayName }) => displayName);

interface Event {
  readonly way: string;
  readonly operation: string;
  readonly purpose: string | null;
  readonly work_id: string | null;
}
const events = (): Event[] =>
  test.engine.base()!.writer.prepare<[], Event>('select * from access_event order by seq').all();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-emergency-'));
  test = await openEngine();
  id.amal = test.engine.actor()!.userId!;
  id.omar = value(await test.client.users.create({ login: 'omar', role: 'clinic-doctor', passphrase })).id;
  id.sara = value(await test.client.users.create({ login: 'sara', role: 'clinic-doctor', passphrase })).id;
  value(await test.client.users.create({ login: 'hind', role: 'administrator', passphrase }));
  test.approver = 'hind';
  const ofSara = { ownerId: id.sara };
  party.salma = await person('سلمى الحربي', {
    ...ofSara,
    identifiers: [{ scheme: 'sa-national-id', value: NATIONAL_ID }],
    contactPoints: [{ kind: 'phone', value: PHONE }],
    note: 'حساسية من البنسلين',
  });
  party.merged = await person('سلمى حربي', { ...ofSara, note: 'فصيلة الدم O' });
  party.noura = await person('نورة العتيبي', ofSara);
  party.own = await person('خالد الدوسري', { ownerId: id.omar });
  value(await test.client.parties.merge({ intoId: party.salma, ids: [party.merged] }));
  const visit = { kind: 'visit' as const, subject: 'فحص القلب', partyIds: [party.salma, party.noura] };
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
  test.clock.at += 2 * HOUR;
  await enter('omar');
});

describe('finding', () => {
  it('answers by exactly a number, a telephone or an id that there is somebody, with initials and no more', async () => {
    for (const text of [NATIONAL_ID, PHONE, '+966 50 123 4567', party.merged]) {
      const { found } = value(await test.client.emergencies.find({ text }));
      expect(found).toEqual([{ id: party.salma, kind: 'person', initials: 'س. ا.' }]);
    }
    for (const text of ['سلمى', NATIONAL_ID.slice(0, 9), '050123456'])
      expect(value(await test.client.emergencies.find({ text })).found).toEqual([]);
  });

  it('is written down, found or not, without what was typed', async () => {
    const before = events().length;
    value(await test.client.emergencies.find({ text: NATIONAL_ID }));
    expect(events().slice(before)).toMatchObject([{ way: 'search', operation: 'emergencies.find' }]);
    const tried = test.engine
      .base()!
      .writer.prepare("select count(*) from operation where command = 'emergencies.find'")
      .pluck();
    const times = tried.get() as number;
    value(await test.client.emergencies.find({ text: '1000000008' }));
    expect(tried.get()).toBe(times + 1);
    expect(JSON.stringify(events())).not.toContain(NATIONAL_ID);
  });
});

it('nobody tries number after number: ten searches an hour, found or not', async () => {
  const find = (text: string) => test.client.emergencies.find({ text });
  for (let tries = 0; tries < 10; tries += 1) value(await find(tries === 4 ? NATIONAL_ID : '1000000008'));
  expect(code(await find(NATIONAL_ID))).toBe('emergencies.too-many-searches');
  await enter('sara');
  value(await find('1000000008'));
  await enter('omar');
  expect(code(await find(NATIONAL_ID))).toBe('emergencies.too-many-searches');
  test.clock.at += HOUR;
  expect(value(await find(NATIONAL_ID)).found).toHaveLength(1);
});

describe('opening', () => {
  it('shows the whole record as the role sees its own, all records that are this person included', async () => {
    expect(code(await test.client.parties.get({ id: party.salma }))).toBe('parties.not-found');
    const { partyId } = value(await open(party.merged));
    expect(partyId).toBe(party.salma);
    const record = value(await test.client.parties.get({ id: party.salma }));
    expect(record).toMatchObject({ displayName: 'سلمى الحربي', rights: { write: false, assign: false } });
    expect(record.identifiers.map(({ value: number }) => number)).toEqual([{ text: NATIONAL_ID, masked: false }]);
    expect(value(await test.client.parties.cluster({ id: party.salma })).members).toHaveLength(2);
    const { items } = value(await test.client.parties.timeline({ partyId: party.salma }));
    expect(items.map(({ subject }) => subject)).toEqual(['فحص القلب']);
    expect(value(await test.client.activities.get({ id: party.visit })).subject).toBe('فحص القلب');
    expect(value(await test.client.parties.history({ partyId: party.salma })).entries.length).toBeGreaterThan(0);
    const files = value(await test.client.attachments.list({ of: { partyId: party.salma } })).items;
    expect(files.map((one) => one.id)).toEqual([party.file]);
    expect(value(await test.client.attachments.read({ id: party.file })).parts).toBe(1);
  });

  it('needs an explanation of fifteen characters, a record that is not seen anyway, and one at a time', async () => {
    const short = { partyId: party.salma, reason: 'danger' as const, words: '   short      ' };
    expect(code(await test.client.emergencies.open(short))).toBe('emergencies.words-short');
    expect(code(await open(party.own))).toBe('emergencies.seen-already');
    expect(code(await open('019dfc22-eac0-706e-af07-410734d062c5'))).toBe('emergencies.party-not-found');
    value(await open());
    expect(code(await open(party.noura))).toBe('emergencies.one-at-a-time');
  });

  it('is for roles that may: a doctor’s, and no bank’s', () => {
    const may = Object.entries(shippedRoles).flatMap(([role, policy]) =>
      holds(policy, 'access.break-glass') ? [role] : [],
    );
    expect(may).toEqual(['administrator', 'clinic-doctor']);
  });

  it('hides what a role is shown of nobody', async () => {
    await enter('amal');
    const policy = { ...shippedRoles['clinic-doctor'], fields: { 'party.note': { mask: 'hidden' as const } } };
    value(await test.client.policy.set({ id: 'clinic-doctor', policy }));
    await enter('omar');
    value(await open());
    const record = value(await test.client.parties.get({ id: party.salma }));
    expect(JSON.stringify(record)).not.toContain('البنسلين');
    await enter('amal');
    value(await test.client.policy.removeRole({ id: 'clinic-doctor' }));
  });
});

describe('while it is open', () => {
  beforeEach(async () => void value(await open()));

  it('nobody else’s record comes into sight: not whom the person was with, not in lists, counts, search or groups', async () => {
    expect(code(await test.client.parties.get({ id: party.noura }))).toBe('parties.not-found');
    expect(code(await test.client.parties.timeline({ partyId: party.noura }))).toBe('parties.not-found');
    const { participants } = value(await test.client.activities.get({ id: party.visit }));
    expect(participants.map(({ partyId }) => partyId)).toEqual([party.salma]);
    expect(await names()).toEqual(['خالد الدوسري']);
    expect(value(await test.client.parties.list({ filter: {} })).count.value).toBe(1);
    expect(value(await test.client.search.find({ text: 'سلمى' })).hits).toEqual([]);
    expect(value(await test.client.search.find({ text: 'القلب' })).hits).toEqual([]);
    expect(value(await test.client.base.counts({})).parties).toBe(1);
    expect(value(await test.client.activities.list({})).items).toEqual([]);
  });

  it('it is not changed, merged, removed, undone, exported or printed', async () => {
    const about = { id: party.salma };
    expect(code(await test.client.parties.update({ ...about, set: { note: 'x' } }))).toBe('door.out-of-reach');
    expect(code(await test.client.parties.bulkUpdate({ ids: [party.salma], set: { status: 'archived' } }))).toMatch(
      /door\.(out-of-reach|forbidden|invalid-input)/,
    );
    expect(code(await test.client.activities.log({ kind: 'note', subject: 'x', partyIds: [party.salma] }))).toBe(
      'door.out-of-reach',
    );
    expect((await test.client.parties.remove({ ids: [party.salma] })).ok).toBe(false);
    expect(code(await test.client.access.print({ partyId: party.salma }))).toBe('access.party-not-found');
    const save = { id: party.file, file: join(folder, 'out.txt') };
    expect(code(await test.client.attachments.save(save))).toBe('attachments.not-found');
    const { entries } = value(await test.client.parties.history({ partyId: party.salma }));
    expect((await test.client.operations.undo({ id: entries[0]!.operationId })).ok).toBe(false);
  });

  it('an export by a role that may export leaves the record out', async () => {
    await enter('amal');
    const grants = {
      ...shippedRoles['clinic-doctor'].grants,
      'exports.run': 'all' as const,
      'exports.plain': 'all' as const,
    };
    value(await test.client.policy.set({ id: 'clinic-doctor', policy: { ...shippedRoles['clinic-doctor'], grants } }));
    await enter('omar');
    value(await open());
    const what = { list: 'parties' as const, ids: [party.salma, party.own] };
    const options = { format: 'csv' as const, language: 'en' as const };
    const made = value(await test.client.exports.make({ what, options, to: join(folder, 'two.csv') }));
    expect((await ended(test, made.jobId)).result).toMatchObject({ rows: 1 });
    await enter('amal');
    value(await test.client.policy.removeRole({ id: 'clinic-doctor' }));
  });

  it('every look is written down with what it was opened for, whatever the office watches', async () => {
    const before = events().length;
    value(await test.client.parties.timeline({ partyId: party.salma }));
    const { emergency } = value(await test.client.emergencies.current({}));
    expect(events().slice(before)).toMatchObject([
      { way: 'open', purpose: 'emergency.treatment', work_id: emergency!.id },
    ]);
  });

  it('it cannot be made to last, nor to be about somebody else, nor be forgotten', async () => {
    const { emergency } = value(await test.client.emergencies.current({}));
    const run = (sql: string) => () => test.engine.base()!.writer.exec(sql);
    for (const set of ['until = until + 1', "user_id = 'x'", "reason = 'other'", `reviewed_by = user_id`])
      expect(run(`update emergency_access set ${set} where id = '${emergency!.id}'`)).toThrow();
    const [last] = value(await test.client.operations.list({})).operations;
    expect(last?.command).toBe('emergencies.open');
    expect(code(await test.client.operations.undo({ id: last!.id }))).toBe('operations.not-undoable');
  });
});

describe('it ends', () => {
  const isShut = async (): Promise<void> =>
    expect(code(await test.client.parties.get({ id: party.salma }))).toBe('parties.not-found');

  it('after an hour of the engine’s clock, also when the clock is put back', async () => {
    value(await open());
    test.clock.at += 59 * MINUTE;
    value(await test.client.parties.get({ id: party.salma }));
    test.clock.at += MINUTE;
    await isShut();
    value(await test.client.parties.update({ id: party.own, set: { note: 'x' } }));
    test.clock.at -= HOUR;
    await isShut();
    test.clock.at += HOUR;
  });

  it('at once, by hand; when the base is locked; when the role may no longer', async () => {
    value(await open());
    value(await test.client.emergencies.end({}));
    await isShut();
    value(await open());
    await enter('omar');
    await isShut();
    value(await open());
    const [row] = test.engine.base()!.writer.prepare<[], { id: string }>('select id from emergency_access').all();
    expect(row).toBeDefined();
    await enter('amal');
    value(await test.client.users.assignRole({ userId: id.omar, roleId: 'broker-agent' }));
    await enter('omar');
    expect(code(await open())).toBe('door.forbidden');
    await isShut();
    await enter('amal');
    value(await test.client.users.assignRole({ userId: id.omar, roleId: 'clinic-doctor' }));
  });

  it('but not because the program was restarted', async () => {
    value(await open());
    const { folder: base, clock } = test;
    const at = clock.at;
    await test.engine.close();
    test = await openEngine({ folder: base, create: false });
    test.clock.at = at + MINUTE;
    test.approver = 'hind';
    value(await test.client.session.unlock({ login: 'omar', passphrase }));
    value(await test.client.parties.get({ id: party.salma }));
    expect(value(await test.client.emergencies.current({})).emergency).toMatchObject({
      party: { id: party.salma, name: 'سلمى الحربي' },
      leftMs: 59 * MINUTE,
    });
  });
});

describe('the review', () => {
  it('is asked for within 72 hours, of somebody else, once', async () => {
    await enter('amal');
    const of = value(await test.client.emergencies.list({ state: 'unreviewed' })).emergencies;
    expect(of[0]).toMatchObject({ reason: 'treatment', words, user: { id: id.omar }, verdict: null, isOverdue: false });
    expect(of[0]!.dueAt - of[0]!.at).toBe(72 * HOUR);
    const review = { id: of[0]!.id, verdict: 'justified' as const, words: 'كان وحده في القسم' };
    value(await test.client.emergencies.review(review));
    expect(code(await test.client.emergencies.review(review))).toBe('emergencies.reviewed-already');
    expect(value(await test.client.emergencies.list({ state: 'reviewed' })).emergencies).toMatchObject([
      { id: review.id, verdict: 'justified', reviewedBy: { id: id.amal }, reviewWords: review.words },
    ]);
  });

  it('begins with the log, where its looks stand out, with the explanation; the letter to the person says no more than why', async () => {
    await enter('amal');
    const { entries } = value(await test.client.access.events({ partyId: party.salma, kinds: ['readings'] }));
    expect(entries.find(({ priority }) => priority)).toMatchObject({ purpose: `emergency.treatment: ${words}` });
    const { lines } = value(await test.client.access.letter({ partyId: party.salma }));
    expect(lines.map(({ purpose }) => purpose)).toContain('emergency.treatment');
    expect(JSON.stringify(lines)).not.toContain(words);
  });

  it('is nobody’s own', async () => {
    await enter('amal');
    value(await test.client.users.assignRole({ userId: id.omar, roleId: 'administrator' }));
    await enter('omar');
    const [mine] = value(await test.client.emergencies.list({ state: 'unreviewed' })).emergencies;
    expect(code(await test.client.emergencies.review({ id: mine!.id, verdict: 'justified' }))).toBe('emergencies.own');
    await enter('amal');
    value(await test.client.users.assignRole({ userId: id.omar, roleId: 'clinic-doctor' }));
  });

  it('is listed by month, and those too late as such', async () => {
    await enter('amal');
    const list = async (month: string) => value(await test.client.emergencies.list({ month })).emergencies;
    expect((await list('2026-05')).length).toBeGreaterThan(3);
    expect(await list('2026-04')).toEqual([]);
    test.clock.at += 80 * HOUR;
    await enter('amal');
    const late = value(await test.client.emergencies.list({ state: 'unreviewed' })).emergencies;
    expect(late.every(({ isOverdue }) => isOverdue)).toBe(true);
  });
});

it('what may be read in an emergency says how it reads', () => {
  const flagged = Object.values<Contract>(contracts).flatMap(({ noun, operations }) =>
    Object.entries(operations)
      .filter(([, { emergency }]) => emergency)
      .map(([name, one]) => ({ name: `${noun}.${name}`, one })),
  );
  expect(flagged.map(({ name }) => name)).toContain('parties.get');
  expect(
    flagged.filter(({ one }) => one.reads === undefined || one.kind === 'command').map(({ name }) => name),
  ).toEqual([]);
});
