// Whether a record exists is told to nobody who does not see it: a command about it is answered as one about a record that is nowhere.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationsByName } from '@shared/features/contracts';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

let test: TestEngine;
const nowhere = '01900000-0000-7000-8000-000000000000';
const made = { foreign: '', own: '', activity: '', point: '', relationship: '', role: '', authority: '' };

beforeAll(async () => {
  test = await openEngine();
  const { client } = test;
  const agent = value(await client.users.create({ login: 'agent', role: 'broker-agent', passphrase })).id;
  const person = async (text: string, more: object = {}) =>
    value(await client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
  made.foreign = await person('غريب', { contactPoints: [{ kind: 'phone', value: '0501112233' }] });
  made.own = await person('عميل', { ownerId: agent });
  made.activity = value(await client.activities.log({ kind: 'call', subject: 's', partyIds: [made.foreign] })).id;
  made.point = value(await client.parties.get({ id: made.foreign })).contactPoints[0]!.id;
  const other = await person('آخر');
  made.relationship = value(
    await client.relationships.create({ fromPartyId: made.foreign, toPartyId: other, type: 'friend' }),
  ).id;
  made.role = value(await client.roles.add({ partyId: made.foreign, type: 'customer' })).id;
  made.authority = value(
    await client.authority.grant({ subjectId: made.foreign, agentId: other, basis: 'other', matters: ['contact'] }),
  ).id;
  value(await client.session.lock({}));
  value(await client.session.unlock({ login: 'agent', passphrase }));
});
afterAll(() => test.close());

/** Commands as a curious colleague sends them: `ID` is the record that is there and not theirs, or one that is nowhere. */
const asked = (ID: string, own: string): readonly (readonly [string, object])[] => [
  ['parties.update', { id: ID, set: { note: 'x' } }],
  ['parties.update', { id: ID, remove: [{ part: 'contactPoint', id: ID }] }],
  ['parties.update', { id: own, put: { contactPoints: [{ id: ID, value: '0500000000' }] } }],
  ['parties.bulkUpdate', { ids: [own, ID], set: { language: 'ar' } }],
  ['relationships.create', { fromPartyId: own, toPartyId: ID, type: 'friend' }],
  ['relationships.create', { fromPartyId: own, toPartyId: ID, type: 'employee' }],
  ['relationships.create', { fromPartyId: ID, toPartyId: ID, type: 'friend' }],
  ['relationships.update', { id: ID, note: 'x' }],
  ['relationships.remove', { id: ID }],
  ['roles.add', { partyId: ID, type: 'customer' }],
  ['roles.update', { id: ID, terms: 'x' }],
  ['roles.move', { id: ID, to: 'active' }],
  ['activities.log', { kind: 'call', subject: 's', partyIds: [ID] }],
  ['activities.update', { id: ID, body: 'x' }],
  ['activities.remove', { id: ID }],
  ['authority.grant', { subjectId: ID, agentId: own, basis: 'other', matters: ['contact'] }],
  ['authority.grant', { subjectId: own, agentId: ID, basis: 'other', matters: ['contact'] }],
  ['authority.change', { id: ID, disputed: true }],
  ['authority.revoke', { id: ID }],
  ['authority.addQuestion', { subjectId: ID, question: 'q', answer: 'a' }],
  ['authority.removeQuestion', { id: ID }],
  ['quality.dismiss', { partyId: ID, ruleId: 'no-contact', reason: 'x' }],
];

it('a command about what is not seen, and about what is nowhere, is answered alike', async () => {
  const known = operationsByName();
  const there = [made.foreign, made.activity, made.point, made.relationship, made.role, made.authority];
  let compared = 0;
  for (const [at, [operation, nothing]] of asked(nowhere, made.own).entries()) {
    expect(known.has(operation), operation).toBe(true);
    const answered = await test.engine.call(operation, nothing);
    for (const id of there) {
      const reply = await test.engine.call(operation, asked(id, made.own)[at]![1]);
      expect(reply, `${operation} ${JSON.stringify(nothing)}`).toEqual(answered);
      compared += 1;
    }
    if (!answered.ok) expect(answered.error).toEqual({ code: 'door.out-of-reach' });
  }
  expect(compared).toBe(asked('', '').length * 6);
});

it('every question about it, too', async () => {
  const questions: readonly (readonly [string, (id: string) => object])[] = [
    ['parties.get', (id) => ({ id })],
    ['parties.history', (partyId) => ({ partyId })],
    ['parties.timeline', (partyId) => ({ partyId })],
    ['parties.cluster', (id) => ({ id })],
    ['activities.get', (id) => ({ id })],
    ['authority.list', (partyId) => ({ partyId })],
    ['authority.check', (subjectId) => ({ subjectId, callerId: made.own })],
    ['quality.ofParty', (id) => ({ id })],
    ['duplicates.ofParty', (id) => ({ id })],
    ['attachments.list', (partyId) => ({ of: { partyId } })],
  ];
  const said = async (operation: string, input: object): Promise<string> => {
    const reply = await test.engine.call(operation, input);
    return JSON.stringify(reply.ok ? reply.value : reply.error.code);
  };
  for (const [operation, input] of questions)
    for (const id of [made.foreign, made.activity])
      expect(await said(operation, input(id)), operation).toBe(await said(operation, input(nowhere)));
});

it('what is seen and may not be changed is still said to be so', async () => {
  const refused = await test.engine.call('parties.remove', { ids: [made.own] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'door.forbidden' } });
  expect(
    await test.engine.call('relationships.create', { fromPartyId: made.own, toPartyId: made.own, type: 'friend' }),
  ).toEqual({
    ok: false,
    error: { code: 'relationships.same-party' },
  });
});
