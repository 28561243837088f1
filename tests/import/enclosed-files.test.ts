// Files inside mails, cards and calendars: found by their names in whatever way these were written, and given as they were put in.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFiles } from '../../src-main/import/enclosed/open-files';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import type { SourceRow } from '../../src-main/import/source';
import { cells, readAll, readRows, testFolder } from './support/files';

const fixtures = join(import.meta.dirname, 'fixtures');
const folder = testFolder();
afterAll(() => folder.remove());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 255));
const base64Lines = (content: Buffer, width = 76): string =>
  content.toString('base64').replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');

/** The content of every file of a row that can be taken, by its number, and the sizes of the pieces it came in. */
async function contents(path: string, row: SourceRow) {
  const { inspection } = await readAll(path);
  const files = row.files ?? [];
  const wanted = files.flatMap((file, index) => (file.problem === undefined ? [index] : []));
  const request = { settings: inspection.settings, limits: DEFAULT_LIMITS, at: row.at ?? '', wanted };
  const found = new Map<number, Buffer[]>();
  const sizes: number[] = [];
  if (wanted.length === 0) return { sizes, byFile: new Map<number, Buffer>() };
  const given = await openFiles(path, request);
  for await (const piece of given.pieces()) {
    found.set(piece.file, [...(found.get(piece.file) ?? []), Buffer.from(piece.bytes)]);
    sizes.push(piece.bytes.length);
  }
  await given.close();
  return { sizes, byFile: new Map([...found].map(([file, pieces]) => [file, Buffer.concat(pieces)])) };
}

/** Names and digests as the rows told them; each content asked for is what its row said. */
async function filesOf(path: string) {
  const all = [];
  for (const row of (await readAll(path)).rows) {
    const { byFile } = await contents(path, row);
    for (const [index, file] of (row.files ?? []).entries())
      if (file.problem === undefined) expect([file.name, sha256(byFile.get(index)!)]).toEqual([file.name, file.digest]);
    all.push(row.files ?? []);
  }
  return all;
}

describe('a mailbox written by another library', () => {
  const path = join(fixtures, 'attachments.mbox');
  type Expected = readonly { name: string; bytes?: number; digest?: string; damaged?: true }[];
  const wanted = JSON.parse(readFileSync(join(fixtures, 'attachments.json'), 'utf8')) as readonly Expected[];

  it('gives every file by its name and as it was put in; what is broken is named as broken', async () => {
    const found = await filesOf(path);
    expect(
      found.map((files) =>
        files.map(({ name, bytes: size, digest, problem }) =>
          problem === undefined ? { name, bytes: size, digest } : { name, damaged: problem === 'attachment-damaged' },
        ),
      ),
    ).toEqual(wanted);
  });

  it('keeps the words around them: of the text, of a message that was forwarded, around an old uuencoded one', async () => {
    const rows = cells((await readAll(path)).rows);
    expect(rows[3]?.[6]).toContain('النص');
    expect(rows[3]?.[6]).toContain('other@example.com');
    expect(rows[5]?.[6]).toBe('Before it.\n\nbegin the day with a smile\nbegin 644 is how it starts\n\n\nAfter it.');
    expect(rows[6]?.[7]).toBe('فاتورة رقم 7.pdf');
  });

  it('tells of the same files after going on from any message', async () => {
    const { inspection, rows } = await readAll(path);
    for (const [index, row] of rows.entries()) {
      if (row.at === undefined || index === 0) continue;
      const from = { row: index, at: row.at };
      expect((await readRows(path, inspection.settings, { from }))[0]).toEqual(row);
    }
  });
});

describe('a file inside a message', () => {
  const message = (body: string, more = ''): string =>
    `From: a@example.com\r\nDate: Sun, 8 Mar 2026 08:00:00 +0000\r\nSubject: big\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwords\r\n--b\r\nContent-Type: application/octet-stream; name=big.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n${more}--b--\r\n`;

  it('comes in pieces that are never larger than a mebibyte, and behind it the words go on', async () => {
    const content = bytes(3_500_001);
    const path = folder.write('big.eml', message(base64Lines(content), '--b\r\n\r\nafter\r\n'));
    const { rows } = await readAll(path, {}, { ...DEFAULT_LIMITS, messageBytes: 10_000 });
    expect(cells(rows)[0]?.[6]).toBe('words\n\nafter');
    const { sizes, byFile } = await contents(path, rows[0]!);
    expect(sizes).toEqual([1_048_576, 1_048_576, 1_048_576, 354_273]);
    expect(byFile.get(0)?.equals(content)).toBe(true);
  });

  it('with nothing in it is a file all the same, and a hundred are the most that one message has', async () => {
    const parts = Array.from({ length: 102 }, (_, at) => `--b\r\nContent-Type: image/png; name=${at}.png\r\n\r\n\r\n`);
    const files = (await readAll(folder.write('many.eml', message('', parts.join(''))))).rows[0]?.files ?? [];
    expect(files.slice(0, 2).map(({ name, bytes: size }) => [name, size])).toEqual([
      ['big.bin', 0],
      ['0.png', 0],
    ]);
    const problems = files.map(({ problem }) => problem);
    expect(problems.slice(98)).toEqual([undefined, undefined, ...Array<string>(3).fill('too-many-attachments')]);
  });

  it('on a line longer than any line may be is refused, not cut', async () => {
    const path = folder.write('long.eml', message(bytes(900_000).toString('base64')));
    expect((await readAll(path)).rows[0]?.files).toMatchObject([{ name: 'big.bin', problem: 'attachment-damaged' }]);
  });

  it('sent as bare bytes is refused when it is no text: its line breaks cannot be told any more', async () => {
    const bare = (body: string): string => message(body).replace('Encoding: base64', 'Encoding: binary');
    const text = (await readAll(folder.write('text.eml', bare('one\r\ntwo')))).rows[0]?.files;
    expect(text).toMatchObject([{ bytes: 8, digest: sha256(Buffer.from('one\r\ntwo')) }]);
    const other = (await readAll(folder.write('bare.eml', bare('a\u0001b\rc')))).rows[0]?.files;
    expect(other).toMatchObject([{ problem: 'attachment-damaged' }]);
  });
});

describe('a picture in a card', () => {
  const picture = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), bytes(5000)]);
  const coded = picture.toString('base64');
  const folded = (line: string): string => line.replace(/.{70}/g, '$&\r\n ');
  const card = (photo: string): string => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:سالم\r\n${photo}\r\nEND:VCARD\r\n`;

  it.each([
    [
      'of version 2.1',
      `PHOTO;ENCODING=BASE64;JPEG:\r\n  ${base64Lines(picture, 70).replace(/\r\n/g, '\r\n  ')}\r\n`,
      'photo.jpg',
    ],
    ['of version 3', folded(`PHOTO;ENCODING=b;TYPE=JPEG:${coded}`), 'photo.jpg'],
    ['of version 4', folded(`PHOTO:data:image/jpeg;base64,${coded}`), 'photo.jpg'],
    ['as Apple writes it', folded(`item1.LOGO;X-ABCROP-RECTANGLE=1;TYPE=image/png;ENCODING=b:${coded}`), 'logo.png'],
  ])('%s is a file of its row; a link to one is none', async (_, photo, name) => {
    const path = folder.write('card.vcf', `${card(photo)}${card('PHOTO;VALUE=uri:https://example.com/a.jpg')}`);
    expect(await filesOf(path)).toEqual([[{ name, bytes: picture.length, digest: sha256(picture) }], []]);
  });
});

it('a document inside a calendar entry is a file of its row; a link or the sound of its alarm is none', async () => {
  const content = bytes(4000);
  const coded = base64Lines(content, 70).replace(/\r\n/g, '\r\n ');
  const attach = `ATTACH;FMTTYPE=application/pdf;ENCODING=BASE64;VALUE=BINARY;X-FILENAME="جدول الأعمال.pdf":\r\n ${coded}`;
  const alarm = 'BEGIN:VALARM\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\r\nEND:VALARM';
  const event = (uid: number, body: string): string =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:اجتماع\r\nDTSTART:20260301T100000\r\n${body}\r\nEND:VEVENT\r\n`;
  const path = folder.write(
    'cal.ics',
    `BEGIN:VCALENDAR\r\n${event(1, 'ATTACH:https://example.com/x')}${event(2, `${attach}\r\n${alarm}`)}END:VCALENDAR\r\n`,
  );
  expect(await filesOf(path)).toEqual([[], [{ name: 'جدول الأعمال.pdf', bytes: 4000, digest: sha256(content) }]]);
});
