// Work around sealed values: what comes in, goes out, is merged, copied and erased goes on as before for who has the key.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { tryAndBringIn } from '../imports/support/bring';

const another = 'قهوة مرة في صباح بارد جداً';
const number = '1098765437';
const field = 'identifier.value';

let test: TestEngine;
let aside: string;
beforeEach(async () => {
  test = await openEngine();
  aside = mkdtempSync(join(tmpdir(), 'diwan-sealing-around-'));
});
afterEach(async () => {
  expect(test.reported).toEqual([]);
  await test.close();
  rmSync(aside, { recursive: true, force: true });
});

const person = async (text: string, of: string) =>
  value(
    await test.client.parties.create({
      kind: 'person',
      names: [{ text }],
      identifiers: [{ scheme: 'sa-national-id', value: of }],
    }),
  ).id;
const numbersOf = async (id: string) =>
  value(await test.client.parties.get({ id })).identifiers.map((one) => one.value.text);
const done = async (started: Parameters<typeof value<{ jobId: string }>>[0]) => {
  const job = await ended(test, value(started).jobId);
  expect([job.state, job.failure]).toEqual(['done', null]);
  return job.result;
};
const seal = async () => done(await test.client.keys.seal({ field }));
const sheet = (name: string, lines: readonly string[]): string => {
  const file = join(aside, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

describe('with a field sealed', () => {
  it('a file brings in new numbers sealed, and knows people by the numbers that are there', async () => {
    const layla = await person('ليلى الحربي', number);
    await seal();
    const file = sheet('people.csv', [
      'name,national id,email',
      `ليلى الحربي,${number},layla@example.com`,
      'سامي العتيبي,1087654321,sami@example.com',
    ]);
    const { counts, tried } = await tryAndBringIn(test, file, { duplicates: 'update' });
    expect(counts).toEqual(tried);
    expect(counts).toMatchObject({ created: 1, updated: 1 });
    expect(await numbersOf(layla)).toEqual([number]);
    const { sealed, values } = value(await test.client.keys.classes({})).fields[0]!;
    expect([sealed, values]).toEqual([2, 2]);
  });

  it('two records with the same number are merged and parted again, each with its own', async () => {
    const [one, two] = [await person('ليلى الحربي', number), await person('ليلى الحربي', number)];
    await seal();
    value(await test.client.parties.merge({ intoId: one, ids: [two] }));
    expect(await numbersOf(one)).toEqual([number, number]);
    value(await test.client.operations.undo({}));
    expect(await numbersOf(two)).toEqual([number]);
  });

  it('whoever leaves takes the numbers along when they have the key, and the drill compares them', async () => {
    await person('ليلى الحربي', number);
    await seal();
    const to = join(aside, 'exit');
    const { path } = (await done(await test.client.exports.makeExit({ to, language: 'en' }))) as { path: string };
    expect(readFileSync(join(path, 'json/identifier.jsonl'), 'utf8')).toContain(number);
    const dictionary = JSON.parse(readFileSync(join(path, 'dictionary.json'), 'utf8')) as {
      tables: { table: string; fields: { name: string; sealed: boolean }[] }[];
    };
    const sealed = dictionary.tables.flatMap(({ table, fields }) =>
      fields.filter((one) => one.sealed).map(({ name }) => `${table}.${name}`),
    );
    expect(sealed).toEqual([field]);
    expect(await done(await test.client.exports.drill({}))).toMatchObject({ sound: true, findings: [] });
  });

  it('a backup restored elsewhere opens for the same people with the same keys', async () => {
    const layla = await person('ليلى الحربي', number);
    await seal();
    const { made } = (await done(await test.client.backups.make({ folder: aside }))) as { made: { folder: string }[] };
    const fresh = await openEngine({ create: false });
    value(await fresh.client.backups.restore({ folder: made[0]!.folder, login: 'amal', passphrase }));
    value(await fresh.client.session.unlock({ login: 'amal', passphrase }));
    expect(value(await fresh.client.parties.get({ id: layla })).identifiers[0]!.value.text).toBe(number);
    expect(fresh.reported).toEqual([]);
    await fresh.close();
  });

  it('somebody who was erased is not brought back by their number', async () => {
    const layla = await person('ليلى الحربي', number);
    await seal();
    await done(await test.client.privacy.execute({ partyId: layla }));
    const file = sheet('again.csv', ['name,national id', `شخص آخر,${number}`]);
    const { counts } = await tryAndBringIn(test, file);
    expect(counts).toMatchObject({ created: 0, rejected: 1 });
  });

  it('a role without the key brings no number in and takes none out', async () => {
    await person('ليلى الحربي', number);
    const policy = { ...shippedRoles.staff, fields: { [field]: { mask: 'hidden' as const } } };
    const grants = { ...policy.grants, 'imports.run': 'all' as const, 'exports.run': 'all' as const };
    const { id: role } = value(await test.client.policy.set({ name: 'Desk', policy: { ...policy, grants } }));
    value(await test.client.users.create({ login: 'omar', role, passphrase: another }));
    await seal();
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'omar', passphrase: another }));
    const out = join(aside, 'numbers.csv');
    const what = { list: 'entity' as const, entity: 'identifier' };
    const exported = await test.client.exports.make({ what, to: out, options: { format: 'csv', language: 'en' } });
    if (exported.ok) await ended(test, exported.value.jobId);
    if (existsSync(out)) expect(readFileSync(out, 'utf8')).not.toMatch(new RegExp(`${number}|sealed:`));
    expect(code(await test.client.keys.seal({ field }))).toBe('door.forbidden');
  });
});
