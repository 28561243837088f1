// Any spelling finds any other: what search answers against what a walk over every name of the base finds by folding.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '@shared/text/fold';
import { findParties } from '../../src-main/search';
import { publish, type Row } from './support/measure';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';

const RECALL = 0.99;
const EVERYBODY = 10_000_000;

const held: { base?: MeasuredBase; names: { id: string; words: string[] }[]; rows: Row[] } = { names: [], rows: [] };

beforeAll(async () => {
  const base = await measuredBase(sizes()[0]!);
  held.base = base;
  for (const [first, second] of pairs) {
    for (const text of [first, second])
      await base.engine.client.parties.create({ kind: 'person', names: [{ text: `${text} الاختبار` }] });
  }
  const sql =
    'select n.party_id as id, n.text from party_name n join party p on p.id = n.party_id where p.deleted_at is null';
  held.names = base.engine.base.read
    .all<{ id: string; text: string }>({ sql, parameters: [] })
    .map(({ id, text }) => ({ id, words: fold(text).split(' ') }));
});

afterAll(async () => {
  publish('recall', held.rows);
  await held.base?.close();
});

const pairs: readonly (readonly [string, string])[] = [
  ['أحمد', 'احمد'],
  ['علي', 'علی'],
  ['فاطمة', 'فاطمه'],
  ['يحيى', 'یحیی'],
  ['إبراهيم', 'ابراهیم'],
  ['مصطفى', 'مصطفي'],
  ['كريمي', 'کریمی'],
  ['آمنة', 'امنه'],
  ['القحطاني', 'قحطاني'],
  ['مُحَمَّد', 'محمد'],
  ['علی\u200cرضا', 'علی رضا'],
];

const withoutArticle = (word: string): string => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word);

/** Everybody with a word, or two neighbours, that begin with the typed letters once both are folded. */
function everybody(typed: string): Set<string> {
  const wanted = withoutArticle(fold(typed).replaceAll(' ', ''));
  const begins = (word: string): boolean => word.startsWith(wanted) || withoutArticle(word).startsWith(wanted);
  const holds = (words: readonly string[]): boolean =>
    words.some(
      (word, at) => begins(word) || ((words[at + 1] ?? '').length > 0 && isJoin(word, words[at + 1]!, wanted)),
    );
  return new Set(held.names.filter(({ words }) => holds(words)).map(({ id }) => id));
}

/** Two words count as one only where the name typed ends with the second: علی رضا for علیرضا, not م حمدان for محمد. */
const isJoin = (first: string, second: string, wanted: string): boolean =>
  first.length > 1 && first + second === wanted;

test.each(pairs)('%s and %s find the same people, and nearly all there are', (first, second) => {
  const { read } = held.base!.engine.base;
  const all = everybody(first);
  expect(all.size).toBeGreaterThan(1);
  for (const typed of [first, second]) {
    const found = new Set(
      findParties(read, typed, { limit: EVERYBODY, by: { names: true, points: true, identifiers: false } }).map(
        ({ partyId }) => partyId,
      ),
    );
    const recall = [...all].filter((id) => found.has(id)).length / all.size;
    held.rows.push({ typed, 'there are': all.size, recall });
    expect(recall).toBeGreaterThanOrEqual(RECALL);
  }
});
