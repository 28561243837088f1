// Roles: what somebody is to the office, with stages that move by a table and an ending that has a reason.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleStages } from '@shared/catalogue';
import { canMove, stagesAfter } from '@shared/features/roles/role-stages';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const person = async (roles: { type: 'patient' | 'customer' | 'supplier' }[] = []) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: 'شادي' }], roles })).id;
const rolesOf = async (id: string) => value(await test.client.parties.get({ id })).roles;
const listed = async (id: string) =>
  value(await test.client.parties.list({ limit: 200 })).rows.find((row) => row.id === id)?.roles;

describe('a role', () => {
  it('is held once at a time, has an owner and a deputy of its own, and begins with an event', async () => {
    const id = await person();
    const owner = test.engine.actor()!.userId!;
    const role = value(
      await test.client.roles.add({
        partyId: id,
        type: 'customer',
        stage: 'starting',
        ownerId: owner,
        terms: ' نقداً ',
        startedOn: '2026-01-15',
      }),
    );
    expect(await rolesOf(id)).toMatchObject([
      {
        id: role.id,
        type: 'customer',
        stage: 'starting',
        owner: { id: owner, name: 'آمال' },
        deputy: null,
        terms: 'نقداً',
        startedOn: '2026-01-15',
        events: [{ from: null, to: 'starting', by: { id: owner } }],
      },
    ]);
    expect(await test.client.roles.add({ partyId: id, type: 'customer' })).toMatchObject({
      ok: false,
      error: { code: 'roles.already-open', details: { id: role.id } },
    });
    value(await test.client.roles.add({ partyId: id, type: 'supplier' }));
    expect(await listed(id)).toEqual(['customer', 'supplier']);
  });

  it.each([
    ['of nobody', { partyId: nobody, type: 'patient' }, 'roles.party-not-found'],
    ['with an owner nobody knows', { ownerId: nobody, type: 'patient' }, 'roles.owner-unknown'],
    ['with a deputy nobody knows', { deputyId: nobody, type: 'patient' }, 'roles.owner-unknown'],
  ] as const)('%s is refused', async (_, draft, expected) => {
    const partyId = await person();
    expect(code(await test.client.roles.add({ partyId, ...draft }))).toBe(expected);
    expect(await rolesOf(partyId)).toEqual([]);
  });

  it('moves by the table of stages only, and every move is kept with who and why', async () => {
    const id = await person([{ type: 'patient' }]);
    const [role] = await rolesOf(id);
    for (const to of roleStages.filter((stage) => !canMove('active', stage))) {
      expect(code(await test.client.roles.move({ id: role!.id, to })), to).toBe('roles.move-not-allowed');
    }
    test.clock.at += 1000;
    value(await test.client.roles.move({ id: role!.id, to: 'at-risk', reason: 'شكوى' }));
    test.clock.at += 1000;
    value(await test.client.roles.move({ id: role!.id, to: 'active' }));
    const [moved] = await rolesOf(id);
    expect(moved!.stage).toBe('active');
    expect(moved!.events.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [null, 'active', null],
      ['active', 'at-risk', 'شكوى'],
      ['at-risk', 'active', null],
    ]);
    expect(code(await test.client.roles.move({ id: nobody, to: 'active' }))).toBe('roles.not-found');
  });

  it('ends with a day and a reason, once, and can begin again without them', async () => {
    const id = await person([{ type: 'patient' }]);
    const [role] = await rolesOf(id);
    expect(code(await test.client.roles.end({ id: role!.id, endedOn: '2026-02-30', reason: 'x' }))).toBe(
      'door.invalid-input',
    );
    test.clock.at += 1000;
    value(
      await test.client.roles.end({
        id: role!.id,
        endedOn: '2026-03-01',
        reason: 'انتقل إلى مدينة أخرى',
        winBackOn: '2027-01-01',
      }),
    );
    expect(await rolesOf(id)).toMatchObject([
      { stage: 'ended', endedOn: '2026-03-01', endReason: 'انتقل إلى مدينة أخرى', winBackOn: '2027-01-01' },
    ]);
    expect(await listed(id)).toEqual([]);
    expect(code(await test.client.roles.end({ id: role!.id, endedOn: '2026-03-02', reason: 'x' }))).toBe(
      'roles.already-ended',
    );
    value(await test.client.roles.add({ partyId: id, type: 'patient' }));
    test.clock.at += 1000;
    value(await test.client.roles.move({ id: role!.id, to: 'starting' }));
    expect((await rolesOf(id)).find((one) => one.id === role!.id)).toMatchObject({
      stage: 'starting',
      endedOn: null,
      endReason: null,
      winBackOn: null,
    });
  });

  it('keeps its history when its ending is undone', async () => {
    const id = await person([{ type: 'customer' }]);
    const [role] = await rolesOf(id);
    test.clock.at += 1000;
    value(await test.client.roles.end({ id: role!.id, endedOn: '2026-03-01', reason: 'خطأ' }));
    value(await test.client.operations.undo({}));
    expect(await rolesOf(id)).toEqual([role]);
    expect(await listed(id)).toEqual(['customer']);
  });

  it('changes owner and terms without moving', async () => {
    const id = await person([{ type: 'supplier' }]);
    const [role] = await rolesOf(id);
    value(await test.client.roles.update({ id: role!.id, terms: 'ثلاثون يوماً' }));
    expect(await rolesOf(id)).toEqual([{ ...role, terms: 'ثلاثون يوماً' }]);
    expect(code(await test.client.roles.update({ id: role!.id, ownerId: nobody }))).toBe('roles.owner-unknown');
    expect(code(await test.client.roles.update({ id: nobody, terms: 'x' }))).toBe('roles.not-found');
  });
});

it('the table of stages lets everything end, and nothing stay where it is', () => {
  for (const stage of roleStages) {
    expect(stagesAfter(stage)).not.toContain(stage);
    expect(stage === 'ended' || canMove(stage, 'ended'), stage).toBe(true);
    expect(stagesAfter(stage).length).toBeGreaterThan(0);
  }
});
