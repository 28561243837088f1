// What must not be done on one person's word: confirmed by a passphrase, approved by a second person, done once.
import { mkdtempSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, ended, openEngine, passphrase, plainClientOf, value, type TestEngine } from '../../support/open-engine';
import { signIn, withSecond } from './support/two-people';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const rights = { id: 'reader', policy: shippedRoles.reader };
const client = () => plainClientOf(test.engine);
const ask = (purpose = 'quarterly check') =>
  client().approvals.request({ operation: 'policy.set', input: rights, purpose, passphrase });
const lastCommands = (count: number): unknown[] =>
  test.engine
    .base()!
    .writer.prepare('select command from operation order by seq desc limit ?')
    .pluck()
    .all(count)
    .toReversed();

describe('in an office of one', () => {
  it('rights change when the passphrase was typed again, and the log says that nobody else was there', async () => {
    expect((await client().policy.set(rights)).ok).toBe(false);
    const asked = value(await ask());
    expect(asked).toMatchObject({ state: 'granted', needs: 'step-up' });
    value(await client().policy.set(rights));
    expect(lastCommands(3)).toEqual(['approvals.request', 'approvals.alone', 'policy.set']);
  });

  it('a wrong passphrase confirms nothing and is counted as at the lock screen', async () => {
    const wrong = { operation: 'policy.set', input: rights, passphrase: 'not it' };
    for (let attempt = 0; attempt < 4; attempt += 1)
      expect(code(await client().approvals.request(wrong))).toBe('keys.wrong-passphrase');
    expect(code(await ask())).toBe('keys.too-many-attempts');
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
  });

  it('that wants two whatever happens, nothing is done by one', async () => {
    const settings = { fourEyes: 'always' } as const;
    value(await test.client.settings.updateSite(settings));
    expect(code(await client().policy.set(rights))).toBe('door.approval-impossible');
    expect(code(await ask())).toBe('approvals.nobody');
  });
});

describe('where somebody else may approve', () => {
  beforeEach(() => withSecond(test));

  it('a change of rights waits until they have signed, and is done once', async () => {
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
    const { id, state } = value(await ask());
    expect(state).toBe('waiting');
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
    value(await client().approvals.approve({ id, login: 'omar', passphrase }));
    value(await client().policy.set(rights));
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
    const [listed] = value(await client().approvals.list({})).approvals;
    expect(listed).toMatchObject({ id, state: 'used', purpose: 'quarterly check', decidedBy: { name: 'omar' } });
    expect(JSON.parse(listed!.exactly)).toMatchObject({ id: 'reader' });
  });

  it('the second person may also sign in their own session, and the first goes on in theirs', async () => {
    const { id } = value(await ask());
    await signIn(test, 'omar');
    expect(value(await client().approvals.list({ state: 'waiting' })).approvals.map((one) => one.id)).toEqual([id]);
    value(await client().approvals.approve({ id, passphrase }));
    await signIn(test, 'amal');
    value(await client().policy.set(rights));
  });

  it('what was refused or withdrawn is not done', async () => {
    const first = value(await ask());
    await signIn(test, 'omar');
    value(await client().approvals.refuse({ id: first.id, reason: 'not now' }));
    await signIn(test, 'amal');
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
    expect(code(await client().approvals.approve({ id: first.id, login: 'omar', passphrase }))).toBe(
      'approvals.not-waiting',
    );
    const second = value(await ask());
    value(await client().approvals.approve({ id: second.id, login: 'omar', passphrase }));
    value(await client().approvals.withdraw({ id: second.id }));
    expect(code(await client().policy.set(rights))).toBe('door.approval-needed');
  });

  it('what two have set, one does not take back', async () => {
    const { id } = value(await ask());
    value(await client().approvals.approve({ id, login: 'omar', passphrase }));
    value(await client().policy.set(rights));
    expect(code(await client().operations.undo({}))).toBe('door.approval-needed');
  });

  it('another administrator is not made by one, who could then approve their own requests', async () => {
    const puppet = { login: 'puppet', role: 'administrator', passphrase };
    expect(code(await client().users.create(puppet))).toBe('door.approval-needed');
    value(await client().users.create({ ...puppet, role: 'staff' }));
    expect(value(await client().users.list({})).users.map(({ login }) => login)).toEqual(['amal', 'omar', 'puppet']);
  });
});

describe('records that leave the base', () => {
  const people = async (count: number, numbers = false) => {
    for (let at = 0; at < count; at += 1) {
      const identifiers = numbers ? [{ scheme: 'other' as const, value: `${at}` }] : [];
      value(await test.client.parties.create({ kind: 'person', names: [{ text: `شخص ${at}` }], identifiers }));
    }
  };
  const folder = mkdtempSync(join(tmpdir(), 'diwan-approved-'));
  const wish = (name: string, columns?: readonly ['name']) => ({
    what: { list: 'parties' as const, ...(columns === undefined ? {} : { columns: [...columns] }) },
    options: { format: 'csv' as const, language: 'en' as const },
    to: join(folder, `${name}.csv`),
  });

  beforeEach(async () => {
    value(await test.client.settings.updateSite({ approvalExportRows: 3, approvalExportDaily: 5 }));
    await people(3);
    await withSecond(test);
  });

  it('a few names are taken out on one word, until they are many in a day', async () => {
    const first = value(await client().exports.make(wish('few', ['name'])));
    expect((await ended(test, first.jobId)).state).toBe('done');
    expect(code(await client().exports.make(wish('more', ['name'])))).toBe('door.approval-needed');
    test.clock.at += 25 * 3_600_000;
    const next = value(await client().exports.make(wish('next-day', ['name'])));
    expect((await ended(test, next.jobId)).state).toBe('done');
  });

  it('a clock that is set back makes no new day', async () => {
    const first = value(await client().exports.make(wish('before', ['name'])));
    expect((await ended(test, first.jobId)).state).toBe('done');
    test.clock.at -= 30 * 3_600_000;
    expect(code(await client().exports.make(wish('back', ['name'])))).toBe('door.approval-needed');
  });

  it('identity numbers never leave on one word', async () => {
    expect(code(await client().exports.make(wish('numbers')))).toBe('door.approval-needed');
  });

  it('an approved export that has grown beyond what was approved writes no file', async () => {
    const much = wish('grown', ['name']);
    await people(1);
    const request = { operation: 'exports.make', input: much, purpose: 'mailing', passphrase };
    const { id } = value(await client().approvals.request(request));
    value(await client().approvals.approve({ id, login: 'omar', passphrase }));
    await people(11);
    expect(code(await client().exports.make(much))).toBe('door.approval-needed');
    expect(existsSync(much.to)).toBe(false);
  });

  it('an approved export is written once, and its line in the log names the approval', async () => {
    const much = wish('approved', ['name']);
    await people(1);
    const request = { operation: 'exports.make', input: much, purpose: 'mailing', passphrase };
    const { id } = value(await client().approvals.request(request));
    value(await client().approvals.approve({ id, login: 'omar', passphrase }));
    const { jobId } = value(await client().exports.make(much));
    expect((await ended(test, jobId)).state).toBe('done');
    const details = test.engine
      .base()!
      .writer.prepare("select details ->> '$.approval' from operation where command = 'exports.make'")
      .pluck()
      .all();
    expect(details).toEqual([id]);
    expect(code(await client().exports.make({ ...much, replace: true }))).toBe('door.approval-needed');
  });
});

describe('records that go to the bin', () => {
  it('are removed by one person up to a number a day', async () => {
    value(await test.client.settings.updateSite({ approvalRemovals: 2 }));
    await withSecond(test);
    const ids: string[] = [];
    for (let at = 0; at < 4; at += 1)
      ids.push(value(await test.client.parties.create({ kind: 'person', names: [{ text: `شخص ${at}` }] })).id);
    value(await client().parties.remove({ ids: ids.slice(0, 2) }));
    expect(code(await client().parties.remove({ ids: ids.slice(2, 3) }))).toBe('door.approval-needed');
  });
});
