// Leaving: everything in open formats that a stranger loads with three commands, and the drill that proves it by doing it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportedEntities, shownFieldsOf } from '../../../src-shared/catalogue';
import type { ExitDrill, ExitPackage } from '../../../src-shared/features/exports/exports.contract';
import { generateInto } from '../../../src-main/features/base';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { blobPath } from '../../../src-main/blobs';
import { addOne, fileOf } from '../attachments/support/files';
import { closeAfterEach, newFolder, office } from './support/office';

closeAfterEach();

/** One base and one package for all tests that only read them. */
const shared: { test: TestEngine; folder: string } = { test: undefined as never, folder: '' };
beforeAll(async () => {
  const test = await openEngine({ language: 'fa' });
  const some = { parties: 250, activities: 80, seed: 5, onProgress: () => undefined };
  await generateInto(test.engine.context('base.generate'), test.engine.state, some);
  value(
    await test.client.parties.create({
      kind: 'person',
      names: [{ text: '=HYPERLINK("x") \'سارا\'' }, { kind: 'alias', text: "'=1" }],
      note: 'یک\r\nدو, "سه"\n\n',
      contactPoints: [{ kind: 'phone', value: '+98 912 000 1122', note: '-' }],
    }),
  );
  shared.test = test;
  shared.folder = await packageOf(test);
  return async () => {
    await test.close();
    rmSync(shared.folder, { recursive: true, force: true });
  };
}, 120_000);

async function packageOf(test: TestEngine): Promise<string> {
  const to = join(newFolder(), 'exit');
  const { jobId } = value(await test.client.exports.makeExit({ to, language: 'fa' }));
  const job = await ended(test, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(test.reported)}`);
  const kept = mkdtempSync(join(tmpdir(), 'diwan-exit-'));
  cpSync((job.result as ExitPackage).path, kept, { recursive: true });
  return kept;
}

async function drill(test: TestEngine, from?: string): Promise<ExitDrill> {
  const { jobId } = value(await test.client.exports.drill(from === undefined ? {} : { from }));
  const job = await ended(test, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(test.reported)}`);
  return job.result as ExitDrill;
}

const count = (test: TestEngine, table: string): number =>
  test.engine.base()!.writer.prepare(`select count(*) from ${table}`).pluck().get() as number;

describe('an exit package', () => {
  test('has every entity twice, the ledger, a dictionary in three languages, and the hash of each of its files', () => {
    const { test, folder } = shared;
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      rows: Record<string, number>;
      files: { path: string; bytes: number; sha256: string }[];
    };
    for (const { key } of exportedEntities) {
      expect(manifest.rows[key], key).toBe(count(test, key));
      const lines = readFileSync(join(folder, `json/${key}.jsonl`), 'utf8').split('\n');
      expect(lines.length - 1, key).toBe(count(test, key));
    }
    expect(manifest.rows['change']).toBeGreaterThan(1000);
    const listed = new Set(manifest.files.map(({ path }) => path));
    for (const { path, bytes, sha256 } of manifest.files) {
      expect(statSync(join(folder, path)).size, path).toBe(bytes);
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
        path,
      ).toBe(sha256);
    }
    const present = (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(present.filter((path) => path !== 'manifest.json' && !listed.has(path))).toEqual([]);
    const dictionary = JSON.parse(readFileSync(join(folder, 'dictionary.json'), 'utf8')) as {
      tables: { table: string; fields: { name: string; words: Record<string, string> | null }[] }[];
    };
    for (const entity of exportedEntities) {
      const described = dictionary.tables.find(({ table }) => table === entity.key)!;
      expect(described.fields.map(({ name }) => name)).toEqual(['id', ...shownFieldsOf(entity).map(([name]) => name)]);
      expect(described.fields.slice(1).every(({ words }) => words?.['ar'] && words['fa'] && words['en'])).toBe(true);
    }
  });

  test('is loaded into sqlite3 by the commands that its README gives, with the very texts that were written', () => {
    const { test, folder } = shared;
    const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
    const commands = readme
      .split('\n')
      .filter((line) => /^ {2}(?:sqlite3|SELECT)/.test(line))
      .slice(0, 3)
      .map((line) => line.trim());
    expect(commands).toHaveLength(3);
    const [load, open, ask] = commands as [string, string, string];
    const loaded = spawnSync('sh', ['-c', load], { cwd: folder, encoding: 'utf8' });
    expect(loaded.stderr).toBe('');
    const answered = spawnSync('sh', ['-c', open], { cwd: folder, encoding: 'utf8', input: `${ask}\n` });
    expect(answered.stdout.trim().split('\n')).toHaveLength(20);
    const asked = (question: string): unknown =>
      JSON.parse(
        spawnSync('sqlite3', ['-json', 'office.db', question], { cwd: folder, encoding: 'utf8' }).stdout || '[]',
      );
    for (const { key } of exportedEntities)
      expect(asked(`select count(*) as n from ${key}`), key).toEqual([{ n: count(test, key) }]);
    const theirs = asked('select id, text from party_name order by id');
    expect(theirs).toEqual(test.engine.base()!.writer.prepare('select id, text from party_name order by id').all());
    rmSync(join(folder, 'office.db'));
  });

  test('is refused to whoever may not have everything, and where something stands already', async () => {
    const test = await office();
    const there = newFolder();
    expect(code(await test.client.exports.makeExit({ to: there, language: 'en' }))).toBe('exports.exists');
    expect(code(await test.client.exports.makeExit({ to: join(test.folder, 'x'), language: 'en' }))).toBe(
      'exports.in-base',
    );
    const staff = { login: 'sara', displayName: 'سارا', role: 'staff' as const, passphrase };
    value(await test.client.users.create(staff));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'sara', passphrase }));
    const to = join(there, 'exit');
    expect(code(await test.client.exports.makeExit({ to, language: 'en' }))).toBe('door.forbidden');
    expect(code(await test.client.exports.drill({}))).toBe('door.forbidden');
    expect(existsSync(to)).toBe(false);
  });
});

test('files of people go along as they were; one that cannot be opened is named', async () => {
  const test = await office({ language: 'fa' });
  const { id } = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'سارا' }] }));
  const [contract, empty] = [fileOf('قرارداد.PDF', '%PDF-1.4 متن قرارداد'), fileOf('notes', '')];
  const first = await addOne(test, id, contract);
  const second = await addOne(test, id, empty);
  const folder = await packageOf(test);
  try {
    expect(readFileSync(join(folder, `files/${first}.pdf`), 'utf8')).toBe('%PDF-1.4 متن قرارداد');
    expect(readFileSync(join(folder, `files/${second}`), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'reader/people-0.js'), 'utf8')).toContain(`files/${first}.pdf`);
    expect(readFileSync(join(folder, 'csv/attachment.csv'), 'utf8').split('\r\n')[0]).not.toMatch(
      /blob|file_key|content/,
    );
    expect((await drill(test)).findings).toEqual([]);
    writeFileSync(join(folder, `files/${first}.pdf`), 'altered');
    const changed = await drill(test, folder);
    expect(changed.findings).toContainEqual(
      expect.objectContaining({ kind: 'file-changed', detail: `files/${first}.pdf` }),
    );
    const { blob } = test.engine.base()!.writer.prepare('select blob from attachment where id = ?').get(first) as {
      blob: string;
    };
    writeFileSync(blobPath(test.folder, blob), 'no longer what was sealed');
    const found = await drill(test);
    expect(found.findings).toContainEqual(
      expect.objectContaining({ kind: 'file-missing', table: 'attachment', row: first }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

describe('the exit drill', () => {
  test('takes everything out, loads it into an empty base, finds it the same, and leaves nothing behind', async () => {
    const { test } = shared;
    const before = readdirSync(test.folder);
    const found = await drill(test);
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({ sound: true, from: null, more: 0 });
    expect(found.rows['party']).toBe(count(test, 'party'));
    expect(found.compared).toBeGreaterThanOrEqual(2 * Object.values(found.rows).reduce((sum, rows) => sum + rows, 0));
    expect(readdirSync(test.folder)).toEqual(before);
    expect(value(await test.client.exports.drills({})).drills[0]).toMatchObject({ id: found.id, sound: true });
    const health = value(await test.client.health.report({})).findings.find(({ code: told }) =>
      told.startsWith('exit.'),
    );
    expect(health).toMatchObject({ code: 'exit.good', level: 'good' });
  }, 60_000);

  test('finds a package that was made before as it should be, whatever was changed since', async () => {
    const { test, folder } = shared;
    expect((await drill(test, folder)).findings).toEqual([]);
    const [first] = value(await test.client.parties.list({})).rows;
    value(await test.client.parties.update({ id: first!.id, set: { note: 'تازه' } }));
    expect((await drill(test, folder)).findings).toEqual([]);
  }, 60_000);

  const damaged = (name: string, change: (text: string) => string): { folder: string; of: string } => {
    const folder = join(newFolder(), 'damaged');
    cpSync(shared.folder, folder, { recursive: true });
    const path = join(folder, name);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
    return { folder, of: name };
  };
  const lines = (text: string): string[] => text.split('\r\n');
  /** The id in the row of a table that damage is done to. */
  const idAt = (name: string, row: number): string =>
    lines(readFileSync(join(shared.folder, name), 'utf8'))[row]!.slice(0, 36);

  test.each([
    [
      'a letter of a name',
      'csv/party_name.csv',
      'row-differs',
      (text: string) =>
        lines(text)
          .with(
            3,
            lines(text)[3]!.replace(/,used,"?\S/, (found) => `${found}x`),
          )
          .join('\r\n'),
    ],
    [
      'a row taken out',
      'csv/party_name.csv',
      'row-missing',
      (text: string) => lines(text).toSpliced(3, 1).join('\r\n'),
    ],
    [
      'a row cut short',
      'csv/party_name.csv',
      'row-broken',
      (text: string) => lines(text).with(3, lines(text)[3]!.slice(0, 60)).join('\r\n'),
    ],
    [
      'a row twice',
      'csv/party_name.csv',
      'row-refused',
      (text: string) => lines(text).toSpliced(3, 0, lines(text)[3]!).join('\r\n'),
    ],
  ] as const)(
    'turns red and names the row after %s',
    async (_, name, kind, change) => {
      const { test } = shared;
      const found = await drill(test, damaged(name, change).folder);
      expect(found.sound).toBe(false);
      expect(found.findings).toContainEqual(expect.objectContaining({ kind, table: 'party_name', row: idAt(name, 3) }));
      expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'file-changed', detail: name }));
      const health = value(await test.client.health.report({})).findings.find(({ code: told }) =>
        told.startsWith('exit.'),
      );
      expect(health).toMatchObject({ code: 'exit.failed', level: 'danger' });
    },
    60_000,
  );

  test.each([
    ['a value of the JSON lines', 'row-differs', (line: string) => line.replace('"kind":"', '"kind":"x')],
    ['a broken line of JSON', 'row-broken', (line: string) => line.slice(0, -3)],
    ['another id', 'row-extra', (line: string) => line.replace(/"id":"0/, '"id":"00')],
  ] as const)(
    'names the row of %s',
    async (_, kind, change) => {
      const name = 'json/contact_point.jsonl';
      const row = readFileSync(join(shared.folder, name), 'utf8').split('\n')[2]!;
      const { folder } = damaged(name, (text) => text.replace(row, change(row)));
      const found = await drill(shared.test, folder);
      const id = (JSON.parse(row) as { id: string }).id;
      expect(found.findings.filter(({ table }) => table === 'contact_point').map((one) => one.kind)).toContain(kind);
      expect(found.findings.some((one) => one.row === id || one.row === `0${id}`)).toBe(true);
    },
    60_000,
  );

  test('names a file that is gone and one that was changed', async () => {
    const { folder } = damaged('reader/people-0.js', (text) =>
      text.replace('"name"', '"nome"').replace('party', 'purty'),
    );
    rmSync(join(folder, 'json/address.jsonl'));
    const found = await drill(shared.test, folder);
    expect(found.findings).toContainEqual(
      expect.objectContaining({ kind: 'file-changed', detail: 'reader/people-0.js' }),
    );
    expect(found.findings).toContainEqual(
      expect.objectContaining({ kind: 'file-missing', detail: 'json/address.jsonl' }),
    );
  }, 60_000);

  test('comes by itself every month, sees everything and asks nobody', async () => {
    const test = await office({ background: true });
    const identifiers = [{ scheme: 'passport' as const, value: 'A12345678' }];
    value(await test.client.parties.create({ kind: 'person', names: [{ text: 'سارا' }], identifiers }));
    test.engine.jobs.checkSchedules();
    test.clock.at += 31 * 86_400_000;
    test.engine.jobs.checkSchedules();
    const [job] = value(await test.client.jobs.list({ kinds: ['exports.drill'] })).jobs;
    expect(job).toMatchObject({ userId: null });
    expect((await ended(test, job!.id)).result).toMatchObject({ sound: true, findings: [] });
    expect(value(await test.client.exports.drills({})).drills).toHaveLength(1);
  }, 60_000);

  test('says so when the folder is no package', async () => {
    const { jobId } = value(await shared.test.client.exports.drill({ from: newFolder() }));
    expect((await ended(shared.test, jobId)).failure?.code).toBe('exports.not-a-package');
  });
});
