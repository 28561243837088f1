// Authorities from files: both parties found by key or identity number or the row refused, and the rules of one granted by hand.
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn, tryAndBringIn } from './support/bring';

const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
  await bringIn(
    test,
    folder.write('people.csv', 'id,name,passport\nP1,سالم الحربي,\nP2,فاطمة الحربي,PX778812\nP3,ليلى القحطاني,\n'),
  );
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const idOf = async (text: string): Promise<string> =>
  value(await test.client.search.find({ text, limit: 1 })).hits[0]?.id ?? '';

const grantedFor = async (text: string) =>
  value(await test.client.authority.list({ partyId: await idOf(text) })).forThem.flatMap(({ agent, authorities }) =>
    authorities.map(({ basis, stance, matters, mayBeTold, mayAct, fromOn, toOn }) => ({
      agent: agent.name,
      basis,
      stance,
      matters,
      mayBeTold,
      mayAct,
      fromOn,
      toOn,
    })),
  );

const rows = (heading: string, lines: readonly string[]): string =>
  folder.write(`authorities-${heading.length}-${lines.length}.csv`, [heading, ...lines].join('\n'));

it('are counted in a trial as they are then written, each refused row with its reason, and are taken back as a whole', async () => {
  const file = rows('patient id,agent id,agent national id,basis,scope,may act,from,until', [
    'P1,,PX778812,Power of attorney,Health and notes; documents,yes,2025-01-01,2030-12-31',
    'P1,P3,,زوجة,مواعيد,,,',
    'P1,P1,,mandate,documents,,,',
    'P1,P9,,mandate,documents,,,',
    'P1,P2,,wizard,documents,,,',
    'P1,P2,,employer,everything,,,',
    'P1,P2,,employer,,,,',
    'P1,P2,,heir,documents,,2025-01-02,2025-01-01',
    'P1,P2,,power of attorney,medical,yes,,',
  ]);
  const { tried, counts, done } = await tryAndBringIn(test, file, { into: 'authorities', existing: 'fill-blank' });
  expect(tried).toEqual(counts);
  expect(counts).toMatchObject({
    read: 9,
    created: 2,
    unchanged: 1,
    rejected: 6,
    reasons: { 'same-party': 1, 'party-not-found': 1, 'unknown-choice': 2, 'no-scope': 1, 'dates-reversed': 1 },
  });
  expect(await grantedFor('سالم الحربي')).toEqual([
    {
      agent: 'فاطمة الحربي',
      basis: 'mandate',
      stance: 'allow',
      matters: ['documents', 'medical'],
      mayBeTold: true,
      mayAct: true,
      fromOn: '2025-01-01',
      toOn: '2030-12-31',
    },
    {
      agent: 'ليلى القحطاني',
      basis: 'spouse',
      stance: 'allow',
      matters: ['appointments'],
      mayBeTold: true,
      mayAct: false,
      fromOn: null,
      toOn: null,
    },
  ]);
  expect(value(await test.client.operations.undo({ groupId: done.id }))).toMatchObject({ reversed: 2, kept: 0 });
  expect(await grantedFor('سالم الحربي')).toEqual([]);
});

it.each([
  ['ar', 'رقم العميل,رقم الوكيل,نوع الوكالة,نطاق التفويض,يجوز له التصرف', 'P1,P2,وكالة,الصحة والملاحظات، مالية,نعم'],
  ['fa', 'کد مشتری,کد وکیل,نوع وکالت,حوزه‌ها,حق اقدام', 'P1,P2,وکالت,سلامت و یادداشت‌ها، مالی,بله'],
  ['en', 'Client ID,Agent ID,Authority type,Scope,May act', 'P1,P2,Power of attorney,medical | financial,Yes'],
])('are understood under headings in %s', async (_, heading, line) => {
  await bringIn(test, rows(heading, [line]), { into: 'authorities' });
  expect(await grantedFor('سالم الحربي')).toMatchObject([
    { basis: 'mandate', matters: ['financial', 'medical'], mayAct: true },
  ]);
});

it('that stand already are changed only as the rule for what is there allows', async () => {
  await bringIn(test, rows('client id,agent id,basis,scope', ['P1,P2,mandate,medical']), { into: 'authorities' });
  const later = rows('client id,agent id,basis,scope,until', ['P1,P2,mandate,financial,2031-01-01']);
  const filled = await tryAndBringIn(test, later, { into: 'authorities', existing: 'fill-blank' });
  expect(filled.counts).toMatchObject({ created: 0, updated: 1 });
  expect(await grantedFor('سالم الحربي')).toMatchObject([{ matters: ['medical'], toOn: '2031-01-01' }]);
  const { tried, counts } = await tryAndBringIn(test, later, { into: 'authorities', existing: 'overwrite' });
  expect(tried).toEqual(counts);
  expect(counts).toMatchObject({ created: 0, updated: 1 });
  expect(await grantedFor('سالم الحربي')).toMatchObject([{ matters: ['financial'], toOn: '2031-01-01' }]);
});

it('that end in years to come show how their dates read in each calendar', async () => {
  const file = rows('client id,agent id,basis,until', ['P1,P2,mandate,2035-01-01']);
  const { dateSamples } = value(await test.client.imports.inspect({ file, into: 'authorities' }));
  expect(dateSamples).toMatchObject([{ text: '2035-01-01', gregory: '2035-01-01' }]);
});

it('that let nobody know or do anything are refused', async () => {
  const file = rows('client id,agent id,basis,scope,may be told,may act', ['P1,P2,mandate,medical,no,no']);
  const { counts } = await tryAndBringIn(test, file, { into: 'authorities' });
  expect(counts).toMatchObject({ created: 0, rejected: 1, reasons: { 'nothing-granted': 1 } });
});
