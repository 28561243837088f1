// The log of what was done, and taking things back: one's own, once, and never over what somebody changed since.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateInto } from '../../../src-main/features/base';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
  for (const role of ['staff', 'reader'] as const)
    value(await test.client.users.create({ login: role, role, passphrase }));
});
afterAll(() => test.close());

const create = async (text: string) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
const last = async () => value(await test.client.operations.list({ limit: 1 })).operations[0]!;
const enter = async (login: string) => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
};

describe('the log', () => {
  it('is newest first, in pages that meet, and can be asked for one person', async () => {
    for (const text of ['أ', 'ب', 'ج', 'د']) await create(text);
    const all = value(await test.client.operations.list({})).operations;
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => all.length - index));
    const paged = [];
    for (let after: string | undefined, more = true; more;) {
      const page = value(await test.client.operations.list({ limit: 3, ...(after === undefined ? {} : { after }) }));
      paged.push(...page.operations);
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(paged).toEqual(all);
    await enter('staff');
    await create('هـ');
    const mine = value(await test.client.operations.list({ userId: test.engine.actor()!.userId! })).operations;
    expect(mine.map(({ command }) => command)).toEqual(['parties.create', 'session.unlock']);
    expect(code(await test.client.operations.list({ after: '{}' }))).toBe('operations.cursor-invalid');
    await enter('amal');
  });
});

it('a command answers which line of the log it wrote, and none where it changed nothing', async () => {
  const made = await test.client.parties.create({ kind: 'person', names: [{ text: 'نوف' }] });
  const id = value(made).id;
  const written = await last();
  const others = await Promise.all(['ريم', 'هيا'].map((text) => create(text)));
  expect(made.ok && made.operationId).toBe(written.id);
  value(await test.client.operations.undo({ id: written.id }));
  expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
  const noted = { id: others[0]!, set: { note: 'تفضّل الصباح' } };
  const first = await test.client.parties.update(noted);
  expect(first).toHaveProperty('operationId', (await last()).id);
  expect(await test.client.parties.update(noted), 'the same again').not.toHaveProperty('operationId');
});

it('what is stored in many batches is one line of the log, and one entry of a party’s history', async () => {
  const filled = await openEngine();
  const input = { parties: 60, activities: 90, seed: 3, onProgress: () => undefined };
  await generateInto(filled.engine.context('base.generate'), filled.engine.state, input);
  const [latest, ...others] = value(await filled.client.operations.list({})).operations;
  const batches = [latest!, ...others].filter(({ command }) => command === 'base.generate');
  expect(batches.length).toBeGreaterThan(2);
  const lines = value(await filled.client.operations.list({ grouped: true })).operations;
  expect(lines.map(({ command }) => command)).toEqual(['base.generate', 'session.create']);
  expect(lines[0]).toMatchObject({
    id: latest!.id,
    steps: batches.length,
    changes: batches.reduce((sum, { changes }) => sum + changes, 0),
    undoneBy: null,
  });
  const page = value(await filled.client.operations.list({ grouped: true, limit: 1 }));
  const rest = value(await filled.client.operations.list({ grouped: true, limit: 1, after: page.next! }));
  expect([...page.operations, ...rest.operations]).toEqual(lines);
  const { rows } = value(await filled.client.parties.list({ limit: 5 }));
  for (const { id } of rows)
    expect(value(await filled.client.parties.history({ partyId: id })).entries).toHaveLength(1);
  await filled.close();
});

describe('undo', () => {
  it('takes back the last thing one did oneself, step by step', async () => {
    const id = await create('خطوة');
    value(await test.client.parties.update({ id, set: { note: 'واحد' } }));
    value(await test.client.parties.update({ id, set: { note: 'اثنان' } }));
    expect(value(await test.client.operations.undo({}))).toMatchObject({
      command: 'parties.update',
      reversed: 1,
      kept: 0,
    });
    expect(value(await test.client.parties.get({ id })).note).toBe('واحد');
    value(await test.client.operations.undo({}));
    expect(value(await test.client.parties.get({ id })).note).toBeNull();
    value(await test.client.operations.undo({}));
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
  });

  it('happens once, is itself written down, and names what it took back', async () => {
    const id = await create('مرة');
    const made = await last();
    const { operationId } = value(await test.client.operations.undo({ id: made.id }));
    expect(await last()).toMatchObject({ id: operationId, undoes: made.id, command: 'operations.undo' });
    expect(value(await test.client.operations.list({ limit: 2 })).operations[1]).toMatchObject({
      id: made.id,
      undoneBy: operationId,
    });
    expect(code(await test.client.operations.undo({ id: made.id }))).toBe('operations.already-undone');
    expect(code(await test.client.operations.undo({ id: operationId! }))).toBe('operations.not-undoable');
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
  });

  it('keeps a field that somebody changed since, and gives back the others', async () => {
    const id = await create('حقول');
    value(await test.client.parties.update({ id, set: { note: 'أول', industry: 'طب' } }));
    const both = await last();
    value(await test.client.parties.update({ id, set: { note: 'ثان' } }));
    expect(value(await test.client.operations.undo({ id: both.id }))).toMatchObject({ kept: 1 });
    expect(value(await test.client.parties.get({ id }))).toMatchObject({ note: 'ثان', industry: null });
  });

  it('of what was wholly changed since says so, takes nothing back and may be tried again', async () => {
    const id = await create('سبقه غيره');
    value(await test.client.parties.update({ id, set: { note: 'أول' } }));
    const mine = await last();
    value(await test.client.parties.update({ id, set: { note: 'ثان' } }));
    const later = await last();
    const refused = await test.client.operations.undo({ id: mine.id });
    expect(refused).toMatchObject({ error: { code: 'operations.nothing-reversed', details: { kept: 1 } } });
    expect(await last()).toEqual(later);
    value(await test.client.operations.undo({ id: later.id }));
    expect(value(await test.client.operations.undo({ id: mine.id }))).toMatchObject({ reversed: 1, kept: 0 });
    expect(value(await test.client.parties.get({ id })).note).toBeNull();
  });

  it('of somebody else’s work is for those who may, and not for a reader', async () => {
    await create('للإدارة');
    const theirs = await last();
    await enter('staff');
    expect(code(await test.client.operations.undo({ id: theirs.id }))).toBe('operations.not-yours');
    const id = await create('للموظف');
    const mine = await last();
    await enter('reader');
    expect(code(await test.client.operations.undo({ id: mine.id }))).toBe('door.forbidden');
    await enter('amal');
    value(await test.client.operations.undo({ id: mine.id }));
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
  });

  it('without naming one takes back what came last, and never something older in its stead', async () => {
    const id = await create('باقية');
    value(await test.client.settings.updateSite({ lockMinutes: 5 }));
    expect(value(await test.client.operations.undo({}))).toMatchObject({ command: 'settings.updateSite', reversed: 1 });
    expect(value(await test.client.settings.get({})).site.lockMinutes).toBe(10);
    value(await test.client.users.create({ login: 'colleague', role: 'reader', passphrase }));
    expect(code(await test.client.operations.undo({}))).toBe('operations.not-undoable');
    expect(value(await test.client.parties.get({ id })).displayName).toBe('باقية');
  });

  it('does not give back passphrases or users', async () => {
    const { id } = value(await test.client.users.create({ login: 'temp', role: 'reader', passphrase }));
    expect(code(await test.client.operations.undo({ id: (await last()).id }))).toBe('operations.not-undoable');
    value(await test.client.users.remove({ id }));
    expect(code(await test.client.operations.undo({ id: '00000000-0000-7000-8000-000000000000' }))).toBe(
      'operations.not-found',
    );
    expect(code(await test.client.operations.undo({ groupId: '00000000-0000-7000-8000-000000000000' }))).toBe(
      'operations.not-found',
    );
  });

  it('with nothing to take back says so', async () => {
    const fresh = await openEngine();
    expect(code(await fresh.client.operations.undo({}))).toBe('operations.nothing-to-undo');
    await fresh.close();
  });

  it('of very many records runs in short steps that are one line and one undo', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 150; index += 1) ids.push(await create(`كثير ${index}`));
    value(await test.client.parties.bulkUpdate({ ids, set: { status: 'archived' } }));
    const made = await last();
    expect(value(await test.client.operations.undo({}))).toMatchObject({ reversed: 150, kept: 0, impossible: 0 });
    const steps = value(await test.client.operations.list({ groupId: made.id })).operations;
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.map(({ undoes }) => undoes)).toEqual([made.id, ...steps.slice(1).map(() => null)]);
    const [undoing, undone] = value(await test.client.operations.list({ grouped: true, limit: 2 })).operations;
    expect(undoing).toMatchObject({ command: 'operations.undo', steps: steps.length, changes: 150, undoes: made.id });
    expect(undone).toMatchObject({ id: made.id, steps: 1, undoneBy: undoing!.id });
    expect(code(await test.client.operations.undo({ id: steps[1]!.id }))).toBe('operations.not-undoable');
    const history = value(await test.client.parties.history({ partyId: ids[0]! })).entries;
    expect(history.map(({ command, undone: taken }) => [command, taken])).toEqual([
      ['operations.undo', false],
      ['parties.bulkUpdate', true],
      ['parties.create', false],
    ]);
  });

  it('tells every open window which records changed', async () => {
    const id = await create('نافذة');
    test.committed.length = 0;
    value(await test.client.operations.undo({}));
    expect(test.committed).toMatchObject([{ summary: { parties: [id], entities: { party: [id] } } }]);
  });
});
