// Logging what happened: with whom, when, found again on every page it belongs to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let patient: string;
let doctor: string;
beforeAll(async () => {
  test = await openEngine();
  patient = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'منال' }] })).id;
  doctor = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'د. ماجد' }] })).id;
});
afterAll(() => test.close());

const nobody = '00000000-0000-7000-8000-000000000000';
const day = 86_400_000;
const log = (draft: Partial<Parameters<typeof test.client.activities.log>[0]> = {}) =>
  test.client.activities.log({ kind: 'call', subject: 'اتصال', partyIds: [patient], ...draft });
const timeline = async (partyId: string, more: object = {}) =>
  value(await test.client.parties.timeline({ partyId, ...more })).items;
const lastContact = async (id: string) => value(await test.client.parties.get({ id })).lastActivityAt;

describe('an activity', () => {
  it('needs three fields; the rest is now, the writer, and empty', async () => {
    const { id } = value(await log({ subject: '  سأل  عن الموعد ' }));
    expect(value(await test.client.activities.get({ id }))).toEqual({
      id,
      kind: 'call',
      direction: null,
      subject: 'سأل عن الموعد',
      body: null,
      at: test.clock.at,
      durationMinutes: null,
      outcome: null,
      place: null,
      author: { id: test.engine.actor()!.userId, name: 'آمال' },
      recordedBy: null,
      attachments: 0,
      hidden: [],
      participants: [{ partyId: patient, kind: 'person', name: 'منال', role: 'subject' }],
    });
  });

  it('belongs to everybody who took part, each named once', async () => {
    const { id } = value(await log({ kind: 'visit', partyIds: [patient, doctor, patient] }));
    expect((await timeline(doctor)).map((item) => item.id)).toContain(id);
    expect(
      value(await test.client.activities.get({ id })).participants.map(({ partyId, role }) => [partyId, role]),
    ).toEqual([
      [patient, 'subject'],
      [doctor, 'participant'],
    ]);
  });

  it('about nobody, or about somebody who is not there, is refused and nothing is stored', async () => {
    const count = () => test.engine.base()!.writer.prepare('select count(*) from activity').pluck().get();
    const before = count();
    expect(code(await log({ partyIds: [] }))).toBe('door.invalid-input');
    expect(code(await log({ partyIds: [patient, nobody] }))).toBe('activities.party-not-found');
    const { id } = value(await log());
    expect(code(await test.client.activities.update({ id, subject: 'x', partyIds: [nobody] }))).toBe(
      'activities.party-not-found',
    );
    expect(value(await test.client.activities.get({ id })).subject).toBe('اتصال');
    expect(count()).toBe(Number(before) + 1);
  });

  it('moved to another time moves on every timeline, and the last contact follows', async () => {
    const one = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'زمن' }] })).id;
    const first = value(await log({ partyIds: [one], at: test.clock.at - 3 * day })).id;
    const second = value(await log({ partyIds: [one], at: test.clock.at - 2 * day })).id;
    expect((await timeline(one)).map(({ id }) => id)).toEqual([second, first]);
    expect(await lastContact(one)).toBe(test.clock.at - 2 * day);
    value(await test.client.activities.update({ id: second, at: test.clock.at - 9 * day }));
    expect((await timeline(one)).map(({ id }) => id)).toEqual([first, second]);
    expect(await lastContact(one)).toBe(test.clock.at - 3 * day);
    value(await test.client.activities.remove({ id: first }));
    expect(await lastContact(one)).toBe(test.clock.at - 9 * day);
    value(await test.client.activities.update({ id: second, partyIds: [patient] }));
    expect([await lastContact(one), await timeline(one)]).toEqual([null, []]);
  });

  it('that was removed is gone from every list, and comes back by undo', async () => {
    const { id } = value(await log({ subject: 'محذوف' }));
    value(await test.client.activities.remove({ id }));
    for (const attempt of [
      test.client.activities.get({ id }),
      test.client.activities.remove({ id }),
      test.client.activities.update({ id, subject: 'x' }),
    ]) {
      expect(code(await attempt)).toBe('activities.not-found');
    }
    expect((await timeline(patient)).map((item) => item.id)).not.toContain(id);
    value(await test.client.operations.undo({}));
    expect(value(await test.client.activities.get({ id })).subject).toBe('محذوف');
  });
});

describe('a timeline', () => {
  it('is filtered by kind, writer, time and words in any spelling, and comes in pages that meet', async () => {
    const one = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'خط' }] })).id;
    const ids: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      ids.push(
        value(
          await log({
            partyIds: [one],
            kind: index % 2 === 0 ? 'call' : 'letter',
            subject: index === 5 ? 'شكوى تأخير' : `عادي ${index}`,
            at: test.clock.at - index * day,
          }),
        ).id,
      );
    }
    const shown = async (more: object) => (await timeline(one, more)).map(({ id }) => ids.indexOf(id));
    expect(await shown({ kinds: ['letter'] })).toEqual([1, 3, 5, 7, 9, 11]);
    expect(await shown({ from: test.clock.at - 3 * day, to: test.clock.at })).toEqual([1, 2, 3]);
    expect(await shown({ text: 'شکوی' })).toEqual([5]);
    expect(await shown({ authorId: nobody })).toEqual([]);
    const paged = [];
    for (let after: string | undefined, more = true; more;) {
      const page = value(
        await test.client.parties.timeline({ partyId: one, limit: 5, ...(after === undefined ? {} : { after }) }),
      );
      paged.push(...page.items.map(({ id }) => ids.indexOf(id)));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(paged).toEqual(ids.map((_, index) => index));
    expect(value(await test.client.parties.get({ id: one })).activityCount).toEqual({ value: 12, capped: false });
    expect(code(await test.client.parties.timeline({ partyId: one, after: '["x"]' }))).toBe('parties.cursor-invalid');
    expect(code(await test.client.parties.timeline({ partyId: nobody }))).toBe('parties.not-found');
  });

  it('of the whole office is newest first, whoever it was about', async () => {
    const { items, next } = value(await test.client.activities.list({ limit: 3 }));
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).toSorted((a, b) => b - a));
    expect(items).toHaveLength(3);
    const more = value(await test.client.activities.list({ limit: 3, after: next! })).items;
    expect(more.some(({ id }) => items.some((item) => item.id === id))).toBe(false);
    expect(code(await test.client.activities.list({ after: '[]' }))).toBe('activities.cursor-invalid');
  });
});
