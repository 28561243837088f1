// The engine's own process behind a real window: how soon fifty rows are in the page, and how much memory a day's reading takes.

import { readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { passphrase } from '../support/open-engine';
import { provideScreen, startProgram, type Started } from './support/desktop';
import { percentile, publish, type Row } from './support/measure';
import { measuredBase, sizes } from './support/measured-base';
import { searchClasses } from './support/search-classes';

const ENGINE_MEGABYTES = 200;
/** A cap: from the call in the page until its answer is there. */
const ROWS_MS = 2;
const CALLS = 200;
const PAGES = 400;
const RECORDS = 300;

const held: { rows: Row[]; started?: Started; folder: string; texts: string[]; endScreen?: () => void } = {
  rows: [],
  folder: '',
  texts: [],
};

beforeAll(async () => {
  held.endScreen = await provideScreen();
  const base = await measuredBase(sizes().at(-1)!);
  held.folder = base.folder;
  held.texts = searchClasses(base.engine.base).flatMap(({ texts }) => texts);
  await base.engine.close();
  held.started = await startProgram(base.folder);
  const { page } = held.started;
  value(await call(page, 'session.unlock', { login: 'amal', passphrase }));
});

afterAll(async () => {
  publish('engine-process', held.rows);
  await held.started?.close();
  held.endScreen?.();
  if (held.folder.includes('bench-bases')) rmSync(held.folder, { recursive: true, force: true });
});

test('fifty rows of the list are in the page within two milliseconds', async () => {
  const { page } = held.started!;
  const times = await page.evaluate(async (count) => {
    const { diwan } = window as unknown as Bridge;
    const taken: number[] = [];
    for (let asked = 0; asked < count; asked += 1) {
      const began = performance.now();
      await diwan.call('parties.list', { filter: { kinds: ['person'] }, limit: 50 });
      taken.push(performance.now() - began);
    }
    return taken.slice(count / 2);
  }, CALLS);
  const median = percentile(times, 0.5);
  held.rows.push({ what: '50 rows in the page, median ms', is: median, cap: ROWS_MS });
  held.rows.push({ what: '50 rows in the page, p95 ms', is: percentile(times, 0.95), cap: '' });
  expect(median).toBeLessThanOrEqual(ROWS_MS);
});

test('searching, scrolling the whole list by every order and opening records keeps the engine within its memory', async () => {
  const { page, app } = held.started!;
  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find(({ name }) => name === 'Diwan engine')?.pid ?? 0,
  );
  const note = (after: string): number => {
    const { own, resident } = memoryOf(pid);
    held.rows.push({ what: `engine memory of its own after ${after}, MB`, is: own, cap: ENGINE_MEGABYTES });
    held.rows.push({ what: `engine memory with shared code after ${after}, MB`, is: resident, cap: '' });
    return own;
  };
  const seen = [note('unlock')];
  for (const text of held.texts) await call(page, 'search.find', { text });
  seen.push(note('searching'));
  const ids = await scroll(page);
  seen.push(note('scrolling'));
  for (const id of ids.slice(0, RECORDS)) {
    await call(page, 'parties.get', { id });
    await call(page, 'parties.timeline', { partyId: id });
    await call(page, 'parties.history', { partyId: id });
  }
  seen.push(note('opening records'));
  expect(Math.max(...seen)).toBeLessThan(ENGINE_MEGABYTES);
});

/** Pages at even distances through the list in every order, as a hand on the scroll bar asks for them; answers ids met on the way. */
async function scroll(page: Page): Promise<string[]> {
  const ids: string[] = [];
  for (const by of ['name', 'created', 'updated', 'last-activity']) {
    const query = { filter: { kinds: ['person'] }, sort: { by, direction: 'ascending' } };
    const { cursors } = value<{ cursors: string[] }>(await call(page, 'parties.index', query));
    const step = Math.max(1, Math.floor((cursors.length * 4) / PAGES));
    for (let at = 0; at < cursors.length; at += step) {
      const { rows } = value<{ rows: { id: string }[] }>(
        await call(page, 'parties.list', { ...query, after: cursors[at], limit: 50 }),
      );
      ids.push(...rows.slice(0, 1).map(({ id }) => id));
    }
  }
  return ids;
}

interface Bridge {
  readonly diwan: { call(op: string, input: unknown): Promise<unknown> };
}

const call = (page: Page, op: string, input: unknown): Promise<unknown> =>
  page.evaluate(([name, asked]) => (window as unknown as Bridge).diwan.call(name as string, asked), [op, input]);

function value<T>(reply: unknown): T {
  const { ok, value: answer } = reply as { ok: boolean; value: T };
  if (!ok) throw new Error(`expected an answer, got ${JSON.stringify(reply)}`);
  return answer;
}

/** Of a running process: all its pages, and those it does not share with the other processes of the program (the runtime's code is shared). */
function memoryOf(pid: number): { resident: number; own: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { resident: megabytes('VmRSS'), own: megabytes('RssAnon') };
}
