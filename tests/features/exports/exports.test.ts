// Lists on their way out: what a window shows is what the file holds, for those who may, where it may be, and nothing half-written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { code, ended, passphrase, value } from '../../support/open-engine';
import { readAll } from '../../import/support/files';
import { bringIn } from '../imports/support/bring';
import { closeAfterEach, newFolder, office, takeOut, wish } from './support/office';
import { smallOffice } from './support/small-office';

closeAfterEach();

const rows = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');

describe('a list', () => {
  test('goes out with the filter, the order and the columns that the window shows', async () => {
    const { test } = await smallOffice();
    const columns = ['name', 'kind', 'phone', 'city'] as const;
    const out = await takeOut(test, {
      list: 'parties',
      filter: { kinds: ['person'] },
      columns: [...columns],
    });
    expect(rows(out.text)).toEqual(['نام,نوع,تلفن,شهر', 'محمود رضایی,شخص,0912 345 6789,تهران']);
    const descending = await takeOut(test, {
      list: 'parties',
      sort: { by: 'created', direction: 'descending' },
      columns: ['name'],
    });
    expect(rows(descending.text)).toEqual(['نام', "'=Cmd|شرکت نور", 'محمود رضایی']);
  });

  test('of chosen records holds these alone', async () => {
    const { test, company } = await smallOffice();
    const out = await takeOut(test, { list: 'parties', ids: [company], columns: ['name'] });
    expect(out).toMatchObject({ rows: 1 });
    expect(rows(out.text)[1]).toBe("'=Cmd|شرکت نور");
  });

  test('has days in the calendar that was asked for', async () => {
    const { test, mahmoud } = await smallOffice();
    const what = { list: 'parties' as const, ids: [mahmoud] };
    expect((await takeOut(test, what, { calendar: 'persian' })).text).toContain('1369-02-14');
    expect((await takeOut(test, what)).text).toContain('1990-05-04');
  });

  test('of merged records shows one party with the facts of both', async () => {
    const { test, mahmoud } = await smallOffice();
    const twin = value(
      await test.client.parties.create({
        kind: 'person',
        names: [{ text: 'Mahmoud Rezaei' }],
        contactPoints: [{ kind: 'phone', value: '0935 000 1122' }],
      }),
    ).id;
    value(await test.client.parties.merge({ intoId: mahmoud, ids: [twin], choices: {} }));
    const out = await takeOut(test, { list: 'parties', filter: { kinds: ['person'] } });
    expect(out.rows).toBe(1);
    expect(out.text).toContain('0912 345 6789');
    expect(out.text).toContain('0935 000 1122');
    expect(out.text).toContain('Mahmoud Rezaei');
  });

  test('without a byte order mark when it is not wanted', async () => {
    const { test } = await smallOffice();
    const what = { list: 'parties' as const, columns: ['name' as const] };
    expect((await takeOut(test, what)).text.startsWith('\ufeff')).toBe(true);
    expect((await takeOut(test, what, { byteOrderMark: false })).text.startsWith('نام')).toBe(true);
  });
});

describe('what goes out comes in again', () => {
  test('people, then what happened with them and who is tied to whom, into an empty base', async () => {
    const { test } = await smallOffice();
    const into = await office({ country: 'IR', language: 'fa' });
    for (const list of ['parties', 'activities', 'relationships'] as const) {
      const file = join(newFolder(), `${list}.csv`);
      writeFileSync(file, (await takeOut(test, { list })).text);
      const done = await bringIn(into, file, { duplicates: 'create' });
      expect(done.counts, `${list} ${JSON.stringify(done.counts.reasons)}`).toMatchObject({
        rejected: 0,
      });
      expect(done.into).toBe(list);
    }
    const [from, to] = [test, into].map((one) => one.engine.base()!.writer);
    const activity = 'select kind, direction, subject, body, at, duration_minutes, place, outcome from activity';
    expect(to!.prepare(activity).all()).toEqual(from!.prepare(activity).all());
    const ends = `select r.type, r.position, a.display_name as "from", b.display_name as "to" from relationship r
      join party a on a.id = r.from_party_id join party b on b.id = r.to_party_id`;
    expect(to!.prepare(ends).all()).toEqual(from!.prepare(ends).all());
    const present = `select p.display_name, ap.role from activity_party ap join party p on p.id = ap.party_id order by 1`;
    expect(to!.prepare(present).all()).toEqual(from!.prepare(present).all());
  });

  test('edited in a spreadsheet and read into the same base it changes the records it came from', async () => {
    const { test, mahmoud } = await smallOffice();
    const file = join(newFolder(), 'edited.csv');
    value(await test.client.parties.update({ id: mahmoud, set: { deathOn: '2024-01-02' } }));
    const { text } = await takeOut(test, { list: 'parties' });
    writeFileSync(file, text.replace('خط یک', 'خط تازه').replace('2024-01-02', '2024-01-03'));
    const done = await bringIn(test, file, { existing: 'overwrite' });
    expect(done.counts).toMatchObject({ created: 0, updated: 1, unchanged: 1, rejected: 0 });
    const record = value(await test.client.parties.get({ id: mahmoud }));
    expect(record).toMatchObject({ deathOn: '2024-01-03', note: expect.stringContaining('خط تازه') as string });
  });

  test('a rule for one of its columns holds for what the column says', async () => {
    const { test, mahmoud } = await smallOffice();
    const file = join(newFolder(), 'edited.csv');
    const { text } = await takeOut(test, { list: 'parties' });
    writeFileSync(file, text.replace('خط یک', 'خط تازه').replace('1990-05-04', '1991-05-04'));
    const { mapping } = value(await test.client.imports.inspect({ file }));
    const columns = mapping.columns.map((column) =>
      column.target === 'own.party.note' ? { ...column, rule: 'overwrite' as const } : column,
    );
    const done = await bringIn(test, file, { existing: 'skip', mapping: { ...mapping, columns } });
    expect(done.counts).toMatchObject({ updated: 1, rejected: 0 });
    const record = value(await test.client.parties.get({ id: mahmoud }));
    expect(record.note).toContain('خط تازه');
    expect(record.birth?.on).toBe('1990-05-04');
  });
});

describe('other formats', () => {
  test('a workbook runs from right to left in Arabic and Persian, with real days and times, and no formula', async () => {
    const { test } = await smallOffice();
    const path = join(newFolder(), 'people.xlsx');
    const { jobId } = value(await test.client.exports.make(wish(path, { list: 'parties' }, { format: 'xlsx' })));
    expect((await ended(test, jobId)).failure).toBeNull();
    const book = await readXlsx(readFileSync(path));
    const [sheet] = book.sheets;
    expect(sheet?.view?.rightToLeft).toBe(true);
    const [headings, ...records] = sheet!.rows;
    const cell = (row: unknown[] | undefined, heading: string): unknown => row?.[headings!.indexOf(heading)];
    const mahmoud = records.find((row) => row.includes('محمود رضایی'));
    expect(cell(mahmoud, 'تاریخ تولد')).toEqual(new Date('1990-05-04T00:00:00Z'));
    expect(records.some((row) => row.includes('=Cmd|شرکت نور'))).toBe(true);
    const into = await office({ country: 'IR', language: 'fa' });
    const done = await bringIn(into, path, { duplicates: 'create' });
    expect(done.counts, JSON.stringify(done.counts.reasons)).toMatchObject({
      created: 2,
      rejected: 0,
    });
    const [read] = value(await into.client.parties.list({ filter: { kinds: ['person'] } })).rows;
    expect(value(await into.client.parties.get({ id: read!.id })).birth).toEqual({
      on: '1990-05-04',
      calendar: 'persian',
      text: '۱۴ اردیبهشت ۱۳۶۹',
    });
    const english = join(newFolder(), 'people.xlsx');
    await ended(
      test,
      value(await test.client.exports.make(wish(english, { list: 'everything' }, { format: 'xlsx', language: 'en' })))
        .jobId,
    );
    const whole = await readXlsx(readFileSync(english));
    expect(whole.sheets[0]?.view?.rightToLeft ?? false).toBe(false);
    expect(whole.sheets.length).toBeGreaterThan(10);
  });

  test.each(['3.0', '4.0'] as const)(
    'cards of version %s are read again; numbers not to be used stay out',
    async (cards) => {
      const { test } = await smallOffice();
      const into = await office({ country: 'IR', language: 'fa' });
      const file = join(newFolder(), 'people.vcf');
      const { text } = await takeOut(test, { list: 'parties' }, { format: 'vcf', cards });
      expect(text).not.toContain('1234 5678');
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      writeFileSync(file, text);
      const done = await bringIn(into, file, { duplicates: 'create' });
      expect(done.counts, JSON.stringify(done.counts.reasons)).toMatchObject({
        created: 2,
        rejected: 0,
      });
      const found = value(await into.client.parties.list({ filter: { kinds: ['person'] } })).rows[0]!;
      const record = value(await into.client.parties.get({ id: found.id }));
      expect(record).toMatchObject({
        displayName: 'محمود رضایی',
        note: expect.stringContaining('خط یک\nخط، دو; "سه"') as string,
        birth: { on: '1990-05-04' },
        addresses: [{ kind: 'work', lines: 'خیابان انقلاب', city: 'تهران', country: 'IR' }],
        relationships: [{ type: 'employee', position: 'مدیر فروش' }],
      });
      expect(record.names[0]).toMatchObject({ given: 'محمود', family: 'رضایی', prefix: 'دکتر' });
      expect(record.contactPoints.map((point) => point.value)).toEqual(['0912 345 6789', 'mahmoud@example.com']);
    },
  );

  test('activities are appointments that a calendar reads, occasions come again every year on their day', async () => {
    const { test } = await smallOffice();
    const { text } = await takeOut(test, { list: 'activities' }, { format: 'ics' });
    const file = join(newFolder(), 'office.ics');
    writeFileSync(file, text);
    const { rows: read } = await readAll(file);
    expect(read).toHaveLength(1);
    const cells = 'cells' in read[0]! ? read[0].cells : [];
    expect(cells).toContain('جلسهٔ اول, با «نقطه»');
    expect(cells).toContain('یک\nدو');
    expect(cells).toContain('45');
    expect(cells).toContain('محمود رضایی <mahmoud@example.com>');
    const yearly = await takeOut(test, { list: 'parties' }, { format: 'ics' });
    writeFileSync(file, yearly.text);
    const { rows: again } = await readAll(file);
    expect(again.map((row) => ('cells' in row ? row.cells[2] : ''))).toEqual(['تولد · محمود رضایی']);
    const occasions = yearly.text.replaceAll('\r\n ', '');
    expect(occasions).toContain('DTSTART;VALUE=DATE:20260504');
    expect(occasions).toContain('RDATE;VALUE=DATE:20270504,20280503,');
    expect(occasions).toContain('TRIGGER:-P3D');
  });

  test('JSON lines keep every field under its own name', async () => {
    const { test, mahmoud } = await smallOffice();
    const { text } = await takeOut(test, { list: 'parties', ids: [mahmoud] }, { format: 'jsonl' });
    const party = JSON.parse(text) as Record<string, unknown>;
    expect(party).toMatchObject({ id: mahmoud, kind: 'person', note: 'خط یک\nخط، دو; "سه"' });
    expect(party['contact_point']).toHaveLength(3);
    const everything = (await takeOut(test, { list: 'everything' }, { format: 'jsonl' })).text.trimEnd().split('\n');
    const entities = new Set(everything.map((line) => (JSON.parse(line) as { entity: string }).entity));
    expect([...entities]).toEqual(
      expect.arrayContaining(['party', 'party_name', 'activity', 'relationship', 'app_user']),
    );
  });
});

describe('who may', () => {
  test('the ledger says who took out what, how many rows of it, and nothing of what stood there', async () => {
    const { test, mahmoud } = await smallOffice();
    await takeOut(test, { list: 'parties', ids: [mahmoud], filter: { kinds: ['person'] } }, { format: 'vcf' });
    const [last] = value(await test.client.operations.list({})).operations;
    expect(last).toMatchObject({
      command: 'exports.make',
      userName: 'آمال',
      reason: 'out.vcf · 1',
    });
    const { details } = test.engine.base()!.writer.prepare('select details from operation order by seq desc').get() as {
      details: string;
    };
    expect(JSON.parse(details)).toMatchObject({
      list: 'parties',
      format: 'vcf',
      rows: 1,
      selected: 1,
    });
    expect(details).not.toContain(mahmoud);
  });

  test('someone who may see but not export is refused by the door and by the desk of jobs, and the ledger says so', async () => {
    const { test } = await smallOffice();
    const file = join(newFolder(), 'out.csv');
    const staff = { login: 'sara', displayName: 'سارا', role: 'staff' as const, passphrase };
    value(await test.client.users.create(staff));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'sara', passphrase }));
    expect(value(await test.client.parties.list({})).rows).toHaveLength(2);
    for (const list of ['parties', 'activities', 'relationships', 'everything'] as const)
      expect(code(await test.client.exports.make(wish(file, { list } as never)))).toBe('door.forbidden');
    const context = test.engine.context('exports.make');
    const input = {
      what: { list: 'parties', filter: {}, sort: { by: 'name', direction: 'ascending' } },
      path: file,
    };
    const options = {
      format: 'csv',
      language: 'fa',
      calendar: 'gregory',
      byteOrderMark: true,
      cards: '3.0',
    };
    expect(() => context.startJob('exports.make', { ...input, options, replace: false })).toThrow('may not');
    expect(existsSync(file)).toBe(false);
    expect(value(await test.client.operations.list({})).operations[0]?.command).toBe('access.refused');
  });
});
