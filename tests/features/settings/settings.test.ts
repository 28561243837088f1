// Settings: the office's for everybody, each person's own; a base from another country starts as that country expects.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine({ language: 'fa', country: 'IR' });
});
afterAll(() => test.close());

const get = async () => value(await test.client.settings.get({}));

describe('settings', () => {
  it('begin as the country and language of the office have it', async () => {
    expect(await get()).toMatchObject({
      site: { country: 'IR', timeZone: 'Asia/Tehran', weekStart: 6, lockMinutes: 10, importUnreadable: 'reject' },
      user: { language: 'fa', calendar: 'persian', theme: 'system', textSize: 'normal', density: 'default' },
    });
    const riyadh = await openEngine({ language: 'ar', country: 'SA' });
    expect(value(await riyadh.client.settings.get({}))).toMatchObject({
      site: { country: 'SA', timeZone: 'Asia/Riyadh', weekStart: 0, weekend: [5, 6] },
      user: { language: 'ar' },
    });
    await riyadh.close();
  });

  it('of the office are changed one by one, the others stay', async () => {
    const before = (await get()).site;
    expect(value(await test.client.settings.updateSite({ officeName: 'درمانگاه', lockMinutes: 3 }))).toEqual({
      ...before,
      officeName: 'درمانگاه',
      lockMinutes: 3,
    });
    expect(code(await test.client.settings.updateSite({ timeZone: 'Asia/Nowhere' }))).toBe(
      'settings.time-zone-unknown',
    );
    expect(code(await test.client.settings.updateSite({ lockMinutes: 0 }))).toBe('door.invalid-input');
    expect((await get()).site).toEqual({ ...before, officeName: 'درمانگاه', lockMinutes: 3 });
  });

  it('of a person are that person’s alone, and stay over a lock', async () => {
    value(await test.client.users.create({ login: 'other', role: 'staff', passphrase }));
    const mine = (await get()).user;
    value(
      await test.client.settings.updateUser({
        theme: 'dark',
        digits: 'latn',
        calendar: 'umalqura',
        secondaryCalendar: 'gregory',
      }),
    );
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'other', passphrase }));
    expect((await get()).user).toMatchObject({ theme: 'system' });
    expect(code(await test.client.settings.updateSite({ lockMinutes: 9 }))).toBe('door.forbidden');
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    expect((await get()).user).toEqual({
      ...mine,
      theme: 'dark',
      digits: 'latn',
      calendar: 'umalqura',
      secondaryCalendar: 'gregory',
    });
  });

  it('the country says how a number without a country code is read', async () => {
    const phone = async () => {
      const { id } = value(
        await test.client.parties.create({
          kind: 'person',
          names: [{ text: 'شماره' }],
          contactPoints: [{ kind: 'phone', value: '۰۹۱۲ ۳۴۵ ۶۷۸۹' }],
        }),
      );
      return value(await test.client.parties.get({ id })).contactPoints[0]!.normal;
    };
    expect(await phone()).toBe('+989123456789');
    value(await test.client.settings.updateSite({ country: 'SA' }));
    expect(await phone()).not.toBe('+989123456789');
    value(await test.client.settings.updateSite({ country: 'IR' }));
  });
});
