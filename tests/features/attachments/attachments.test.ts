// Files of people and activities: added, found, read, saved, renamed, removed and brought back, and never in plain on the disk.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AddedFiles } from '@shared/features/attachments/attachments.contract';
import { passphrase, code, ended, value, type TestEngine } from '../../support/open-engine';
import { addPerson, closeAfterEach, engine, newFolder } from '../backups/support/place';
import { add, adding, addOne, contentOf, fileOf, filesOf } from './support/files';

closeAfterEach();

const blobsIn = (test: TestEngine): string[] =>
  readdirSync(join(test.folder, 'blobs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const blobFiles = (test: TestEngine): string[] =>
  blobsIn(test).map((name) => join(test.folder, 'blobs', name.slice(0, 2), name));

describe('a file of a person', () => {
  it('is listed with its name, kind, note, size and who added it when, and read as it was', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const content = Buffer.from('عقد الإيجار، ثلاث سنوات');
    const { added } = await add(test, { partyId }, [fileOf('عقد.txt', content)], { kind: 'contract', label: 'الأصل' });
    const [item] = await filesOf(test, partyId);
    expect(item).toMatchObject({
      id: added[0]!.id,
      partyId,
      activity: null,
      name: 'عقد.txt',
      kind: 'contract',
      label: 'الأصل',
      mediaType: 'text/plain',
      bytes: content.length,
      addedAt: test.clock.at,
      addedBy: { name: 'آمال' },
      state: 'present',
      hasThumbnail: false,
    });
    expect(await contentOf(test, item!.id)).toEqual(content);
    expect(value(await test.client.attachments.get({ id: item!.id }))).toEqual(item);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('of several megabytes is read in parts and saved elsewhere as it was, and that it left is written down', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const content = Buffer.alloc(3 * 1024 * 1024 + 17, 'diwan');
    const id = await addOne(test, partyId, fileOf('scan.bin', content));
    expect((await contentOf(test, id)).equals(content)).toBe(true);
    const target = join(newFolder(), 'out.bin');
    const { jobId } = value(await test.client.attachments.save({ id, file: target }));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done', result: { id, bytes: content.length } });
    expect(readFileSync(target).equals(content)).toBe(true);
    expect(readdirSync(join(target, '..'))).toEqual(['out.bin']);
    expect(value(await test.client.operations.list({ limit: 1 })).operations[0]).toMatchObject({
      command: 'attachments.save',
    });
    expect(code(await test.client.attachments.read({ id, part: 4 }))).toBe('attachments.no-such-part');
  });

  it('with nothing in it is a file all the same', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('empty.txt', ''));
    expect(await contentOf(test, id)).toEqual(Buffer.alloc(0));
  });

  it('is found by its name or note in any spelling', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    await add(test, { partyId }, [fileOf('إقامة.txt', 'a'), fileOf('invoice.txt', 'b')]);
    await add(test, { partyId }, [fileOf('x.txt', 'c')], { label: 'گواهی' });
    const found = async (text: string) =>
      value(await test.client.attachments.list({ of: { partyId }, text })).items.map(({ name }) => name);
    expect(await found('اقامه')).toEqual(['إقامة.txt']);
    expect(await found('INVOICE')).toEqual(['invoice.txt']);
    expect(await found('گواهي')).toEqual(['x.txt']);
    expect(await found('nothing')).toEqual([]);
  });

  it('comes in pages, newest first', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    for (const name of ['1', '2', '3']) {
      test.clock.at += 1000;
      await addOne(test, partyId, fileOf(`${name}.txt`, name));
    }
    const first = value(await test.client.attachments.list({ of: { partyId }, limit: 2 }));
    expect(first.items.map(({ name }) => name)).toEqual(['3.txt', '2.txt']);
    const rest = value(await test.client.attachments.list({ of: { partyId }, limit: 2, after: first.next! }));
    expect([rest.items.map(({ name }) => name), rest.next]).toEqual([['1.txt'], null]);
    expect(code(await test.client.attachments.list({ of: { partyId }, after: 'x' }))).toBe(
      'attachments.cursor-invalid',
    );
  });

  it('is renamed, described, removed and brought back by undo', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    value(await test.client.attachments.update({ id, name: '../b/passport.txt', kind: 'identity', label: 'front' }));
    expect((await filesOf(test, partyId))[0]).toMatchObject({ name: 'passport.txt', kind: 'identity', label: 'front' });
    value(await test.client.attachments.remove({ id }));
    expect(await filesOf(test, partyId)).toEqual([]);
    expect(code(await test.client.attachments.read({ id }))).toBe('attachments.not-found');
    value(await test.client.operations.undo({}));
    expect((await contentOf(test, id)).toString()).toBe('hello');
    value(await test.client.operations.undo({}));
    expect((await filesOf(test, partyId))[0]).toMatchObject({ name: 'a.txt', label: null });
  });

  it('keeps the record it was added to from being undone away', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const { id: activityId } = value(
      await test.client.activities.log({ kind: 'call', subject: 'مكالمة', partyIds: [partyId] }),
    );
    const [logged] = value(await test.client.operations.list({ limit: 1 })).operations;
    await add(test, { activityId }, [fileOf('a.txt', 'hello')]);
    expect(code(await test.client.operations.undo({ id: logged!.id }))).toBe('operations.nothing-reversed');
    expect(await filesOf(test, partyId)).toHaveLength(1);
  });
});

describe('a file of an activity', () => {
  it('is listed with the activity, counted on it, and found on the page of everybody who took part', async () => {
    const test = await engine();
    const [one, other] = [await addPerson(test, 'سلمى'), await addPerson(test, 'هند')];
    const { id: activityId } = value(
      await test.client.activities.log({ kind: 'meeting', subject: 'توقيع', partyIds: [one, other] }),
    );
    await add(test, { activityId }, [fileOf('minutes.txt', 'hello')]);
    expect(value(await test.client.attachments.list({ of: { activityId } })).items).toHaveLength(1);
    for (const partyId of [one, other])
      expect(await filesOf(test, partyId)).toMatchObject([
        { name: 'minutes.txt', partyId: null, activity: { id: activityId, subject: 'توقيع' } },
      ]);
    expect(value(await test.client.attachments.list({ of: { partyId: one }, withActivities: false })).items).toEqual(
      [],
    );
    expect(value(await test.client.activities.get({ id: activityId })).attachments).toBe(1);
    value(await test.client.activities.remove({ id: activityId }));
    expect(await filesOf(test, one)).toEqual([]);
  });
});

describe('content', () => {
  it('is sealed once for one person under any names, and anew for another', async () => {
    const test = await engine();
    const [one, other] = [await addPerson(test, 'سلمى'), await addPerson(test, 'هند')];
    const path = fileOf('a.txt', 'the same');
    await add(test, { partyId: one }, [path]);
    const renamed = fileOf('b.txt', 'the same');
    expect(await add(test, { partyId: one }, [renamed])).toMatchObject({ added: [{ name: 'b.txt' }] });
    expect(blobsIn(test)).toHaveLength(1);
    expect(await add(test, { partyId: one }, [path])).toMatchObject({ added: [], already: [{ name: 'a.txt' }] });
    expect(await filesOf(test, one)).toHaveLength(2);
    await add(test, { partyId: other }, [path]);
    expect(blobsIn(test)).toHaveLength(2);
    expect(new Set(test.engine.base()!.writer.prepare('select content from attachment').pluck().all()).size).toBe(2);
  });

  it('that lost its sealed file is sealed again when it is added again', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const path = fileOf('a.txt', 'hello');
    const id = await addOne(test, partyId, path);
    rmSync(blobFiles(test)[0]!);
    expect((await filesOf(test, partyId))[0]).toMatchObject({ state: 'missing' });
    expect(code(await test.client.attachments.read({ id }))).toBe('attachments.missing');
    const again = await addOne(test, partyId, path);
    expect((await contentOf(test, again)).toString()).toBe('hello');
  });

  it('that is missing or damaged is told so in words, shown in no part, and named by the verification', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const [gone, bent] = [
      await addOne(test, partyId, fileOf('a.txt', 'gone')),
      await addOne(test, partyId, fileOf('b.txt', 'bent')),
    ];
    const blobOf = (id: string) =>
      String(test.engine.base()!.writer.prepare('select blob from attachment where id = ?').pluck().get(id));
    const pathOf = (id: string) => join(test.folder, 'blobs', blobOf(id).slice(0, 2), blobOf(id));
    rmSync(pathOf(gone));
    const bytes = readFileSync(pathOf(bent));
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(pathOf(bent), bytes);
    expect(code(await test.client.attachments.read({ id: gone }))).toBe('attachments.missing');
    expect(code(await test.client.attachments.read({ id: bent }))).toBe('attachments.damaged');
    const { jobId } = value(await test.client.attachments.save({ id: bent, file: join(newFolder(), 'x') }));
    expect(await ended(test, jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'attachments.damaged', details: { name: 'b.txt' } },
    });
    const { sound, findings } = value(await test.client.base.verify({}));
    expect(sound).toBe(false);
    expect(findings).toEqual(
      [
        { check: 'attachments', detail: `${gone} missing: ${blobOf(gone)}` },
        { check: 'attachments', detail: `${bent} damaged: ${blobOf(bent)}` },
      ].toSorted(
        (a, b) => findings.findIndex((f) => f.detail === a.detail) - findings.findIndex((f) => f.detail === b.detail),
      ),
    );
    const quick = value(await test.client.base.verify({ quick: true }));
    expect(quick.findings).toEqual([{ check: 'attachments', detail: `${gone} missing: ${blobOf(gone)}` }]);
  });

  it('cut short by a damaged disk is damaged, not shorter', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.bin', Buffer.alloc(2 * 1024 * 1024, 7)));
    const [blob] = blobFiles(test);
    truncateSync(blob!, statSync(blob!).size - (1024 * 1024 + 16));
    expect(code(await test.client.attachments.read({ id, part: 0 }))).toBe('attachments.damaged');
  });

  it('is nowhere in plain: not in the base’s folder, not in its database', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const canary = 'CANARY-7f3a-كناري';
    await addOne(test, partyId, fileOf('a.txt', `${canary} `.repeat(100_000)));
    await test.client.session.lock({});
    for (const entry of readdirSync(test.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      expect([entry.name, bytes.includes(canary), bytes.includes('a.txt')]).toEqual([entry.name, false, false]);
    }
  });
});

describe('what is refused', () => {
  it('names the file and the limit when it is too large, and leaves nothing behind', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    value(await test.client.settings.updateSite({ attachmentMegabytes: 1 }));
    const job = await adding(test, { partyId }, [fileOf('big.bin', Buffer.alloc(1_000_001))]);
    expect(job).toMatchObject({
      state: 'failed',
      failure: { code: 'attachments.too-large', details: { name: 'big.bin', megabytes: 1 } },
    });
    expect(await add(test, { partyId }, [fileOf('edge.bin', Buffer.alloc(1_000_000))])).toMatchObject({
      added: [{ name: 'edge.bin' }],
    });
    expect(blobsIn(test)).toHaveLength(1);
  });

  it('does not keep the other files from being added', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const folder = newFolder();
    mkdirSync(join(folder, 'sub'));
    const added: AddedFiles = await add(test, { partyId }, [
      join(folder, 'sub'),
      join(folder, 'nowhere.txt'),
      fileOf('good.txt', 'hello'),
    ]);
    expect(added).toMatchObject({
      added: [{ name: 'good.txt' }],
      refused: [
        { name: 'sub', code: 'attachments.not-a-file' },
        { name: 'nowhere.txt', code: 'attachments.file-missing' },
      ],
    });
    expect(value(await test.client.operations.list({ limit: 1 })).operations[0]).toMatchObject({
      command: 'attachments.add',
      changes: 1,
    });
  });

  it('includes an owner that is not there, and one in the bin', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    value(await test.client.parties.remove({ ids: [partyId] }));
    const files = [{ file: fileOf('a.txt', 'a') }];
    expect(code(await test.client.attachments.add({ to: { partyId }, files }))).toBe('attachments.owner-not-found');
    expect(existsSync(join(test.folder, 'blobs'))).toBe(false);
  });

  it('a reader may look and save, but neither add nor change nor remove', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'reader', passphrase }));
    expect((await contentOf(test, id)).toString()).toBe('hello');
    const files = [{ file: fileOf('b.txt', 'b') }];
    expect(code(await test.client.attachments.add({ to: { partyId }, files }))).toBe('door.forbidden');
    expect(code(await test.client.attachments.remove({ id }))).toBe('door.forbidden');
    expect(code(await test.client.attachments.setThumbnail({ id, image: '' }))).toBe('door.forbidden');
  });
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('adding that was cut off by a lock goes on after the next unlock, and adds each file once', async () => {
  const test = await engine({ folder: join(newFolder(), 'base') });
  const partyId = await addPerson(test, 'سلمى');
  const files = [{ file: fileOf('a.bin', Buffer.alloc(3_000_000)) }, { file: fileOf('b.txt', 'hello') }];
  value(await test.client.attachments.add({ to: { partyId }, files }));
  value(await test.client.session.lock({}));
  await test.close();
  const again = await engine({ folder: test.folder, create: false, background: true });
  value(await again.client.session.unlock({ login: 'amal', passphrase }));
  await expect
    .poll(async () => (await filesOf(again, partyId)).map(({ name }) => name).toSorted())
    .toEqual(['a.bin', 'b.txt']);
  expect(blobsIn(again)).toHaveLength(2);
});

describe('a thumbnail', () => {
  it('is kept sealed, given back, and replaced without a trace', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.png', png));
    value(await test.client.attachments.setThumbnail({ id, image: png.toString('base64') }));
    expect(value(await test.client.attachments.thumbnails({ ids: [id, partyId] })).images).toEqual([
      { id, image: png.toString('base64') },
    ]);
    expect((await filesOf(test, partyId))[0]).toMatchObject({
      hasThumbnail: true,
      kind: 'photo',
      mediaType: 'image/png',
    });
    for (const file of blobFiles(test)) expect(readFileSync(file).includes(png)).toBe(false);
    value(await test.client.attachments.setThumbnail({ id, image: png.toString('base64') }));
    expect(blobsIn(test)).toHaveLength(2);
    await sweep(test);
    expect(blobsIn(test)).toHaveLength(2);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true });
  });

  it('that is no picture is refused', async () => {
    const test = await engine();
    const id = await addOne(test, await addPerson(test, 'سلمى'), fileOf('a.png', png));
    for (const image of [
      '',
      Buffer.from('<svg/>').toString('base64'),
      Buffer.concat([png, Buffer.alloc(131_072)]).toString('base64'),
    ])
      expect(code(await test.client.attachments.setThumbnail({ id, image }))).toBe('attachments.image-invalid');
  });
});

async function sweep(test: TestEngine) {
  const { id } = test.engine.context('test').startJob('attachments.sweep', {});
  const job = await ended(test, id);
  expect(job).toMatchObject({ state: 'done' });
  return job.result;
}

describe('the sweep', () => {
  it('takes away what an adding that was cut off left, and nothing else', async () => {
    const test = await engine();
    const partyId = await addPerson(test, 'سلمى');
    const id = await addOne(test, partyId, fileOf('a.txt', 'hello'));
    const orphan = 'ab'.repeat(32);
    mkdirSync(join(test.folder, 'blobs', 'ab'), { recursive: true });
    writeFileSync(join(test.folder, 'blobs', 'ab', orphan), 'x');
    writeFileSync(join(test.folder, 'blobs', 'incoming-1.partial'), 'x');
    writeFileSync(join(test.folder, 'blobs', 'ab', 'not ours'), 'x');
    expect(await sweep(test)).toEqual({ orphans: 1, rewrapped: 0, erased: 0 });
    expect(blobsIn(test).filter((name) => name === orphan || name.endsWith('.partial'))).toEqual([]);
    expect(blobsIn(test)).toContain('not ours');
    expect((await contentOf(test, id)).toString()).toBe('hello');
  });
});
