// Merging links records and never destroys: one party on every screen, each fact with the record it belongs to, parted at any time.
import { describe, expect, test } from 'vitest';
import { code, passphrase, value } from '../../support/open-engine';
import { mergingOffice } from './support/merging-office';

const { office, client, person, merge, separate, get, listed, found, log, timeline } = mergingOffice();

describe('three spellings of one person', () => {
  const people = async () => {
    const first = await person('محمد علی رضائی', { contactPoints: [{ kind: 'phone', value: '0501234567' }] });
    const second = await person('Mohamed Ali Rezaei', {
      contactPoints: [{ kind: 'email', value: 'rezaei@mail.example' }],
    });
    const third = await person('Muhammad Aly Rezaee', {
      addresses: [{ city: 'Shiraz' }],
      roles: [{ type: 'patient' }],
    });
    return { first, second, third };
  };

  test('are one page with three names, one row of the list, and one hit by any spelling, phone or e-mail', async () => {
    const { first, second, third } = await people();
    await log('before', second);
    expect(await merge(first, second, third)).toEqual({ id: first, linked: 2 });
    expect(await listed()).toEqual(['محمد علی رضائی']);
    expect(value(await client().base.counts({})).parties).toBe(1);
    for (const text of ['رضائی', 'Rezaei', 'Muhammad Aly', '0501234567', 'rezaei@mail', 'mail.example']) {
      expect(await found(text), text).toEqual([first]);
    }
    for (const id of [first, second, third]) {
      const record = await get(id);
      expect(record.id).toBe(first);
      expect(record.names.map(({ partyId, text }) => [partyId, text])).toEqual([
        [first, 'محمد علی رضائی'],
        [second, 'Mohamed Ali Rezaei'],
        [third, 'Muhammad Aly Rezaee'],
      ]);
      expect(record.records.map((one) => one.id)).toEqual([first, second, third]);
      expect(await timeline(id)).toEqual(['before']);
    }
    expect(await listed({ roleType: 'patient' })).toEqual(['محمد علی رضائی']);
    expect(await listed({ roleType: 'patient', roleStage: 'active', kinds: ['person'] })).toEqual(['محمد علی رضائی']);
    expect(await listed({ city: 'shiraz' })).toEqual(['محمد علی رضائی']);
    const [row] = value(await client().parties.list({})).rows;
    expect(row).toMatchObject({
      phone: '0501234567',
      email: 'rezaei@mail.example',
      city: 'Shiraz',
      roles: ['patient'],
    });
    expect(row!.lastActivityAt).toBe(office().clock.at);
  });

  test('part again later: new activities stay with whom they were written for, older ones go back', async () => {
    const { first, second, third } = await people();
    const old = await log('old call of the second', second);
    await merge(first, second, third);
    office().clock.at += 86_400_000;
    await log('order of the next day', second);
    value(await client().activities.update({ id: old, subject: 'old call, corrected', partyIds: [first] }));
    const parted = await separate(second);
    expect(parted).toEqual({ id: second, restId: first });
    expect(await timeline(second)).toEqual(['old call, corrected']);
    expect(await timeline(first)).toEqual(['order of the next day']);
    expect((await get(first)).records.map(({ id }) => id)).toEqual([first, third]);
    expect((await get(second)).displayName).toBe('Mohamed Ali Rezaei');
    expect((await listed()).toSorted()).toEqual(['Mohamed Ali Rezaei', 'محمد علی رضائی']);
    expect(await found('0501234567')).toEqual([first]);
    expect(await found('rezaei@mail')).toEqual([second]);
    expect((await get(second)).lastActivityAt).toBe(office().clock.at - 86_400_000);
    expect((await get(first)).lastActivityAt).toBe(office().clock.at);
  });

  test('the record that stands for the others can leave: the others stay together', async () => {
    const { first, second, third } = await people();
    await merge(first, second, third);
    expect(await separate(first)).toEqual({ id: first, restId: second });
    expect((await get(third)).records.map(({ id }) => id)).toEqual([second, third]);
    expect((await get(first)).records.map(({ id }) => id)).toEqual([first]);
  });

  test('several can leave together and stay one', async () => {
    const { first, second, third } = await people();
    await merge(first, second, third);
    await separate(second, third);
    expect((await get(third)).records.map(({ id }) => id)).toEqual([second, third]);
  });
});

describe('a party merged into one that is merged further', () => {
  test.each([[[0, 1]], [[1, 0]]])('comes back as it was whatever is taken back first (%j)', async (order) => {
    const [a, b, c] = [await person('Alef'), await person('Be'), await person('Jim')];
    await merge(a, b);
    const into = value(await client().operations.list({ limit: 1 })).operations[0]!.id;
    await merge(c, a);
    const further = value(await client().operations.list({ limit: 1 })).operations[0]!.id;
    expect(await listed()).toEqual(['Jim']);
    expect((await get(b)).id).toBe(c);
    const [undone] = order.map((at) => [into, further][at]!);
    value(await client().operations.undo({ id: undone! }));
    if (undone === into) {
      expect((await get(a)).id).toBe(c);
      expect((await get(b)).id).toBe(b);
    } else {
      expect((await get(b)).id).toBe(a);
      expect((await get(c)).id).toBe(c);
    }
    value(await client().operations.undo({ id: [into, further].find((id) => id !== undone)! }));
    expect((await listed()).toSorted()).toEqual(['Alef', 'Be', 'Jim']);
  });

  test('separating is undone like anything else', async () => {
    const [a, b, c] = [await person('Alef'), await person('Be'), await person('Jim')];
    await merge(a, b);
    await merge(c, a);
    await separate(a);
    expect((await get(b)).id).toBe(c);
    value(await client().operations.undo({}));
    expect((await get(b)).records.map(({ id }) => id)).toEqual([c, b, a]);
    expect((await get(a)).id).toBe(c);
  });

  test('a link that an undo brings back beside a newer one joins all three: nobody is lost', async () => {
    const [a, b, c] = [await person('Alef'), await person('Be'), await person('Jim')];
    await merge(a, b);
    await separate(b);
    const parting = value(await client().operations.list({ limit: 1 })).operations[0]!.id;
    await merge(c, b);
    value(await client().operations.undo({ id: parting }));
    expect((await get(a)).records.map(({ id }) => id).toSorted()).toEqual([a, b, c].toSorted());
    expect((await listed()).length).toBe(1);
    await separate(b);
    expect((await get(b)).records).toHaveLength(1);
  });

  test('two that an undo links to one another are one all the same', async () => {
    const [a, b] = [await person('Alef'), await person('Be')];
    await merge(a, b);
    await separate(b);
    const parting = value(await client().operations.list({ limit: 1 })).operations[0]!.id;
    await merge(b, a);
    value(await client().operations.undo({ id: parting }));
    expect((await get(a)).records.map(({ id }) => id)).toEqual([b, a]);
    await separate(a);
    expect((await get(b)).records).toHaveLength(1);
  });
});

describe('edits of a merged party', () => {
  test('stay with the record of the fact; what is new goes to the one that stands for all', async () => {
    const a = await person('Alef', { note: 'of a' });
    const b = await person('Be', { contactPoints: [{ kind: 'phone', value: '0501111111' }], gender: 'male' });
    await merge(a, b);
    const record = await get(a);
    expect(record).toMatchObject({ gender: 'male', note: 'of a', sources: { gender: b, note: a } });
    value(
      await client().parties.update({
        id: b,
        set: { gender: 'female', note: 'of a, later' },
        put: {
          contactPoints: [
            { id: record.contactPoints[0]!.id, value: '0502222222' },
            { kind: 'phone', value: '0503333333' },
          ],
        },
      }),
    );
    await separate(b);
    expect(await get(b)).toMatchObject({ gender: 'female', note: null, contactPoints: [{ value: '0502222222' }] });
    expect(await get(a)).toMatchObject({ gender: null, note: 'of a, later', contactPoints: [{ value: '0503333333' }] });
  });

  test('a value that is cleared does not bring up that of another record', async () => {
    const [a, b] = [await person('Alef', { gender: 'male' }), await person('Be', { gender: 'female' })];
    await merge(a, b);
    value(await client().parties.update({ id: a, set: { gender: null } }));
    expect((await get(a)).gender).toBeNull();
    await separate(b);
    expect((await get(b)).gender).toBe('female');
  });

  test('no record loses its last name', async () => {
    const [a, b] = [await person('Alef'), await person('Be')];
    await merge(a, b);
    const name = (await get(a)).names.find(({ partyId }) => partyId === b)!;
    expect(code(await client().parties.update({ id: a, remove: [{ part: 'name', id: name.id }] }))).toBe(
      'parties.last-name',
    );
  });

  test('the owner chosen at the merge is the one lists filter by, and a new owner takes his place', async () => {
    const sara = value(await client().users.create({ login: 'sara', role: 'staff', passphrase })).id;
    const amal = office().engine.actor()!.userId!;
    const [a, b] = [await person('Alef', { ownerId: amal }), await person('Be', { ownerId: sara })];
    value(await client().parties.merge({ intoId: a, ids: [b], choices: { owner: b, name: b } }));
    expect(await listed({ ownerId: sara })).toEqual(['Be']);
    expect(await listed({ ownerId: amal })).toEqual([]);
    value(await client().parties.bulkUpdate({ ids: [a], set: { ownerId: amal } }));
    expect(await listed({ ownerId: amal })).toEqual(['Be']);
    await separate(b);
    expect((await get(a)).owner?.id).toBe(amal);
    expect((await get(b)).owner?.id).toBe(amal);
    expect((await get(a)).displayName).toBe('Alef');
  });

  test('a number that one record says not to use is used nowhere', async () => {
    const phone = { kind: 'phone', value: '050 123 4567' } as const;
    const a = await person('Alef', { contactPoints: [phone] });
    const b = await person('Be', { contactPoints: [{ ...phone, value: '+966501234567', doNotUse: true }] });
    await merge(a, b);
    const record = await get(a);
    expect(record.contactPoints.map(({ doNotUse, restricted }) => [doNotUse, restricted])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(value(await client().parties.list({})).rows[0]!.phone).toBeNull();
    await separate(b);
    expect(value(await client().parties.list({ filter: { text: 'Alef' } })).rows[0]!.phone).toBe('050 123 4567');
  });

  test('one open role of a type, one open relationship, none with oneself', async () => {
    const [a, b, c] = [await person('Alef'), await person('Be', { roles: [{ type: 'patient' }] }), await person('Jim')];
    value(await client().relationships.create({ fromPartyId: b, toPartyId: c, type: 'friend' }));
    await merge(a, b);
    expect(code(await client().roles.add({ partyId: a, type: 'patient' }))).toBe('roles.already-open');
    const friend = { toPartyId: a, fromPartyId: c, type: 'friend' };
    expect(code(await client().relationships.create(friend))).toBe('relationships.exists');
    expect(code(await client().relationships.create({ ...friend, fromPartyId: b }))).toBe('relationships.same-party');
    expect((await get(c)).relationships.map(({ party }) => party)).toEqual([{ id: a, kind: 'person', name: 'Alef' }]);
    const graph = value(await client().parties.graph({ id: c, depth: 2 }));
    expect(graph.nodes.map(({ id }) => id).toSorted()).toEqual([a, c].toSorted());
  });

  test('the recycle bin takes the person, and gives back the same one', async () => {
    const [a, b] = [await person('Alef'), await person('Be')];
    await merge(a, b);
    value(await client().parties.remove({ ids: [b] }));
    expect(await listed()).toEqual([]);
    expect(await found('Be')).toEqual([]);
    expect(await listed({ deleted: true })).toEqual(['Alef']);
    value(await client().parties.restore({ ids: [a] }));
    expect(await listed()).toEqual(['Alef']);
    expect(await found('Be')).toEqual([a]);
  });
});

describe('handing over', () => {
  test('facts written since the merge are shown with whose they are, and go over one by one', async () => {
    const [a, b, c] = [await person('Alef'), await person('Be'), await person('Jim')];
    await merge(a, b);
    value(await client().parties.update({ id: a, put: { contactPoints: [{ kind: 'phone', value: '0503333333' }] } }));
    value(await client().roles.add({ partyId: a, type: 'patient' }));
    value(await client().relationships.create({ fromPartyId: c, toPartyId: a, type: 'friend' }));
    await log('kept', a);
    await log('given', a);
    const { since, leaving, staying } = value(await client().parties.unmergePreview({ ids: [b] }));
    expect([leaving.map(({ name }) => name), staying.map(({ name }) => name)]).toEqual([['Be'], ['Alef']]);
    expect(since.map(({ entity, kind, text, partyId }) => [entity, kind, text, partyId])).toEqual([
      ['activity_party', 'call', 'given', a],
      ['activity_party', 'call', 'kept', a],
      ['relationship', 'friend', 'Jim – Alef', a],
      ['party_role', 'patient', null, a],
      ['contact_point', 'phone', '0503333333', a],
    ]);
    const handOver = since.filter(({ text }) => text !== 'kept').map(({ entity, id }) => ({ entity, id }));
    value(await client().parties.unmerge({ ids: [b], handOver }));
    expect(await timeline(a)).toEqual(['kept']);
    expect(await timeline(b)).toEqual(['given']);
    const record = await get(b);
    expect(record).toMatchObject({ contactPoints: [{ value: '0503333333' }], roles: [{ type: 'patient' }] });
    expect(record.relationships).toHaveLength(1);
    expect(await found('0503333333')).toEqual([b]);
    expect(await listed({ roleType: 'patient' })).toEqual(['Be']);
    value(await client().operations.undo({}));
    expect((await get(b)).id).toBe(a);
    expect(await timeline(a)).toEqual(['given', 'kept']);
    await separate(b);
    expect((await get(a)).roles).toHaveLength(1);
    expect((await get(b)).roles).toHaveLength(0);
  });

  test('a single value typed since goes over too, and what stood there before comes back', async () => {
    const a = await person('Alef', { note: 'before' });
    const b = await person('Be');
    await merge(a, b);
    const birth = { on: '1980-03-21', calendar: 'persian' as const, text: '۱/۱/۱۳۵۹' };
    value(await client().parties.update({ id: a, set: { note: 'meanwhile', gender: 'male' } }));
    value(await client().parties.update({ id: a, set: { note: 'of the other', birth } }));
    const { since } = value(await client().parties.unmergePreview({ ids: [b] }));
    expect(since.map(({ entity, id, kind, text }) => [entity, id, kind, text]).toSorted()).toEqual(
      [
        ['party', a, 'birth', '1980-03-21'],
        ['party', a, 'gender', 'male'],
        ['party', a, 'note', 'of the other'],
      ].toSorted(),
    );
    const handOver = (['note', 'birth'] as const).map((field) => ({ entity: 'party' as const, id: a, field }));
    value(await client().parties.unmerge({ ids: [b], handOver }));
    expect(await get(a)).toMatchObject({ note: 'before', birth: null, gender: 'male' });
    expect(await get(b)).toMatchObject({ note: 'of the other', birth, gender: null });
    value(await client().operations.undo({}));
    expect(await get(b)).toMatchObject({ id: a, note: 'of the other', birth });
    const untouched = [{ entity: 'party' as const, id: b, field: 'note' as const }];
    expect(code(await client().parties.unmerge({ ids: [b], handOver: untouched }))).toBe('parties.part-not-found');
  });

  test('what belongs to neither is refused, and nothing happens', async () => {
    const [a, b, c] = [await person('Alef'), await person('Be'), await person('Jim')];
    await merge(a, b);
    const [name] = (await get(c)).names;
    const handOver = [{ entity: 'party_name' as const, id: name!.id }];
    expect(code(await client().parties.unmerge({ ids: [b], handOver }))).toBe('parties.part-not-found');
    const own = [{ entity: 'party_name' as const, id: (await get(a)).names[0]!.id }];
    expect(code(await client().parties.unmerge({ ids: [b], handOver: own }))).toBe('parties.last-name');
    expect((await get(b)).id).toBe(a);
  });
});
