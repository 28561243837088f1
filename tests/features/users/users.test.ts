// The people who may unlock the base: added, changed, removed, with their passphrases; somebody can always get in.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const another = 'قهوة مرة في صباح بارد جداً';
const add = (login: string, role: 'administrator' | 'staff' | 'reader' = 'staff') =>
  test.client.users.create({ login, displayName: `${login} ✓`, role, passphrase: another });
const enter = async (login: string, secret: string) => {
  value(await test.client.session.lock({}));
  return test.client.session.unlock({ login, passphrase: secret });
};
const me = () => test.engine.actor()!.userId!;

describe('a new user', () => {
  it('gets in with their own passphrase, under their own name and rights', async () => {
    const { id } = value(await add('ليلى'));
    expect(value(await enter('ليلى', another)).user).toMatchObject({
      id,
      login: 'ليلى',
      displayName: 'ليلى ✓',
      role: 'staff',
    });
    value(await test.client.parties.create({ kind: 'person', names: [{ text: 'س' }] }));
    expect(value(await test.client.operations.list({ limit: 1 })).operations[0]).toMatchObject({
      userId: id,
      userName: 'ليلى ✓',
      command: 'parties.create',
    });
    expect(
      value(await test.client.users.list({})).users.map(({ login, role, canUnlock }) => [login, role, canUnlock]),
    ).toEqual([
      ['amal', 'administrator', true],
      ['ليلى', 'staff', true],
    ]);
  });

  it('needs a login nobody has in any spelling, and a passphrase worth the name', async () => {
    value(await add('يحيى'));
    for (const login of ['amal', 'AMAL', 'یحیی', ' يحيى '])
      expect(code(await add(login)), login).toBe('users.login-taken');
    expect(code(await test.client.users.create({ login: 'weak', role: 'staff', passphrase: 'password1' }))).toBe(
      'keys.weak-passphrase',
    );
    expect(code(await test.client.users.create({ login: 'x', role: 'staff', passphrase: another }))).toBe(
      'door.invalid-input',
    );
    expect(value(await test.client.users.list({})).users).toHaveLength(2);
  });
});

describe('a user who leaves', () => {
  it('cannot unlock any more, and what they did stays under their name', async () => {
    const { id } = value(await add('سامي'));
    value(await enter('سامي', another));
    value(await test.client.parties.create({ kind: 'person', names: [{ text: 'باقٍ' }] }));
    value(await enter('amal', passphrase));
    value(await test.client.users.remove({ id }));
    expect(code(await test.client.users.remove({ id }))).toBe('users.not-found');
    expect(code(await test.client.users.update({ id, role: 'reader' }))).toBe('users.not-found');
    expect(
      value(await test.client.operations.list({})).operations.find(({ command }) => command === 'parties.create')
        ?.userName,
    ).toBe('سامي ✓');
    expect(code(await enter('سامي', another))).toBe('keys.unknown-user');
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});

describe('the last administrator', () => {
  it('is neither removed nor made something else, and nobody removes themselves', async () => {
    const { id } = value(await add('staff'));
    expect(code(await test.client.users.remove({ id: me() }))).toBe('users.self');
    expect(code(await test.client.users.update({ id: me(), role: 'staff' }))).toBe('users.last-administrator');
    value(await test.client.users.update({ id, role: 'administrator', displayName: 'الجديدة' }));
    value(await test.client.users.update({ id: me(), role: 'staff' }));
    expect(code(await test.client.users.update({ id, role: 'staff' }))).toBe('door.forbidden');
    value(await enter('staff', another));
    expect(value(await test.client.session.status({})).user).toMatchObject({
      role: 'administrator',
      displayName: 'الجديدة',
    });
    expect(code(await test.client.users.update({ id, role: 'reader' }))).toBe('users.last-administrator');
    expect(code(await test.client.users.update({ id: nobody, role: 'reader' }))).toBe('users.not-found');
  });
});

describe('a passphrase', () => {
  it('is changed by its owner who knows the old one; afterwards only the new one opens', async () => {
    expect(code(await test.client.users.changePassphrase({ current: 'wrong one altogether', next: another }))).toBe(
      'keys.wrong-passphrase',
    );
    expect(code(await test.client.users.changePassphrase({ current: passphrase, next: '12345678' }))).toBe(
      'keys.weak-passphrase',
    );
    value(await test.client.users.changePassphrase({ current: passphrase, next: another }));
    expect(code(await enter('amal', passphrase))).toBe('keys.wrong-passphrase');
    value(await test.client.session.unlock({ login: 'amal', passphrase: another }));
    expect(value(await test.client.session.status({})).keyringAlarm).toBeNull();
  });

  it('that is forgotten is set anew with the recovery code, and with nothing else', async () => {
    value(await test.client.session.lock({}));
    const recover = (recoveryCode: string) =>
      test.client.session.recover({ login: 'amal', recoveryCode, passphrase: another });
    expect(code(await recover('AAAA'))).toBe('keys.recovery-code-incomplete');
    const flipped = test.recoveryCode.replace(/[0-9A-Z]/i, (letter) => (letter === '2' ? '3' : '2'));
    expect(['keys.recovery-code-mistyped', 'keys.wrong-recovery-code']).toContain(code(await recover(flipped)));
    value(await recover(test.recoveryCode.toLowerCase()));
    expect(value(await test.client.session.status({})).state).toBe('open');
    expect(code(await enter('amal', passphrase))).toBe('keys.wrong-passphrase');
  });

  it('recovery codes are renewed by an administrator; the old one opens nothing once the new one was typed back', async () => {
    expect(code(await test.client.users.renewRecoveryCode({ passphrase: 'not mine at all' }))).toBe(
      'keys.wrong-passphrase',
    );
    const { recoveryCode } = value(await test.client.users.renewRecoveryCode({ passphrase }));
    expect(recoveryCode).not.toBe(test.recoveryCode);
    value(await test.client.session.confirmRecovery({ recoveryCode: test.recoveryCode }));
    value(await test.client.session.confirmRecovery({ recoveryCode }));
    expect(code(await test.client.session.confirmRecovery({ recoveryCode: test.recoveryCode }))).toBe(
      'keys.wrong-recovery-code',
    );
    value(await test.client.session.confirmRecovery({ recoveryCode }));
  });
});

it('what is done to users and keys is in the ledger, without any secret', async () => {
  const { id } = value(await add('دفتر'));
  value(await test.client.users.changePassphrase({ current: passphrase, next: another }));
  value(await test.client.users.renewRecoveryCode({ passphrase: another }));
  value(await test.client.users.remove({ id }));
  const { operations } = value(await test.client.operations.list({}));
  expect(operations.map(({ command }) => command)).toEqual([
    'users.remove',
    'users.renewRecoveryCode',
    'users.changePassphrase',
    'users.create',
    'session.create',
  ]);
  const ledger =
    JSON.stringify(test.engine.base()!.writer.prepare('select * from change').all()) +
    JSON.stringify(test.engine.base()!.writer.prepare('select details from operation').all());
  for (const secret of [passphrase, another, test.recoveryCode]) expect(ledger).not.toContain(secret);
});
