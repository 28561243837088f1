// A copy of the base is whole or it is none, is made while people work, and gives the base back to whoever has its passphrase.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerEntities } from '@shared/catalogue';
import { code, ended, value } from '../../support/open-engine';
import {
  addPerson,
  backUp,
  closeAfterEach,
  contents,
  emptyEngine,
  engine,
  halfBackups,
  newFolder,
  opening,
  wholeBackups,
} from './support/place';

closeAfterEach();
const tables = ledgerEntities.map(({ key }) => key);

describe('a backup', () => {
  it('holds the base as it was, and restored into an empty folder it is the same to the last field', async () => {
    const test = await engine();
    for (let index = 0; index < 40; index += 1) await addPerson(test, `سلمى ${index}`);
    const folder = await backUp(test, newFolder());
    const before = contents(test, tables);
    await addPerson(test, 'بعد النسخة');
    const other = await emptyEngine();
    const summary = value(await other.client.backups.inspect({ folder }));
    expect(summary).toMatchObject({ logins: ['amal'], schema: summary.programSchema });
    expect(summary.counts['party']).toBe(before['party']!.length);
    expect(value(await other.client.backups.restore({ folder, ...opening }))).toEqual({
      rewound: 0,
      erased: 0,
      keptAs: null,
    });
    value(await other.client.session.unlock(opening));
    expect(contents(other, tables)).toEqual(before);
    expect(value(await other.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
    expect(other.reported).toEqual([]);
  });

  it('says in three languages what it is, and lists every file in it', async () => {
    const test = await engine();
    const folder = await backUp(test, newFolder());
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
    for (const word of ['backup', 'نسخة احتياطية', 'پشتیبان', 'key.sql']) expect(readme).toContain(word);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { path: string }[] };
    const named = [...manifest.files.map(({ path }) => path), 'README.txt', 'manifest.json'];
    expect(readdirSync(folder).toSorted()).toEqual(named.toSorted());
  });

  it('holds attachments by name, and the next one on the same target does not copy them again', async () => {
    const test = await engine();
    mkdirSync(join(test.folder, 'blobs', 'ab'), { recursive: true });
    writeFileSync(join(test.folder, 'blobs', 'ab', 'abcdef'), 'sealed content');
    const target = newFolder();
    const first = await backUp(test, target);
    test.clock.at += 3_600_000;
    const second = await backUp(test, target);
    const inode = (folder: string) => statSync(join(folder, 'blobs/ab/abcdef')).ino;
    expect(inode(second)).toBe(inode(first));
    const other = await emptyEngine();
    value(await other.client.backups.restore({ folder: second, ...opening }));
    expect(readFileSync(join(other.folder, 'blobs/ab/abcdef'), 'utf8')).toBe('sealed content');
  });

  it('goes to every chosen place, and one that is out of reach does not keep the others from theirs', async () => {
    const test = await engine();
    const [near, far] = [newFolder(), join(newFolder(), 'stick')];
    mkdirSync(far);
    for (const folder of [near, far]) value(await test.client.backups.addTarget({ folder }));
    expect(code(await test.client.backups.addTarget({ folder: near }))).toBe('backups.target-known');
    expect(code(await test.client.backups.addTarget({ folder: test.folder }))).toBe('backups.target-inside');
    const { jobId } = value(await test.client.backups.make({}));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done' });
    expect([wholeBackups(near).length, wholeBackups(far).length]).toEqual([1, 1]);
    rmSync(far, { recursive: true });
    test.clock.at += 3_600_000;
    const again = value(await test.client.backups.make({}));
    expect(await ended(test, again.jobId)).toMatchObject({
      state: 'failed',
      failure: { code: 'backups.folder-missing', details: { target: far, made: 1 } },
    });
    expect(wholeBackups(near).length).toBe(2);
    expect(value(await test.client.backups.targets({})).targets.map(({ reachable }) => reachable)).toEqual([
      true,
      false,
    ]);
  });

  it('takes away what a cut-off one of this device left, and nobody else’s', async () => {
    const test = await engine();
    const target = newFolder();
    const folder = await backUp(test, target);
    const own = `${folder.replace(/\d{8}T\d{6}Z/, '20200101T000000Z')}.partial`;
    const others = own.replace(/-[0-9a-f]{8}\.diwan/, '-00000000.diwan');
    for (const half of [own, others]) mkdirSync(half);
    test.clock.at += 1000;
    await backUp(test, target);
    expect([existsSync(own), existsSync(others)]).toEqual([false, true]);
  });

  it('is not asked for by a reader, by the door or past it', async () => {
    const test = await engine();
    value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase: opening.passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ ...opening, login: 'reader' }));
    expect(code(await test.client.backups.make({ folder: newFolder() }))).toBe('door.forbidden');
    expect(() => test.engine.context('test').startJob('backups.make', {})).toThrow('may not');
  });
});

describe('what is not whole', () => {
  const harm: readonly (readonly [what: string, harm: (folder: string) => void, code: string])[] = [
    ['a database cut short', (folder) => truncateSync(join(folder, 'data.db'), 4096 * 20), 'backups.damaged'],
    ['a database with one bit turned', (folder) => flip(join(folder, 'data.db'), 50_000), 'backups.damaged'],
    [
      'both keyrings with one bit turned',
      (folder) => ['keyring.json', 'keyring.bak.json'].forEach((name) => flip(join(folder, name), 200)),
      'keys.keyring-damaged',
    ],
    ['a manifest that is no JSON', (folder) => truncateSync(join(folder, 'manifest.json'), 100), 'backups.damaged'],
    [
      'a manifest whose counts were changed',
      (folder) => edit(folder, (manifest) => (manifest['counts'] = { party: 9 })),
      'backups.forged',
    ],
    [
      'a manifest that hides a file',
      (folder) => edit(folder, (manifest) => (manifest['files'] as unknown[]).pop()),
      'backups.forged',
    ],
    ['a backup of a later format', (folder) => edit(folder, (manifest) => (manifest['format'] = 2)), 'backups.newer'],
    ['a backup of a later schema', (folder) => edit(folder, (manifest) => (manifest['schema'] = 999)), 'backups.newer'],
    [
      'a folder that is none',
      (folder) => writeFileSync(join(folder, 'manifest.json'), '{"kind":"holiday"}'),
      'backups.not-a-backup',
    ],
  ];
  it.each(harm)(
    '%s is refused with the reason, and where it would have gone nothing is changed',
    async (_, damage, expected) => {
      const test = await engine();
      await addPerson(test, 'سلمى');
      const folder = await backUp(test, newFolder());
      damage(folder);
      const other = await emptyEngine();
      expect(code(await other.client.backups.restore({ folder, ...opening }))).toBe(expected);
      expect(value(await other.client.session.status({})).state).toBe('no-base');
      const left = readdirSync(other.folder);
      expect(left.filter((name) => !/^(unlock-attempts|base\.lock)/.test(name))).toEqual([]);
      expect(code(await test.client.backups.restore({ folder, ...opening }))).toBe(expected);
      expect(value(await test.client.session.status({})).state).toBe('open');
      expect(value(await test.client.base.verify({ quick: true })).sound).toBe(true);
      expect(test.reported).toEqual([]);
    },
  );
});

it('one damaged keyring is made whole from its twin, and the backup restored', async () => {
  const test = await engine();
  const folder = await backUp(test, newFolder());
  flip(join(folder, 'keyring.json'), 200);
  const other = await emptyEngine();
  value(await other.client.backups.restore({ folder, ...opening }));
  value(await other.client.session.unlock(opening));
  expect(value(await other.client.session.status({})).keyringAlarm).toBeNull();
});

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);
}

function edit(folder: string, change: (manifest: Record<string, unknown>) => void): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  change(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

describe('restoring', () => {
  it('slows wrong passphrases down as the lock screen does, and never says how near they were', async () => {
    const test = await engine();
    const folder = await backUp(test, newFolder());
    const other = await emptyEngine();
    const wrong = { ...opening, passphrase: 'چهار واژهٔ نادرست اینجا' };
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect(await other.client.backups.open({ folder, ...wrong })).toEqual({
        ok: false,
        error: { code: 'keys.wrong-passphrase' },
      });
    expect(code(await other.client.backups.open({ folder, ...opening }))).toBe('keys.too-many-attempts');
    expect(code(await other.client.backups.restore({ folder, ...opening }))).toBe('keys.too-many-attempts');
    other.clock.at += 31_000;
    value(await other.client.backups.open({ folder, ...opening }));
    expect(code(await other.client.backups.open({ folder, ...opening, login: 'nobody' }))).toBe('keys.unknown-user');
  });

  it('over a base is for its administrator who opened it; the base before it stays whole in a folder of its own', async () => {
    const test = await engine();
    await addPerson(test, 'قديم');
    const folder = await backUp(test, newFolder());
    await addPerson(test, 'جديد');
    value(await test.client.session.lock({}));
    expect(code(await test.client.backups.restore({ folder, ...opening }))).toBe('backups.base-present');
    value(await test.client.session.unlock(opening));
    const { keptAs } = value(await test.client.backups.restore({ folder, ...opening }));
    expect(value(await test.client.session.status({})).state).toBe('locked');
    value(await test.client.session.unlock(opening));
    expect(value(await test.client.base.counts({})).parties).toBe(1);
    expect(value(await test.client.base.verify({})).sound).toBe(true);
    const [restored] = value(await test.client.operations.list({ limit: 10 })).operations.filter(
      ({ command }) => command === 'backups.restore',
    );
    expect(restored).toMatchObject({ userId: test.engine.actor()!.userId });

    const before = await engine({ folder: join(test.folder, keptAs!), create: false });
    value(await before.client.session.unlock(opening));
    expect(value(await before.client.base.counts({})).parties).toBe(2);
    expect(value(await before.client.base.verify({})).sound).toBe(true);
    value(await before.client.session.lock({}));
    test.clock.at += 8 * 86_400_000;
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock(opening));
    expect(existsSync(join(test.folder, keptAs!))).toBe(false);
  });

  it('makes a device of its own of the copy, so that both may go on without numbering their operations alike', async () => {
    const test = await engine();
    const folder = await backUp(test, newFolder());
    const other = await emptyEngine();
    value(await other.client.backups.restore({ folder, ...opening }));
    value(await other.client.session.unlock(opening));
    expect(other.engine.base()!.deviceId).not.toBe(test.engine.base()!.deviceId);
    expect(other.engine.base()!.unlocked.vaultId).toBe(test.engine.base()!.unlocked.vaultId);
  });
});

describe('a rehearsal', () => {
  it('follows a backup when asked for, compares a hundred records, and is kept as a certificate', async () => {
    const test = await engine();
    for (let index = 0; index < 60; index += 1) await addPerson(test, `نرگس ${index}`);
    const target = newFolder();
    const { jobId } = value(await test.client.backups.make({ folder: target, rehearse: true }));
    expect((await ended(test, jobId)).state).toBe('done');
    const [job] = value(await test.client.jobs.list({ kinds: ['backups.rehearse'] })).jobs;
    expect(await ended(test, job!.id)).toMatchObject({ state: 'done', result: { sound: true } });
    const [certificate] = value(await test.client.backups.rehearsals({})).rehearsals;
    expect(certificate).toMatchObject({ sound: true, sameHistory: true, compared: 100, differing: 0, findings: [] });
    expect(certificate!.counts['party']).toBe(value(await test.client.base.counts({})).parties);
    expect(readdirSync(test.folder)).not.toContain('rehearsing');
    expect(test.reported).toEqual([]);
  });

  it('of a damaged copy fails, and is written down as one that failed', async () => {
    const test = await engine();
    const folder = await backUp(test, newFolder());
    flip(join(folder, 'data.db'), 60_000);
    const { jobId } = value(await test.client.backups.rehearse({}));
    expect(await ended(test, jobId)).toMatchObject({ state: 'failed', failure: { code: 'backups.damaged' } });
    expect(value(await test.client.backups.rehearsals({})).rehearsals).toMatchObject([
      { sound: false, findings: [{ check: 'backups.damaged' }] },
    ]);
  });

  it('notices a record that is not as the copy has it although the ledger knows of no change', async () => {
    const test = await engine();
    for (let index = 0; index < 20; index += 1) await addPerson(test, `نام ${index}`);
    const folder = await backUp(test, newFolder());
    test.engine.base()!.writer.exec("drop trigger capture_party_update; update party set note = 'past the ledger'");
    const { jobId } = value(await test.client.backups.rehearse({ folder }));
    const job = await ended(test, jobId);
    expect(job).toMatchObject({ state: 'done', result: { sound: false } });
    expect((job.result as { differing: number }).differing).toBeGreaterThan(5);
  });

  it('of another base’s copy is refused', async () => {
    const [test, other] = [await engine(), await engine()];
    const folder = await backUp(other, newFolder());
    const { jobId } = value(await test.client.backups.rehearse({ folder }));
    expect(await ended(test, jobId)).toMatchObject({ failure: { code: 'backups.other-base' } });
  });
});

it('half a backup is never left under a whole one’s name when the work is stopped', async () => {
  const test = await engine();
  const target = newFolder();
  const { jobId } = value(await test.client.backups.make({ folder: target }));
  value(await test.client.jobs.cancel({ id: jobId }));
  expect((await ended(test, jobId)).state).toBe('cancelled');
  expect([wholeBackups(target), halfBackups(target)]).toEqual([[], []]);
});
