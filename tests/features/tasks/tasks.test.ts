// Tasks through the door: made, done, put off, dropped and handed on; what repeats comes back; a day's work is told apart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const DAY = 86_400_000;
const nobody = '00000000-0000-7000-8000-000000000000';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
});
afterAll(() => test.close());

const person = async (text = 'نورة القحطاني'): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;
const task = async (more: object = {}): Promise<string> =>
  value(await test.client.tasks.create({ title: 'اتصال بشأن الوثيقة', ...more })).id;
const get = async (id: string) => value(await test.client.tasks.get({ id }));
const today = '2026-05-06';
const tomorrow = '2026-05-07';

describe('a new task', () => {
  it('is its maker’s, about somebody who is there, due on a day or at a moment of the office’s wall', async () => {
    const partyId = await person();
    const made = await get(await task({ kind: 'call', partyId, due: { on: tomorrow, minutes: 600 } }));
    expect(made).toMatchObject({
      kind: 'call',
      state: 'open',
      party: { id: partyId },
      owner: { name: 'آمال' },
      due: { on: tomorrow, minutes: 600, zone: 'Asia/Riyadh', at: Date.UTC(2026, 4, 7, 7) },
      isOverdue: false,
      events: [{ kind: 'made' }],
    });
    const day = await get(await task({ due: { on: today } }));
    expect(day.due?.at).toBe(Date.UTC(2026, 4, 6, 21) - 1);
    for (const [more, refused] of [
      [{ partyId: nobody }, 'tasks.party-not-found'],
      [{ dealId: nobody }, 'tasks.deal-not-found'],
      [{ ownerId: nobody }, 'tasks.owner-unknown'],
      [{ due: { on: today, zone: 'Mars/Base' } }, 'tasks.zone-unknown'],
      [{ repeat: { unit: 'day', from: tomorrow, until: today } }, 'tasks.repeat-never'],
    ] as const)
      expect(code(await test.client.tasks.create({ title: 'x', ...more }))).toBe(refused);
  });

  it('about a deal is about whom the deal is with', async () => {
    const partyId = await person('شركة الواحة');
    const pipelineId = value(await test.client.pipelines.begin({ preset: 'sales' })).id;
    const dealId = value(await test.client.deals.create({ partyId, pipelineId, title: 'تأمين' })).id;
    const id = await task({ dealId });
    expect(await get(id)).toMatchObject({ party: { id: partyId }, deal: { id: dealId, title: 'تأمين' } });
    expect(value(await test.client.tasks.list({ filter: { dealId } })).rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('what becomes of a task', () => {
  it('is one event after another: put off, done, taken up again, dropped with a reason', async () => {
    const id = await task({ due: { on: today } });
    value(await test.client.tasks.reschedule({ id, due: { on: tomorrow }, reason: 'طلب التأجيل' }));
    value(await test.client.tasks.complete({ id, note: 'ردّ' }));
    expect(code(await test.client.tasks.complete({ id }))).toBe('tasks.not-open');
    expect(code(await test.client.tasks.reschedule({ id, due: null }))).toBe('tasks.not-open');
    value(await test.client.tasks.reopen({ id }));
    expect(code(await test.client.tasks.reopen({ id }))).toBe('tasks.open-already');
    value(await test.client.tasks.drop({ id, reason: 'لم يعد لازمًا' }));
    const ended = await get(id);
    expect(ended).toMatchObject({ state: 'dropped', due: { on: tomorrow } });
    expect(ended.events.map(({ kind }) => kind)).toEqual(['made', 'moved', 'done', 'reopened', 'dropped']);
    expect(ended.events.at(-1)?.reason).toBe('لم يعد لازمًا');
  });

  it('is not done before it was made nor after now, and undo takes it back', async () => {
    const id = await task();
    expect(code(await test.client.tasks.complete({ id, at: test.clock.at + DAY }))).toBe('tasks.in-the-future');
    expect(code(await test.client.tasks.complete({ id, at: test.clock.at - DAY }))).toBe('tasks.before-its-time');
    const done = await test.client.tasks.complete({ id });
    expect((await get(id)).state).toBe('done');
    if (done.ok) value(await test.client.operations.undo({ id: done.operationId! }));
    expect((await get(id)).state).toBe('open');
  });

  it('of one that repeats is the next, on the day that its rule says, and one undo takes both back', async () => {
    const repeat = { unit: 'year', calendar: 'umalqura', month: 9, on: { day: 15 }, from: today } as const;
    const id = await task({ title: 'زكاة', repeat, due: { on: today, minutes: 540 } });
    expect((await get(id)).due).toMatchObject({ on: '2027-02-22', minutes: 540 });
    const done = await test.client.tasks.complete({ id });
    const next = value(done).next!;
    expect(await get(next)).toMatchObject({ title: 'زكاة', state: 'open', due: { on: '2028-02-11', minutes: 540 } });
    if (done.ok) value(await test.client.operations.undo({ id: done.operationId! }));
    expect(code(await test.client.tasks.get({ id: next }))).toBe('tasks.not-found');
    expect(value(await test.client.tasks.drop({ id, reason: 'انتهى' })).next).toBeNull();
    value(await test.client.tasks.reopen({ id }));
    expect(value(await test.client.tasks.drop({ id, reason: 'هذه السنة', othersStay: true })).next).not.toBeNull();
  });

  it('a task repeats once: what is done twice makes no second next one', async () => {
    const id = await task({ repeat: { unit: 'day', from: today }, due: { on: today } });
    expect(value(await test.client.tasks.complete({ id })).next).not.toBeNull();
    value(await test.client.tasks.reopen({ id }));
    expect(value(await test.client.tasks.complete({ id })).next).toBeNull();
    expect(
      code(await test.client.tasks.reschedule({ id: await task({ repeat: { unit: 'day', from: today } }), due: null })),
    ).toBe('tasks.repeats-from-a-day');
  });
});

describe('a day', () => {
  it('tells apart what is late, for today, for later and for some day, and what was done', async () => {
    const colleague = value(await test.client.users.create({ login: 'huda', role: 'staff', passphrase })).id;
    const own = (more: object): Promise<string> => task({ ownerId: colleague, ...more });
    const late = await own({ due: { on: '2026-05-05' } });
    const passed = await own({ due: { on: today, minutes: 600 } });
    const tonight = await own({ due: { on: today } });
    const soon = await own({ due: { on: tomorrow } });
    const someday = await own({});
    const finished = await own({});
    value(await test.client.tasks.complete({ id: finished }));
    const day = value(await test.client.tasks.day({ ownerId: colleague }));
    const ids = (part: { rows: { id: string }[] }): string[] => part.rows.map(({ id }) => id);
    expect({
      ...day,
      overdue: ids(day.overdue),
      today: ids(day.today),
      next: ids(day.next),
      someday: ids(day.someday),
      done: ids(day.done),
    }).toEqual({
      overdue: [late, passed],
      today: [tonight],
      next: [soon],
      someday: [someday],
      done: [finished],
    });
    expect(day.overdue.count).toEqual({ value: 2, capped: false });
  });

  it('goes on page by page, those without a day last, each once', async () => {
    const ownerId = value(await test.client.users.create({ login: 'reem', role: 'staff', passphrase })).id;
    for (let index = 0; index < 7; index += 1)
      await task({ ownerId, ...(index % 3 === 0 ? {} : { due: { on: `2026-06-0${9 - index}` } }) });
    const all = value(await test.client.tasks.list({ filter: { ownerId } })).rows.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = value(
        await test.client.tasks.list({ filter: { ownerId }, limit: 2, ...(after === undefined ? {} : { after }) }),
      );
      paged.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(7);
    expect(code(await test.client.tasks.list({ after: 'x' }))).toBe('tasks.cursor-invalid');
  });

  it('of somebody who is merged into another is told with that one', async () => {
    const [one, other] = [await person('سعد الحربي'), await person('سعد بن علي الحربي')];
    const id = await task({ partyId: other });
    value(await test.client.parties.merge({ intoId: one, ids: [other] }));
    const { rows } = value(await test.client.tasks.list({ filter: { partyId: one } }));
    expect(rows).toMatchObject([{ id, party: { id: one } }]);
  });
});

describe('whose tasks somebody sees', () => {
  it('is what their role says; a task handed on needs the right to assign', async () => {
    const mine = await task();
    const other = value(await test.client.users.create({ login: 'agent', role: 'broker-agent', passphrase })).id;
    value(await test.client.tasks.assign({ ids: [mine], ownerId: other }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'agent', passphrase }));
    expect(value(await test.client.tasks.list({})).rows.map(({ id }) => id)).toEqual([mine]);
    expect(code(await test.client.tasks.assign({ ids: [mine], ownerId: other }))).toBe('door.forbidden');
    value(await test.client.tasks.complete({ id: mine }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});
