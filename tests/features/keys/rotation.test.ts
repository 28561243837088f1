// The key of the base is changed: everything is there as before, everybody gets in as before, and the old key opens only old copies.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSubjectKeys } from '../../../src-main/blobs';
import { openDatabase } from '../../../src-main/db';
import { databaseKey } from '../../../src-main/keys';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const another = 'قهوة مرة في صباح بارد جداً';
let test: TestEngine;
let aside: string;
beforeEach(async () => {
  test = await openEngine();
  aside = mkdtempSync(join(tmpdir(), 'diwan-rotation-aside-'));
});
afterEach(async () => {
  expect(test.reported).toEqual([]);
  await test.close();
  rmSync(aside, { recursive: true, force: true });
});

const rotate = () => test.client.keys.rotate({ passphrase });
const person = async (text: string) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
const dataFiles = () =>
  readdirSync(test.folder)
    .filter((name) => name.startsWith('data-'))
    .toSorted();
const opens = (file: string, key: Uint8Array): boolean => {
  const opened = openDatabase({ file, key, mode: 'reader' });
  if (opened.ok) opened.value.close();
  return opened.ok;
};
async function attach(partyId: string, text: string): Promise<string> {
  const file = join(aside, `${text}.txt`);
  writeFileSync(file, text);
  const { jobId } = value(await test.client.attachments.add({ to: { partyId }, files: [{ file }] }));
  await ended(test, jobId);
  return value(await test.client.attachments.list({ of: { partyId } })).items[0]!.id;
}

describe('changing the key', () => {
  it('keeps every record and the log, and leaves one database that the old key does not open', async () => {
    await person('ليلى');
    const before = databaseKey(test.engine.base()!.unlocked.secret);
    const rotated = value(await rotate());
    expect(rotated.generation).toBe(2);
    expect(test.engine.base()!.databaseFile).toBe(join(test.folder, 'data-2.db'));
    expect(dataFiles().filter((name) => name.startsWith('data-1'))).toEqual([]);
    expect(opens(join(test.folder, 'data-2.db'), before)).toBe(false);
    expect(value(await test.client.parties.list({})).rows).toHaveLength(1);
    expect(value(await test.client.base.verify({ quick: false }))).toMatchObject({ sound: true, findings: [] });
    await person('بعد');
    value(await test.client.session.lock({}));
    expect(value(await test.client.session.unlock({ login: 'amal', passphrase })).keyringAlarm).toBeNull();
    const commands = value(await test.client.operations.list({ limit: 20 })).operations.map(({ command }) => command);
    expect(commands).toContain('keys.rotate');
    expect(test.jobs.map(({ kind }) => kind)).toContain('keys.rotate');
  });

  it('asks for the passphrase, and only of whoever answers for the base', async () => {
    expect(code(await test.client.keys.rotate({ passphrase: 'not mine at all' }))).toBe('keys.wrong-passphrase');
    expect(dataFiles().some((name) => name.startsWith('data-2'))).toBe(false);
    value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase: another }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'huda', passphrase: another }));
    expect(code(await test.client.keys.rotate({ passphrase: another }))).toBe('door.forbidden');
  });

  it('leaves everybody their passphrase and the code its power, and shuts out whoever left', async () => {
    const leaver = value(await test.client.users.create({ login: 'leaver', role: 'staff', passphrase: another })).id;
    value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase: another }));
    cpSync(test.folder, join(aside, 'copy'), { recursive: true });
    value(await test.client.users.remove({ id: leaver }));
    expect(value(await test.client.keys.status({})).leftSince).toEqual(['leaver']);
    const old = databaseKey(test.engine.base()!.unlocked.secret);
    value(await rotate());
    expect(value(await test.client.keys.status({}))).toMatchObject({ leftSince: [], rotatedAt: test.clock.at });
    expect(opens(join(aside, 'copy/data-1.db'), old)).toBe(true);
    value(await test.client.session.lock({}));
    expect(code(await test.client.session.unlock({ login: 'leaver', passphrase: another }))).toBe('keys.unknown-user');
    value(await test.client.session.unlock({ login: 'huda', passphrase: another }));
    value(await test.client.session.lock({}));
    const back = { login: 'amal', recoveryCode: test.recoveryCode, passphrase: 'چهار واژه دور از هم' };
    expect(value(await test.client.session.recover(back)).keyringAlarm).toBeNull();
  });

  it('opens every attachment as before, and what was erased stays erased', async () => {
    const [kept, erased] = [await person('باقية'), await person('ممحوة')];
    const id = await attach(kept, 'العقد');
    await attach(erased, 'سر');
    expect(test.engine.base()!.destroyKeys([erased], test.clock.at)).toBe(1);
    value(await rotate());
    expect(dataFiles()).toContain('data-2.keys.db');
    expect(test.engine.base()!.subjectKeys.destroyed()).toEqual([erased]);
    const out = join(aside, 'saved.txt');
    const { jobId } = value(await test.client.attachments.save({ id, file: out }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(readFileSync(out, 'utf8')).toBe('العقد');
  });

  it('a keyring of before put back opens nothing, and the base is not touched by it', async () => {
    const kept = ['keyring.json', 'keyring.bak.json'].map(
      (file) => [file, readFileSync(join(test.folder, file))] as const,
    );
    value(await rotate());
    const rotated = ['keyring.json', 'keyring.bak.json'].map(
      (file) => [file, readFileSync(join(test.folder, file))] as const,
    );
    value(await test.client.session.lock({}));
    for (const [file, bytes] of kept) writeFileSync(join(test.folder, file), bytes);
    expect((await test.client.session.unlock({ login: 'amal', passphrase })).ok).toBe(false);
    expect(existsSync(join(test.folder, 'data-2.db'))).toBe(true);
    for (const [file, bytes] of rotated) writeFileSync(join(test.folder, file), bytes);
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });

  it('is held until somebody else who may approve has signed, where there is one', async () => {
    value(await test.client.users.create({ login: 'huda', role: 'administrator', passphrase }));
    expect(code(await rotate())).toBe('door.approval-needed');
    expect(test.engine.base()!.databaseFile).toBe(join(test.folder, 'data-1.db'));
    test.approver = 'huda';
    value(await rotate());
  });

  it('is stopped at any moment before it counts, and then nothing has changed', async () => {
    await person('ليلى');
    value(await test.client.approvals.request({ operation: 'keys.rotate', input: { passphrase }, passphrase }));
    const rotating = rotate();
    value(await test.client.keys.cancelRotation({}));
    const answer = await rotating;
    expect(answer.ok ? 'ok' : answer.error.code).toBe('keys.rotation-cancelled');
    expect(test.engine.base()!.databaseFile).toBe(join(test.folder, 'data-1.db'));
    expect(dataFiles().some((name) => name.startsWith('data-2'))).toBe(false);
    await person('بعد');
    value(await rotate());
  });
});

describe('a backup from before the key was changed', () => {
  async function backup(): Promise<string> {
    mkdirSync(join(aside, 'stick'), { recursive: true });
    const { jobId } = value(await test.client.backups.make({ folder: join(aside, 'stick') }));
    const { state, result } = await ended(test, jobId);
    expect(state).toBe('done');
    return (result as { made: { folder: string }[] }).made[0]!.folder;
  }

  it('opens with the passphrases of its time, is rehearsed like any other, and counts as whole', async () => {
    const kept = await person('باقية');
    await attach(kept, 'العقد');
    const folder = await backup();
    value(await rotate());
    const { jobId } = value(await test.client.backups.rehearse({ folder }));
    const rehearsed = await ended(test, jobId);
    expect(rehearsed).toMatchObject({ state: 'done', result: { sound: true, findings: [] } });
    const restored = await openEngine({ folder: join(aside, 'restored'), create: false });
    value(await restored.client.backups.restore({ folder, login: 'amal', passphrase }));
    value(await restored.client.session.unlock({ login: 'amal', passphrase }));
    expect(value(await restored.client.parties.list({})).rows).toHaveLength(1);
    await restored.close();
    const verified = await ended(test, value(await test.client.audit.verify({})).jobId);
    expect(verified.result).toMatchObject({ sound: true });
  });

  it('put back over the base brings its key and its people back: everybody who answers for it is told until the key is changed', async () => {
    const { id } = value(await test.client.users.create({ login: 'badr', role: 'staff', passphrase: another }));
    const folder = await backup();
    const put = async (from: string): Promise<void> => {
      test.clock.at += 60_000;
      value(await test.client.backups.restore({ folder: from, login: 'amal', passphrase }));
      value(await test.client.session.unlock({ login: 'amal', passphrase }));
    };
    await put(folder);
    expect(value(await test.client.keys.status({})).olderKey).toBeNull();
    value(await test.client.users.remove({ id }));
    value(await rotate());
    const younger = await backup();
    await put(folder);
    await put(folder);
    const { olderKey } = value(await test.client.keys.status({}));
    expect(olderKey?.returned).toEqual(['badr']);
    expect(value(await test.client.health.report({})).findings).toContainEqual(
      expect.objectContaining({ code: 'key.older', level: 'danger', count: 1, remedy: 'change-key' }),
    );
    const told = async () => value(await test.client.notices.list({})).notices.map(({ kind }) => kind);
    expect(await told()).toEqual(['older-key']);
    value(await test.client.users.remove({ id }));
    expect(value(await test.client.keys.status({})).olderKey?.returned).toEqual([]);
    value(await rotate());
    expect(value(await test.client.keys.status({})).olderKey).toBeNull();
    await put(younger);
    expect(value(await test.client.keys.status({})).olderKey?.returned).toEqual([]);
  });

  it('put back over the base keeps attachments added since, and what was erased since stays erased', async () => {
    const [kept, erased] = [await person('باقية'), await person('ممحوة')];
    await attach(erased, 'سر');
    const folder = await backup();
    value(await rotate());
    await attach(kept, 'العقد');
    expect(test.engine.base()!.destroyKeys([erased], test.clock.at)).toBe(1);
    value(await test.client.backups.restore({ folder, login: 'amal', passphrase }));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    const { subjectKeys } = test.engine.base()!;
    expect(subjectKeys.destroyed()).toEqual([erased]);
    expect(subjectKeys.keyOf(kept).ok).toBe(true);
  });

  it('a base kept beside a restored one loses the keys of whoever is erased after the key was changed', async () => {
    const erased = await person('ممحوة');
    await attach(erased, 'سر');
    value(await test.client.backups.restore({ folder: await backup(), login: 'amal', passphrase }));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    const kept = readdirSync(test.folder).find((name) => name.startsWith('kept-'))!;
    const place = {
      databaseFile: join(test.folder, kept, 'data-1.db'),
      databaseKey: databaseKey(test.engine.base()!.unlocked.secret),
    };
    value(await rotate());
    expect(test.engine.base()!.destroyKeys([erased], test.clock.at)).toBe(1);
    const keys = createSubjectKeys(place);
    expect(keys.destroyed()).toEqual([erased]);
    keys.close();
  });

  it('loses the keys of whoever is erased later', async () => {
    const erased = await person('ممحوة');
    await attach(erased, 'سر');
    const folder = await backup();
    value(await rotate());
    expect(test.engine.base()!.destroyKeys([erased], test.clock.at)).toBe(1);
    test.clock.at += 1000;
    await backup();
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { path: string }[] };
    expect(manifest.files.map(({ path }) => path)).toContain('data.2.keys.db');
    expect(existsSync(join(folder, 'data.keys.db'))).toBe(false);
  });
});
