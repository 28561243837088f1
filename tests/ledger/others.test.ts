// Who opened a record that is another's: written down even where nothing sensitive stands in it, unless the office wants it otherwise.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '@shared/features/contracts';
import type { Contract } from '@shared/core/contract';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

let test: TestEngine;
const id = { omar: '', sara: '', unit: '' };
const party = { omars: '', saras: '', units: '', nobodys: '', merged: '' };
const MINUTES = 60_000;

const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
async function enter(login: string): Promise<void> {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}

beforeAll(async () => {
  test = await openEngine();
  id.omar = value(await test.client.users.create({ login: 'omar', role: 'staff', passphrase })).id;
  id.sara = value(await test.client.users.create({ login: 'sara', role: 'staff', passphrase })).id;
  id.unit = value(await test.client.policy.saveUnit({ kind: 'team', name: 'A' })).id;
  value(await test.client.policy.addMember({ unitId: id.unit, userId: id.omar }));
  party.omars = await person('سلمى الحربي', { ownerId: id.omar });
  party.saras = await person('نورة العتيبي', { ownerId: id.sara });
  party.units = await person('خالد الدوسري', { unitId: id.unit });
  party.nobodys = await person('هند المطيري');
  party.merged = await person('سلمى حربي', { ownerId: id.sara });
  await enter('omar');
});
afterAll(() => test.close());
beforeEach(() => {
  test.clock.at += 11 * MINUTES;
});

interface Event {
  readonly way: string;
  readonly fields: string;
  readonly parties: string;
}
const events = (): Event[] =>
  test.engine
    .base()!
    .writer.prepare<[], Event>(
      `select way, fields, (select json_group_array(party_id) from access_subject where event_seq = seq) as parties
       from access_event order by seq`,
    )
    .all();
async function added(step: () => Promise<unknown>): Promise<Event[]> {
  const before = events().length;
  await step();
  return events().slice(before);
}
const look = (partyId: string) => async () => value(await test.client.parties.get({ id: partyId }));
const watch = async (watchOthers: 'off' | 'outside-unit' | 'outside-own'): Promise<void> => {
  await enter('amal');
  value(await test.client.settings.updateSite({ watchOthers }));
  await enter('omar');
};

describe('opening a record', () => {
  it('that somebody outside the reader’s unit holds is written down; their own, their unit’s and nobody’s are not', async () => {
    expect(await added(look(party.saras))).toMatchObject([
      { way: 'open', fields: '["party"]', parties: JSON.stringify([party.saras]) },
    ]);
    for (const own of [party.omars, party.units, party.nobodys]) expect(await added(look(own))).toEqual([]);
  });

  it('is one look, whichever of its parts are asked for', async () => {
    const partyId = party.saras;
    const found = await added(() =>
      Promise.all([
        test.client.parties.get({ id: partyId }),
        test.client.parties.timeline({ partyId }),
        test.client.parties.cluster({ id: partyId }),
        test.client.consent.list({ partyId }),
        test.client.authority.list({ partyId }),
        test.client.attachments.list({ of: { partyId } }),
      ]),
    );
    expect(found).toHaveLength(1);
    test.clock.at += 11 * MINUTES;
    expect(await added(async () => value(await test.client.parties.timeline({ partyId })))).toHaveLength(1);
  });

  it('of a person of whom the reader holds another record is looking at their own', async () => {
    await enter('amal');
    value(await test.client.parties.merge({ intoId: party.omars, ids: [party.merged] }));
    await enter('omar');
    expect(await added(look(party.merged))).toEqual([]);
  });

  it('is looking at one’s own on the days one stands in for its owner', async () => {
    await enter('amal');
    const stand = value(await test.client.policy.addStandIn({ forId: id.sara, byId: id.omar, fromOn: '2026-01-01' }));
    await enter('omar');
    expect(await added(look(party.saras))).toEqual([]);
    await enter('amal');
    value(await test.client.policy.removeStandIn({ id: stand.id }));
    await enter('omar');
    expect(await added(look(party.saras))).toHaveLength(1);
  });
});

it('what was written about another’s, read in the list that a search has found, is written down; names in it are not', async () => {
  value(await test.client.activities.log({ kind: 'note', subject: 'كسر في الساق', partyIds: [party.saras] }));
  expect(await added(async () => value(await test.client.search.find({ text: 'نورة' })))).toEqual([]);
  expect(await added(async () => value(await test.client.search.find({ text: 'كسر' })))).toMatchObject([
    { way: 'search', fields: '["party"]', parties: JSON.stringify([party.saras]) },
  ]);
});

it('a page of the list is not written down', async () => {
  expect(await added(async () => value(await test.client.parties.list({})))).toEqual([]);
});

it('the office has it otherwise: of every record the reader does not hold, or of none', async () => {
  await watch('outside-own');
  expect(await added(look(party.units))).toHaveLength(1);
  await watch('off');
  expect(await added(look(party.saras))).toEqual([]);
  await watch('outside-unit');
});

it('the letter to the person says that it was opened', async () => {
  await enter('amal');
  const { lines } = value(await test.client.access.letter({ partyId: party.saras }));
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'readings', way: 'open', who: expect.anything() }));
});

/** Questions that name a person and tell no more of them than a list of people does, or a decision and not what it was made of. */
const tellsNoMore = ['access.letter', 'consent.may', 'duplicates.ofParty', 'parties.graph', 'quality.ofParty'];

it('every question about one person says how it reads, or tells no more than a list does', () => {
  const silent = Object.values<Contract>(contracts).flatMap(({ noun, operations }) =>
    Object.entries(operations).flatMap(([name, { kind, reads, input, permission }]) => {
      const { properties = {}, required = [] } = input.toJSONSchema({ unrepresentable: 'any', io: 'input' });
      const isAboutOne = required.some((key) => /^(id|partyId|of)$/.test(key) && properties[key] !== undefined);
      const ofPeople = ['parties.read', 'activities.read', 'consent.read', 'operations.read', 'quality.read'];
      const asks = kind === 'query' && isAboutOne && ofPeople.includes(permission);
      return asks && reads === undefined ? [`${noun}.${name}`] : [];
    }),
  );
  expect(silent.filter((name) => !tellsNoMore.includes(name))).toEqual([]);
});
