// Changing people and organisations: what is changed, what must stay, and what is refused whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const create = async (draft: Partial<Parameters<typeof test.client.parties.create>[0]> = {}) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: 'مريم الحربي' }], ...draft })).id;
const get = async (id: string) => value(await test.client.parties.get({ id }));

describe('a part of a party', () => {
  it('keeps everything that was not changed: a corrected number is still the preferred one nobody may use', async () => {
    const id = await create({
      contactPoints: [
        { kind: 'phone', value: '0501234567', label: 'home', preferred: true, doNotUse: true, note: 'بعد العصر' },
      ],
      names: [{ kind: 'legal', text: 'مريم بنت سالم' }, { text: 'أم سالم' }],
    });
    const { contactPoints, names } = await get(id);
    value(
      await test.client.parties.update({
        id,
        put: {
          contactPoints: [{ id: contactPoints[0]!.id, value: '0507654321' }],
          names: [{ id: names[0]!.id, given: 'مريم' }],
        },
      }),
    );
    const after = await get(id);
    expect(after.contactPoints).toEqual([{ ...contactPoints[0], value: '0507654321', normal: '+966507654321' }]);
    expect(after.names).toEqual([{ ...names[0], given: 'مريم' }, names[1]]);
  });

  it('that is named but not changed stays as it is', async () => {
    const id = await create({ addresses: [{ kind: 'work', city: 'أبها' }] });
    const { addresses } = await get(id);
    value(await test.client.parties.update({ id, put: { addresses: [{ id: addresses[0]!.id }] } }));
    expect((await get(id)).addresses).toEqual(addresses);
  });

  it('that is new must be whole', async () => {
    const id = await create();
    expect(code(await test.client.parties.update({ id, put: { names: [{ given: 'نصف' }] } }))).toBe(
      'door.invalid-input',
    );
    expect(code(await test.client.parties.update({ id, put: { contactPoints: [{ kind: 'phone' }] } }))).toBe(
      'door.invalid-input',
    );
    value(
      await test.client.parties.update({
        id,
        put: {
          preferences: [{ key: 'likes', value: 'قهوة' }],
          occasions: [{ kind: 'birthday', calendar: 'umalqura', month: 9, day: 1 }],
        },
      }),
    );
    expect(await get(id)).toMatchObject({
      preferences: [{ key: 'likes', value: 'قهوة' }],
      occasions: [{ kind: 'birthday', calendar: 'umalqura', month: 9, day: 1 }],
    });
  });

  it('of another party cannot be touched through this one', async () => {
    const [mine, theirs] = [
      await create(),
      await create({ contactPoints: [{ kind: 'email', value: 'a@example.com' }] }),
    ];
    const point = (await get(theirs)).contactPoints[0]!;
    expect(
      code(
        await test.client.parties.update({
          id: mine,
          put: { contactPoints: [{ id: point.id, value: 'b@example.com' }] },
        }),
      ),
    ).toBe('parties.part-not-found');
    expect(code(await test.client.parties.update({ id: mine, remove: [{ part: 'contactPoint', id: point.id }] }))).toBe(
      'parties.part-not-found',
    );
    expect((await get(theirs)).contactPoints).toEqual([point]);
  });
});

describe('a change that cannot be made whole is not made at all', () => {
  it('nobody loses the last name, and the rest of that change is not stored either', async () => {
    const id = await create();
    const { names } = await get(id);
    const refused = await test.client.parties.update({
      id,
      set: { note: 'x' },
      remove: [{ part: 'name', id: names[0]!.id }],
    });
    expect(code(refused)).toBe('parties.last-name');
    expect(await get(id)).toMatchObject({ names, note: null });
  });

  it.each([
    ['an unknown party', { id: nobody, set: { note: 'x' } }, 'parties.not-found'],
    ['an owner nobody knows', { set: { ownerId: nobody } }, 'parties.owner-unknown'],
    [
      'a birthday that never was',
      { set: { birth: { on: '2023-02-30', calendar: 'gregory', text: '30 Feb' } } },
      'parties.date-invalid',
    ],
    ['a death on a day that never was', { set: { deathOn: '2023-02-30' } }, 'door.invalid-input'],
    ['a name of invisible characters', { put: { names: [{ text: '\u200f\u200b\u202e' }] } }, 'door.invalid-input'],
  ] as const)('%s', async (_, patch, expected) => {
    const id = await create();
    const before = await get(id);
    expect(
      code(await test.client.parties.update({ id, ...patch } as Parameters<typeof test.client.parties.update>[0])),
    ).toBe(expected);
    expect(await get(id)).toEqual(before);
  });

  it('many parties at once change all or none', async () => {
    const ids = [await create(), await create()];
    expect(code(await test.client.parties.bulkUpdate({ ids: [...ids, nobody], set: { status: 'archived' } }))).toBe(
      'parties.not-found',
    );
    expect(code(await test.client.parties.bulkUpdate({ ids, set: { ownerId: nobody } }))).toBe('parties.owner-unknown');
    expect((await Promise.all(ids.map(get))).map(({ status }) => status)).toEqual(['active', 'active']);
    expect(
      value(
        await test.client.parties.bulkUpdate({ ids: [...ids, ids[0]!], set: { status: 'archived', language: 'fa' } }),
      ),
    ).toEqual({ changed: 2 });
    expect((await Promise.all(ids.map(get))).map(({ status, language }) => [status, language])).toEqual([
      ['archived', 'fa'],
      ['archived', 'fa'],
    ]);
    value(await test.client.operations.undo({}));
    expect((await Promise.all(ids.map(get))).map(({ status, language }) => [status, language])).toEqual([
      ['active', null],
      ['active', null],
    ]);
  });
});

describe('what lists show of a party', () => {
  const row = async (id: string) => {
    const { rows } = value(await test.client.parties.list({ filter: { text: 'پریسا' } }));
    return rows.find((shown) => shown.id === id);
  };

  it('is the used name, the preferred number that may be used, and the roles that have not ended', async () => {
    const id = await create({
      names: [{ kind: 'legal', text: 'پریسا سجادی‌فر' }, { text: 'پریسا سجادی' }],
      contactPoints: [
        { kind: 'phone', value: '0501111111', preferred: true, doNotUse: true },
        { kind: 'phone', value: '0502222222' },
        { kind: 'phone', value: '0503333333', preferred: true },
      ],
      roles: [{ type: 'patient' }, { type: 'supplier', stage: 'ended' }],
    });
    expect(await row(id)).toMatchObject({ displayName: 'پریسا سجادی', phone: '0503333333', roles: ['patient'] });
    const { contactPoints, names } = await get(id);
    value(
      await test.client.parties.update({
        id,
        remove: [
          { part: 'contactPoint', id: contactPoints[2]!.id },
          { part: 'name', id: names[1]!.id },
        ],
      }),
    );
    expect(await row(id)).toMatchObject({ displayName: 'پریسا سجادی‌فر', phone: '0502222222' });
  });
});

describe('the recycle bin', () => {
  it('takes a party out of lists and search, keeps its page readable, and gives it back', async () => {
    const id = await create({ names: [{ text: 'نعمت الله فراموش' }] });
    value(await test.client.parties.remove({ ids: [id] }));
    expect(code(await test.client.parties.remove({ ids: [id] }))).toBe('parties.not-found');
    expect(code(await test.client.parties.update({ id, set: { note: 'x' } }))).toBe('parties.not-found');
    expect((await get(id)).deletedAt).toBe(test.clock.at);
    expect(value(await test.client.parties.list({ filter: { deleted: true } })).rows.map((row) => row.id)).toContain(
      id,
    );
    expect(value(await test.client.parties.list({})).rows.map((row) => row.id)).not.toContain(id);
    value(await test.client.parties.restore({ ids: [id] }));
    expect(code(await test.client.parties.restore({ ids: [id] }))).toBe('parties.not-found');
    expect(value(await test.client.search.find({ text: 'فراموش' })).hits.map((hit) => hit.id)).toEqual([id]);
  });
});

describe('the history of a party', () => {
  it('says what changed, from what to what, by whom, newest first, parts and relationships from the other side included', async () => {
    const [id, other] = [await create({ names: [{ text: 'سلوى' }] }), await create({ names: [{ text: 'ندى' }] })];
    value(await test.client.parties.update({ id, set: { note: 'أول' } }));
    value(await test.client.parties.update({ id, set: { note: 'ثان' } }));
    value(await test.client.relationships.create({ fromPartyId: other, toPartyId: id, type: 'friend' }));
    const { entries } = value(await test.client.parties.history({ partyId: id }));
    expect(entries.map(({ command, userName }) => [command, userName])).toEqual([
      ['relationships.create', 'آمال'],
      ['parties.update', 'آمال'],
      ['parties.update', 'آمال'],
      ['parties.create', 'آمال'],
    ]);
    expect(entries[1]!.changes).toEqual([
      { entity: 'party', recordId: id, action: 'update', fields: [{ field: 'note', old: 'أول', new: 'ثان' }] },
    ]);
    const paged = value(await test.client.parties.history({ partyId: id, limit: 3 }));
    const rest = value(await test.client.parties.history({ partyId: id, limit: 3, after: paged.next! }));
    expect([...paged.entries, ...rest.entries]).toEqual(entries);
    expect(rest.next).toBeNull();
    expect(code(await test.client.parties.history({ partyId: id, after: 'nowhere' }))).toBe('parties.cursor-invalid');
  });
});
