// WhatsApp exports of both kinds of telephone, in three languages.
import { afterAll, describe, expect, it } from 'vitest';
import { cells, readAll, readRows, testFolder } from './support/files';

const folder = testFolder();
afterAll(() => folder.remove());

const exports = {
  'WhatsApp Chat with Salem Al-Harbi.txt': {
    text: [
      '12/31/25, 10:15\u202fPM - Messages and calls are end-to-end encrypted. Learn more.',
      '12/31/25, 10:16\u202fPM - Salem Al-Harbi: Happy new year',
      'and many more',
      '',
      'from all of us',
      '1/1/26, 12:05\u202fAM - Office: <Media omitted>',
      '1/1/26, 12:06\u202fAM - Office: IMG-20260101-WA0001.jpg (file attached)',
      '1/1/26, 9:00\u202fAM - +966 50 123 4567: time: 9:00, place: here',
    ],
    rows: [
      [
        '12/31/25',
        '22:16:00',
        'Salem Al-Harbi',
        'Happy new year\nand many more\n\nfrom all of us',
        '',
        'Salem Al-Harbi',
      ],
      ['1/1/26', '00:05:00', 'Office', '<Media omitted>', '<Media omitted>', 'Salem Al-Harbi'],
      [
        '1/1/26',
        '00:06:00',
        'Office',
        'IMG-20260101-WA0001.jpg (file attached)',
        'IMG-20260101-WA0001.jpg',
        'Salem Al-Harbi',
      ],
      ['1/1/26', '09:00:00', '+966 50 123 4567', 'time: 9:00, place: here', '', 'Salem Al-Harbi'],
    ],
  },
  'محادثة واتساب مع سالم الحربي.txt': {
    text: [
      '\u200f٣١\u200f/١٢\u200f/٢٠٢٥، ١٠:١٥ م - الرسائل والمكالمات مشفرة تمامًا بين الطرفين.',
      '٣١\u200f/١٢\u200f/٢٠٢٥، ١٠:١٦ م - سالم الحربي: كل عام وأنتم بخير',
      '١\u200f/١\u200f/٢٠٢٦، ١٢:٠٥ ص - المكتب: <تم استبعاد الوسائط>',
    ],
    rows: [
      ['31/12/2025', '22:16:00', 'سالم الحربي', 'كل عام وأنتم بخير', '', 'سالم الحربي'],
      ['1/1/2026', '00:05:00', 'المكتب', '<تم استبعاد الوسائط>', '<تم استبعاد الوسائط>', 'سالم الحربي'],
    ],
  },
  'گفتگوی واتساپ با مریم رضایی.txt': {
    text: [
      '۱۴۰۴/۱۰/۱۰،\u200f ۲۲:۱۶ - مریم رضایی: سال نو مبارک',
      'با آرزوی سلامتی',
      '۱۴۰۴/۱۰/۱۱،\u200f ۰:۰۵ - دفتر: سپاس',
    ],
    rows: [
      ['1404/10/10', '22:16:00', 'مریم رضایی', 'سال نو مبارک\nبا آرزوی سلامتی', '', 'مریم رضایی'],
      ['1404/10/11', '00:05:00', 'دفتر', 'سپاس', '', 'مریم رضایی'],
    ],
  },
  '_chat.txt': {
    text: [
      '[31/12/2025, 22:15:03] Salem: \u200eMessages and calls are end-to-end encrypted.',
      '\u200e[31/12/2025, 22:16:04] Salem: \u200e<attached: 00000001-PHOTO.jpg>',
      '[31/12/2025, 22:17:05] ~\u202fUnsaved Person: image omitted',
    ],
    rows: [
      ['31/12/2025', '22:15:03', 'Salem', '\u200eMessages and calls are end-to-end encrypted.', '', ''],
      ['31/12/2025', '22:16:04', 'Salem', '\u200e<attached: 00000001-PHOTO.jpg>', '00000001-PHOTO.jpg', ''],
      ['31/12/2025', '22:17:05', 'Unsaved Person', 'image omitted', 'image omitted', ''],
    ],
  },
};

describe.each(Object.entries(exports))('%s', (name, { text, rows }) => {
  it.each(['\n', '\r\n'])('is read message by message', async (ending) => {
    const path = folder.write(name, text.join(ending) + ending);
    const read = await readAll(path);
    expect(read.inspection.settings.kind).toBe('chat');
    expect(cells(read.rows)).toEqual(rows);
  });
});

it('a chat goes on after any message', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, number) => `[01/02/2026, 10:${String(number + 10)}:00] A${number % 3}: line\nmore ${number}`,
  );
  const path = folder.write('long.txt', lines.join('\n'));
  const { inspection, rows } = await readAll(path);
  expect(rows).toHaveLength(40);
  const { openSource } = await import('../../src-main/import/open-source');
  const { DEFAULT_LIMITS } = await import('../../src-main/import/limits');
  for (const stop of [1, 7, 39, 40]) {
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

it('a table whose first cell is a date is a table', async () => {
  const path = folder.write('t.csv', 'date,name\n01/02/2026,Ali\n02/02/2026,Sara\n');
  expect((await readAll(path)).inspection.settings.kind).toBe('csv');
});
