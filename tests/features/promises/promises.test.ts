// Promises through the door: given in both directions, kept, broken, put off by agreement, and how each side stands.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readQuickPromise } from '@shared/features/tasks/quick-promise';
import { code, openEngine, value, type TestEngine } from '../../support/open-engine';

const DAY = 86_400_000;
let test: TestEngine;
let partyId: string;
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
  partyId = value(await test.client.parties.create({ kind: 'person', names: [{ text: 'سلمى العتيبي' }] })).id;
});
afterAll(() => test.close());

const due = { on: '2026-05-07', minutes: 600 };
const promise = async (more: object = {}): Promise<string> =>
  value(await test.client.promises.create({ title: 'اتصال', partyId, due, ...more })).id;

it('a word is kept, broken with a reason, or released; only once, and not before it was given', async () => {
  const [kept, broken, released] = [await promise(), await promise(), await promise({ word: 'theirs' })];
  expect(code(await test.client.promises.resolve({ id: kept, outcome: 'kept', at: test.clock.at - DAY }))).toBe(
    'tasks.before-its-time',
  );
  expect(code(await test.client.promises.resolve({ id: kept, outcome: 'kept', at: test.clock.at + DAY }))).toBe(
    'tasks.in-the-future',
  );
  value(await test.client.promises.resolve({ id: kept, outcome: 'kept' }));
  expect(code(await test.client.promises.resolve({ id: kept, outcome: 'kept' }))).toBe('tasks.not-open');
  expect(code(await test.client.promises.resolve({ id: broken, outcome: 'broken' }))).toBe('promises.reason-needed');
  value(await test.client.promises.resolve({ id: broken, outcome: 'broken', reason: 'نُسي' }));
  value(await test.client.promises.resolve({ id: released, outcome: 'released', reason: 'لم يعد لازمًا' }));
  const task = value(await test.client.tasks.create({ title: 'ليس وعدًا' })).id;
  expect(code(await test.client.promises.resolve({ id: task, outcome: 'kept' }))).toBe('promises.not-found');
  expect(value(await test.client.promises.standing({ partyId })).ours).toEqual({
    kept: 1,
    broken: 1,
    late: 0,
    open: 0,
  });
});

it('another day that was agreed on keeps the day before in its history; what is late is told so and never called broken by the clock', async () => {
  const id = await promise({ word: 'theirs' });
  value(await test.client.promises.renegotiate({ id, due: { on: '2026-05-08' }, reason: 'طلب يومًا' }));
  const { events } = value(await test.client.tasks.get({ id }));
  expect(events.map(({ kind, due: day }) => [kind, day?.on])).toEqual([
    ['made', '2026-05-07'],
    ['moved', '2026-05-08'],
  ]);
  const before = test.clock.at;
  test.clock.at = Date.UTC(2026, 4, 8, 22);
  expect(value(await test.client.promises.standing({ partyId })).theirs).toMatchObject({ late: 0, open: 1 });
  const { rows } = value(await test.client.promises.list({ filter: { partyId, word: 'theirs' } }));
  expect(rows).toMatchObject([{ id, state: 'open', isOverdue: true }]);
  test.clock.at = Date.UTC(2026, 4, 10);
  expect(value(await test.client.promises.standing({ partyId })).theirs).toMatchObject({ late: 1, open: 0, broken: 0 });
  test.clock.at = before;
});

it('one line of the quick bar makes a promise of either side, in three languages and any digits', () => {
  const reading = {
    now: Date.UTC(2026, 4, 6, 7, 14),
    timeZone: 'Asia/Riyadh',
    calendar: 'umalqura',
    language: 'ar',
  } as const;
  for (const [line, word, title] of [
    ['!غدا 10 اتصال', 'ours', 'اتصال'],
    ['! فردا ۱۰ تماس', 'ours', 'تماس'],
    ['!!tomorrow 10 send the papers', 'theirs', 'send the papers'],
  ] as const)
    expect(readQuickPromise(line, reading)).toEqual({ word, due: { on: '2026-05-07', minutes: 600 }, title });
  expect(readQuickPromise('!call', reading)).toEqual({ word: 'ours', due: null, title: 'call' });
  expect(readQuickPromise('call!', reading)).toBeNull();
});
