// A field is sealed: what stands in the base is read by whoever has the key of its class, and by nobody else, whatever they have besides.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { databaseKey } from '../../../src-main/keys';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { readableIn } from '../../support/pages';

const another = 'قهوة مرة في صباح بارد جداً';
const number = '1098765437';
const other = '1098765445';
const passport = 'K77401238';
const field = 'identifier.value';

let test: TestEngine;
let aside: string;
beforeEach(async () => {
  test = await openEngine();
  aside = mkdtempSync(join(tmpdir(), 'diwan-sealing-aside-'));
});
afterEach(async () => {
  expect(test.reported).toEqual([]);
  await test.close();
  rmSync(aside, { recursive: true, force: true });
});

const keyOfBase = (): Buffer => databaseKey(test.engine.base()!.unlocked.secret);
const person = async (text: string, identifiers: { scheme: 'sa-national-id' | 'passport'; value: string }[] = []) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], identifiers })).id;
const numbersOf = async (id: string) =>
  value(await test.client.parties.get({ id })).identifiers.map((one) => one.value.text);
const found = async (text: string) => value(await test.client.search.find({ text })).hits.map(({ title }) => title);
async function seal(): Promise<void> {
  const { jobId } = value(await test.client.keys.seal({ field }));
  expect((await ended(test, jobId)).state).toBe('done');
}
const fieldNow = async () => value(await test.client.keys.classes({})).fields[0]!;
const classNow = async () => value(await test.client.keys.classes({})).classes[0]!;
const asOther = async (login: string, secret: string): Promise<void> => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase: secret }));
};
/** A role that is shown nothing of identity numbers. */
async function blindRole(): Promise<string> {
  const policy = { ...shippedRoles.staff, fields: { [field]: { mask: 'hidden' as const } } };
  return value(await test.client.policy.set({ name: 'Front desk', policy })).id;
}

describe('sealing a field', () => {
  it('leaves no byte of its values in the base, its log and its history, and nothing changes for who has the key', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    const gone = await person('راحلة', [{ scheme: 'passport', value: passport }]);
    const [part] = value(await test.client.parties.get({ id: gone })).identifiers;
    value(await test.client.parties.update({ id: gone, remove: [{ part: 'identifier', id: part!.id }] }));
    expect(readableIn(test.folder, keyOfBase(), [number, passport])).not.toEqual([]);
    const { updatedAt } = value(await test.client.parties.get({ id: layla }));
    test.clock.at += 60_000;
    await seal();
    // To keep a number otherwise is no change of a person.
    expect(value(await test.client.parties.get({ id: layla })).updatedAt).toBe(updatedAt);
    const sami = await person('سامي', [{ scheme: 'passport', value: 'N55120946' }]);
    expect(await numbersOf(layla)).toEqual([number]);
    expect(await numbersOf(sami)).toEqual(['N55120946']);
    expect(await found(number)).toEqual(['ليلى']);
    expect(await fieldNow()).toMatchObject({ state: 'sealed', values: 2, sealed: 2 });
    expect(readableIn(test.folder, keyOfBase(), [number, passport, 'N55120946'])).toEqual([]);
    expect(value(await test.client.base.verify({ quick: false }))).toMatchObject({ sound: true, findings: [] });
  });

  it('a second person with the same number is still noticed', async () => {
    await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    await seal();
    const probe = { kind: 'person' as const, identifiers: [{ scheme: 'sa-national-id' as const, value: number }] };
    const { matches } = value(await test.client.duplicates.check({ probe }));
    expect(matches.map(({ reasons }) => reasons.map((reason) => reason.code))).toEqual([['identifier-same']]);
  });

  it('a change, its history and its undo work on sealed values', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    await seal();
    const [part] = value(await test.client.parties.get({ id: layla })).identifiers;
    const put = { identifiers: [{ id: part!.id, value: other }] };
    value(await test.client.parties.update({ id: layla, put }));
    expect(await found(other)).toEqual(['ليلى']);
    const { entries } = value(await test.client.parties.history({ partyId: layla }));
    expect(JSON.stringify(entries[0])).toContain(number);
    expect(JSON.stringify(entries[0])).toContain(other);
    value(await test.client.operations.undo({}));
    expect(await numbersOf(layla)).toEqual([number]);
    expect(await found(number)).toEqual(['ليلى']);
    expect(readableIn(test.folder, keyOfBase(), [number, other])).toEqual([]);
  });

  it('is taken back: values stand in the base as typed again, and what was searched is found', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    await seal();
    const { jobId } = value(await test.client.keys.unseal({ field }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(await fieldNow()).toMatchObject({ state: 'open', values: 1, sealed: 0 });
    expect(await numbersOf(layla)).toEqual([number]);
    expect(await found(number)).toEqual(['ليلى']);
    expect(readableIn(test.folder, keyOfBase(), [number])).not.toEqual([]);
  });
});

describe('who has the key', () => {
  it('is everybody whose role shows something of the field; a role that hides it sees nothing and writes nothing', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase: another }));
    value(await test.client.users.create({ login: 'omar', role: await blindRole(), passphrase: another }));
    await seal();
    expect(await classNow()).toMatchObject({
      isHeld: true,
      without: ['omar'],
      holders: [
        { name: 'آمال', waits: false },
        { name: 'huda', waits: false },
      ],
      papers: 1,
    });
    await asOther('huda', another);
    expect(await numbersOf(layla)).toEqual([number]);
    await asOther('omar', another);
    expect(test.engine.base()!.unlocked.sealing.keys).toEqual([]);
    expect(await numbersOf(layla)).toEqual(['••••']);
    expect(await found(number)).toEqual([]);
    const { entries } = value(await test.client.parties.history({ partyId: layla }));
    expect(JSON.stringify(entries)).not.toContain(number);
    expect(JSON.stringify(entries)).not.toContain('sealed:');
    const put = { identifiers: [{ scheme: 'passport' as const, value: passport }] };
    expect(code(await test.client.parties.update({ id: layla, put }))).toBe('door.sealed');
    const draft = { kind: 'person' as const, names: [{ text: 'x' }], identifiers: put.identifiers };
    expect(code(await test.client.parties.create(draft))).toBe('door.sealed');
  });

  it('follows the role at once, and a person who leaves has it in no copy made later', async () => {
    await seal();
    const omar = value(await test.client.users.create({ login: 'omar', role: 'staff', passphrase: another })).id;
    expect((await classNow()).holders.map(({ name }) => name)).toEqual(['آمال', 'omar']);
    value(await test.client.users.update({ id: omar, role: await blindRole() }));
    expect((await classNow()).holders.map(({ name }) => name)).toEqual(['آمال']);
    value(await test.client.users.update({ id: omar, role: 'staff' }));
    expect((await classNow()).holders.at(-1)).toMatchObject({ name: 'omar', waits: false });
    value(await test.client.users.remove({ id: omar }));
    expect((await classNow()).holders.map(({ name }) => name)).toEqual(['آمال']);
  });

  it('a new key seals everything anew, and what the one before it opens is nowhere left', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    await seal();
    const { jobId } = value(await test.client.keys.renewClass({ class: 'identity' }));
    expect((await ended(test, jobId)).state).toBe('done');
    expect(await classNow()).toMatchObject({ version: 2 });
    expect(readableIn(test.folder, keyOfBase(), ['sealed:identity.1'])).toEqual([]);
    expect(await numbersOf(layla)).toEqual([number]);
    expect(await found(number)).toEqual(['ليلى']);
  });

  it('outlives a forgotten passphrase, a new key of the base and a restored backup', async () => {
    const layla = await person('ليلى', [{ scheme: 'sa-national-id', value: number }]);
    await seal();
    value(await test.client.keys.rotate({ passphrase }));
    expect(await numbersOf(layla)).toEqual([number]);
    value(await test.client.session.lock({}));
    value(await test.client.session.recover({ login: 'amal', recoveryCode: test.recoveryCode, passphrase: another }));
    expect(await numbersOf(layla)).toEqual([number]);
    expect((await classNow()).holders).toEqual([expect.objectContaining({ waits: false })]);
    value(await test.client.session.lock({}));
    cpSync(test.folder, join(aside, 'copy'), { recursive: true });
    expect(readdirSync(join(aside, 'copy'))).toContain('keyring.json');
    value(await test.client.session.unlock({ login: 'amal', passphrase: another }));
    expect(await numbersOf(layla)).toEqual([number]);
  });
});
