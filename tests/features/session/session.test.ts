// Making, unlocking and locking a base: what is shown before, and that a locked base answers nobody.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationsByName } from '@shared/features/contracts';
import { code, openEngine, passphrase, value } from '../../support/open-engine';

describe('a session', () => {
  it('begins without a base, makes one, locks it and opens it again', async () => {
    const test = await openEngine({ create: false });
    expect(value(await test.client.session.status({}))).toEqual({
      state: 'no-base',
      baseFolder: test.folder,
      logins: [],
      user: null,
      keyringAlarm: null,
      cardsNeeded: null,
      place: { kind: 'local', sign: null },
      version: '0.0.0-test',
    });
    const made = value(
      await test.client.session.create({
        login: 'كمال',
        displayName: 'كمال ناصر',
        passphrase,
        officeName: 'عيادة',
        language: 'ar',
        country: 'EG',
        digits: 'latn',
        calendar: 'gregory',
        weekStart: 1,
        timeZone: 'Africa/Cairo',
      }),
    );
    expect(made.status).toMatchObject({
      state: 'open',
      logins: ['كمال'],
      user: { login: 'كمال', displayName: 'كمال ناصر', role: 'administrator' },
    });
    value(await test.client.session.confirmRecovery({ recoveryCode: made.recoveryCode }));
    expect(value(await test.client.settings.get({}))).toMatchObject({
      site: { officeName: 'عيادة', country: 'EG', weekStart: 1, timeZone: 'Africa/Cairo' },
      user: { language: 'ar', digits: 'latn', calendar: 'gregory' },
    });
    value(await test.client.session.lock({}));
    expect(value(await test.client.session.status({}))).toMatchObject({
      state: 'locked',
      logins: ['كمال'],
      user: null,
    });
    expect(value(await test.client.session.unlock({ login: 'كمال', passphrase })).state).toBe('open');
    expect(
      readdirSync(test.folder).filter(
        (name) =>
          !/^(keyring(\.bak)?\.json|data-1\.db(-wal|-shm)?|recovery-(code|key)\.age|base\.lock(-journal)?|unlock-attempts\.json|logs)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
    expect(test.reported).toEqual([]);
    await test.close();
  });

  it('that is locked leaves no connection, no log of changes to come and nobody signed in', async () => {
    const test = await openEngine();
    const base = test.engine.base()!;
    value(await test.client.session.lock({}));
    expect([test.engine.base(), test.engine.actor()]).toEqual([null, null]);
    expect(() => base.writer.prepare('select 1').get()).toThrow('not open');
    expect(readdirSync(test.folder).filter((name) => name.endsWith('-wal') || name.endsWith('-shm'))).toEqual([]);
    for (const [name, { permission }] of operationsByName()) {
      if (permission !== 'public') expect(code(await test.engine.call(name, {})), name).toBe('door.locked');
    }
    value(await test.client.session.lock({}));
    await test.close();
  });

  it('is written down: making, unlocking and locking, with who', async () => {
    const test = await openEngine();
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    const { operations } = value(await test.client.operations.list({}));
    expect(operations.map(({ command, userName }) => [command, userName])).toEqual([
      ['session.unlock', 'آمال'],
      ['session.lock', 'آمال'],
      ['session.create', 'آمال'],
    ]);
    await test.close();
  });

  it('two unlocks at the same moment end as one open base', async () => {
    const test = await openEngine();
    value(await test.client.session.lock({}));
    const both = await Promise.all([1, 2].map(() => test.client.session.unlock({ login: 'amal', passphrase })));
    expect(both.every(({ ok }) => ok)).toBe(true);
    value(await test.client.parties.create({ kind: 'person', names: [{ text: 'واحد' }] }));
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true });
    await test.close();
  });

  it('closing loses nothing: what was acknowledged is there for the next program', async () => {
    const first = await openEngine();
    const { id } = value(await first.client.parties.create({ kind: 'person', names: [{ text: 'محفوظ' }] }));
    await first.engine.close();
    const second = await openEngine({ folder: first.folder, create: false });
    value(await second.client.session.unlock({ login: 'amal', passphrase }));
    expect(value(await second.client.parties.get({ id })).displayName).toBe('محفوظ');
    await second.close();
    await first.close();
  });
});
