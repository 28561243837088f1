// What goes out as CSV comes in again as it was: every name, number, address, date and note, whatever is written in them.
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identifierSchemes, roleTypes } from '../../../src-shared/catalogue';
import { languages } from '../../../src-shared/locale/language';
import { cleanLine, cleanText } from '../../../src-shared/text/clean';
import { guarded, isNothing, unguarded } from '../../../src-shared/text/spreadsheet-guard';
import { value, type TestEngine } from '../../support/open-engine';
import { bringIn } from '../imports/support/bring';
import { closeAfterEach, newFolder, office, takeOut } from './support/office';

closeAfterEach();

/** What people and attackers write: formulas, separators, quotes, both directions and their marks, what reads as "nothing". */
const pieces = fc.constantFrom(
  '=1+1',
  '@SUM(A1)',
  '+966',
  '-5',
  "'",
  '"',
  ',',
  ';',
  '\t',
  '＝',
  '::: ',
  'n/a',
  '-',
  '0',
  'ندارد',
  'لا يوجد',
  '#REF!',
  'محمد',
  'رضا',
  'می‌روم',
  'Ada',
  'O’Neill',
  '\u200f',
  '\u202e',
  '\u200c',
  '😀',
  '１２',
  '٣',
  '|',
  '\\',
  '{}',
  '<b>',
  '%0A',
  ' ',
);
/** Without U+FFFD, which stands for a sign that could not be read: a file with it is told so, and its row is not taken. */
const line = (most: number) =>
  fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 8 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => cleanLine(parts.join('').replaceAll(/[\0\ufffd]/g, '')).slice(0, most))
    .map((text) => cleanLine(text.replace(/[\ud800-\udbff]$/, '')))
    .filter((text) => text !== '');
const note = fc
  .array(fc.oneof(pieces, fc.constantFrom('\n', '\r\n', '\n\n', '"\n"')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2020-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const person = fc.record(
  {
    kind: fc.constantFrom('person' as const, 'organisation' as const),
    names: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('used' as const, 'legal' as const, 'alias' as const, 'former' as const),
          text: line(100),
          given: line(40),
          family: line(40),
          nickname: line(40),
        },
        { requiredKeys: ['kind', 'text'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    contactPoints: fc.array(
      fc.record(
        {
          kind: fc.constantFrom(
            'phone' as const,
            'email' as const,
            'url' as const,
            'messenger' as const,
            'fax' as const,
          ),
          label: fc.constantFrom('mobile' as const, 'home' as const, 'work' as const, 'assistant' as const),
          value: line(60),
          preferred: fc.boolean(),
          doNotUse: fc.boolean(),
          note: line(40),
          fromOn: day,
        },
        { requiredKeys: ['kind', 'value'] },
      ),
      { maxLength: 4 },
    ),
    addresses: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('home' as const, 'work' as const, 'postal' as const, 'billing' as const),
          lines: line(80),
          city: line(30),
          postcode: line(12),
          country: fc.constantFrom('SA', 'IR', 'EG'),
        },
        { requiredKeys: ['kind'] },
      ),
      { maxLength: 3 },
    ),
    identifiers: fc.array(
      fc.record(
        {
          scheme: fc.constantFrom(...identifierSchemes),
          value: line(40),
          issuer: line(20),
          expiresOn: day,
        },
        { requiredKeys: ['scheme', 'value'] },
      ),
      { maxLength: 3 },
    ),
    occasions: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('birthday' as const, 'memorial' as const),
          calendar: fc.constantFrom('gregory' as const, 'umalqura' as const, 'persian' as const),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 1, max: 29 }),
          label: line(30),
        },
        { requiredKeys: ['kind', 'calendar', 'month', 'day'] },
      ),
      { maxLength: 2 },
    ),
    preferences: fc.array(
      fc.record({ key: fc.constantFrom('likes' as const, 'best-time' as const), value: line(40) }),
      { maxLength: 2 },
    ),
    needs: fc.array(
      fc.record({
        words: line(40),
        tags: line(20),
        urgency: fc.constantFrom('now' as const, 'someday' as const),
        status: fc.constantFrom('open' as const, 'met' as const),
      }),
      { maxLength: 2 },
    ),
    valueDrivers: fc.array(
      fc.record({ driver: fc.constantFrom('speed' as const, 'trust' as const), rank: fc.integer({ min: 1, max: 20 }) }),
      { maxLength: 2 },
    ),
    roles: fc
      .uniqueArray(fc.constantFrom(...roleTypes), { maxLength: 2 })
      .map((types) => types.map((type) => ({ type }))),
    gender: fc.constantFrom('female' as const, 'male' as const),
    language: fc.constantFrom(...languages),
    nationality: line(30),
    industry: line(30),
    note,
    birth: fc.record({
      on: day,
      calendar: fc.constantFrom('gregory' as const, 'persian' as const),
      text: line(30),
    }),
    deathOn: day,
  },
  { requiredKeys: ['kind', 'names'] },
);

const local = [
  'id',
  'party_id',
  'position',
  'created_at',
  'updated_at',
  'created_by',
  'external_key',
  'last_activity_at',
];

/** Everything recorded of the parties of a base, without ids and times of recording, one text a party. */
function factsIn(test: TestEngine): string[] {
  const database = test.engine.base()!.writer;
  const facts = (table: string, party: string): unknown[] =>
    database
      .prepare(`select * from ${table} where party_id = ? order by rowid`)
      .all(party)
      .map((row) => Object.entries(row as object).filter(([name]) => !local.includes(name)));
  const tables = [
    'party_name',
    'contact_point',
    'address',
    'identifier',
    'occasion',
    'preference',
    'need',
    'value_driver',
    'party_role',
  ];
  return database
    .prepare('select * from party')
    .all()
    .map((row) => {
      const party = Object.entries(row as object).filter(([name]) => !local.includes(name));
      return JSON.stringify([party, ...tables.map((table) => facts(table, (row as { id: string }).id))]);
    })
    .toSorted();
}

describe('CSV of everything known of each party', () => {
  test('brings an empty base every fact again, in each of the three languages', async () => {
    const language = fc.constantFrom(...languages);
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 40 }), language, async (people, spoken) => {
        const [from, into] = [await office(), await office()];
        for (const draft of people) value(await from.client.parties.create(draft));
        const { text, rows } = await takeOut(from, { list: 'parties' }, { language: spoken });
        const file = join(newFolder(), 'in.csv');
        writeFileSync(file, text);
        const done = await bringIn(into, file, { duplicates: 'create' });
        expect(done.counts, JSON.stringify(done.counts.reasons)).toMatchObject({
          created: rows,
          rejected: 0,
        });
        expect(factsIn(into).map((text) => JSON.parse(text))).toEqual(factsIn(from).map((text) => JSON.parse(text)));
        await from.close();
        await into.close();
      }),
      { numRuns: 8, interruptAfterTimeLimit: 60_000 },
    );
  }, 120_000);
});

test('a guard before a formula, a "nothing" or another guard comes off again, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces, line(50)), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
      expect(guarded(text) === text).toBe(text === '' || (!isNothing(text) && !/^[=+\-@\t\r\n\0＝＋－＠']/.test(text)));
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/);
    }),
  );
  expect(cleanText("'=1")).toBe("'=1");
});
