// Calendars: times of many zones as instants, tasks and journals, and what Outlook writes.
import { afterAll, expect, it } from 'vitest';
import { openSource } from '../../src-main/import/open-source';
import { DEFAULT_LIMITS } from '../../src-main/import/limits';
import { cells, readAll, readRows, testFolder } from './support/files';

const folder = testFolder();
afterAll(() => folder.remove());

const calendar = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];

it('an event gives its words, its people and its times as instants', async () => {
  const path = folder.write(
    'a.ics',
    calendar(
      ...event(
        'UID:1@example.com',
        'SUMMARY:اجتماع مع سالم\\, عن العقد',
        'DESCRIPTION:سطر أول\\nسطر ثان طويل جدا يلتف على ',
        ' السطر التالي',
        'DTSTART;TZID=Asia/Riyadh:20260301T100000',
        'DURATION:PT1H30M',
        'LOCATION:الرياض',
        'ORGANIZER;CN=المكتب:mailto:office@diwan.example',
        'ATTENDEE;CN=سالم الحربي;PARTSTAT=ACCEPTED:mailto:salem@example.com',
        'ATTENDEE:mailto:sara@example.com',
        'BEGIN:VALARM',
        'DESCRIPTION:تذكير',
        'END:VALARM',
      ),
    ),
  );
  const { inspection, rows } = await readAll(path);
  expect(inspection.settings.kind).toBe('ics');
  expect(cells(rows)[0]).toEqual([
    '1@example.com',
    'VEVENT',
    'اجتماع مع سالم, عن العقد',
    'سطر أول\nسطر ثان طويل جدا يلتف على السطر التالي',
    '2026-03-01T07:00:00.000Z',
    '',
    '90',
    'الرياض',
    'المكتب <office@diwan.example>',
    'سالم الحربي <salem@example.com> ::: sara@example.com',
    '',
    '',
    '',
    '',
  ]);
});

it.each([
  ['a zone of Windows', 'DTSTART;TZID=Iran Standard Time:20260301T100000', '2026-03-01T06:30:00.000Z'],
  ['a zone by a long name', 'DTSTART;TZID=/x.org/20070227_1/Europe/Berlin:20260701T100000', '2026-07-01T08:00:00.000Z'],
  ['a zone the file defines', 'DTSTART;TZID=Mine:20260301T100000', '2026-03-01T06:00:00.000Z'],
  ['UTC', 'DTSTART:20260301T100000Z', '2026-03-01T10:00:00Z'],
  ['no zone', 'DTSTART:20260301T100000', '2026-03-01T10:00:00'],
  ['a whole day', 'DTSTART;VALUE=DATE:20260301', '2026-03-01'],
  ['nonsense', 'DTSTART:yesterday', 'yesterday'],
])('a time in %s', async (_what, line, expected) => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Mine', 'BEGIN:STANDARD', 'TZOFFSETTO:+0400', 'END:STANDARD', 'END:VTIMEZONE'];
  const { rows } = await readAll(folder.write('t.ics', calendar(...zone, ...event('UID:1', 'SUMMARY:x', line))));
  expect(cells(rows)[0]?.[4]).toBe(expected);
});

it('tasks and journals are rows too, an unfinished entry is refused by itself, and reading goes on from any row', async () => {
  const path = folder.write(
    'many.ics',
    calendar(
      ...event('UID:1', 'SUMMARY:one', 'DTSTART:20260301T100000Z'),
      'BEGIN:VTODO',
      'UID:2',
      'SUMMARY:two',
      'DUE:20260302T100000Z',
      'END:VTODO',
      'BEGIN:VJOURNAL',
      'UID:3',
      'SUMMARY:three',
      'END:VJOURNAL',
      'BEGIN:VEVENT',
      'UID:4',
      'SUMMARY:four',
      ...event('UID:5', 'SUMMARY:five', 'RRULE:FREQ=WEEKLY', 'RECURRENCE-ID:20260301T100000Z'),
    ),
  );
  const { inspection, rows } = await readAll(path);
  expect(cells(rows).map((row) => [row[0], row[1], row[2]])).toEqual([
    ['1', 'VEVENT', 'one'],
    ['2', 'VTODO', 'two'],
    ['3', 'VJOURNAL', 'three'],
    ['4', 'VEVENT', 'four'],
    ['5/2026-03-01T10:00:00Z', 'VEVENT', 'five'],
  ]);
  expect(rows.map((row) => row.problem)).toEqual([undefined, undefined, undefined, 'card-not-ended', undefined]);
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
