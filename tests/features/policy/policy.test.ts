// Rights as an office sets them: roles, units, stand-ins and handing over, and that each counts from the next question on.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let sara: string;
let omar: string;
const day = 86_400_000;

beforeAll(async () => {
  test = await openEngine();
  sara = value(await test.client.users.create({ login: 'sara', role: 'broker-agent', passphrase })).id;
  omar = value(await test.client.users.create({ login: 'omar', role: 'team-member', passphrase })).id;
});
afterAll(() => test.close());

async function enter(login: string): Promise<void> {
  if (test.engine.actor() !== null) value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}
beforeEach(() => enter('amal'));

const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
const names = async (): Promise<string[]> =>
  value(await test.client.parties.list({ filter: {}, sort: { by: 'created', direction: 'ascending' } })).rows.map(
    ({ displayName }) => displayName,
  );

describe('whose parties are seen', () => {
  it('one’s own, as owner of the party or as owner or deputy of one of its roles', async () => {
    await person('A', { ownerId: sara });
    await person('B', { ownerId: omar });
    await person('C', { roles: [{ type: 'customer', deputyId: sara }] });
    await person('D');
    await enter('sara');
    expect(await names()).toEqual(['A', 'C']);
    expect((await test.client.parties.list({ filter: {} })).ok).toBe(true);
  });

  it('a party that somebody with few rights makes is theirs, and stays in their sight', async () => {
    await enter('sara');
    const id = await person('E');
    expect(value(await test.client.parties.get({ id })).owner).toMatchObject({ id: sara });
    expect(await names()).toContain('E');
  });

  it('of a team those of its people and those that lie with it, from the day somebody joins until they leave', async () => {
    const branch = value(await test.client.policy.saveUnit({ kind: 'branch', name: 'الرياض' })).id;
    const team = value(await test.client.policy.saveUnit({ kind: 'team', name: 'A', parentId: branch })).id;
    await person('F', { unitId: team });
    await person('G', { unitId: branch });
    value(await test.client.policy.addMember({ unitId: team, userId: sara }));
    const member = value(await test.client.policy.addMember({ unitId: team, userId: omar, toOn: '2026-05-07' })).id;
    await enter('omar');
    expect(await names()).toEqual(['A', 'B', 'C', 'E', 'F']);
    test.clock.at += 2 * day;
    expect(await names()).toEqual(['B']);
    test.clock.at -= 2 * day;
    await enter('amal');
    value(await test.client.policy.removeMember({ id: member }));
    value(await test.client.policy.saveUnit({ id: branch, kind: 'branch', name: 'الرياض', managerId: omar }));
    value(await test.client.users.assignRole({ userId: omar, roleId: 'branch-manager' }));
    await enter('omar');
    expect(await names()).toEqual(['A', 'B', 'C', 'E', 'F', 'G']);
  });

  it('during a holiday also those of whom one stands in for, and for those days only', async () => {
    const leila = value(await test.client.users.create({ login: 'leila', role: 'broker-agent', passphrase })).id;
    const cover = { forId: sara, byId: leila, fromOn: '2026-06-01', toOn: '2026-06-10', reason: 'holiday' };
    value(await test.client.policy.addStandIn(cover));
    await enter('leila');
    expect(await names()).toEqual([]);
    const before = test.clock.at;
    test.clock.at = Date.UTC(2026, 5, 5);
    expect(await names()).toEqual(['A', 'C', 'E']);
    const [first] = value(await test.client.parties.list({ filter: {} })).rows;
    value(await test.client.parties.update({ id: first!.id, set: { note: 'while she is away' } }));
    test.clock.at = Date.UTC(2026, 5, 12);
    expect(await names()).toEqual([]);
    test.clock.at = before;
  });
});

describe('what is done with another’s parties', () => {
  it('is refused in words that name no content, and leaves a line in the log', async () => {
    const id = await person('Hidden', { ownerId: omar });
    await enter('sara');
    for (const tried of [
      await test.client.parties.update({ id, set: { note: 'x' } }),
      await test.client.activities.log({ kind: 'call', subject: 'x', partyIds: [id] }),
      await test.client.roles.add({ partyId: id, role: { type: 'customer' } } as never),
    ])
      expect(['door.out-of-reach', 'door.invalid-input']).toContain(code(tried));
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
    const refused = test.engine
      .base()!
      .writer.prepare("select details from operation where command = 'access.refused' order by seq desc limit 1")
      .pluck()
      .get();
    expect(refused).toBe('{"operation":"activities.log","permission":"parties.read"}');
  });

  it('a field that is seen in part only cannot be changed, filtered or sorted by', async () => {
    const role = shippedRoles['bank-teller'];
    const grants = { ...role.grants, 'parties.read': 'all' as const, 'parties.write': 'all' as const };
    const fields = {
      'party_name.text': { mask: 'initials' as const },
      'contact_point.value': { mask: 'last4' as const },
    };
    const { id: roleId } = value(await test.client.policy.set({ name: 'Teller', policy: { ...role, grants, fields } }));
    value(await test.client.users.create({ login: 'teller', role: roleId, passphrase }));
    const id = await person('Nora Hill', { contactPoints: [{ kind: 'phone', value: '0501234567' }] });
    await enter('teller');
    const record = value(await test.client.parties.get({ id }));
    expect([record.displayName, record.contactPoints[0]!.value]).toEqual(['•••• N. H.', '••••4567']);
    const [point, name] = [record.contactPoints[0]!, record.names[0]!];
    const contactPoints = [{ id: point.id, value: '0509999999' }];
    expect(code(await test.client.parties.update({ id, put: { contactPoints } }))).toBe('door.out-of-reach');
    expect(code(await test.client.parties.update({ id, put: { names: [{ id: name.id, text: 'X' }] } }))).toBe(
      'door.out-of-reach',
    );
    const byName = { by: 'name', direction: 'ascending' } as const;
    expect(code(await test.client.parties.list({ filter: {}, sort: byName }))).toBe('parties.field-masked');
    const created = { by: 'created', direction: 'ascending' } as const;
    expect(code(await test.client.parties.list({ filter: { text: 'Nora' }, sort: created }))).toBe(
      'parties.field-masked',
    );
    expect(value(await test.client.search.find({ text: 'Nora' })).hits).toEqual([]);
    expect(value(await test.client.search.find({ text: '0501234567' })).hits).toEqual([]);
  });
});

describe('roles', () => {
  it('that ship with the product can be changed and given their own rights again; the administrators’ cannot', async () => {
    const policy = {
      ...shippedRoles['broker-agent'],
      grants: { ...shippedRoles['broker-agent'].grants, 'parties.read': 'all' as const },
    };
    value(await test.client.policy.set({ id: 'broker-agent', policy }));
    await enter('sara');
    expect((await names()).length).toBeGreaterThan(6);
    await enter('amal');
    value(await test.client.policy.removeRole({ id: 'broker-agent' }));
    const roles = value(await test.client.policy.get({})).roles;
    expect(roles.find(({ id }) => id === 'broker-agent')).toMatchObject({
      isChanged: false,
      isShipped: true,
      holders: 2,
    });
    for (const tried of [
      await test.client.policy.set({ id: 'administrator', policy }),
      await test.client.policy.removeRole({ id: 'administrator' }),
    ])
      expect(code(tried)).toBe('policy.role-fixed');
  });

  it('of the office have a name, are not taken from under their holders, and a change of them can be undone', async () => {
    const { policy } = value(await test.client.policy.get({})).roles.find(({ id }) => id === 'reader')!;
    expect(code(await test.client.policy.set({ policy }))).toBe('policy.name-missing');
    const { id } = value(await test.client.policy.set({ name: 'Archive', policy }));
    value(await test.client.users.create({ login: 'archive', role: id, passphrase }));
    expect(code(await test.client.policy.removeRole({ id }))).toBe('policy.role-held');
    value(await test.client.policy.set({ id, name: 'Archivists', policy }));
    const [last] = value(await test.client.operations.list({ limit: 1 })).operations;
    value(await test.client.operations.undo({ id: last!.id }));
    expect(value(await test.client.policy.get({})).roles.find((role) => role.id === id)?.name).toBe('Archive');
    expect(code(await test.client.users.assignRole({ userId: sara, roleId: 'no-such' }))).toBe('users.role-unknown');
  });
});

describe('units', () => {
  it('never lie in a circle, keep what hangs on them, and end no earlier than they begin', async () => {
    const unit = async (more: object) => test.client.policy.saveUnit({ kind: 'team', name: 'X', ...more });
    const top = value(await unit({})).id;
    const below = value(await unit({ parentId: top })).id;
    expect(code(await unit({ id: top, parentId: below }))).toBe('policy.unit-circle');
    expect(code(await unit({ id: top, parentId: top }))).toBe('policy.unit-circle');
    expect(code(await unit({ fromOn: '2026-02-01', toOn: '2026-01-01' }))).toBe('policy.dates-order');
    expect(code(await unit({ managerId: '00000000-0000-7000-8000-000000000000' }))).toBe('policy.user-unknown');
    expect(code(await test.client.policy.removeUnit({ id: top }))).toBe('policy.unit-used');
    value(await test.client.policy.removeUnit({ id: below }));
    value(await test.client.policy.removeUnit({ id: top }));
    expect(code(await test.client.policy.removeUnit({ id: top }))).toBe('policy.unit-not-found');
  });
});

describe('the page of a party', () => {
  it('offers what its reader may do with this party, and names what they do not see whole of it', async () => {
    const fields = { 'party.note': { mask: 'hidden', unless: 'own' } } as const;
    const policy = { ...shippedRoles['insurer-claims'], fields };
    const roleId = value(await test.client.policy.set({ name: 'Claims', policy })).id;
    const lina = value(await test.client.users.create({ login: 'lina', role: roleId, passphrase })).id;
    const [mine, theirs] = [await person('Mine', { ownerId: lina, note: 'x' }), await person('Theirs', { note: 'x' })];
    await enter('lina');
    const shown = async (id: string) => value(await test.client.parties.get({ id }));
    const [own, other] = [await shown(mine), await shown(theirs)];
    expect([own.rights.write, own.rights.assign, own.rights.masked, own.note]).toEqual([true, false, [], 'x']);
    expect([other.rights.write, other.rights.masked.includes('party.note'), other.note]).toEqual([false, true, null]);
    await enter('amal');
    expect((await shown(theirs)).rights).toEqual({ write: true, assign: true, authorise: true, masked: [] });
  });
});

describe('a portfolio', () => {
  it('goes over whole, in the parties and in the parts of their roles, and comes back as one', async () => {
    const [from, to] = [
      value(await test.client.users.create({ login: 'from', role: 'broker-agent', passphrase })).id,
      value(await test.client.users.create({ login: 'to', role: 'broker-agent', passphrase })).id,
    ];
    for (let index = 0; index < 620; index += 1) await person(`P${index}`, { ownerId: from });
    await person('Q', { roles: [{ type: 'customer', ownerId: from, deputyId: to }] });
    const done = value(await test.client.policy.handOver({ fromId: from, toId: to, reason: 'leaves the office' }));
    expect(done).toMatchObject({ parties: 620, roles: 1 });
    const owned = async (ownerId: string) => value(await test.client.parties.list({ filter: { ownerId } })).count.value;
    expect([await owned(from), await owned(to)]).toEqual([0, 620]);
    const [last] = value(await test.client.operations.list({ limit: 1 })).operations;
    expect(last).toMatchObject({ command: 'policy.handOver', reason: 'leaves the office', groupId: done.groupId });
    value(await test.client.operations.undo({ groupId: done.groupId! }));
    expect([await owned(from), await owned(to)]).toEqual([620, 0]);
  });

  it('and what somebody sees is shown beforehand, as they would have it', async () => {
    const shown = value(await test.client.policy.preview({ userId: sara, limit: 5 }));
    expect([shown.seen.value, shown.changed.value, shown.total.value > 600]).toEqual([3, 3, true]);
    const policy = { ...shippedRoles.reader, fields: { 'party_name.text': { mask: 'initials' as const } } };
    const wider = value(await test.client.policy.preview({ userId: sara, policy, limit: 5 }));
    expect([wider.seen, wider.changed.value]).toEqual([wider.total, 0]);
    expect(wider.rows.every(({ displayName }) => displayName.startsWith('••••'))).toBe(true);
  });
});
