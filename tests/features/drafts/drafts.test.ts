// Unfinished typing: kept in the encrypted base per person, over a crash and a lock, and never part of the ledger.
import { expect, it } from 'vitest';
import { code, openEngine, passphrase, value } from '../../support/open-engine';

it('a draft survives the lock and the end of the program, is replaced by a newer one, and is gone when cleared', async () => {
  const test = await openEngine();
  const operations = () => test.engine.base()!.writer.prepare('select count(*) from operation').pluck().get();
  const before = operations();
  value(await test.client.drafts.save({ key: 'new-party', value: '{"name":"نیمه' }));
  value(await test.client.drafts.save({ key: 'new-party', value: '{"name":"نیمه‌کاره"}' }));
  value(await test.client.drafts.save({ key: 'note', value: 'دیگر' }));
  expect(operations()).toBe(before);
  value(await test.client.session.lock({}));
  expect(code(await test.client.drafts.get({ key: 'new-party' }))).toBe('door.locked');
  value(await test.client.session.unlock({ login: 'amal', passphrase }));
  expect(value(await test.client.drafts.get({ key: 'new-party' }))).toEqual({ value: '{"name":"نیمه‌کاره"}' });
  await test.engine.close();

  const next = await openEngine({ folder: test.folder, create: false });
  value(await next.client.session.unlock({ login: 'amal', passphrase }));
  expect(value(await next.client.drafts.get({ key: 'new-party' }))).toEqual({ value: '{"name":"نیمه‌کاره"}' });
  value(await next.client.drafts.clear({ key: 'new-party' }));
  value(await next.client.drafts.clear({ key: 'never there' }));
  expect(value(await next.client.drafts.get({ key: 'new-party' }))).toEqual({ value: null });
  expect(value(await next.client.drafts.get({ key: 'note' }))).toEqual({ value: 'دیگر' });
  await next.close();
  await test.close();
});

it('a draft is seen by whoever typed it and nobody else, and may be as long as a long letter', async () => {
  const test = await openEngine();
  value(await test.client.users.create({ login: 'other', role: 'administrator', passphrase }));
  const long = 'ن'.repeat(200_000);
  value(await test.client.drafts.save({ key: 'k', value: long }));
  expect(code(await test.client.drafts.save({ key: 'k', value: `${long}x` }))).toBe('door.invalid-input');
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: 'other', passphrase }));
  expect(value(await test.client.drafts.get({ key: 'k' }))).toEqual({ value: null });
  value(await test.client.drafts.clear({ key: 'k' }));
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: 'amal', passphrase }));
  expect(value(await test.client.drafts.get({ key: 'k' })).value).toBe(long);
  await test.close();
});
