// Somebody who was erased and is typed again by hand: told when and what was done, stored only with a reason that the log keeps.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ended, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const draft = {
  kind: 'person' as const,
  names: [{ text: 'زبيدة القنفذاني' }],
  contactPoints: [{ kind: 'phone' as const, value: '0507778123' }],
  identifiers: [{ scheme: 'passport' as const, value: 'PX7788123' }],
};

async function eraseOne(): Promise<string> {
  const { id } = value(await test.client.parties.create({ ...draft, externalKey: 'OLD-778812' }));
  const { jobId } = value(await test.client.privacy.execute({ partyId: id }));
  const job = await ended(test, jobId);
  return (job.result as { erasureId: string }).erasureId;
}

const erasedLike = async (probe: object) =>
  value(await test.client.privacy.wasErased({ probe: { kind: 'person', ...probe } as never })).erased;

it('is known while typing by a number, or by name and telephone in any spelling, and by neither of the two alone', async () => {
  const before = test.clock.at;
  const erasureId = await eraseOne();
  const known = { erasureId, mode: 'erase' };
  expect(await erasedLike({ identifiers: draft.identifiers })).toMatchObject(known);
  const phone = [{ kind: 'phone', value: '+966 50 777 8123' }];
  const found = await erasedLike({ names: [{ text: 'القنفذانى زبیده' }], contactPoints: phone });
  expect(found).toMatchObject(known);
  expect(found!.at).toBeGreaterThanOrEqual(before);
  expect(await erasedLike({ contactPoints: phone })).toBeNull();
  expect(await erasedLike({ names: draft.names })).toBeNull();
  expect(await erasedLike({})).toBeNull();
});

it('is not stored without a reason, and with one the log says why, by whom and after which erasure', async () => {
  const erasureId = await eraseOne();
  expect(await test.client.parties.create(draft)).toMatchObject({
    ok: false,
    error: { code: 'parties.was-erased', details: { erasureId, on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } },
  });
  expect(await test.client.parties.create({ ...draft, returnReason: '  ' })).toMatchObject({ ok: false });
  expect(
    await test.client.parties.create({ ...draft, identifiers: [], contactPoints: [], externalKey: 'OLD-778812' }),
  ).toMatchObject({ ok: false });
  const { id } = value(await test.client.parties.create({ ...draft, returnReason: 'عادت عميلة وطلبت ذلك كتابة' }));
  expect(value(await test.client.parties.get({ id })).displayName).toBe('زبيدة القنفذاني');
  const [created] = value(await test.client.operations.list({})).operations;
  expect(created).toMatchObject({ command: 'parties.create', reason: 'عادت عميلة وطلبت ذلك كتابة' });
  expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
});

it('and whoever is somebody else is stored as ever: a reason is not asked and none is written', async () => {
  await eraseOne();
  const { id } = value(
    await test.client.parties.create({
      ...draft,
      names: [{ text: 'هند القنفذاني' }],
      identifiers: [],
      returnReason: 'x',
    }),
  );
  expect(id).not.toBe('');
  const [created] = value(await test.client.operations.list({})).operations;
  expect(created).toMatchObject({ command: 'parties.create', reason: null });
});

it('and is erased again with the reason that was written: nothing of it stays in the log', async () => {
  const first = await eraseOne();
  const { id } = value(await test.client.parties.create({ ...draft, returnReason: 'القنفذاني عادت' }));
  await ended(test, value(await test.client.privacy.execute({ partyId: id })).jobId);
  const told = JSON.stringify(value(await test.client.operations.list({})));
  expect(told).not.toContain('القنفذاني');
  expect(await erasedLike({ identifiers: draft.identifiers })).not.toBeNull();
  expect(value(await test.client.privacy.certificate({ id: first })).id).toBe(first);
});
