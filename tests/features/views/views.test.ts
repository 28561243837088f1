// Saved views: one's own or the whole office's; only who made one changes it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
  value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase }));
});
afterAll(() => test.close());

const definition = {
  filter: { kinds: ['person' as const], city: 'تبریز' },
  sort: { by: 'updated' as const, direction: 'descending' as const },
  columns: ['name' as const, 'phone' as const],
  widths: { name: 320 },
};
const save = (name: string, more: { id?: string; shared?: boolean } = {}) =>
  test.client.views.save({ list: 'parties', name, definition, ...more });
const list = async () => value(await test.client.views.list({ list: 'parties' })).views;
const enter = async (login: string) => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
};

it('a private view is seen by its owner only, a shared one by everybody and changed by its owner only', async () => {
  const mine = value(await save(' خاص  بي '));
  const ours = value(await save('للجميع', { shared: true }));
  expect(await list()).toEqual([
    { id: mine.id, name: 'خاص بي', shared: false, mine: true, definition },
    { id: ours.id, name: 'للجميع', shared: true, mine: true, definition },
  ]);
  await enter('reader');
  expect(await list()).toMatchObject([{ id: ours.id, mine: false }]);
  for (const { id } of [mine, ours]) {
    expect(code(await save('لي', { id }))).toBe('views.not-yours');
    expect(code(await test.client.views.remove({ id }))).toBe('views.not-yours');
  }
  const theirs = value(await save('نمای من'));
  expect((await list()).map(({ id }) => id).toSorted()).toEqual([ours.id, theirs.id].toSorted());
  await enter('amal');
  expect((await list()).map(({ id }) => id)).not.toContain(theirs.id);
});

it('a view is renamed, removed and brought back by undo', async () => {
  const { id } = value(await save('قديم'));
  value(await save('جديد', { id, shared: true }));
  expect((await list()).find((view) => view.id === id)).toMatchObject({ name: 'جديد', shared: true });
  value(await test.client.views.remove({ id }));
  expect(code(await test.client.views.remove({ id }))).toBe('views.not-found');
  expect(code(await save('x', { id }))).toBe('views.not-found');
  value(await test.client.operations.undo({}));
  expect((await list()).find((view) => view.id === id)).toMatchObject({ name: 'جديد' });
});

it('a view of an older program that no longer fits is left out, not an error', async () => {
  const { id } = value(await save('تالف'));
  const database = test.engine.base()!.writer;
  database.exec(
    `BEGIN; INSERT INTO current_operation (one, seq) VALUES (1, 99); DROP TRIGGER capture_saved_view_update; UPDATE saved_view SET definition = '{"old":1}' WHERE id = '${id}'`,
  );
  const rows = database.prepare('select count(*) from saved_view').pluck().get() as number;
  database.exec('COMMIT');
  const shown = await list();
  expect(shown.map((view) => view.id)).not.toContain(id);
  expect(shown.length).toBeLessThan(rows);
});
