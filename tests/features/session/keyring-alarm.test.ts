// An older key file put back into the folder, or one from a copy that went its own way: it opens, and everybody is told.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keyringAlarms } from '@shared/features/session/session.contract';
import { createTranslator } from '@shared/locale/translate';
import { knownKeyring } from '../../../src-main/engine/known-keyring';
import { canonicalJson, type JsonValue } from '../../../src-main/keys';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const ended: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).toReversed()) await end();
});

const files = ['keyring.json', 'keyring.bak.json'];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'diwan-alarm-'));
  ended.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
async function engine(options: Parameters<typeof openEngine>[0] = {}): Promise<TestEngine> {
  const test = await openEngine(options);
  ended.push(() => test.close());
  return test;
}
const keep = (test: TestEngine): string => {
  const kept = folder();
  for (const file of files) copyFileSync(join(test.folder, file), join(kept, file));
  return kept;
};
const putBack = (test: TestEngine, kept: string): void => {
  for (const file of files) copyFileSync(join(kept, file), join(test.folder, file));
};
const lock = async (test: TestEngine) => value(await test.client.session.lock({}));
const unlock = async (test: TestEngine, login = 'amal') =>
  value(await test.client.session.unlock({ login, passphrase }));
const alarms = async (test: TestEngine) =>
  value(await test.client.operations.list({ limit: 100 })).operations.filter(
    ({ command }) => command === 'session.keyring-alarm',
  );

type Slots = Record<string, JsonValue>[];
interface File {
  readonly policy: Record<string, JsonValue>;
  readonly slots: Slots;
}
/** What somebody without the keys can do to the file: change it, and make its sum right again. */
function doctor(test: TestEngine, change: (file: File) => Partial<File>): void {
  const { sum: _, ...body } = JSON.parse(readFileSync(join(test.folder, 'keyring.json'), 'utf8')) as File & {
    sum: string;
  };
  const changed = { ...body, ...change(body) } as unknown as JsonValue & object;
  const sum = createHash('sha256')
    .update(`diwan/keyring-sum/v1\n${canonicalJson(changed)}`)
    .digest('hex');
  for (const file of files) writeFileSync(join(test.folder, file), JSON.stringify({ ...changed, sum }));
}

describe('a key file that was changed outside the program', () => {
  it.each<[what: string, change: (file: File) => Partial<File>]>([
    [
      'with a slot put in',
      ({ slots }) => ({ slots: [...slots, { ...slots[0]!, id: 'ab'.repeat(8), label: 'guest' }] }),
    ],
    ['with a slot taken out', ({ slots }) => ({ slots: slots.filter(({ label }) => label !== 'huda') })],
    ['with a longer idle time', ({ policy }) => ({ policy: { ...policy, lockMin: 15 } })],
    ['with a slot made to look new', ({ slots }) => ({ slots: slots.map((slot) => ({ ...slot, createdAt: 1 })) })],
  ])(
    '%s opens with an alarm, takes no change, and is written down until an administrator decides',
    async (_, change) => {
      const test = await engine();
      value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase }));
      await lock(test);
      doctor(test, change);
      expect((await unlock(test)).keyringAlarm).toBe('altered');
      expect(await alarms(test)).toHaveLength(1);
      expect(code(await test.client.users.create({ login: 'new', role: 'reader', passphrase }))).toBe(
        'keys.keyring-altered',
      );
      expect(code(await test.client.recovery.makeCards({ passphrase, needed: 2, count: 2 }))).toBe(
        'keys.keyring-altered',
      );
      value(await test.client.users.acceptKeyring({}));
      value(await test.client.users.create({ login: 'new', role: 'reader', passphrase }));
      await lock(test);
      expect((await unlock(test)).keyringAlarm).toBeNull();
    },
  );

  it('hands nobody a key by being accepted: a slot with keys that the base never knew goes, whoever it names', async () => {
    const test = await engine();
    value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase }));
    await lock(test);
    const strange = { signing: 'aa'.repeat(32), agreement: 'bb'.repeat(32) };
    doctor(test, ({ slots }) => ({
      slots: slots.map((slot) =>
        slot['type'] === 'user' ? { ...slot, publicKeys: strange } : { ...slot, agreement: 'cc'.repeat(32) },
      ),
    }));
    await unlock(test);
    value(await test.client.users.acceptKeyring({}));
    const kept = readFileSync(join(test.folder, 'keyring.json'), 'utf8');
    expect(kept).not.toMatch(/aaaaaaaa|bbbbbbbb|cccccccc/);
    expect(value(await test.client.session.status({})).logins).toEqual(['amal']);
  });
});

it('an older key file put back lets a removed person in no further, is announced, written down and mended by an administrator', async () => {
  const test = await engine();
  const leaver = value(await test.client.users.create({ login: 'leaver', role: 'administrator', passphrase })).id;
  const kept = keep(test);
  value(await test.client.users.remove({ id: leaver }));
  await lock(test);
  expect((await unlock(test)).keyringAlarm).toBeNull();
  await lock(test);
  putBack(test, kept);
  expect(code(await test.client.session.unlock({ login: 'leaver', passphrase }))).toBe('keys.unknown-user');
  expect((await unlock(test)).keyringAlarm).toBe('older');
  expect(await alarms(test)).toHaveLength(1);
  expect(code(await test.client.users.create({ login: 'new', role: 'reader', passphrase }))).toBe(
    'keys.keyring-altered',
  );
  await lock(test);
  expect((await unlock(test)).keyringAlarm).toBe('older');
  value(await test.client.users.acceptKeyring({}));
  expect(value(await test.client.session.status({})).keyringAlarm).toBeNull();
  expect(value(await test.client.session.status({})).logins).toEqual(['amal']);
  value(await test.client.users.create({ login: 'new', role: 'reader', passphrase }));
  await lock(test);
  expect((await unlock(test)).keyringAlarm).toBeNull();
  expect(await alarms(test)).toHaveLength(2);
  await lock(test);
  putBack(test, kept);
  expect((await unlock(test)).keyringAlarm).toBe('older');
});

it('a key file from a copy of the base that went its own way is told from an older one', async () => {
  const test = await engine();
  await lock(test);
  const elsewhere = folder();
  cpSync(test.folder, elsewhere, { recursive: true });
  const copy = await engine({ folder: elsewhere, create: false });
  await unlock(copy);
  value(await copy.client.users.create({ login: 'stranger', role: 'reader', passphrase }));
  value(await copy.client.users.create({ login: 'another', role: 'reader', passphrase }));
  await unlock(test);
  value(await test.client.users.create({ login: 'samir', role: 'staff', passphrase }));
  await lock(test);
  putBack(test, keep(copy));
  expect((await unlock(test)).keyringAlarm).toBe('foreign');
  value(await test.client.users.acceptKeyring({}));
  expect(value(await test.client.session.status({})).logins).toEqual(['amal']);
});

it('a change that was written to the key file but not yet remembered is no alarm, nor is a base of an earlier release', async () => {
  const test = await engine();
  const before = knownKeyring(test.engine.base()!.read);
  for (const login of ['one', 'two', 'three'])
    value(await test.client.users.create({ login, role: 'reader', passphrase }));
  const { writer } = test.engine.base()!;
  writer.prepare("update meta set value = ? where key = 'keyring'").run(JSON.stringify(before));
  await lock(test);
  expect((await unlock(test)).keyringAlarm).toBeNull();
  expect(knownKeyring(test.engine.base()!.read)?.generation).toBe(4);
  test.engine.base()!.writer.exec("delete from meta where key = 'keyring'");
  await lock(test);
  expect((await unlock(test)).keyringAlarm).toBeNull();
  expect(await alarms(test)).toHaveLength(0);
});

it('the recovery code used on an older key file does not silence the alarm', async () => {
  const test = await engine();
  const kept = keep(test);
  value(await test.client.users.create({ login: 'samir', role: 'staff', passphrase }));
  value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase }));
  await lock(test);
  putBack(test, kept);
  const recovered = await test.client.session.recover({
    login: 'amal',
    recoveryCode: test.recoveryCode,
    passphrase: 'چهار واژه دور از هم',
  });
  expect(value(recovered).keyringAlarm).toBe('older');
});

it.each(['ar', 'fa', 'en'] as const)('%s has words for every alarm and for what to do about it', (language) => {
  const t = createTranslator(language);
  const said = keyringAlarms.map((alarm) => t(`session.keyring-${alarm}`));
  expect(new Set(said).size).toBe(keyringAlarms.length);
  for (const words of [...said, t('session.keyring-tell'), t('cli.keyring-next')]) expect(words).toMatch(/\p{L}{3}/u);
});
