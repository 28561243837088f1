// tests/asvs.csv says of every requirement of OWASP ASVS 5.0 that is a goal (levels 1 and 2, and level 3 of files, authorization,
// cryptography, data protection and logging) which test proves it, where it is written down, or why there is nothing to prove.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** RFC 4180, as the file is written. */
function rowsOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
}

const [heading = [], ...rows] = rowsOf(read('tests/asvs.csv'));

/** How many requirements each section has, and which of them are of level 3 only and no goal here. */
const sections: Readonly<Record<string, readonly [count: number, beyond?: readonly number[]]>> = {
  '1.1': [2], '1.2': [10, [10]], '1.3': [12, [12]], '1.4': [3], '1.5': [3, [3]],
  '2.1': [3], '2.2': [3], '2.3': [5, [5]], '2.4': [2, [2]],
  '3.1': [1, [1]], '3.2': [3, [3]], '3.3': [5, [5]], '3.4': [8, [7, 8]], '3.5': [8, [6, 7, 8]], '3.6': [1, [1]], '3.7': [5, [3, 4, 5]],
  '4.1': [5, [4, 5]], '4.2': [5, [2, 3, 4, 5]], '4.3': [2], '4.4': [4],
  '5.1': [1], '5.2': [6], '5.3': [3], '5.4': [3],
  '6.1': [3], '6.2': [12], '6.3': [8, [5, 6, 7, 8]], '6.4': [6, [5, 6]], '6.5': [8, [6, 7, 8]], '6.6': [4, [4]], '6.7': [2, [1, 2]], '6.8': [4],
  '7.1': [3], '7.2': [4], '7.3': [2], '7.4': [5], '7.5': [3, [3]], '7.6': [2],
  '8.1': [4], '8.2': [4], '8.3': [3], '8.4': [2],
  '9.1': [3], '9.2': [4],
  '10.1': [2], '10.2': [3, [3]], '10.3': [5, [5]], '10.4': [16, [12, 13, 14, 15, 16]], '10.5': [5], '10.6': [2], '10.7': [3],
  '11.1': [4], '11.2': [5], '11.3': [5], '11.4': [4], '11.5': [2], '11.6': [2], '11.7': [2],
  '12.1': [5, [4, 5]], '12.2': [2], '12.3': [5, [5]],
  '13.1': [4, [2, 3, 4]], '13.2': [6, [6]], '13.3': [4, [3, 4]], '13.4': [7, [6, 7]],
  '14.1': [2], '14.2': [8], '14.3': [3],
  '15.1': [5, [4, 5]], '15.2': [5, [4, 5]], '15.3': [7], '15.4': [4, [1, 2, 3, 4]],
  '16.1': [1], '16.2': [5], '16.3': [4], '16.4': [3], '16.5': [4],
  '17.1': [2, [2]], '17.2': [8, [5, 6, 7, 8]], '17.3': [2],
}; // prettier-ignore

const goals = Object.entries(sections).flatMap(([section, [count, beyond = []]]) =>
  Array.from({ length: count }, (_, index) => index + 1)
    .filter((number) => !beyond.includes(number))
    .map((number) => `${section}.${number}`),
);

describe('the table of requirements', () => {
  it('has a line for each that is a goal, or for the whole of its section or chapter, and none twice', () => {
    const numbers = rows.map(([number = '']) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const answered = (goal: string): boolean => {
      const [chapter, section] = goal.split('.');
      return [goal, `${chapter}.${section}`, `${chapter}`].some((number) => numbers.includes(number));
    };
    expect(goals.filter((goal) => !answered(goal))).toEqual([]);
  });

  it('leaves no line empty: each names its level, what is asked for in words of our own, and its proof or a reason', () => {
    expect(heading).toHaveLength(5);
    for (const [number = '', level = '', about = '', proof = '', what = '', ...more] of rows) {
      expect(number, about).toMatch(/^\d+(?:\.\d+){0,2}$/);
      expect(level, number).toMatch(/^[123]$/);
      expect(about.length, number).toBeGreaterThan(10);
      expect(proof, number).toMatch(/^(?:none|tests\/[\w./-]+\.ts|[\w./-]+\.md)$/);
      expect(what.length, number).toBeGreaterThanOrEqual(proof === 'none' ? 30 : 5);
      expect(more, number).toEqual([]);
    }
  });

  it('names only tests that are there by their titles, and words that stand where they are said to', () => {
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
    const missing = rows
      .filter(([, , , proof = '']) => proof !== 'none')
      .filter(([, , , proof = '', what = '']) => {
        if (!existsSync(join(root, proof))) return true;
        const text = read(proof);
        if (proof.endsWith('.md')) return !words(text).includes(what);
        // The goals of a hostile page are a table beside their test.
        const title = /^(?:through the door|from the page): /.exec(what)?.[0];
        return title === undefined ? !text.includes(what) : !goalTables.includes(what.slice(title.length));
      })
      .map(([number]) => number);
    expect(missing).toEqual([]);
  });

  it('proves by a test most of what is asked for where there is something to prove', () => {
    const proven = rows.filter(([, , , proof = '']) => proof !== 'none').length;
    expect(proven / rows.length).toBeGreaterThan(0.7);
  });
});

const goalTables = ['door-goals', 'page-goals'].map((name) => read(`tests/support/hostile/${name}.ts`)).join('\n');
