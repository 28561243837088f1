import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseKey } from '../../../src-main/keys';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { tryFile } from '../imports/support/bring';
import { filesBelow, readableIn } from '../../support/pages';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean();
});
const opening = { login: 'amal', passphrase };

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-erasing-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function engine(options: Parameters<typeof openEngine>[0] = {}): Promise<TestEngine> {
  const test = await openEngine(options);
  cleanups.push(() => test.close());
  return test;
}

async function person(test: TestEngine, draft: Record<string, unknown>): Promise<string> {
  return value(await test.client.parties.create({ kind: 'person', ...draft } as never)).id;
}

async function erase(test: TestEngine, partyId: string) {
  const { jobId } = value(await test.client.privacy.execute({ partyId }));
  const job = await ended(test, jobId);
  expect(job).toMatchObject({ state: 'done', failure: null });
  return job.result as { erasureId: string; mode: string };
}

async function backUp(test: TestEngine, folder: string): Promise<string> {
  value(await test.client.backups.addTarget({ folder }));
  const { jobId } = value(await test.client.backups.make({}));
  const job = await ended(test, jobId);
  expect(job.state).toBe('done');
  return (job.result as { made: { folder: string }[] }).made[0]!.folder;
}

/** Strings that nobody else has, put wherever somebody's data may come to rest. */
const secrets = {
  name: 'زبيدة القنفذاني',
  legal: 'Zubayda Qunfudhani',
  former: 'زبيدة الطرنيبي',
  phone: '0507778123',
  secondPhone: '0551239987',
  email: 'zubayda.qunfudh@example.sa',
  identifier: 'PX77812345',
  record: 'MRN-Z-991827',
  address: 'شارع السنديانة الزرقاء ٤٤',
  note: 'تحب الموسيقى الهاييتية القديمة',
  key: 'LEGACY-ZQ-4471',
  occasion: 'يوم تخرج زنبقة',
  preference: 'قهوة بالخروب المحمص',
  need: 'كرسي هزاز من خشب الزان',
  call: 'مكالمة عن ورم الغدة النخامية',
  body: 'وصفت صداعا نصفيا بنكهة الياسمين',
  outcome: 'احيلت الى مستوصف البرقوقة',
  place: 'مقهى الفلامنكو الأبيض',
  changedNote: 'ملاحظة ثانية عن البجعة',
  undoneNote: 'ملاحظة تراجعنا عنها عن الكركدن',
  mergeReason: 'قالت إنها هي نفسها عند الحمامة',
  fileName: 'تقرير-زبيدة-المزمار.txt',
  fileText: 'نص الملف عن الزرافة البنفسجية',
  activityFile: 'ملحق-الببغاء-العجوز.txt',
  activityFileText: 'ببغاء عجوز في الملحق',
  relation: 'ابنة عم الخزامى',
  removedCall: 'مكالمة حذفت عن الدلفين',
  roleEnd: 'انتقلت الى مدينة الكهرمان',
  draft: 'مسودة عن السنجاب',
  imported: 'سطر مستورد عن الياقوت',
  label: 'بطاقة عن المرجان',
  viewName: 'زبيدة القنفذاني',
} as const;

function fileOf(name: string, text: string): string {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}

async function attach(
  test: TestEngine,
  owner: { partyId: string } | { activityId: string },
  name: string,
  text: string,
) {
  const { jobId } = value(
    await test.client.attachments.add({
      to: 'partyId' in owner ? { partyId: owner.partyId } : { activityId: owner.activityId },
      files: [{ file: fileOf(name, text) }],
    } as never),
  );
  expect(await ended(test, jobId)).toMatchObject({ state: 'done' });
}

/** Somebody whose every secret is in the base; beside them others, who share a call, a relationship and an old merge. */
async function fillOffice(test: TestEngine) {
  const { client } = test;
  const other = await person(test, {
    names: [{ text: 'هند الصالح' }],
    contactPoints: [{ kind: 'phone', value: '0500000001' }],
  });
  const twin = await person(test, { names: [{ text: 'هند صالح' }] });
  value(await client.parties.merge({ intoId: other, ids: [twin] }));
  const gone = await person(test, {
    names: [{ text: secrets.name }, { text: secrets.legal, kind: 'legal' }],
    contactPoints: [
      { kind: 'phone', value: secrets.phone },
      { kind: 'email', value: secrets.email },
    ],
    identifiers: [
      { scheme: 'passport', value: secrets.identifier },
      { scheme: 'medical-record', value: secrets.record },
    ],
    addresses: [{ kind: 'home', lines: secrets.address, city: 'جدة' }],
    occasions: [{ kind: 'other', calendar: 'gregory', month: 3, day: 4, label: secrets.occasion }],
    preferences: [{ key: 'likes', value: secrets.preference }],
    needs: [{ words: secrets.need, tags: secrets.need }],
    roles: [{ type: 'patient' }],
    note: secrets.note,
    externalKey: secrets.key,
  });
  const second = await person(test, {
    names: [{ text: secrets.former }],
    contactPoints: [{ kind: 'phone', value: secrets.secondPhone, note: secrets.label }],
  });
  value(await client.parties.merge({ intoId: gone, ids: [second], reason: secrets.mergeReason }));
  value(await client.parties.update({ id: gone, set: { note: secrets.changedNote } }));
  value(await client.parties.update({ id: gone, set: { note: secrets.undoneNote } }));
  value(await client.operations.undo({}));
  const log = async (text: Record<string, unknown>) =>
    value(await client.activities.log({ kind: 'call', ...text } as never)).id;
  const alone = await log({
    subject: secrets.call,
    body: secrets.body,
    outcome: secrets.outcome,
    place: secrets.place,
    partyIds: [gone],
  });
  const shared = await log({
    subject: `مع هند و${secrets.name}`,
    body: `رقمها ${secrets.phone}`,
    partyIds: [gone, other],
  });
  const removed = await log({ subject: secrets.removedCall, partyIds: [gone] });
  value(await client.activities.remove({ id: removed }));
  await log({ subject: 'موعد هند', partyIds: [other] });
  value(
    await client.relationships.create({
      fromPartyId: other,
      toPartyId: gone,
      type: 'relative',
      note: secrets.relation,
    } as never),
  );
  await attach(test, { partyId: gone }, secrets.fileName, secrets.fileText);
  await attach(test, { activityId: alone }, secrets.activityFile, secrets.activityFileText);
  await attach(test, { partyId: other }, 'hind.txt', 'ملف هند');
  value(
    await client.drafts.save({ key: `quick-log:${gone}`, value: JSON.stringify({ subject: secrets.draft }) } as never),
  );
  value(
    await client.views.save({
      list: 'parties',
      name: secrets.viewName,
      shared: false,
      definition: {
        filter: { text: secrets.viewName },
        sort: { by: 'name', direction: 'ascending' },
        columns: ['name'],
      },
    } as never),
  );
  return { gone, second, other, twin, alone, shared };
}

const keyOf = (test: TestEngine): Buffer => Buffer.from(databaseKey(test.engine.base()!.unlocked.secret));

const texts = [...Object.values(secrets), 'القنفذاني', 'qunfudhani', 'الطرنيبي', '966507778123', 'النخاميه', 'zubayda'];

describe('erasing a person', () => {
  it('leaves not one byte of them in the base, its log, its keys, its files and the next backup; others stay whole', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const before = readableIn(test.folder, key, texts);
    for (const text of ['زبيدة القنفذاني', secrets.body, secrets.undoneNote, 'القنفذاني'])
      expect(
        before.some((hit) => hit.endsWith(text)),
        text,
      ).toBe(true);
    const plan = value(await test.client.privacy.plan({ partyId: office.gone }));
    expect(plan).toMatchObject({ records: 2, mode: 'erase', holds: [], keeps: [], activities: { shared: 1 } });
    const { erasureId } = await erase(test, office.gone);
    expect(readableIn(test.folder, key, texts)).toEqual([]);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    expect(value(await test.client.privacy.certificate({ id: erasureId }))).toMatchObject({
      mode: 'erase',
      records: 2,
    });
    const target = newFolder();
    const copy = await backUp(test, target);
    expect(readableIn(copy, key, texts)).toEqual([]);
    const hind = value(await test.client.parties.get({ id: office.other }));
    expect(hind.displayName).toBe('هند الصالح');
    expect(value(await test.client.parties.cluster({ id: office.other })).members.length).toBe(2);
    const timeline = value(await test.client.parties.timeline({ partyId: office.other }));
    expect(JSON.stringify(timeline)).toContain('موعد هند');
  });
});

/** Every text that a base holds, opened as its users would. */
async function everything(test: TestEngine): Promise<string> {
  const names = value(
    await test.client.parties.list({ filter: {}, sort: { by: 'name', direction: 'ascending' } } as never),
  );
  return JSON.stringify(names);
}

it('leaves nothing between the rows of a base of many pages either', async () => {
  const test = await engine();
  value(await test.client.base.generate({ parties: 600, activities: 2_000 } as never));
  const office = await fillOffice(test);
  value(await test.client.base.generate({ parties: 300, activities: 1_000, seed: 7 } as never));
  await erase(test, office.gone);
  const rare = texts.filter((text) => text !== 'zubayda');
  expect(readableIn(test.folder, keyOf(test), rare)).toEqual([]);
  expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
});

describe('an older backup', () => {
  it('says before it is restored how many are erased first, and brings none of them back, even into an empty folder', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const target = newFolder();
    const old = await backUp(test, target);
    expect(readableIn(old, key, ['زبيدة القنفذاني']).length).toBeGreaterThan(0);
    await erase(test, office.gone);
    expect(value(await test.client.backups.open({ folder: old, ...opening }))).toMatchObject({ erasures: 1 });
    // The next backup to the same place tells the older ones.
    test.clock.at += 3_600_000;
    value(await test.client.backups.make({}));
    await ended(test, test.jobs.at(-1)!.id);
    const fresh = await engine({ folder: newFolder(), create: false });
    expect(value(await fresh.client.backups.open({ folder: old, ...opening }))).toMatchObject({ erasures: 1 });
    expect(value(await fresh.client.backups.restore({ folder: old, ...opening }))).toMatchObject({ erased: 1 });
    expect(readableIn(fresh.folder, key, texts)).toEqual([]);
    value(await fresh.client.session.unlock(opening));
    expect(await everything(fresh)).toContain('هند الصالح');
    expect(await everything(fresh)).not.toContain('زبيدة');
    expect(value(await fresh.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    expect(value(await fresh.client.privacy.erasures({})).erasures.length).toBe(1);
  });

  it('of the base that is open is held against what this base has erased, also back to an instant before', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const before = test.clock.at;
    test.clock.at += 60_000;
    value(await test.client.parties.update({ id: office.gone, set: { note: 'later' } }));
    const old = await backUp(test, newFolder());
    await erase(test, office.gone);
    expect(value(await test.client.backups.restore({ folder: old, ...opening, asOf: before + 30_000 }))).toMatchObject({
      erased: 1,
    });
    const now = filesBelow(test.folder).filter((path) => !path.includes('/kept-'));
    expect(now.length).toBeGreaterThan(0);
    expect(readableIn(test.folder, key, texts).filter((hit) => !hit.startsWith('kept-'))).toEqual([]);
    value(await test.client.session.unlock(opening));
    expect(await everything(test)).not.toContain('زبيدة');
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('that a restore has kept beside the base is erased from, too', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const old = await backUp(test, newFolder());
    value(await test.client.backups.restore({ folder: old, ...opening }));
    value(await test.client.session.unlock(opening));
    expect(readableIn(test.folder, key, ['زبيدة القنفذاني']).some((hit) => hit.startsWith('kept-'))).toBe(true);
    await erase(test, office.gone);
    expect(readableIn(test.folder, key, texts)).toEqual([]);
  });
});

describe('an erasure', () => {
  it('that was noted and cut off is carried out before anybody sees the base again', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const base = test.engine.base()!;
    base.noteErasure({
      id: '01900000-0000-7000-8000-00000000000e',
      at: test.clock.at,
      mode: 'erase',
      parties: [office.gone, office.second],
      activities: [office.alone],
      askedBy: null,
      approvedBy: null,
      requestId: null,
      language: 'ar',
      markKey: '00'.repeat(32),
      marks: [],
    });
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock(opening));
    expect(code(await test.client.parties.get({ id: office.gone }))).toBe('parties.not-found');
    expect(readableIn(test.folder, key, texts)).toEqual([]);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('cannot be undone, and neither can what was done about the person before: each is said plainly', async () => {
    const test = await engine();
    const id = await person(test, { names: [{ text: 'سلمى الحربي' }] });
    value(await test.client.parties.update({ id, set: { note: 'x' } }));
    const [changed] = value(await test.client.operations.list({})).operations;
    const { erasureId } = await erase(test, id);
    expect(code(await test.client.operations.undo({ id: changed!.id }))).toBe('operations.erased');
    const done = value(await test.client.operations.list({})).operations.find(
      ({ command }) => command === 'privacy.execute',
    );
    expect(code(await test.client.operations.undo({ id: done!.id }))).toBe('operations.erased');
    expect(value(await test.client.privacy.certificate({ id: erasureId })).id).toBe(erasureId);
  });

  it('is refused under a legal hold, and done when that has ended', async () => {
    const test = await engine();
    const id = await person(test, { names: [{ text: 'سلمى الحربي' }] });
    const hold = value(await test.client.privacy.mark({ partyId: id, kind: 'hold', reason: 'قضية 12' })).id;
    expect(code(await test.client.privacy.mark({ partyId: id, kind: 'hold', reason: 'x' }))).toBe(
      'privacy.already-marked',
    );
    expect(value(await test.client.privacy.plan({ partyId: id }))).toMatchObject({
      mode: null,
      holds: [{ reason: 'قضية 12' }],
    });
    expect(code(await test.client.privacy.execute({ partyId: id }))).toBe('privacy.on-hold');
    value(await test.client.privacy.endMark({ id: hold }));
    await erase(test, id);
    expect(code(await test.client.privacy.execute({ partyId: id }))).toBe('privacy.party-not-found');
  });

  it('without a name leaves what the law keeps, and not a word that says whose it was', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    const key = keyOf(test);
    const { jobId } = value(await test.client.privacy.execute({ partyId: office.gone, mode: 'pseudonymise' }));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done', result: { mode: 'pseudonymise' } });
    expect(readableIn(test.folder, key, texts)).toEqual([]);
    const kept = value(await test.client.parties.get({ id: office.gone }));
    expect(kept.displayName).toMatch(/^№ [0-9A-F]{8}$/);
    expect(kept.roles.map(({ type }) => type)).toEqual(['patient']);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('holds against a file that brings them back: by key, by number, by telephone with name; a relative comes in', async () => {
    const test = await engine();
    const office = await fillOffice(test);
    await erase(test, office.gone);
    const sheet = [
      'Name,Phone,Passport,External key',
      `Somebody,,${secrets.identifier},`,
      `Somebody else,,,${secrets.key}`,
      `${secrets.name},${secrets.phone},,`,
      `ابنها قاسم,${secrets.phone},,`,
    ].join('\n');
    const file = fileOf('late.csv', sheet);
    const tried = await tryFile(test, file);
    expect(tried).toMatchObject({ rejected: 3, created: 1, reasons: { 'erased-person': 3 } });
  });
});
