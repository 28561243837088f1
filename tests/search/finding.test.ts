// How the search index is kept and asked: in one piece after a bulk load; in a large base from the rarest words, with the same answers.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '@shared/text/fold';
import { generateInto } from '../../src-main/features/base';
import { findParties, mergePieces } from '../../src-main/search';
import { compiled, sql } from '../../src-main/db';
import { openEngine, value, type TestEngine } from '../support/open-engine';

const held: { test?: TestEngine } = {};

beforeAll(async () => {
  held.test = await openEngine();
  const { engine, client } = held.test;
  const input = { parties: 400, activities: 0, seed: 5, onProgress: () => undefined };
  await generateInto(engine.context('base.generate'), engine.state, input);
  for (const text of [
    'Ali Reza Karimi',
    'رضا علي كريمي',
    'علي رضا بن حسن كريمي',
    'علي رضا كريمي',
    'سعيد عبد الله الشهري',
  ])
    await client.parties.create({ kind: 'person', names: [{ text }] });
});
afterAll(() => held.test?.close());

const base = () => held.test!.engine.base()!;
const find = (text: string): readonly unknown[] =>
  findParties(base().read, text, { limit: 20, by: { names: true, points: true, identifiers: false } });

/** Every name whole, backwards, with a word begun only, and some in other spellings. */
function everyName(): string[] {
  const names = base().read.all<{ text: string }>({ sql: 'select distinct text from party_name', parameters: [] });
  return [
    ...names.flatMap(({ text }) => [text, fold(text).split(' ').reverse().join(' '), text.slice(0, -2)]),
    'alireza karimi',
    'Saeed Abdullah Al Shehri',
    'سعید عبدالله شهری',
    'عليرضا كريمي',
    'علي بن رضا الكريمي',
  ];
}

test('a bulk load leaves each full-text table in one piece, and everything is found as before', async () => {
  const pieces = (): number =>
    base().read.first<{ count: number }>(
      compiled(sql<{ count: number }>`select count(distinct segid) as count from party_words_idx`),
    )!.count;
  const asked = everyName();
  const before = asked.map(find);
  expect(pieces()).toBeGreaterThan(1);
  const context = held.test!.engine.context('base.generate');
  const allowed = { steps: 1 };
  await mergePieces(context, () => (allowed.steps -= 1) >= 0);
  await mergePieces(context, () => true);
  expect(pieces()).toBe(1);
  expect(asked.map(find)).toEqual(before);
  expect(value(await held.test!.client.base.verify({ quick: false })).findings).toEqual([]);
});

test('in a large base, where the two rarest words are asked for first, the same people are found in the same order', () => {
  const asked = everyName();
  const before = asked.map(find);
  expect(before.filter((found) => found.length > 1).length).toBeGreaterThan(50);
  const { read } = base();
  const statements: string[] = [];
  const watched = {
    ...read,
    all: (query: Parameters<typeof read.all>[0]) => (statements.push(query.sql), read.all(query)),
    first: read.first.bind(read),
  } as typeof read;
  const largest = `insert into party_doc values (60000, 'nobody', 'person', '', '', '', '', '', null, null, 0)`;
  base().writer.exec(largest);
  const after = asked.map((text) =>
    findParties(watched, text, { limit: 20, by: { names: true, points: true, identifiers: false } }),
  );
  base().writer.exec('delete from party_doc where rid = 60000');
  expect(after).toEqual(before);
  expect(statements.filter((text) => text.includes('d.skeletons')).length).toBeGreaterThan(asked.length / 4);
});
