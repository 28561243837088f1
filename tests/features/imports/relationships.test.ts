// Relationships from files: both ends found or the row refused, words of either side, and the rules that hold for edges drawn by hand.
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { testFolder } from '../../import/support/files';
import { bringIn, tryAndBringIn } from './support/bring';

const folder = testFolder();
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());
afterAll(() => folder.remove());

it('are drawn between those who are there, whichever end the word is for', async () => {
  await bringIn(
    test,
    folder.write(
      'people.csv',
      'id,name,kind\nP1,سالم الحربي,person\nP2,فاطمة الحربي,person\nO1,شركة النور,organisation\n',
    ),
  );
  const file = folder.write(
    'edges.csv',
    [
      'from id,relationship,to id,to name,position,since',
      'P1,موظف,,شركة النور,مدير المبيعات,2020-01-01',
      'O1,جهة العمل,P2,,محاسبة,',
      'P1,Spouse,P2,,,2001-05-05',
      'P2,زوج / زوجة,P1,,,',
      'P1,Employee,P2,,,',
      'P1,Friend,P1,,,',
      'P1,Enemy,P2,,,',
      'P9,Friend,P2,,,',
      'P1,Friend,,,,',
      'P1,موظف,,شركة النور,,',
    ].join('\n'),
  );
  const { tried, counts, done } = await tryAndBringIn(test, file, { into: 'relationships' });
  expect(tried).toEqual(counts);
  expect(counts).toMatchObject({
    read: 10,
    created: 3,
    unchanged: 2,
    rejected: 5,
    reasons: { 'kind-mismatch': 1, 'same-party': 1, 'unknown-choice': 1, 'party-not-found': 1, 'no-party': 1 },
  });
  const { hits } = value(await test.client.search.find({ text: 'فاطمة الحربي', limit: 1 }));
  const record = value(await test.client.parties.get({ id: hits[0]?.id ?? '' }));
  expect(
    record.relationships
      .map(({ type, direction, position, party }) => [type, direction, position, party.name])
      .toSorted(),
  ).toEqual([
    ['employee', 'outgoing', 'محاسبة', 'شركة النور'],
    ['spouse', 'incoming', null, 'سالم الحربي'],
  ]);
  expect(value(await test.client.operations.undo({ groupId: done.id }))).toMatchObject({ reversed: 3, kept: 0 });
});
