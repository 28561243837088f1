// Yesterday's bulk edit taken back: what nobody touched since is reversed, what somebody changed since is kept, nothing is guessed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../../support/open-engine';

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
