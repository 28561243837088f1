// Fifty broken files for each format of records: calendars, JSON, mail, tables of dBase and chats.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrokenFile } from './malformed';
import { mutate, randomOf } from './malformed';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', name));

const text = (make: (number: number) => string, count = 20): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, number) => make(number)).join(''));

export const soundIcs = Buffer.concat([
  Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'),
  text(
    (number) =>
      `BEGIN:VEVENT\r\nUID:${number}@x\r\nSUMMARY:اجتماع ${number}\r\nDTSTART;TZID=Asia/Riyadh:202603${String((number % 28) + 1).padStart(2, '0')}T100000\r\nATTENDEE;CN="سالم";ROLE=CHAIR:mailto:a${number}@example.com\r\nDESCRIPTION:سطر\\n\r\n آخر\r\nEND:VEVENT\r\n`,
  ),
  Buffer.from('END:VCALENDAR\r\n'),
]);
export const soundJson = Buffer.from(
  JSON.stringify({
    contacts: Array.from({ length: 25 }, (_, number) => ({
      name: `محمد ${number}`,
      phones: ['0501234567'],
      at: { city: 'جدة' },
    })),
  }),
);
export const soundMail = fixture('archive.mbox');
export const soundDbf = fixture('dbase3.dbf');
export const soundChat = text(
  (number) => `[31/12/2025, 22:${String(number + 10)}:00] سالم ${number % 2}: رسالة ${number}\nسطر ثان\n`,
);

function fifty(sound: Buffer, named: Record<string, Buffer | string>, seed: number): BrokenFile[] {
  const files = Object.entries(named).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes as string) }));
  const cuts = Array.from({ length: 15 }, (_, number) => ({
    name: `cut after ${number + 1}/16`,
    bytes: sound.subarray(0, Math.floor((sound.length * (number + 1)) / 16)),
  }));
  const random = randomOf(seed);
  const changed = Array.from({ length: 50 - files.length - cuts.length }, (_, number) => ({
    name: `mutation ${number}`,
    bytes: mutate(sound, random),
  }));
  return [...files, ...cuts, ...changed];
}

const wrapped = (...lines: string[]): string => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');

export const brokenIcs = (): BrokenFile[] =>
  fifty(
    soundIcs,
    {
      'nothing inside': wrapped(),
      'an event without end': wrapped('BEGIN:VEVENT', 'SUMMARY:x'),
      'events within events': wrapped(...Array<string>(5000).fill('BEGIN:VEVENT')),
      'alarms within alarms': wrapped('BEGIN:VEVENT', ...Array<string>(5000).fill('BEGIN:VALARM')),
      'ends without beginnings': wrapped(...Array<string>(5000).fill('END:VEVENT')),
      'times of nonsense': wrapped(
        'BEGIN:VEVENT',
        'DTSTART:99999999T999999Z',
        'DTEND:20260230T250000',
        'DURATION:PxY',
        'END:VEVENT',
      ),
      'a zone of nonsense': wrapped('BEGIN:VEVENT', 'DTSTART;TZID=__proto__:20260101T100000', 'END:VEVENT'),
      'a hundred thousand zones': wrapped(
        ...Array.from(
          { length: 20_000 },
          (_, number) =>
            `BEGIN:VTIMEZONE\r\nTZID:${number}\r\nBEGIN:STANDARD\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE`,
        ),
      ),
      'a hundred thousand guests': wrapped(
        'BEGIN:VEVENT',
        ...Array<string>(100_000).fill('ATTENDEE:mailto:a@b'),
        'END:VEVENT',
      ),
      'a line of three megabytes': wrapped('BEGIN:VEVENT', `SUMMARY:${'x'.repeat(3_000_000)}`, 'END:VEVENT'),
      'a file of three megabytes inside': wrapped(
        'BEGIN:VEVENT',
        `ATTACH;ENCODING=BASE64:${'A'.repeat(3_000_000)}`,
        'END:VEVENT',
      ),
      zeros: wrapped('BEGIN:VEVENT', 'SUMMARY:\0\0', 'UID:\0', 'END:VEVENT'),
    },
    19,
  );

export const brokenJson = (): BrokenFile[] =>
  fifty(
    soundJson,
    {
      'an open brace': '{"a":1',
      'an open list': '[{"a":1},',
      'an open text': '[{"a":"b',
      'only separators': '[{"a":1}],,,,,',
      'lists in lists': `[${'['.repeat(50_000)}${']'.repeat(50_000)}]`,
      'objects in objects': `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
      'a hundred thousand names': `[{${Array.from({ length: 100_000 }, (_, number) => `"k${number}":1`).join(',')}}]`,
      'numbers that are none': '[{"a":1e99999},{"a":-},{"a":0x1}]',
      'prototype names': '[{"__proto__":{"x":1},"constructor":"y","toString":2}]',
      'lone surrogates': String.raw`[{"a":"\ud800"},{"\udfff":1}]`,
      'a text of three megabytes': JSON.stringify([{ a: 'x'.repeat(3_000_000) }]),
      'plain values': '[{"a":1},1,"x",null,true,[1,2,[3]]]',
    },
    23,
  );

export const brokenMail = (): BrokenFile[] =>
  fifty(
    soundMail,
    {
      'a seam alone': 'From a@b Sun Mar  8 08:00:00 2026\n',
      'seams on every line': 'From a@b Sun Mar  8 08:00:00 2026\n\n'.repeat(5000),
      'a head alone': 'From: a@b\nTo: c@d\nSubject: x\nDate: never\n',
      'parts within parts': `From: a@b\nTo: c@d\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n${'--a\nContent-Type: multipart/mixed; boundary=a\n\n'.repeat(3000)}`,
      'messages within messages': `From: a@b\nTo: c@d\nSubject: x\n${'Content-Type: message/rfc822\n\nSubject: y\n'.repeat(300)}`,
      'an unknown charset':
        'From: a@b\nTo: c@d\nSubject: =?klingon?b?////?=\nContent-Type: text/plain; charset=klingon\n\nx',
      'base64 that is none': 'From: a@b\nTo: c@d\nSubject: x\nContent-Transfer-Encoding: base64\n\n****%%%%',
      'a head of two megabytes': `From: a@b\nTo: c@d\nSubject: x\n${'X-A: b\n'.repeat(300_000)}\nx`,
      'a hundred thousand recipients': `From: a@b\nSubject: x\nDate: y\nTo: ${'a@b, '.repeat(100_000)}\n\nx`,
      'tags that never close': `From: a@b\nTo: c@d\nSubject: x\nContent-Type: text/html\n\n${'<'.repeat(500_000)}`,
      'comments that never close': `From: a@b\nTo: c@d\nSubject: x\nContent-Type: text/html\n\n${'<!--'.repeat(200_000)}`,
      'scripts that never close': `From: a@b\nTo: c@d\nSubject: x\nContent-Type: text/html\n\n${'<script>'.repeat(20_000)}`,
    },
    29,
  );

const header = (over: Partial<{ version: number; records: number; head: number; record: number }>): Buffer => {
  const bytes = Buffer.from(soundDbf);
  if (over.version !== undefined) bytes[0] = over.version;
  if (over.records !== undefined) bytes.writeUInt32LE(over.records, 4);
  if (over.head !== undefined) bytes.writeUInt16LE(over.head, 8);
  if (over.record !== undefined) bytes.writeUInt16LE(over.record, 10);
  return bytes;
};

export const brokenDbf = (): BrokenFile[] =>
  fifty(
    soundDbf,
    {
      'four thousand million records': header({ records: 0xffffffff }),
      'no records': header({ records: 0 }),
      'a head longer than the file': header({ head: 60_000 }),
      'a head too short': header({ head: 10 }),
      'records of no length': header({ record: 0 }),
      'records shorter than their fields': header({ record: 5 }),
      'records longer than the file': header({ record: 60_000 }),
      'another version': header({ version: 0x8c }),
      'an unknown version': header({ version: 0x99 }),
      'only a head': soundDbf.subarray(0, 193),
      'no end of the fields': Buffer.concat([soundDbf.subarray(0, 192), Buffer.from('x'.repeat(500))]),
      'zeros behind the head': Buffer.concat([soundDbf.subarray(0, 193), Buffer.alloc(500)]),
    },
    31,
  );

export const brokenChat = (): BrokenFile[] =>
  fifty(
    soundChat,
    {
      'heads alone': '[31/12/2025, 22:10:00] \n'.repeat(1000),
      'senders alone': '[31/12/2025, 22:10:00] A:\n'.repeat(1000),
      'hours of nonsense': '[31/12/2025, 99:99:99] A: x\n[31/12/2025, 22:10:00] A: x\n',
      'dates of nonsense': '[99/99/0000, 22:10:00] A: x\n',
      'a message of three megabytes': `[31/12/2025, 22:10:00] A: ${'x'.repeat(3_000_000)}\n`,
      'a message of a hundred thousand lines': `[31/12/2025, 22:10:00] A: ${'x\n'.repeat(100_000)}`,
      'marks without end': `${'\u200f'.repeat(10_000)}[31/12/2025, 22:10:00] A: x\n`,
      'digits without end': `[${'1'.repeat(100_000)}/12/2025, 22:10:00] A: x\n`,
      'spaces without end': `[31/12/2025,${' '.repeat(100_000)}22:10:00] A: x\n`,
      'a sender without end': `[31/12/2025, 22:10:00] ${'a'.repeat(100_000)}: x\n`,
      zeros: '[31/12/2025, 22:10:00] A: \0\0\0x\n'.repeat(100),
      'direction overrides': '[31/12/2025, 22:10:00] \u202eevil\u202c: \u2066x\n',
    },
    37,
  );
