// Who may do what: the whole table of operations and roles, written out to be read, and held at the door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorErrors } from '@shared/core/contract';
import { permissions } from '@shared/core/permissions';
import { holds } from '@shared/features/policy/policy';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { operationsByName } from '@shared/features/contracts';
import { code, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { matrix } from './support/operations-by-role';

const roles = ['administrator', 'staff', 'reader'] as const;
type Role = (typeof roles)[number];

const allowed = (role: Role, operation: string): boolean =>
  matrix[operation] === 'everybody' || (matrix[operation] ?? '').split(' ').includes(role[0]!);
const operations = [...operationsByName()];

let test: TestEngine;
const logins: Readonly<Record<Role, string>> = {
  administrator: 'amal',
  staff: 'staff',
  reader: 'reader',
};
const enter = async (role: Role) => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: logins[role], passphrase }));
};

beforeAll(async () => {
  test = await openEngine();
  for (const role of ['staff', 'reader'] as const)
    value(await test.client.users.create({ login: logins[role], role, passphrase }));
});
afterAll(() => test.close());

/** Refused by its shape before any handler runs; only rights decide what is answered earlier. */
const malformed = { 'no such field': 1 };

describe('the table of rights', () => {
  it('names every operation there is', () => {
    expect(Object.keys(matrix).toSorted()).toEqual(operations.map(([name]) => name).toSorted());
  });

  it.each(roles)('is what the permissions of a %s say', (role) => {
    const policy = shippedRoles[role];
    const differing = operations.filter(
      ([name, { permission }]) => (permission === 'public' || holds(policy, permission)) !== allowed(role, name),
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it.each(roles)('is what the door does for a %s', async (role) => {
    await enter(role);
    const answers: Record<string, string> = {};
    for (const [name] of operations) answers[name] = code(await test.engine.call(name, malformed));
    const expected = operations.map(([name]) => [name, allowed(role, name) ? 'door.invalid-input' : 'door.forbidden']);
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  it('has a line in the ledger for every refusal, with who and what but not what was sent', async () => {
    await enter('reader');
    expect(code(await test.engine.call('parties.create', { kind: 'person', names: [{ text: 'پنهان' }] }))).toBe(
      'door.forbidden',
    );
    const last = test.engine
      .base()!
      .writer.prepare('select command, user_id, details, changes from operation order by seq desc limit 1')
      .get();
    expect(last).toEqual({
      command: 'access.refused',
      user_id: test.engine.actor()!.userId,
      details: '{"operation":"parties.create"}',
      changes: 0,
    });
    expect(test.engine.base()!.writer.prepare('select count(*) from party').pluck().get()).toBe(0);
  });

  it('lets nobody in before the base is unlocked but to the session itself', async () => {
    value(await test.client.session.lock({}));
    for (const [name] of operations) {
      const expected = matrix[name] === 'everybody' ? 'door.invalid-input' : 'door.locked';
      expect(code(await test.engine.call(name, malformed)), name).toBe(expected);
    }
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});

describe('every operation', () => {
  it.each(operations)(
    '%s has a permission of the list, and its own codes have its own noun or a shared one',
    (name, operation) => {
      expect(permissions).toContain(operation.permission);
      expect(
        operation.errors.filter(
          (error) => (doorErrors as readonly string[]).includes(error) && !error.startsWith('db.'),
        ),
      ).toEqual([]);
      expect(new Set(operation.errors).size, name).toBe(operation.errors.length);
      expect(operation.errors.every((error) => /^[a-z]+\.[a-z-]+$/.test(error))).toBe(true);
    },
  );

  it('has a handler, and an unknown one is answered so', async () => {
    for (const [name] of operations)
      expect(code(await test.engine.call(name, malformed)), name).not.toBe('door.unknown-operation');
    for (const name of ['parties.explode', 'constructor', '__proto__', 'parties', 'parties.create.x', '']) {
      expect(code(await test.engine.call(name, {})), name).toBe('door.unknown-operation');
    }
  });

  it('permissions are granted to roles by name only, and a reader has no more than staff, staff no more than an administrator', () => {
    const [administrator, staff, reader] = roles.map(
      (role) => new Set(permissions.filter((permission) => holds(shippedRoles[role], permission))),
    ) as [Set<string>, Set<string>, Set<string>];
    expect([...reader].every((one) => staff.has(one)) && [...staff].every((one) => administrator.has(one))).toBe(true);
    expect([...administrator].toSorted()).toEqual([...permissions].toSorted());
  });
});

describe('a role that is changed', () => {
  it('counts from the next call, without a new unlock', async () => {
    await enter('administrator');
    const { id } = value(await test.client.users.create({ login: 'second', role: 'administrator', passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'second', passphrase }));
    value(await test.client.users.update({ id, role: 'reader' }));
    expect(code(await test.client.users.update({ id, role: 'administrator' }))).toBe('door.forbidden');
    await enter('administrator');
  });
});

describe('an identity number', () => {
  const number = '1098765434';

  it('is seen whole by staff, and by a reader only in its last four characters, wherever it appears', async () => {
    await enter('administrator');
    const { id } = value(
      await test.client.parties.create({
        kind: 'person',
        names: [{ text: 'سلمى' }],
        identifiers: [
          { scheme: 'sa-national-id', value: number },
          { scheme: 'other', value: '4711' },
        ],
      }),
    );
    const [first] = value(await test.client.parties.get({ id })).identifiers;
    value(
      await test.client.parties.update({
        id,
        put: { identifiers: [{ id: first!.id, value: '1098765442' }] },
      }),
    );

    await enter('staff');
    expect(value(await test.client.parties.get({ id })).identifiers.map(({ value: shown }) => shown)).toEqual([
      { text: '1098765442', masked: false },
      { text: '4711', masked: false },
    ]);
    expect(value(await test.client.search.find({ text: '1098765442' })).hits).toMatchObject([
      { id, matched: 'identifier' },
    ]);

    await enter('reader');
    const record = value(await test.client.parties.get({ id }));
    expect(record.identifiers).toMatchObject([
      { value: { text: '••••5442', masked: true }, verdict: 'unchecked' },
      { value: { text: '••••', masked: true }, verdict: 'unchecked' },
    ]);
    const history = JSON.stringify(value(await test.client.parties.history({ partyId: id })));
    expect(history).toContain('••••5434');
    for (const text of [number, '1098765442', '"4711"', '98765']) {
      expect(history, text).not.toContain(text);
      expect(JSON.stringify(record), text).not.toContain(text);
    }
    for (const text of ['1098765442', '١٠٩٨٧٦٥٤٤٢', '4711', '5442']) {
      expect(value(await test.client.search.find({ text })).hits, text).toEqual([]);
      expect(value(await test.client.parties.list({ filter: { text } })).rows, text).toEqual([]);
    }
  });
});
