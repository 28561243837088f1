// Files go where the base goes: into backups and out of them, to any moment, through salvage, and with the record they belong to.
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { code, ended, value, type TestEngine } from '../../support/open-engine';
import { eachAttachment, eraseSubject } from '../../../src-main/features/attachments';
import { databaseKey } from '../../../src-main/keys';
import { addPerson, backUp, closeAfterEach, emptyEngine, engine, newFolder, opening } from '../backups/support/place';
import { add, addOne, contentOf, fileOf, filesOf } from './support/files';

closeAfterEach();

async function restored(folder: string, more: { asOf?: number } = {}): Promise<TestEngine> {
  const other = await emptyEngine();
  value(await other.client.backups.restore({ folder, ...opening, ...more }));
  value(await other.client.session.unlock(opening));
  expect(other.reported).toEqual([]);
  return other;
}

const blobsBelow = (folder: string): string[] =>
  readdirSync(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe('a backup', () => {
  it('holds the files and their keys, and restored elsewhere every file reads as it was', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const big = Buffer.alloc(2_500_000, 'x');
    const ids = [
      await addOne(test, partyId, fileOf('a.txt', 'hello')),
      await addOne(test, partyId, fileOf('b.bin', big)),
    ];
    const target = newFolder();
    const first = await backUp(test, target);
    test.clock.at += 3_600_000;
    const second = await backUp(test, target);
    expect(blobsBelow(second).map((path) => statSync(path).ino)).toEqual(
      blobsBelow(first).map((path) => statSync(path).ino),
    );
    rmSync(first, { recursive: true });
    const other = await restored(second);
    expect((await contentOf(other, ids[0]!)).toString()).toBe('hello');
    expect((await contentOf(other, ids[1]!)).equals(big)).toBe(true);
    expect(value(await other.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    const { jobId } = value(await test.client.backups.rehearse({ folder: second }));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done', result: { sound: true, findings: [] } });
  });

  it('of a base that has lost a file is made all the same, and its trial restore says which', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    const [blob] = blobsBelow(test.folder);
    rmSync(blob!);
    const folder = await backUp(test, newFolder());
    const { jobId } = value(await test.client.backups.rehearse({ folder }));
    const job = await ended(test, jobId);
    expect(job.result).toMatchObject({ sound: false });
    expect(JSON.stringify(job.result)).toContain(`${id} missing`);
  });

  it('with one bit of a file turned, or its keys gone, is refused', async () => {
    const test = await engine();
    await addOne(test, await addPerson(test, 'سلمى'), fileOf('a.txt', 'hello'));
    const folder = await backUp(test, newFolder());
    const [blob] = blobsBelow(folder);
    const bytes = readFileSync(blob!);
    bytes[40]! ^= 1;
    rmSync(blob!);
    writeFileSync(blob!, bytes);
    const other = await emptyEngine();
    expect(code(await other.client.backups.restore({ folder, ...opening }))).toBe('backups.damaged');
    bytes[40]! ^= 1;
    writeFileSync(blob!, bytes);
    rmSync(join(folder, 'data.keys.db'));
    expect(code(await other.client.backups.restore({ folder, ...opening }))).toBe('backups.damaged');
  });

  it('restored as of a moment has the files of that moment, those removed since and none added since', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const kept = await addOne(test, partyId, fileOf('kept.txt', 'kept'));
    test.clock.at += 60_000;
    const at = test.clock.at;
    test.clock.at += 60_000;
    value(await test.client.attachments.remove({ id: kept }));
    await addOne(test, partyId, fileOf('later.txt', 'later'));
    const folder = await backUp(test, newFolder());
    const other = await restored(folder, { asOf: at });
    expect((await filesOf(other, partyId)).map(({ name }) => name)).toEqual(['kept.txt']);
    expect((await contentOf(other, kept)).toString()).toBe('kept');
    expect(value(await other.client.base.verify({}))).toMatchObject({ sound: true });
  });

  it('put back over the base keeps the base before it whole, files included, and mends a damaged file', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    const folder = await backUp(test, newFolder());
    const [blob] = blobsBelow(test.folder);
    writeFileSync(blob!, 'not what it was');
    const later = await addOne(test, partyId, fileOf('b.txt', 'later'));
    const { keptAs } = value(await test.client.backups.restore({ folder, ...opening }));
    value(await test.client.session.unlock(opening));
    expect((await contentOf(test, id)).toString()).toBe('hello');
    const before = await engine({ folder: join(test.folder, keptAs!), create: false });
    value(await before.client.session.unlock(opening));
    expect((await contentOf(before, later)).toString()).toBe('later');
    expect(code(await before.client.attachments.read({ id }))).toBe('attachments.damaged');
  });

  it('a salvaged base has its files, and names the one the disk has lost', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const [id, gone] = [
      await addOne(test, partyId, fileOf('a.txt', 'hello')),
      await addOne(test, partyId, fileOf('b.txt', 'gone')),
    ];
    const blob = String(
      test.engine.base()!.writer.prepare('select blob from attachment where id = ?').pluck().get(gone),
    );
    rmSync(join(test.folder, 'blobs', blob.slice(0, 2), blob));
    value(await test.client.session.lock({}));
    const folder = join(newFolder(), 'saved');
    const saved = value(await test.client.backups.salvage({ folder, ...opening }));
    expect(saved.findings).toEqual([{ check: 'attachments', detail: `${gone} missing: ${blob}` }]);
    const rescued = await engine({ folder, create: false });
    value(await rescued.client.session.unlock(opening));
    expect((await contentOf(rescued, id)).toString()).toBe('hello');
  });
});

describe('damaged keys', () => {
  it('are told in words, kept out of nobody’s way, named by the full check, and mended by a restore', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    const good = await backUp(test, newFolder());
    value(await test.client.session.lock({}));
    writeFileSync(join(test.folder, 'data-1.keys.db'), Buffer.alloc(8192, 9));
    value(await test.client.session.unlock(opening));
    expect((await filesOf(test, partyId)).map(({ name }) => name)).toEqual(['a.txt']);
    expect(code(await test.client.attachments.read({ id }))).toBe('attachments.key-missing');
    const files = [{ file: fileOf('b.txt', 'b') }];
    const { jobId } = value(await test.client.attachments.add({ to: { partyId }, files }));
    expect(await ended(test, jobId)).toMatchObject({ state: 'failed', failure: { code: 'db.damaged' } });
    const check = await ended(test, value(await test.client.base.check({})).jobId);
    expect(check.result).toMatchObject({ sound: false, findings: [{ check: 'attachments', detail: 'damaged: keys' }] });
    test.clock.at += 3_600_000;
    await backUp(test, newFolder());
    value(await test.client.backups.restore({ folder: good, ...opening }));
    value(await test.client.session.unlock(opening));
    expect((await contentOf(test, id)).toString()).toBe('hello');
  });
});

it('a restored base is backed up again at once, before anybody opened a file', async () => {
  const test = await engine();
  const id = await addOne(test, await addPerson(test, 'سلمى'), fileOf('a.txt', 'hello'));
  const other = await restored(await backUp(test, newFolder()));
  const third = await restored(await backUp(other, newFolder()));
  expect((await contentOf(third, id)).toString()).toBe('hello');
});

describe('two records that are one', () => {
  it('show the files of both; separated, each has its own again, and one given to the other changes its key', async () => {
    const test = await engine();
    const [one, other] = [await addPerson(test, 'سلمى'), await addPerson(test, 'سلمى حسن')];
    const first = await addOne(test, one, fileOf('one.txt', 'one'));
    await addOne(test, other, fileOf('other.txt', 'other'));
    expect(
      value(await test.client.parties.mergePreview({ intoId: one, ids: [other] })).sides.map(
        ({ counts }) => counts.attachments,
      ),
    ).toEqual([1, 1]);
    value(await test.client.parties.merge({ intoId: one, ids: [other] }));
    const since = await addOne(test, other, fileOf('since.txt', 'since'));
    for (const partyId of [one, other]) expect((await filesOf(test, partyId)).length).toBe(3);
    const preview = value(await test.client.parties.unmergePreview({ ids: [other] }));
    expect(preview.since.map(({ entity, text }) => [entity, text])).toEqual([['attachment', 'since.txt']]);
    value(await test.client.parties.unmerge({ ids: [other], handOver: [{ entity: 'attachment', id: since }] }));
    const names = async (partyId: string) => (await filesOf(test, partyId)).map(({ name }) => name).toSorted();
    expect([await names(one), await names(other)]).toEqual([['one.txt'], ['other.txt', 'since.txt']]);
    expect((await contentOf(test, since)).toString()).toBe('since');
    const { id } = test.engine.context('test').startJob('attachments.sweep', {});
    expect(await ended(test, id)).toMatchObject({ state: 'done', result: { rewrapped: 1 } });
    value(eraseSubject(test.engine.context('test'), [one], depsOf(test)));
    expect((await contentOf(test, since)).toString()).toBe('since');
    expect(code(await test.client.attachments.read({ id: first }))).toBe('attachments.erased');
  });
});

const depsOf = (test: TestEngine) => ({
  base: () => test.engine.base()!,
  random: { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) },
  resolveFile: () => undefined,
  sealing: { count: 0 },
});

describe('erasing somebody', () => {
  it('makes their files unreadable here, in the base kept by a restore, and in every backup within reach; nobody else’s', async () => {
    const test = await engine();
    const [gone, stays] = [await addPerson(test, 'سلمى'), await addPerson(test, 'هند')];
    const [secret, own] = [
      await addOne(test, gone, fileOf('a.txt', 'secret')),
      await addOne(test, stays, fileOf('b.txt', 'own')),
    ];
    const { id: alone } = value(await test.client.activities.log({ kind: 'note', subject: 'وحدها', partyIds: [gone] }));
    const { id: both } = value(
      await test.client.activities.log({ kind: 'note', subject: 'معًا', partyIds: [gone, stays] }),
    );
    const [onAlone] = (await add(test, { activityId: alone }, [fileOf('c.txt', 'alone')])).added;
    const [onBoth] = (await add(test, { activityId: both }, [fileOf('d.txt', 'both')])).added;
    const target = newFolder();
    const old = await backUp(test, target);
    const { keptAs } = value(await test.client.backups.restore({ folder: old, ...opening }));
    value(await test.client.session.unlock(opening));

    const erased = value(eraseSubject(test.engine.context('test'), [gone], depsOf(test)));
    expect(erased).toEqual({ keys: 2, files: 2, bytes: 11 });
    for (const id of [secret, onAlone!.id])
      expect(code(await test.client.attachments.read({ id }))).toBe('attachments.erased');
    for (const [id, text] of [
      [own, 'own'],
      [onBoth!.id, 'both'],
    ] as const)
      expect((await contentOf(test, id)).toString()).toBe(text);
    expect((await filesOf(test, gone)).map(({ state }) => state).toSorted()).toEqual(['erased', 'erased', 'present']);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });

    const kept = await engine({ folder: join(test.folder, keptAs!), create: false });
    value(await kept.client.session.unlock(opening));
    expect(code(await kept.client.attachments.read({ id: secret }))).toBe('attachments.erased');
    expect((await contentOf(kept, own)).toString()).toBe('own');

    test.clock.at += 3_600_000;
    await backUp(test, target);
    expect(readdirSync(old).filter((name) => name.endsWith('.keys.db'))).toEqual(['data.2.keys.db']);
    const other = await restored(old);
    expect(code(await other.client.attachments.read({ id: secret }))).toBe('attachments.erased');
    expect((await contentOf(other, own)).toString()).toBe('own');
    // Left by one that was cut off before it could remove the old keys.
    writeFileSync(join(old, 'data.keys.db'), 'old keys');
    test.clock.at += 3_600_000;
    await backUp(test, target);
    expect(readdirSync(old).filter((name) => name.endsWith('.keys.db'))).toEqual(['data.2.keys.db']);
  });

  it('holds against a restore of a backup that still has the key', async () => {
    const test = await engine();
    const gone = await addPerson(test, 'سلمى');
    const secret = await addOne(test, gone, fileOf('a.txt', 'secret'));
    const old = await backUp(test, newFolder());
    value(eraseSubject(test.engine.context('test'), [gone], depsOf(test)));
    value(await test.client.backups.restore({ folder: old, ...opening }));
    value(await test.client.session.unlock(opening));
    expect(code(await test.client.attachments.read({ id: secret }))).toBe('attachments.erased');
    const { id } = test.engine.context('test').startJob('attachments.sweep', {});
    expect(await ended(test, id)).toMatchObject({ state: 'done', result: { erased: 1 } });
    expect(blobsBelow(test.folder).length).toBe(0);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });
});

it('everything can be taken out in plain, one file after the other, with what could not be read told apart', async () => {
  const test = await engine();
  const partyId = await addPerson(test, 'سلمى');
  const big = Buffer.alloc(2_500_000, 'y');
  await addOne(test, partyId, fileOf('a.bin', big));
  await addOne(test, partyId, fileOf('b.txt', 'hello'));
  const removed = await addOne(test, partyId, fileOf('c.txt', 'removed'));
  value(await test.client.attachments.remove({ id: removed }));
  const base = test.engine.base()!;
  const source = { db: base.read, databaseFile: base.databaseFile, databaseKey: databaseKey(base.unlocked.secret) };
  const taken = [...eachAttachment(source)].map(({ name, party_id, open }) => {
    const content = open();
    return [
      name,
      party_id,
      content.ok ? Buffer.concat([...content.value].map((piece) => Buffer.from(piece))).length : content.error.code,
    ];
  });
  expect(taken).toEqual([
    ['a.bin', partyId, big.length],
    ['b.txt', partyId, 5],
  ]);
  for (const path of blobsBelow(test.folder)) rmSync(path);
  expect([...eachAttachment(source)].map(({ open }) => open())).toEqual([
    { ok: false, error: { code: 'attachments.missing' } },
    { ok: false, error: { code: 'attachments.missing' } },
  ]);
  expect(existsSync(join(test.folder, 'data-1.keys.db'))).toBe(true);
});

it('whoever leaves takes the files along as they were, and the exit drill is content with them', async () => {
  const test = await engine();
  const partyId = await addPerson(test, 'سلمى');
  const big = Buffer.alloc(2_500_000, 'z');
  const ids = [
    await addOne(test, partyId, fileOf('عقد.PDF', big)),
    await addOne(test, partyId, fileOf('ملاحظة', 'hello')),
  ];
  const to = join(newFolder(), 'exit');
  const { jobId } = value(await test.client.exports.makeExit({ to, language: 'ar' }));
  expect(await ended(test, jobId)).toMatchObject({ state: 'done', result: { files: expect.any(Number) as number } });
  expect(readFileSync(join(to, 'files', `${ids[0]}.pdf`)).equals(big)).toBe(true);
  expect(readFileSync(join(to, 'files', ids[1]!), 'utf8')).toBe('hello');
  const secrets = /file_key|sealed_for|thumb_/;
  for (const name of ['json/attachment.jsonl', 'csv/attachment.csv'])
    expect([name, secrets.test(readFileSync(join(to, name), 'utf8'))]).toEqual([name, false]);
  const drilled = value(await test.client.exports.drill({}));
  expect(await ended(test, drilled.jobId)).toMatchObject({ state: 'done', result: { sound: true } });
});
