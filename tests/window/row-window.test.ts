// A long list in a window: any depth by keyset pages, nothing asked twice, a change in the office shown without a jump.
import { err, ok } from '@shared/core/result';
import { expect, test } from 'vitest';
import { createRowWindow } from '../../src-renderer/api/row-window';
import type { LoadPage, RowWindow } from '../../src-renderer/api/row-window';

interface Office {
  rows: string[];
  readonly asked: { after: string | undefined; limit: number }[];
  readonly load: LoadPage<string>;
}

/** A list whose cursor is the place after which a page begins, as the engine's keyset is; counts stop at 1,000. */
function officeOf(size: number): Office {
  const office: Office = {
    rows: Array.from({ length: size }, (_, index) => `row ${index}`),
    asked: [],
    load: (after, limit) => {
      office.asked.push({ after, limit });
      const start = after === undefined ? 0 : Number(after);
      const rows = office.rows.slice(start, start + limit);
      const end = start + rows.length;
      const count = { value: Math.min(1000, office.rows.length), capped: office.rows.length > 1000 };
      return Promise.resolve(ok({ rows, next: end < office.rows.length ? String(end) : null, count }));
    },
  };
  return office;
}

const anchorsOf = (size: number) => ({
  total: size,
  every: 200,
  cursors: Array.from({ length: Math.floor(size / 200) }, (_, index) => String((index + 1) * 200)),
});

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

async function look(window: RowWindow<string>, from: number, to: number): Promise<(string | undefined)[]> {
  window.ensure(from, to);
  await settle();
  return Array.from({ length: to - from }, (_, index) => window.state().rows.get(from + index));
}

test('the first rows come with one page, and a short list is reached to its end', async () => {
  const office = officeOf(275);
  const window = createRowWindow(office.load);
  expect((await look(window, 0, 30))[29]).toBe('row 29');
  expect(office.asked).toHaveLength(1);
  expect(window.state().length).toBe(275);
  expect((await look(window, 250, 275))[24]).toBe('row 274');
  expect(window.state().complete).toBe(true);
});

test('a list over the cap is as long as is known, and as long as it is once it was counted', async () => {
  const window = createRowWindow(officeOf(1_000_000).load);
  await look(window, 0, 30);
  expect(window.state()).toMatchObject({ length: 1000, count: { value: 1000, capped: true } });
  window.anchor(anchorsOf(1_000_000));
  await settle();
  expect(window.state()).toMatchObject({ length: 1_000_000, count: { value: 1_000_000, capped: false } });
});

test('any depth costs one page when the starting points are known', async () => {
  const office = officeOf(1_000_000);
  const window = createRowWindow(office.load);
  await look(window, 0, 30);
  window.anchor(anchorsOf(1_000_000));
  await settle();
  office.asked.length = 0;
  expect((await look(window, 700_000, 700_030))[0]).toBe('row 700000');
  expect(office.asked).toEqual([{ after: '700000', limit: 60 }]);
});

test('rows that are here are not asked for again', async () => {
  const office = officeOf(500);
  const window = createRowWindow(office.load);
  await look(window, 0, 50);
  await look(window, 10, 40);
  expect(office.asked).toHaveLength(1);
});

test('scrolling past many rows fetches only where it ends', async () => {
  const office = officeOf(100_000);
  const window = createRowWindow(office.load);
  await look(window, 0, 30);
  window.anchor(anchorsOf(100_000));
  await settle();
  office.asked.length = 0;
  for (let row = 0; row < 90_000; row += 1000) window.ensure(row, row + 30);
  await settle();
  expect(office.asked.length).toBeLessThanOrEqual(3);
  expect(window.state().rows.get(89_000)).toBe('row 89000');
});

test('after a change the old rows stay in sight until the new ones are here', async () => {
  const office = officeOf(100);
  const window = createRowWindow(office.load);
  await look(window, 0, 30);
  office.rows = ['a new first row', ...office.rows];
  window.refresh();
  expect(window.state().rows.get(0)).toBe('row 0');
  await settle();
  expect(window.state().rows.get(0)).toBe('a new first row');
  expect(window.state().length).toBe(101);
});

test('a list that shrank ends where it ends', async () => {
  const office = officeOf(50);
  const window = createRowWindow(office.load);
  await look(window, 0, 50);
  office.rows = office.rows.slice(0, 10);
  window.refresh();
  await settle();
  expect(window.state().length).toBe(10);
  expect(window.state().rows.has(10)).toBe(false);
});

test('an empty list is complete, not waiting', async () => {
  const window = createRowWindow(officeOf(0).load);
  await look(window, 0, 1);
  expect(window.state()).toMatchObject({ length: 0, complete: true, loading: false });
});

test('a failure is shown, and trying again asks again', async () => {
  const answers = [err({ code: 'db.busy' }), ok({ rows: ['row 0'], next: null })];
  const window = createRowWindow<string>(() => Promise.resolve(answers.shift()!));
  await look(window, 0, 1);
  expect(window.state().failure).toEqual({ code: 'db.busy' });
  window.refresh();
  await settle();
  expect(window.state()).toMatchObject({ failure: null, length: 1 });
});

test('a call that breaks off is a failure, not a list that waits for ever', async () => {
  const window = createRowWindow<string>(() => Promise.reject(new Error('the engine went away')));
  await look(window, 0, 1);
  expect(window.state()).toMatchObject({ failure: { code: 'door.internal' }, loading: false });
});

test('memory stays bounded however far one scrolls', async () => {
  const window = createRowWindow(officeOf(60_000).load);
  await look(window, 0, 30);
  window.anchor(anchorsOf(60_000));
  await settle();
  for (let row = 0; row < 60_000; row += 200) await look(window, row, row + 200);
  expect(window.state().rows.size).toBeLessThanOrEqual(6200);
});

test('any part of the list is read beside what is looked at, up to its end', async () => {
  const office = officeOf(1_050);
  const window = createRowWindow(office.load);
  await look(window, 0, 30);
  window.anchor(anchorsOf(1_050));
  expect(await window.read(395, 1_001)).toEqual(office.rows.slice(395, 1_001));
  expect(await window.read(990, 5_000)).toEqual(office.rows.slice(990));
  expect(window.state().rows.has(700)).toBe(false);
});
