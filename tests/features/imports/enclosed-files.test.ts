// Files that lie inside what is imported: kept encrypted with the activity or the person they came with, counted before, never twice.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEnclosedFiles, eraseSubject } from '../../../src-main/features/attachments';
import { sealFiles } from '../../../src-main/features/imports/seal-files';
import type { ReadSettings } from '../../../src-main/import';
import { contentOf } from '../attachments/support/files';
import { testFolder } from '../../import/support/files';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { bringIn, planFor, tryAndBringIn } from './support/bring';

const mailbox = join(import.meta.dirname, '../../import/fixtures/attachments.mbox');
const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const person = async (name: string, email: string): Promise<string> => {
  const draft = {
    kind: 'person' as const,
    names: [{ text: name }],
    contactPoints: [{ kind: 'email' as const, value: email }],
  };
  return value(await test.client.parties.create(draft)).id;
};
const filesOf = async (partyId: string) =>
  value(await test.client.attachments.list({ of: { partyId }, limit: 100 })).items;
const sealedFiles = (): number =>
  !existsSync(join(test.folder, 'blobs'))
    ? 0
    : readdirSync(join(test.folder, 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ).length;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const base64 = (content: Buffer): string => content.toString('base64').replace(/.{76}/g, '$&\r\n');

/** A message to the office with files of these names and contents. */
const message = (id: number, files: readonly (readonly [name: string, content: Buffer])[]): string =>
  [
    'From: fatima@example.com',
    'To: office@diwan.example',
    `Subject: رسالة ${id}`,
    'Date: Mon, 02 Mar 2026 09:30:00 +0300',
    `Message-ID: <${id}@example.com>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'النص',
    ...files.flatMap(([name, content]) => [
      '--b',
      `Content-Type: application/octet-stream; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(content),
    ]),
    '--b--',
    '',
  ].join('\r\n');

describe('a mailbox with attachments', () => {
  it('brings them into their activities as they were sent; the trial counted them, and a second time nothing is doubled', async () => {
    const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
    await person('علي رضا', 'ali@example.com');
    const { tried, counts } = await tryAndBringIn(test, mailbox);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ read: 9, created: 9, rejected: 0, attachments: 11, attachmentsRejected: 3 });
    expect(counts.reasons).toEqual({ 'attachment-damaged': 3 });
    const files = await filesOf(fatima);
    expect(files).toHaveLength(10);
    expect(files.every(({ activity, state }) => activity !== null && state === 'present')).toBe(true);
    const expected = JSON.parse(readFileSync(mailbox.replace('.mbox', '.json'), 'utf8')) as {
      name: string;
      digest?: string;
    }[][];
    const report = files.find(({ activity }) => activity?.subject === 'تقرير');
    expect(report).toMatchObject({ name: 'تقرير طبي.pdf', mediaType: 'application/pdf', kind: 'document' });
    expect(sha256(await contentOf(test, report!.id))).toBe(expected[0]![0]!.digest);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });

    const before = sealedFiles();
    const again = await tryAndBringIn(test, mailbox);
    expect(again.tried).toEqual(again.counts);
    expect(again.counts).toMatchObject({ unchanged: 9, created: 0, attachments: 0, attachmentsRejected: 3 });
    expect(await filesOf(fatima)).toHaveLength(10);
    expect(sealedFiles()).toBe(before);
  });

  it('whose senders and receivers nobody knows leaves no file behind', async () => {
    const { counts } = await tryAndBringIn(test, mailbox);
    expect(counts).toMatchObject({ read: 9, rejected: 9, attachments: 0, attachmentsRejected: 0 });
    expect(readdirSync(test.folder)).not.toContain('blobs');
  });

  it('is taken back with them, and comes again after that', async () => {
    const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
    const { done } = await tryAndBringIn(test, mailbox);
    expect(value(await test.client.operations.undo({ groupId: done.id }))).toMatchObject({ kept: 0, impossible: 0 });
    expect(await filesOf(fatima)).toEqual([]);
    expect((await tryAndBringIn(test, mailbox)).counts).toMatchObject({ created: 8, attachments: 10 });
    expect(await filesOf(fatima)).toHaveLength(10);
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('an activity that is there already gets the files it lacks, unless rows may not change it', async () => {
    const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
    await bringIn(test, folder.write('one.eml', message(1, [])));
    const file = folder.write('more.eml', message(1, [['عقد.bin', Buffer.from('late')]]));
    const left = await tryAndBringIn(test, file, { existing: 'skip' });
    expect([left.tried.attachments, left.counts.attachments]).toEqual([0, 0]);
    const { tried, counts } = await tryAndBringIn(test, file);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ unchanged: 1, attachments: 1 });
    expect((await filesOf(fatima)).map(({ name }) => name)).toEqual(['عقد.bin']);
  });

  it('keeps what is larger than the office allows out, and says which file it was', async () => {
    const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
    value(await test.client.settings.updateSite({ attachmentMegabytes: 1 }));
    const file = folder.write(
      'large.eml',
      message(1, [
        ['small.bin', Buffer.from('small')],
        ['تصوير.bin', randomBytes(1_000_001)],
        ['just.bin', randomBytes(1_000_000)],
      ]),
    );
    const { tried, counts, done } = await tryAndBringIn(test, file);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ created: 1, rejected: 0, attachments: 2, attachmentsRejected: 1 });
    expect((await filesOf(fatima)).map(({ name }) => name).toSorted()).toEqual(['just.bin', 'small.bin']);
    const target = folder.path('rejected.csv');
    expect(value(await test.client.imports.saveRejected({ id: done.id, file: target, language: 'en' }))).toEqual({
      rows: 1,
    });
    expect(readFileSync(target, 'utf8')).toContain('An attachment larger than this office allows: تصوير.bin');
  });

  it('the same file twice in one message is kept once; in two messages each has its own', async () => {
    const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
    const logo = ['logo.png', Buffer.from('the same')] as const;
    const box = [message(1, [logo, logo]), message(2, [logo])].map(
      (one) => `From a@b Sun Mar  8 08:00:00 2026\r\n${one}\r\n`,
    );
    const { tried, counts } = await tryAndBringIn(test, folder.write('twice.mbox', box.join('')));
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ created: 2, attachments: 2, attachmentsRejected: 0 });
    expect(await filesOf(fatima)).toHaveLength(2);
    expect(sealedFiles()).toBe(2);
  });
});

describe('a card with a picture', () => {
  const picture = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(3000, 7)]);
  const card = (uid: string, name: string, photo: string): string =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:${uid}\r\nFN:${name}\r\nN:;${name};;;\r\n${photo}END:VCARD\r\n`;
  const photo = (content: Buffer): string =>
    `PHOTO;ENCODING=b;TYPE=JPEG:${content.toString('base64').replace(/.{70}/g, '$&\r\n ')}\r\n`;
  const only = async (): Promise<string> =>
    value(await test.client.search.find({ text: 'سالم', limit: 1 })).hits[0]!.id;

  it('gives the person a photo; the same card again adds none', async () => {
    const file = folder.write('card.vcf', card('u1', 'سالم', photo(picture)) + card('u2', 'بلا صورة', ''));
    const { tried, counts } = await tryAndBringIn(test, file);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ created: 2, attachments: 1 });
    const [item] = await filesOf(await only());
    expect(item).toMatchObject({ name: 'photo.jpg', kind: 'photo', mediaType: 'image/jpeg', activity: null });
    expect((await contentOf(test, item!.id)).equals(picture)).toBe(true);
    const again = await tryAndBringIn(test, file);
    expect(again.tried).toEqual(again.counts);
    expect(again.counts).toMatchObject({ created: 0, attachments: 0 });
  });

  it('of somebody whose files were erased for good brings no new one', async () => {
    const file = folder.write('card.vcf', card('u1', 'سالم', photo(picture)));
    await bringIn(test, file);
    const deps = {
      base: () => test.engine.base()!,
      random: { bytes: (count: number) => randomBytes(count) },
      resolveFile: () => undefined,
      sealing: { count: 0 },
    };
    value(eraseSubject(test.engine.context('test'), [await only()], deps));
    const { tried, counts } = await tryAndBringIn(
      test,
      folder.write('new.vcf', card('u1', 'سالم', photo(Buffer.concat([picture, picture])))),
    );
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ attachments: 0, attachmentsRejected: 1, reasons: { 'attachment-erased': 1 } });
  });
});

describe('a reading process that met a hostile file', () => {
  const settings: ReadSettings = {
    kind: 'mail',
    encoding: 'utf-8',
    bomBytes: 0,
    delimiter: ',',
    quote: '"',
    sheet: 0,
    headerRow: 0,
  };
  const told = { name: 'a', bytes: 4, digest: sha256(Buffer.from('abcd')) };
  const piece = (text: string, last: boolean, file = 0) => ({ file, bytes: Buffer.from(text), last });
  const sealing = async (pieces: readonly ReturnType<typeof piece>[]) => {
    const left = [...pieces];
    const parser = {
      openFiles: async () => ({
        ok: true as const,
        value: { next: async () => ({ ok: true as const, value: left.shift() ?? null }), close: async () => undefined },
      }),
    };
    const deps = { base: () => test.engine.base()!, random: { bytes: randomBytes }, resolveFile: () => undefined };
    return sealFiles([{ row: 1, cells: [], at: '0:0', files: [told] }], {
      parser,
      path: '',
      settings,
      files: createEnclosedFiles({ ...deps, sealing: { count: 0 } }),
      db: test.engine.context('test').db,
      tag: 'test',
      wanted: new Map([[1, [0]]]),
      isStopped: () => false,
    });
  };

  it.each([
    ['more than it announced', [piece('abc', false), piece('defg', true)]],
    ['a file that nobody asked for', [piece('abcd', true, 7)]],
    ['an end before the end', [piece('ab', false)]],
    ['the same file twice', [piece('abcd', true), piece('abcd', true)]],
  ])('giving %s ends the import, and nothing of it stays', async (_, pieces) => {
    expect((await sealing(pieces)).ok).toBe(false);
    expect(sealedFiles()).toBe(0);
  });

  it('giving other content than it announced has the file refused', async () => {
    const sealed = await sealing([piece('abce', true)]);
    expect(sealed).toMatchObject({ ok: true });
    expect(sealed.ok && sealed.value.get(1)?.size).toBe(0);
    expect(sealedFiles()).toBe(0);
  });
});

it('a stop in the middle of the files leaves nothing half, and going on brings each once', async () => {
  const fatima = await person('فاطمة القحطاني', 'fatima@example.com');
  const messages = Array.from({ length: 30 }, (_, id) => message(id, [[`${id}.bin`, randomBytes(400_000)]]));
  const box = messages.map((one) => `From a@b Sun Mar  8 08:00:00 2026\r\n${one}\r\n`).join('');
  const { id } = value(await test.client.imports.start(await planFor(test, folder.write('many.mbox', box))));
  value(await test.client.imports.pause({ id }));
  const paused = value(await test.client.imports.get({ id }));
  expect(paused.state).toBe('paused');
  expect(await filesOf(fatima)).toHaveLength(paused.counts.attachments);
  value(await test.client.imports.resume({ id }));
  await expect
    .poll(async () => value(await test.client.imports.get({ id })), { timeout: 60_000 })
    .toMatchObject({ state: 'done', counts: { created: 30, attachments: 30, attachmentsRejected: 0 } });
  expect(new Set((await filesOf(fatima)).map(({ name }) => name)).size).toBe(30);
  expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
}, 120_000);
