// A role of the office that is older than a permission: it lacks it, the page of rights says so, and it is taken over or left in one step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { laterPermissions, permissions } from '@shared/core/permissions';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

/** A role as it was kept before its row said which permissions it was decided over. */
function keptBefore(id: string, name: string | null, policy: object): void {
  const { unitOfWork, writer } = test.engine.base()!;
  unitOfWork.run({ command: 'policy.set', actor: test.engine.actor()! }, () => {
    writer
      .prepare('insert into access_role (id, name, policy, created_at) values (?, ?, ?, ?)')
      .run(id, name, JSON.stringify(policy), test.clock.at);
    return { ok: true as const, value: undefined };
  });
}
const later = laterPermissions.map(({ permission }) => permission as string);
const before = ({ grants, ...policy }: { grants: object }) => ({
  ...policy,
  grants: Object.fromEntries(Object.entries(grants).filter(([permission]) => !later.includes(permission))),
});
const laterOf = ({ grants }: { grants: object }) =>
  Object.fromEntries(Object.entries(grants).filter(([permission]) => later.includes(permission)));
const roleOf = async (id: string) => value(await test.client.policy.get({})).roles.find((role) => role.id === id)!;

/** Permissions of the first list, which roles that say nothing about it were decided over. */
const FIRST = 34;

describe('a role that is older than a permission', () => {
  it('is asked about every one that came after the first list', () => {
    expect(permissions.length - laterPermissions.length).toBe(FIRST);
  });

  it('says what its preset gives of it, and holds it once that is taken over', async () => {
    keptBefore('bank-officer', 'Loans', before(shippedRoles['bank-officer']));
    const role = await roleOf('bank-officer');
    expect(role.addedSince).toEqual(laterOf(shippedRoles['bank-officer']));
    expect(role.addedSince['authority.grant']).toBe('own');
    value(await test.client.users.create({ login: 'loans', role: 'bank-officer', passphrase }));
    const grants = { ...role.policy.grants, ...role.addedSince };
    value(await test.client.policy.set({ id: role.id, name: role.name, policy: { ...role.policy, grants } }));
    expect(await roleOf('bank-officer')).toMatchObject({ name: 'Loans', addedSince: {}, policy: { grants } });
  });

  it('is not asked about again when it was left as it is', async () => {
    keptBefore('insurer-claims', null, before(shippedRoles['insurer-claims']));
    const role = await roleOf('insurer-claims');
    expect(role.addedSince).toEqual(laterOf(shippedRoles['insurer-claims']));
    value(await test.client.policy.set({ id: role.id, name: role.name, policy: role.policy }));
    expect(await roleOf('insurer-claims')).toMatchObject({ addedSince: {}, policy: role.policy });
  });

  it('without a preset is offered what it holds of the permission that was enough before', async () => {
    const grants = { 'session.use': 'all', 'parties.read': 'all', 'parties.write': 'team', 'consent.record': 'team' };
    keptBefore('front-desk', 'Front desk', { grants, personal: 'show', sensitive: 'last4', fields: {} });
    expect((await roleOf('front-desk')).addedSince).toEqual({
      'authority.grant': 'team',
      'consent.suppress': 'team',
      'deals.read': 'all',
      'deals.write': 'team',
      'quotes.read': 'all',
      'quotes.write': 'team',
      'products.read': 'all',
      'leads.read': 'all',
      'leads.write': 'team',
      'tasks.read': 'all',
      'tasks.write': 'team',
    });
  });

  it('that was copied from a role that ships is asked by that one', async () => {
    const { policy } = await roleOf('branch-manager');
    const { id } = value(await test.client.policy.set({ name: 'Region', policy, from: 'branch-manager' }));
    expect((await roleOf(id)).addedSince).toEqual({});
    const { writer } = test.engine.base()!;
    const kept = JSON.parse(writer.prepare('select policy from access_role where id = ?').pluck().get(id) as string);
    keptBefore('older-copy', 'Older copy', { ...before(kept), generation: 1 });
    expect((await roleOf('older-copy')).addedSince).toEqual(laterOf(shippedRoles['branch-manager']));
  });

  it('lets nobody do more than before: who holds it is refused until somebody has decided', async () => {
    keptBefore('clinic-reception', null, before(shippedRoles['clinic-reception']));
    value(await test.client.users.create({ login: 'desk', role: 'clinic-reception', passphrase }));
    const person = async (text: string): Promise<string> =>
      value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
    const [subjectId, agentId] = [await person('Huda'), await person('Ziad')];
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'desk', passphrase }));
    const granted = await test.client.authority.grant({ subjectId, agentId, basis: 'mandate', matters: ['contact'] });
    expect(code(granted)).toBe('door.forbidden');
  });
});
