// One operation as an example of all: what the door asks before anything is done (the whole table is tests/system/access.test.ts).
import { afterAll, beforeAll, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

it('an input of another shape changes nothing', async () => {
  const loose = { lockMinutes: 7, more: true } as { lockMinutes: number };
  expect(code(await test.client.settings.updateSite(loose))).toBe('door.invalid-input');
  expect(value(await test.client.settings.get({})).site.lockMinutes).not.toBe(7);
});

it('somebody without the right is refused', async () => {
  value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase }));
  value(await test.client.session.lock({}));
  test.clock.at += 3_600_000;
  value(await test.client.session.unlock({ login: 'reader', passphrase }));
  expect(code(await test.client.settings.updateSite({ lockMinutes: 9 }))).toBe('door.forbidden');
});

it('and it is written down who tried what', () => {
  const { writer } = test.engine.base()!;
  const last = writer
    .prepare<[], { command: string; details: string }>('select command, details from operation order by seq desc')
    .get();
  expect(last).toMatchObject({ command: 'access.refused' });
  expect(last?.details).toContain('settings.updateSite');
});
