// Mail as other programs wrote it: Arabic in an old code page, attachments, a mailbox whose texts look like its own seams.
import { afterAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { cells, readAll, readRows, testFolder } from './support/files';

const fixtures = join(import.meta.dirname, 'fixtures');
const folder = testFolder();
afterAll(() => folder.remove());
const read = (name: string) => readAll(join(fixtures, name));

describe('one message', () => {
  it('in Windows-1256 and quoted-printable reads as it was written', async () => {
    const { inspection, rows } = await read('windows-1256-quoted-printable.eml');
    expect(inspection.settings.kind).toBe('mail');
    const [row] = cells(rows);
    expect(row?.slice(0, 6)).toEqual([
      '1.windows-1256@example.com',
      '2026-03-01T06:30:00.000Z',
      'فاطمة القحطاني <fatima@example.com>',
      'office@diwan.example',
      '',
      'تأكيد موعد',
    ]);
    expect(row?.[6]).toContain('أرجو تأكيد موعد الأحد القادم في الرياض');
  });

  it('in Windows-1256 and base64 keeps its Persian letters', async () => {
    const [row] = cells((await read('windows-1256-base64.eml')).rows);
    expect(row?.[6]).toContain('پرونده گلستان');
  });

  it('of several parts gives its text once, its addresses and the names of its attachments', async () => {
    const [row] = cells((await read('multipart.eml')).rows);
    expect(row?.[2]).toBe('مكتب الوساطة <office@diwan.example>');
    expect(row?.[3]).toBe('Ali Reza <ali@example.com> ::: سارا <sara@example.com>');
    expect(row?.[4]).toBe('boss@example.com');
    expect(row?.[6]).toBe('العرض في المرفق.');
    expect(row?.[7]).toBe('عرض السعر.pdf');
  });

  it('that is a web page only gives the words of the page', async () => {
    const text = cells((await read('html-only.eml')).rows)[0]?.[6] ?? '';
    expect(text).toContain('سطر ثان & أخير');
    expect(text).not.toMatch(/<[a-z]/);
  });
});

describe('a mailbox', () => {
  it('is parted at its seams and not in the middle of a text', async () => {
    const { inspection, rows } = await read('archive.mbox');
    expect(inspection.rowCount).toEqual({ value: 6, exact: true });
    const all = cells(rows);
    expect(all.map((row) => row[5])).toEqual([
      'تأكيد موعد',
      'تاييد وقت',
      'تأكيد موعد',
      'عرض السعر ۱۲۳',
      'A line that begins with From',
      'HTML only',
    ]);
    expect(all[4]?.[6]).toBe('Before.\n\nFrom here on it is text.\nAfter.');
  });

  it('goes on after any message', async () => {
    const path = join(fixtures, 'archive.mbox');
    const { inspection, rows } = await readAll(path);
    const { openSource } = await import('../../src-main/import/open-source');
    const { DEFAULT_LIMITS } = await import('../../src-main/import/limits');
    for (let stop = 1; stop <= rows.length; stop += 1) {
      const source = await openSource(path, { settings: inspection.settings, limits: DEFAULT_LIMITS });
      const first = [];
      for await (const row of source.rows()) {
        first.push(row);
        if (first.length === stop) break;
      }
      const { checkpoint } = source.position();
      await source.close();
      expect([...first, ...(await readRows(path, inspection.settings, { from: checkpoint }))]).toEqual(rows);
    }
  });

  it('with a message longer than the limit gives what is in its head and goes on', async () => {
    const { DEFAULT_LIMITS } = await import('../../src-main/import/limits');
    const big = `From a@b Sun Mar  8 08:00:00 2026\nFrom: a@example.com\nDate: Sun, 8 Mar 2026 08:00:00 +0000\nSubject: big\n\n${'x'.repeat(70)}\n`;
    const path = folder.write('big.mbox', `${big}${'A'.repeat(76).concat('\n').repeat(3000)}\n${big}`);
    const { rows } = await readAll(path, {}, { ...DEFAULT_LIMITS, messageBytes: 20_000 });
    expect(cells(rows).map((row) => row[5])).toEqual(['big', 'big']);
    expect(cells(rows)[0]?.[6]?.length).toBeLessThan(20_000);
  });
});
