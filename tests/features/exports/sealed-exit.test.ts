// Leaving under a password: nothing of the office can be read in the package without it, and the stock tools open it with it.
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportedEntities } from '../../../src-shared/catalogue';
import type { ExitDrill } from '../../../src-shared/features/exports/exports.contract';
import { sealedPackage } from '../../../src-main/features/exports/package/sealed-package';
import { newAgeKey, sealingFor } from '../../../src-main/keys';
import { code, ended, openEngine, value, type TestEngine } from '../../support/open-engine';
import { addOne, fileOf } from '../attachments/support/files';
import { closeAfterEach, newFolder } from './support/office';

closeAfterEach();
const password = 'فانوس velvet 9 harbour قلعه';
const contract = 'متن قرارداد '.repeat(20_000);

const shared: { test: TestEngine; folder: string; attached: string } = {
  test: undefined as never,
  folder: '',
  attached: '',
};
beforeAll(async () => {
  const office = await openEngine({ language: 'fa' });
  for (let at = 0; at < 300; at += 1)
    value(await office.client.parties.create({ kind: 'person', names: [{ text: `Zanbagh سارا ${at}` }] }));
  const { id } = value(await office.client.parties.create({ kind: 'person', names: [{ text: 'Zanbagh یوسف' }] }));
  shared.test = office;
  shared.attached = await addOne(office, id, fileOf('قرارداد.txt', contract));
  shared.folder = join(keptFolder(), 'exit');
  const { jobId } = value(
    await office.client.exports.makeExit({ to: shared.folder, language: 'fa', passphrase: password }),
  );
  const job = await ended(office, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(office.reported)}`);
  return async () => {
    await office.close();
    for (const folder of kept) rmSync(folder, { recursive: true, force: true });
  };
}, 120_000);

const kept: string[] = [];
const keptFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-sealed-'));
  kept.push(folder);
  return folder;
};

const copied = (): string => {
  const folder = join(newFolder(), 'copy');
  cpSync(shared.folder, folder, { recursive: true });
  return folder;
};
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
const count = (table: string): number =>
  shared.test.engine.base()!.writer.prepare(`select count(*) from ${table}`).pluck().get() as number;

async function drill(from: string, passphrase: string | undefined = password): Promise<ExitDrill> {
  const { jobId } = value(await shared.test.client.exports.drill({ from, passphrase }));
  const job = await ended(shared.test, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(shared.test.reported)}`);
  return job.result as ExitDrill;
}

describe('a package under a password', () => {
  test('shows nothing of the office to whoever does not know it', () => {
    for (const path of filesIn(shared.folder)) {
      const bytes = readFileSync(join(shared.folder, path));
      const texts = [bytes, Buffer.from(bytes.toString('latin1').replace(/[^A-Za-z0-9+/]/g, ''), 'base64')];
      for (const text of texts)
        for (const secret of ['Zanbagh', 'zanbagh', 'سارا', 'قرارداد', shared.test.folder])
          expect(text.includes(secret), `${path}: ${secret}`).toBe(false);
    }
    const open = filesIn(shared.folder).filter((path) => !path.endsWith('.age') && !path.startsWith('reader/'));
    expect(open.toSorted()).toEqual(['README.txt', 'reader.html']);
  });

  test('is opened and loaded by the stock tools with the commands that its README gives', async () => {
    const folder = copied();
    const lines = readFileSync(join(folder, 'README.txt'), 'utf8').split('\n');
    const commands = lines.filter((line) => /^ {2}(?:age|find|rm|sqlite3 \S+ <)/.test(line)).slice(0, 4);
    const [unlock, ...rest] = commands.map((line) => line.trim()) as [string, ...string[]];
    expect(rest).toHaveLength(3);
    // The tool takes a password from a terminal only, which `script` is.
    spawnSync('script', ['-qec', unlock, '/dev/null'], { cwd: folder, input: `${password}\n`, encoding: 'utf8' });
    for (const command of rest) {
      const ran = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
      expect(ran.stderr, command).toBe('');
    }
    const asked = (question: string): unknown =>
      JSON.parse(spawnSync('sqlite3', ['-json', 'office.db', question], { cwd: folder, encoding: 'utf8' }).stdout);
    for (const { key } of exportedEntities)
      expect(asked(`select count(*) as n from ${key}`), key).toEqual([{ n: count(key) }]);
    expect(readFileSync(join(folder, `files/${shared.attached}.txt`), 'utf8')).toBe(contract);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      files: { path: string; sha256: string }[];
    };
    for (const { path, sha256 } of manifest.files.filter((file) => !file.path.startsWith('reader/')))
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
        path,
      ).toBe(sha256);
  }, 60_000);

  test('takes the password as it is typed, however the keyboard composes its letters', async () => {
    const opened = new Decrypter();
    opened.addPassphrase(password.normalize('NFC'));
    expect(await opened.decrypt(readFileSync(join(shared.folder, 'key.age')), 'text')).toMatch(/^AGE-SECRET-KEY-1/);
  });

  test('is refused a password that is tried first, and keeps none in the base', async () => {
    const { client, engine } = shared.test;
    const to = join(newFolder(), 'weak');
    for (const passphrase of ['1234', 'password password', 'qwertyuiopas'])
      expect(code(await client.exports.makeExit({ to, language: 'en', passphrase }))).toBe('keys.weak-passphrase');
    expect(existsSync(to)).toBe(false);
    const tables = engine.base()!.writer.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    for (const table of ['job', 'operation', 'change'].filter((name) => tables.includes(name))) {
      const rows = engine.base()!.writer.prepare(`select * from ${table}`).all();
      expect(JSON.stringify(rows), table).not.toContain('velvet');
      expect(JSON.stringify(rows), table).not.toContain('AGE-SECRET');
    }
  });

  test('that was stopped half-way leaves nothing behind', async () => {
    const to = join(newFolder(), 'stopped');
    const { client } = shared.test;
    const { jobId } = value(await client.exports.makeExit({ to, language: 'en', passphrase: password }));
    await client.jobs.cancel({ id: jobId });
    expect((await ended(shared.test, jobId)).state).toBe('cancelled');
    expect(existsSync(to)).toBe(false);
    expect(existsSync(`${to}.exporting`)).toBe(false);
  });
});

test('what is sealed does not gather in memory: 200 MB pass through a few', async () => {
  const { recipient } = await newAgeKey();
  const folder = newFolder();
  const store = sealedPackage(folder, await sealingFor({ recipients: [recipient] }));
  const file = store.create('files/large.bin');
  const piece = randomBytes(1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  const most = { bytes: 0 };
  for (let megabyte = 0; megabyte < 200; megabyte += 1) {
    file.write(piece);
    await store.settled();
    most.bytes = Math.max(most.bytes, process.memoryUsage().arrayBuffers - before);
  }
  expect(file.end().bytes).toBe(200 * piece.length);
  await store.settled();
  expect(statSync(join(folder, 'files/large.bin.age')).size).toBeGreaterThan(200 * piece.length);
  expect(most.bytes).toBeLessThan(100 * piece.length);
}, 60_000);

describe('the exit drill of a package under a password', () => {
  test('finds it the same with the password, and leaves nothing open behind', async () => {
    const before = readdirSync(shared.test.folder);
    expect(await drill(shared.folder)).toMatchObject({ sound: true, findings: [], from: shared.folder });
    expect(readdirSync(shared.test.folder)).toEqual(before);
  }, 60_000);

  test('asks for the password, and says plainly that it was another one', async () => {
    const { client } = shared.test;
    expect(code(await client.exports.drill({ from: shared.folder }))).toBe('exports.password-needed');
    expect(code(await client.exports.drill({ from: shared.folder, passphrase: 'another one 9 lanterns' }))).toBe(
      'exports.password-wrong',
    );
  });

  test.each(['csv/party_name.csv.age', 'json/party_name.jsonl.age', 'reader/people-0.js', 'manifest.json.age'])(
    'turns red when %s is damaged',
    async (path) => {
      const folder = copied();
      const bytes = readFileSync(join(folder, path));
      const at = bytes.length - 40;
      bytes[at] = bytes[at] === 65 ? 66 : 65;
      writeFileSync(join(folder, path), bytes);
      if (path.startsWith('manifest')) {
        const { jobId } = value(await shared.test.client.exports.drill({ from: folder, passphrase: password }));
        expect((await ended(shared.test, jobId)).failure?.code).toBe('exports.not-a-package');
        return;
      }
      const found = await drill(folder);
      expect(found.sound).toBe(false);
      expect(found.findings.map(({ detail }) => detail)).toContain(path.replace(/\.age$/, ''));
      if (!path.startsWith('reader')) expect(found.findings.some(({ table }) => table === 'party_name')).toBe(true);
    },
    60_000,
  );

  test('names a file that is gone, and one that another took the place of', async () => {
    const folder = copied();
    rmSync(join(folder, 'csv/address.csv.age'));
    copyFileSync(join(folder, 'dictionary.json.age'), join(folder, 'load.sql.age'));
    const { findings } = await drill(folder);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'file-missing', detail: 'csv/address.csv' }));
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'file-changed', detail: 'load.sql' }));
  }, 60_000);
});
