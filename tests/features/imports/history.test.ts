// Histories of former systems: with their own dates and authors, attached to whom they are about, and never twice.
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn, planFor, tryAndBringIn } from './support/bring';

const fixtures = join(import.meta.dirname, '../../import/fixtures');
const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const timeline = async (text: string) => {
  const { hits } = value(await test.client.search.find({ text, limit: 1 }));
  return value(await test.client.parties.timeline({ partyId: hits[0]?.id ?? '', limit: 50 })).items;
};
const people = (...lines: string[]): string =>
  folder.write('people.csv', `${['id,name,mobile,email', ...lines].join('\n')}\n`);

describe('a base of GoldMine', () => {
  it('brings its people, and its history attaches to them with dates, kinds and authors', async () => {
    const contacts = await tryAndBringIn(test, join(fixtures, 'CONTACT1.DBF'));
    expect(contacts.tried).toEqual(contacts.counts);
    expect(contacts.counts).toMatchObject({ read: 3, created: 3 });
    const history = await tryAndBringIn(test, join(fixtures, 'CONTHIST.DBF'));
    expect(history.done.into).toBe('activities');
    expect(history.tried).toEqual(history.counts);
    expect(history.counts).toMatchObject({ read: 5, created: 4, rejected: 1, reasons: { 'party-not-found': 1 } });
    const items = await timeline('سالم الحربي');
    expect(
      items.map(({ kind, direction, at, subject, body, durationMinutes, author, recordedBy }) => ({
        kind,
        direction,
        at: new Date(at).toISOString(),
        subject,
        body,
        durationMinutes,
        by: author?.name ?? recordedBy,
      })),
    ).toEqual([
      {
        kind: 'meeting',
        direction: null,
        at: '2001-07-14T11:00:00.000Z',
        subject: 'اجتماع في المكتب',
        body: null,
        durationMinutes: 90,
        by: 'OLDUSER',
      },
      {
        kind: 'call',
        direction: 'outgoing',
        at: '1999-01-05T06:15:00.000Z',
        subject: 'مكالمة أولى',
        body: 'سأل عن التأمين',
        durationMinutes: 10,
        by: 'آمال',
      },
    ]);
    const again = await tryAndBringIn(test, join(fixtures, 'CONTHIST.DBF'));
    expect(again.tried).toEqual(again.counts);
    expect(again.counts).toMatchObject({ created: 0, unchanged: 4, rejected: 1 });
  });

  it('a line that says something new of a known activity changes only that', async () => {
    await bringIn(test, join(fixtures, 'CONTACT1.DBF'));
    await bringIn(test, join(fixtures, 'CONTHIST.DBF'));
    const file = folder.write(
      'more.csv',
      'activity id,date,subject,place,customer id\nH000,1999-01-05,ignored,المكتب,GM-0001\n',
    );
    const { tried, counts } = await tryAndBringIn(test, file, { into: 'activities' });
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ updated: 1 });
    expect((await timeline('سالم الحربي')).at(-1)).toMatchObject({ subject: 'مكالمة أولى', place: 'المكتب' });
  });
});

describe('a table of calls and visits', () => {
  const HEAD = 'date,time,type,customer name,customer phone,subject,user';
  const lines = [
    '1404/02/03,09:30,تماس تلفنی,,0501234567,پیگیری,آمال',
    '1404/02/03,10:00,جلسه,سالم الحربي,,جلسه,کارمند سابق',
    '1404/02/04,,زيارة,Nobody Here,,x,',
    '1404/02/04,,call,خالد,,two of this name,',
    '1404/13/04,,call,,0501234567,no such month,',
    '1404/02/05,,dance,,0501234567,no such kind,',
    '1404/02/05,,call,,,nobody named,',
    // The same call told twice.
    '1404/02/03,09:30,تماس تلفنی,,0501234567,پیگیری,آمال',
  ];

  it('is read by its headings; a row without one certain person is refused with its reason', async () => {
    await bringIn(test, people('1,سالم الحربي,0501234567,', '2,خالد,0502222222,', '3,خالد,0503333333,'));
    const file = folder.write('calls.csv', `${[HEAD, ...lines].join('\n')}\n`);
    const plan = await planFor(test, file, { into: 'activities' });
    const mapping = { ...plan.mapping, calendar: 'persian' as const };
    const { tried, counts, done } = await tryAndBringIn(test, file, { mapping });
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({
      read: 8,
      created: 2,
      duplicates: 1,
      rejected: 5,
      reasons: { 'party-not-found': 1, 'party-ambiguous': 1, 'bad-date': 1, 'unknown-choice': 1, 'no-party': 1 },
    });
    const items = await timeline('سالم الحربي');
    expect(
      items.map(({ at, kind, author, recordedBy }) => [
        new Date(at).toISOString(),
        kind,
        author?.name ?? null,
        recordedBy,
      ]),
    ).toEqual([
      ['2025-04-23T07:00:00.000Z', 'meeting', null, 'کارمند سابق'],
      ['2025-04-23T06:30:00.000Z', 'call', 'آمال', null],
    ]);
    const outcome = value(await test.client.operations.undo({ groupId: done.id }));
    expect(outcome).toMatchObject({ kept: 0, impossible: 0 });
    expect(await timeline('سالم الحربي')).toEqual([]);
    const target = folder.path('rejected.csv');
    expect(value(await test.client.imports.saveRejected({ id: done.id, file: target }))).toEqual({ rows: 5 });
  });
});

describe('mail, calendars and chats', () => {
  it('mail attaches to whoever of ours wrote or received it', async () => {
    await bringIn(test, people('1,فاطمة القحطاني,,fatima@example.com', '2,علي رضا,,ali@example.com'));
    const { tried, counts } = await tryAndBringIn(test, join(fixtures, 'archive.mbox'));
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ read: 6, created: 5, rejected: 1, reasons: { 'party-not-found': 1 } });
    const items = await timeline('فاطمة القحطاني');
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ kind: 'message', direction: 'incoming', participants: [{ role: 'sender' }] });
    const [offer] = (await timeline('علي رضا')).filter(({ subject }) => subject.startsWith('عرض'));
    expect(offer).toMatchObject({ direction: 'outgoing', recordedBy: 'مكتب الوساطة <office@diwan.example>' });
  });

  it('a calendar attaches to its guests, whole days and zones kept', async () => {
    await bringIn(test, people('1,سالم الحربي,,salem@example.com'));
    const file = folder.write(
      'cal.ics',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e1\r\nSUMMARY:اجتماع\r\nDTSTART:20260301T100000\r\nATTENDEE;CN=سالم:mailto:salem@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    );
    expect((await tryAndBringIn(test, file)).counts).toMatchObject({ read: 1, created: 1 });
    expect(await timeline('سالم الحربي')).toMatchObject([{ kind: 'meeting', at: Date.UTC(2026, 2, 1, 7) }]);
  });

  it('a chat attaches to the one it is with, what they said and what was answered', async () => {
    await bringIn(test, people('1,سالم الحربي,0501234567,'));
    const file = folder.write(
      'محادثة واتساب مع سالم الحربي.txt',
      '٣١/١٢/٢٠٢٥، ١٠:١٦ م - سالم الحربي: كل عام\nوأنتم بخير\n١/١/٢٠٢٦، ١٢:٠٥ ص - آمال: شكرا\n٢/١/٢٠٢٦، ١:٠٠ م - المكتب: <تم استبعاد الوسائط>\n',
    );
    const { tried, counts } = await tryAndBringIn(test, file);
    expect(tried).toEqual(counts);
    expect(counts).toMatchObject({ read: 3, created: 3 });
    const items = await timeline('سالم الحربي');
    expect(
      items.map(({ at, direction, subject, body, author, recordedBy }) => [
        new Date(at).toISOString(),
        direction,
        subject,
        body,
        author?.name ?? recordedBy,
      ]),
    ).toEqual([
      ['2026-01-02T10:00:00.000Z', 'outgoing', '<تم استبعاد الوسائط>', null, 'المكتب'],
      ['2025-12-31T21:05:00.000Z', 'outgoing', 'شكرا', null, 'آمال'],
      ['2025-12-31T19:16:00.000Z', 'incoming', 'كل عام', 'كل عام\nوأنتم بخير', 'آمال'],
    ]);
  });
});
