// Tasks on the command line: made by words, listed, put off, done and made again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
const inBase = (...args: string[]) => runCli(['tasks', ...args, ...place.access]);
beforeAll(() => {
  place = newBase();
}, patience);
afterAll(() => place.remove());

it(
  'a task is made with a time in words, listed in the language asked for, put off, done, and the next of it printed',
  () => {
    const repeat = JSON.stringify({
      unit: 'month',
      calendar: 'persian',
      on: { nth: -1, weekday: 4 },
      from: '2027-01-01',
    });
    const made = inBase('add', 'جلسه', '--due', 'فردا 10', '--kind', 'meeting', '--repeat', repeat, '--json');
    const { id } = jsonOf<{ value: { id: string } }>(made).value;
    expect(inBase('list', '--lang', 'fa').stdout).toMatch(new RegExp(`^باز\\t.*۱۰:۰۰.*\\tجلسه\\t\\t.*\\t${id}$`, 'm'));
    expect(inBase('move', id, '--due', '15 Ramadan', '--reason', 'asked').exitCode).toBe(0);
    const done = inBase('done', id, '--words', 'kept', '--json');
    const { next } = jsonOf<{ value: { next: string } }>(done).value;
    expect(inBase('list').stdout).toContain(next);
    expect(inBase('drop', next, '--reason', 'enough').exitCode).toBe(0);
    expect(inBase('list').stdout).toContain('nothing to do');
    for (const wrong of [['guess'], ['add'], ['add', 'x', '--due', 'whenever'], ['add', 'x', '--repeat', '{']])
      expect(inBase(...wrong).exitCode, wrong.join(' ')).toBe(2);
    expect(inBase('done', id).exitCode).toBe(1);
  },
  patience,
);

it(
  'a promise is given in one line, put off by agreement, broken with a reason, and the sides are told apart',
  () => {
    const file = join(place.folder, 'person.json');
    writeFileSync(file, JSON.stringify({ kind: 'person', names: [{ text: 'سلمى' }] }));
    const person = runCli(['call', 'parties.create', '--input', file, ...place.access, '--json']);
    const party = jsonOf<{ value: { id: string } }>(person).value.id;
    const promises = (...args: string[]) => runCli(['promises', ...args, ...place.access]);
    const given = promises('add', 'غدا 10 اتصال', '--party', party, '--json');
    const { id } = jsonOf<{ value: { id: string } }>(given).value;
    expect(promises('add', 'tomorrow send the papers', '--party', party, '--theirs').exitCode).toBe(0);
    expect(promises('list', '--theirs').stdout).toContain('send the papers');
    expect(promises('renegotiate', id, '--due', 'in 2 days').exitCode).toBe(0);
    expect(promises('broken', id).exitCode).toBe(1);
    expect(promises('broken', id, '--reason', 'forgotten').exitCode).toBe(0);
    expect(promises('standing', party).stdout).toContain('We kept 0 of 1');
    for (const wrong of [
      ['guess', id],
      ['add', 'اتصال', '--party', party],
      ['add', 'غدا 10 اتصال'],
      ['renegotiate', id],
    ])
      expect(promises(...wrong).exitCode, wrong.join(' ')).toBe(2);
  },
  patience,
);
