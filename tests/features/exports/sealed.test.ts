// What leaves the base encrypted: for recipients' keys or under a passphrase, never as open text on the disk, and known again by its receipt.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import type { RawInputOf } from '../../../src-shared/core/contract';
import type { Exported, exportsContract } from '../../../src-shared/features/exports/exports.contract';
import { generateInto } from '../../../src-main/features/base';
import { code, ended, passphrase as ownPassphrase, value, type TestEngine } from '../../support/open-engine';
import { closeAfterEach, newFolder, office, wish } from './support/office';
import { smallOffice } from './support/small-office';

closeAfterEach();

type Wish = RawInputOf<(typeof exportsContract)['operations']['make']>;
const people = { list: 'parties' } as const;
const passphrase = 'فانوس velvet 9 harbour قلعه';

async function recipient(test: TestEngine, name: string): Promise<{ id: string; identity: string; key: string }> {
  const identity = await generateIdentity();
  const key = await identityToRecipient(identity);
  const { id } = value(await test.client.exports.addRecipient({ name, key }));
  return { id, identity, key };
}

async function made(test: TestEngine, input: Wish): Promise<Exported> {
  const { jobId } = value(await test.client.exports.make(input));
  const job = await ended(test, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(test.reported)}`);
  return job.result as Exported;
}

async function opened(path: string, how: { identity?: string; passphrase?: string }): Promise<string> {
  const decrypter = new Decrypter();
  if (how.identity !== undefined) decrypter.addIdentity(how.identity);
  if (how.passphrase !== undefined) decrypter.addPassphrase(how.passphrase);
  return decrypter.decrypt(readFileSync(path), 'text');
}

describe('an export for recipients', () => {
  test('is opened by each of them, by nobody else, and is the same as the open one', async () => {
    const { test } = await smallOffice();
    const sara = await recipient(test, 'سارا');
    const yusuf = await recipient(test, 'يوسف');
    const other = await recipient(test, 'Other');
    const plain = await made(test, wish(join(newFolder(), 'people.csv'), people));
    const to = join(newFolder(), 'people.csv');
    const sealed = await made(test, { ...wish(to, people), recipients: [sara.id, yusuf.id] });
    expect(sealed.path).toBe(`${to}.age`);
    expect(existsSync(to)).toBe(false);
    for (const { identity } of [sara, yusuf])
      expect(await opened(sealed.path, { identity })).toBe(readFileSync(plain.path, 'utf8').replace(/^\ufeff/, ''));
    await expect(opened(sealed.path, { identity: other.identity })).rejects.toThrow();
  });

  test.each(['xlsx', 'vcf', 'ics', 'jsonl'] as const)('is written as %s, too', async (format) => {
    const { test } = await smallOffice();
    const { id, identity } = await recipient(test, 'سارا');
    const to = join(newFolder(), `people.${format}`);
    const sealed = await made(test, { ...wish(to, people, { format }), recipients: [id] });
    expect(await opened(sealed.path, { identity })).toMatch(format === 'xlsx' ? /^PK/ : /محمود/);
  });

  test('of everything as CSV is one archive', async () => {
    const { test } = await smallOffice();
    const { id, identity } = await recipient(test, 'سارا');
    const to = join(newFolder(), 'all.zip');
    const sealed = await made(test, { ...wish(to, { list: 'everything' }), recipients: [id] });
    expect(await opened(sealed.path, { identity })).toMatch(/^PK/);
  });
});

describe('an export under a passphrase', () => {
  test('is opened by it and by no other', async () => {
    const { test } = await smallOffice();
    const sealed = await made(test, { ...wish(join(newFolder(), 'people.csv'), people), passphrase });
    expect(await opened(sealed.path, { passphrase })).toContain('محمود رضایی');
    await expect(opened(sealed.path, { passphrase: `${passphrase}!` })).rejects.toThrow();
  });

  test('is refused under a weak one, and never for both', async () => {
    const { test } = await smallOffice();
    const { id } = await recipient(test, 'سارا');
    const asked = wish(join(newFolder(), 'people.csv'), people);
    expect(code(await test.client.exports.make({ ...asked, passphrase: 'password1234' }))).toBe('keys.weak-passphrase');
    expect(code(await test.client.exports.make({ ...asked, passphrase, recipients: [id] }))).toBe('exports.two-locks');
    expect(readdirSync(dirname(asked.to))).toEqual([]);
  });

  test('that is interrupted by a lock is not finished without it, and leaves nothing behind', async () => {
    const test = await office({ background: true });
    await generateInto(test.engine.context('base.generate'), test.engine.state, {
      parties: 3000,
      activities: 0,
      seed: 3,
      onProgress: () => undefined,
    });
    const to = join(newFolder(), 'people.csv');
    const { jobId } = value(await test.client.exports.make({ ...wish(to, people), passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase: ownPassphrase }));
    const job = await ended(test, jobId);
    expect(job.failure?.code).toBe('exports.passphrase-gone');
    expect(readdirSync(dirname(to))).toEqual([]);
  });
});

describe('while it is written', () => {
  test('no open text stands on the disk', async () => {
    const { test, to, id } = await large();
    const { jobId } = value(await test.client.exports.make({ ...wish(to, people), recipients: [id] }));
    const seen = new Set<string>();
    for (let isOver = false; !isOver;) {
      for (const file of readdirSync(dirname(to))) {
        seen.add(file);
        expect(readFileSync(join(dirname(to), file)).includes('Zanbagh')).toBe(false);
      }
      await new Promise((resolve) => setImmediate(resolve));
      isOver = test.jobs.some(({ id: known, state }) => known === jobId && state !== 'queued' && state !== 'running');
    }
    expect([...seen]).toContain('people.csv.age.exporting.part');
    expect(readdirSync(dirname(to))).toEqual(['people.csv.age']);
  });

  test('it can be stopped, and nothing half-written stays', async () => {
    const { test, to, id } = await large();
    const { jobId } = value(await test.client.exports.make({ ...wish(to, people), recipients: [id] }));
    value(await test.client.jobs.cancel({ id: jobId }));
    expect((await ended(test, jobId)).state).toBe('cancelled');
    expect(readdirSync(dirname(to))).toEqual([]);
  });
});

async function large(): Promise<{ test: TestEngine; to: string; id: string }> {
  const test = await office();
  for (let at = 0; at < 1200; at += 1)
    value(await test.client.parties.create({ kind: 'person', names: [{ text: `Zanbagh ${at}` }] }));
  const { id } = await recipient(test, 'سارا');
  return { test, to: join(newFolder(), 'people.csv'), id };
}

describe('an open export', () => {
  test('is a right of its own: without it a file leaves encrypted or not at all', async () => {
    const { test } = await smallOffice();
    const { id } = await recipient(test, 'سارا');
    const grants = { 'session.use': 'all', 'parties.read': 'all', 'exports.run': 'all' } as const;
    const { id: role } = value(
      await test.client.policy.set({
        name: 'Sender',
        policy: { grants, personal: 'show', sensitive: 'last4', fields: {} },
      }),
    );
    value(await test.client.users.create({ login: 'omar', role, passphrase: ownPassphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'omar', passphrase: ownPassphrase }));
    const asked = wish(join(newFolder(), 'people.csv'), { list: 'parties', columns: ['name'] });
    expect(code(await test.client.exports.make(asked))).toBe('exports.plain-forbidden');
    expect(readdirSync(dirname(asked.to))).toEqual([]);
    expect(await made(test, { ...asked, recipients: [id] })).toMatchObject({ rows: 2 });
  });
});

describe('the register of recipients', () => {
  test('takes public keys of age, each once, and says whose they are', async () => {
    const { test } = await smallOffice();
    const { key, id } = await recipient(test, 'سارا');
    expect(code(await test.client.exports.addRecipient({ name: 'Again', key }))).toBe('exports.recipient-known');
    for (const wrong of ['age1', 'AGE-SECRET-KEY-1QQ', `${key}x`, 'ssh-ed25519 AAAA'])
      expect(code(await test.client.exports.addRecipient({ name: 'Wrong', key: wrong }))).toBe(
        'exports.recipient-invalid',
      );
    const { recipients } = value(await test.client.exports.recipients({}));
    expect(recipients).toMatchObject([{ id, name: 'سارا', key, kind: 'listed', addedBy: { name: 'آمال' } }]);
    value(await test.client.exports.removeRecipient({ id }));
    const asked = wish(join(newFolder(), 'people.csv'), people);
    expect(code(await test.client.exports.make({ ...asked, recipients: [id] }))).toBe('exports.recipient-unknown');
  });

  test("offers the office's escrow key", async () => {
    const { test } = await smallOffice();
    const identity = await generateIdentity();
    const key = await identityToRecipient(identity);
    const file = join(newFolder(), 'escrow.age');
    value(await test.client.recovery.addEscrow({ recipient: key, file, passphrase: ownPassphrase }));
    const [office] = value(await test.client.exports.recipients({})).recipients;
    expect(office).toMatchObject({ kind: 'escrow', name: null, key });
    const sealed = await made(test, { ...wish(join(newFolder(), 'a.csv'), people), recipients: [office!.id] });
    expect(await opened(sealed.path, { identity })).toContain('محمود');
  });
});

describe('a receipt', () => {
  test('stays in the log: what left, for whom, by which approval, and the sum of the bytes as they were written', async () => {
    const { test } = await smallOffice();
    const { id, key } = await recipient(test, 'سارا');
    const sealed = await made(test, { ...wish(join(newFolder(), 'people.csv'), people), recipients: [id] });
    const [receipt] = value(await test.client.exports.receipts({})).receipts;
    expect(receipt).toMatchObject({
      command: 'exports.make',
      who: { name: 'آمال' },
      file: 'people.csv.age',
      rows: 2,
      bytes: readFileSync(sealed.path).length,
      sha256: createHash('sha256').update(readFileSync(sealed.path)).digest('hex'),
      columns: null,
      fields: ['identifier.value'],
      way: 'recipients',
      recipients: [{ name: 'سارا', key }],
      approval: expect.any(String),
    });
    expect(sealed.sha256).toBe(receipt!.sha256);
  });

  test('tells of a file whether it was written here and is as it was', async () => {
    const { test } = await smallOffice();
    const { path } = await made(test, wish(join(newFolder(), 'people.csv'), people));
    expect(value(await test.client.exports.verify({ file: path })).receipt).toMatchObject({ way: 'open', rows: 2 });
    appendFileSync(path, 'x');
    expect(value(await test.client.exports.verify({ file: path })).receipt).toBeNull();
    expect(code(await test.client.exports.verify({ file: `${path}.gone` }))).toBe('files.not-found');
  });

  test('knows a package of a folder by all its files', async () => {
    const { test } = await smallOffice();
    const { id, identity } = await recipient(test, 'سارا');
    const folder = join(newFolder(), 'exit');
    const { jobId } = value(await test.client.exports.makeExit({ to: folder, language: 'fa', recipients: [id] }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(value(await test.client.exports.verify({ file: folder })).receipt).toMatchObject({
      command: 'exports.makeExit',
      recipients: [{ name: 'سارا' }],
    });
    const key = (await opened(join(folder, 'key.age'), { identity })).trim();
    expect(await opened(join(folder, 'csv', 'party.csv.age'), { identity: key })).toContain('محمود');
    appendFileSync(join(folder, 'README.txt'), 'x');
    expect(value(await test.client.exports.verify({ file: folder })).receipt).toBeNull();
  });

  test("is shown to whoever made it, and everybody's to whoever reads the log", async () => {
    const { test } = await smallOffice();
    await made(test, wish(join(newFolder(), 'people.csv'), people));
    value(await test.client.users.create({ login: 'omar', role: 'staff', passphrase: ownPassphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'omar', passphrase: ownPassphrase }));
    expect(value(await test.client.exports.receipts({})).receipts).toEqual([]);
  });
});
