// Yesterday's bulk edit taken back: what nobody touched since is reversed, what somebody changed since is kept, nothing is guessed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn, planFor, waitFor } from '../imports/support/bring';

const EDITED = 312;
const CHANGED_SINCE = 15;
let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
}, 60_000);
afterAll(() => test.close());

it('of 312 records, 15 of them changed since, 297 are reversed, 15 kept and none impossible', async () => {
  const ids: string[] = [];
  for (let index = 0; index < EDITED; index += 1)
    ids.push(
      value(await test.client.parties.create({ kind: 'person', names: [{ text: `سلمى ${index}` }], language: 'ar' }))
        .id,
    );
  test.clock.at += 60_000;
  value(await test.client.parties.bulkUpdate({ ids, set: { language: 'fa' } }));
  const [edit] = value(await test.client.operations.list({ limit: 1 })).operations;
  expect(edit).toMatchObject({ command: 'parties.bulkUpdate', changes: EDITED });
  test.clock.at += 86_400_000;
  for (const id of ids.slice(0, CHANGED_SINCE))
    value(await test.client.parties.update({ id, set: { language: 'en' } }));
  const undone = value(await test.client.operations.undo({ id: edit!.id }));
  expect(undone).toMatchObject({ reversed: EDITED - CHANGED_SINCE, kept: CHANGED_SINCE, impossible: 0 });
  const languages = await Promise.all(ids.map(async (id) => value(await test.client.parties.get({ id })).language));
  expect(languages.filter((language) => language === 'en').length).toBe(CHANGED_SINCE);
  expect(languages.filter((language) => language === 'ar').length).toBe(EDITED - CHANGED_SINCE);
}, 120_000);

describe('a whole import', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const ROWS = 600;
  const file = (): string =>
    folder.write(
      'people.csv',
      `${['name,mobile,city', ...Array.from({ length: ROWS }, (_, row) => `Zzyzx Q${row},05012${34000 + row},Jeddah`)].join('\r\n')}\r\n`,
    );
  const undoJobs = (engine: TestEngine) => engine.jobs.filter(({ kind }) => kind === 'operations.undo');
  const parties = async ({ client }: TestEngine): Promise<number> => value(await client.base.counts({})).parties;

  it('that still runs or waits is none of one’s last deeds: what was done by hand beside it is', async () => {
    const own = await openEngine();
    const { id } = value(await own.client.imports.start(await planFor(own, file(), { duplicates: 'create' })));
    while (value(await own.client.imports.get({ id })).counts.created === 0)
      await new Promise((go) => setTimeout(go, 5));
    value(await own.client.imports.pause({ id }));
    const { counts } = await waitFor(own, id);
    expect(counts.created).toBeLessThan(ROWS);
    value(await own.client.parties.create({ kind: 'person', names: [{ text: 'بجانب الاستيراد' }] }));
    expect(value(await own.client.operations.undo({}))).toMatchObject({ command: 'parties.create', reversed: 2 });
    expect(await parties(own)).toBe(counts.created);
    value(await own.client.imports.cancel({ id }));
    expect(value(await own.client.operations.undo({}))).toMatchObject({ command: 'imports.run' });
    expect(await parties(own)).toBe(0);
    await own.close();
  });

  it('is taken back by a job that tells how far it is, and of its words none is left in the search tables', async () => {
    const own = await openEngine();
    const done = await bringIn(own, file(), { duplicates: 'create' });
    own.jobs.length = 0;
    const undone = value(await own.client.operations.undo({ groupId: done.id }));
    expect(undone).toMatchObject({ command: 'imports.run', kept: 0, impossible: 0 });
    expect(undone.reversed).toBeGreaterThan(ROWS * 3);
    const [last] = undoJobs(own).slice(-1);
    expect(last).toMatchObject({ state: 'done', progress: { note: 'writing-index' } });
    expect(await parties(own)).toBe(0);
    const { writer } = own.engine.base()!;
    for (const table of ['party_words', 'party_phones', 'party_emails']) {
      const blocks = writer.prepare(`select block from ${table}_data`).pluck().all() as Buffer[];
      expect(
        blocks.some((block) => block.includes('zzyzx') || block.includes('1234')),
        table,
      ).toBe(false);
      expect(writer.prepare(`select v from ${table}_config where k = 'secure-delete'`).pluck().get()).toBe(1);
    }
    expect(value(await own.client.base.verify({ quick: false }))).toMatchObject({ sound: true });
    await own.close();
  }, 120_000);

  it('stopped on the way leaves what is taken back so, and asked for again goes on with the rest', async () => {
    const own = await openEngine();
    const done = await bringIn(own, file(), { duplicates: 'create' });
    const asked = own.client.operations.undo({ groupId: done.id });
    while ((await parties(own)) === ROWS) await new Promise((next) => setImmediate(next));
    const { jobs } = value(await own.client.jobs.list({ kinds: ['operations.undo'] }));
    value(await own.client.jobs.cancel({ id: jobs[0]!.id }));
    expect(code(await asked)).toBe('operations.undo-cancelled');
    const left = await parties(own);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(ROWS);
    expect(value(await own.client.operations.undo({ groupId: done.id }))).toMatchObject({ kept: 0, impossible: 0 });
    expect(await parties(own)).toBe(0);
    expect(code(await own.client.operations.undo({ groupId: done.id }))).toBe('operations.already-undone');
    await own.close();
  }, 120_000);

  it('goes on by itself when the base was locked on the way', async () => {
    const own = await openEngine({ background: true });
    const done = await bringIn(own, file(), { duplicates: 'create' });
    const asked = own.client.operations.undo({ groupId: done.id });
    while ((await parties(own)) === ROWS) await new Promise((next) => setImmediate(next));
    value(await own.client.session.lock({}));
    expect(code(await asked)).toBe('operations.undo-waits');
    value(await own.client.session.unlock({ login: 'amal', passphrase }));
    while (undoJobs(own).at(-1)?.state !== 'done') await new Promise((next) => setTimeout(next, 10));
    expect(undoJobs(own).at(-1)?.result).toMatchObject({ kept: 0, impossible: 0 });
    expect(await parties(own)).toBe(0);
    await own.close();
  }, 120_000);

  it('is one of what touched several records, as are bulk edits and merges; a single person is not', async () => {
    const own = await openEngine();
    const done = await bringIn(own, file(), { duplicates: 'create' });
    const one = value(
      await own.client.parties.create({
        kind: 'person',
        names: [{ text: 'سلمى' }],
        contactPoints: [{ kind: 'phone', value: '0501234567' }],
      }),
    );
    const two = value(await own.client.parties.create({ kind: 'person', names: [{ text: 'سلمى' }] }));
    value(await own.client.parties.bulkUpdate({ ids: [one.id, two.id], set: { language: 'fa' } }));
    value(await own.client.parties.merge({ intoId: one.id, ids: [two.id], reason: 'the same', evidence: [] }));
    const { operations } = value(await own.client.operations.list({ several: true, grouped: true }));
    expect(operations.map(({ command }) => command)).toEqual(['parties.merge', 'parties.bulkUpdate', 'imports.run']);
    expect(operations.at(-1)).toMatchObject({ groupId: done.id, undoneBy: null, userName: 'آمال' });
    await own.close();
  }, 120_000);
});
