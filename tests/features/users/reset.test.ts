// Somebody who forgot their passphrase gets a one-time code: it opens the base for nothing but choosing a passphrase of their own.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const another = 'قهوة مرة في صباح بارد جداً';
const own = 'چهار واژه دور از هم';
let test: TestEngine;
let huda: string;
beforeEach(async () => {
  test = await openEngine();
  huda = value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase: another })).id;
  value(await test.client.users.create({ login: 'omar', role: 'administrator', passphrase }));
  test.approver = 'omar';
});
afterEach(async () => {
  expect(test.reported).toEqual([]);
  await test.close();
});

const lock = async () => value(await test.client.session.lock({}));
const enter = (login: string, secret: string) => test.client.session.unlock({ login, passphrase: secret });
const publicKeys = () =>
  test.engine
    .base()!
    .writer.prepare('select distinct hex(public_key) as key from audit_checkpoint where user_id = ?')
    .all(huda);

it('with the code nothing can be done but choosing a passphrase; then everything is as before', async () => {
  const handed = value(await test.client.users.resetPassphrase({ id: huda })).code;
  expect(handed).toMatch(/^\d{6} \d{6} \d{6} \d{6}$/);
  await lock();
  expect(code(await enter('huda', another))).toBe('keys.wrong-passphrase');
  const status = value(await enter('huda', handed));
  expect(status.user?.mustChange).toBe(true);
  expect(status.user?.permissions.filter((one) => one !== 'public')).toEqual(['session.use']);
  const person = { kind: 'person', names: [{ text: 'س' }] } as const;
  expect(code(await test.client.parties.create({ ...person, names: [...person.names] }))).toBe('door.forbidden');
  expect(code(await test.client.parties.list({}))).toBe('door.forbidden');
  expect(code(await test.client.users.list({}))).toBe('door.forbidden');
  expect(code(await test.client.users.changePassphrase({ current: handed, next: '12345678' }))).toBe(
    'keys.weak-passphrase',
  );
  value(await test.client.users.changePassphrase({ current: handed, next: own }));
  expect(value(await test.client.session.status({})).user).toMatchObject({ mustChange: false });
  value(await test.client.parties.create({ ...person, names: [...person.names] }));
  await lock();
  expect(code(await enter('huda', handed))).toBe('keys.wrong-passphrase');
  expect(value(await enter('huda', own)).keyringAlarm).toBeNull();
});

it('the code is typed in any digits and with any spaces', async () => {
  const handed = value(await test.client.users.resetPassphrase({ id: huda })).code;
  await lock();
  const persian = handed.replaceAll(' ', '').replace(/\d/g, (digit) => String.fromCodePoint(0x6f0 + Number(digit)));
  expect(value(await enter('huda', persian)).user?.mustChange).toBe(true);
});

it('keys of their own are issued anew, and what they signed before is still proven', async () => {
  await lock();
  value(await enter('huda', another));
  await lock();
  expect(publicKeysAfter(await enter('amal', passphrase))).toHaveLength(1);
  const handed = value(await test.client.users.resetPassphrase({ id: huda })).code;
  await lock();
  value(await enter('huda', handed));
  value(await test.client.users.changePassphrase({ current: handed, next: own }));
  await lock();
  expect(publicKeysAfter(await enter('amal', passphrase))).toHaveLength(2);
  const { jobId } = value(await test.client.audit.verify({}));
  expect((await ended(test, jobId)).result).toMatchObject({ sound: true });
});

const publicKeysAfter = (entered: Awaited<ReturnType<typeof enter>>) => {
  value(entered);
  return publicKeys();
};

it('nobody resets their own, one that is gone, or one with more rights than they have; a rotation carries the code', async () => {
  const me = test.engine.actor()!.userId!;
  expect(code(await test.client.users.resetPassphrase({ id: me }))).toBe('users.self');
  const handed = value(await test.client.users.resetPassphrase({ id: huda })).code;
  value(await test.client.keys.rotate({ passphrase }));
  await lock();
  expect(value(await enter('huda', handed)).user?.mustChange).toBe(true);
  expect(code(await test.client.users.resetPassphrase({ id: me }))).toBe('door.forbidden');
  await lock();
  value(await enter('amal', passphrase));
  value(await test.client.users.remove({ id: huda }));
  expect(code(await test.client.users.resetPassphrase({ id: huda }))).toBe('users.not-found');
});

it('nobody does it alone: a second person who may approve signs as well', async () => {
  test.approver = null;
  expect(code(await test.client.users.resetPassphrase({ id: huda }))).toBe('door.approval-needed');
  await lock();
  value(await enter('huda', another));
});

it('the ledger says who was given a code by whom, and not which', async () => {
  const handed = value(await test.client.users.resetPassphrase({ id: huda })).code;
  const rows = JSON.stringify(test.engine.base()!.writer.prepare('select command, details from operation').all());
  expect(rows).toContain('users.resetPassphrase');
  expect(rows).not.toContain(handed.slice(0, 6));
});
