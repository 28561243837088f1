import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

describe('a new person', () => {
  it('is stored with every part, found by any spelling and shown whole', async () => {
    const { id } = value(
      await test.client.parties.create({
        kind: 'person',
        names: [
          { text: 'أحمد  بن يحيى القحطاني', given: 'أحمد', family: 'القحطاني' },
          { kind: 'transliteration', text: 'Ahmad Alqahtani' },
        ],
        contactPoints: [
          { kind: 'phone', value: '٠٥٠-١٢٣ ٤٥٦٧ ', label: 'mobile' },
          { kind: 'email', value: 'Ahmad.Q@example.com' },
        ],
        addresses: [{ city: 'الرياض' }],
        roles: [{ type: 'patient' }],
      }),
    );
    const record = value(await test.client.parties.get({ id }));
    expect(record).toMatchObject({
      displayName: 'أحمد بن يحيى القحطاني',
      names: [
        { kind: 'used', given: 'أحمد' },
        { kind: 'transliteration', text: 'Ahmad Alqahtani' },
      ],
      contactPoints: [{ value: '٠٥٠-١٢٣ ٤٥٦٧', normal: '+966501234567' }, { normal: 'ahmad.q@example.com' }],
      roles: [{ type: 'patient', stage: 'active', events: [{ from: null, to: 'active' }] }],
    });
    for (const text of [
      'احمد',
      'احمد قحطانی',
      'الق',
      'یحیی',
      'ahmed',
      'Qahtani',
      '0501234',
      '1234567',
      '۴۵۶۷',
      '00966 50',
      'hmad.q@ex',
      'ad.q@',
    ]) {
      const { hits } = value(await test.client.search.find({ text }));
      expect(
        hits.map((hit) => hit.id),
        text,
      ).toContain(id);
    }
  });

  it('appears in the list page by name', async () => {
    const { rows, count } = value(await test.client.parties.list({ filter: { kinds: ['person'] } }));
    expect(rows).toMatchObject([{ displayName: 'أحمد بن يحيى القحطاني', city: 'الرياض', roles: ['patient'] }]);
    expect(count).toEqual({ value: 1, capped: false });
  });
});

describe('undo', () => {
  it('takes a new person back with all parts, and the list and search forget them', async () => {
    const { id } = value(
      await test.client.parties.create({
        kind: 'person',
        names: [{ text: 'سارا ناشناس' }],
        roles: [{ type: 'customer' }],
      }),
    );
    const undone = value(await test.client.operations.undo({}));
    expect(undone).toMatchObject({ command: 'parties.create', reversed: 4, kept: 0, impossible: 0 });
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
    expect(value(await test.client.search.find({ text: 'ناشناس' })).hits).toEqual([]);
  });

  it('keeps what was changed since', async () => {
    const { id } = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'نيما پایدار' }] }));
    const first = value(await test.client.operations.list({ limit: 1 })).operations[0]!;
    value(await test.client.parties.update({ id, set: { note: 'later' } }));
    const undone = await test.client.operations.undo({ id: first.id });
    expect(undone).toMatchObject({ error: { code: 'operations.nothing-reversed', details: { kept: 2 } } });
    expect(value(await test.client.parties.get({ id })).displayName).toBe('نيما پایدار');
    expect(value(await test.client.operations.undo({}))).toMatchObject({ command: 'parties.update', reversed: 1 });
    expect(value(await test.client.parties.get({ id })).note).toBeNull();
  });

  it('of a removal brings the person back into list and search', async () => {
    const { id } = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'پرستو بازگشته' }] }));
    value(await test.client.parties.remove({ ids: [id] }));
    expect(value(await test.client.search.find({ text: 'بازگشته' })).hits).toEqual([]);
    value(await test.client.operations.undo({}));
    expect(value(await test.client.search.find({ text: 'بازگشته' })).hits).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('shows what was logged with everybody who took part, newest first', async () => {
    const mother = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'فاطمة' }] }));
    const son = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'سالم' }] }));
    value(
      await test.client.activities.log({ kind: 'call', subject: 'شكوى تأخير موعد', partyIds: [mother.id, son.id] }),
    );
    test.clock.at += 1000;
    value(await test.client.activities.log({ kind: 'note', subject: 'متابعة', partyIds: [son.id] }));
    const { items } = value(await test.client.parties.timeline({ partyId: son.id }));
    expect(items.map((item) => item.subject)).toEqual(['متابعة', 'شكوى تأخير موعد']);
    expect(items[1]!.participants.map((participant) => participant.name)).toEqual(['فاطمة', 'سالم']);
    const found = value(await test.client.search.find({ text: 'تاخير' }));
    expect(found.hits[0]).toMatchObject({ entity: 'activity', title: 'شكوى تأخير موعد' });
    expect(value(await test.client.parties.timeline({ partyId: son.id, text: 'شکوی' })).items).toHaveLength(1);
    expect(value(await test.client.parties.get({ id: son.id })).lastActivityAt).toBe(test.clock.at);
  });
});

it('the base verifies after all this, and nothing unexpected happened', async () => {
  const verified = value(await test.client.base.verify({}));
  expect(verified).toMatchObject({ sound: true, findings: [], chain: { brokenAt: null } });
  expect(test.reported).toEqual([]);
});
