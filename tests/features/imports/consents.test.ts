// Consents and withdrawals from files: events of their own day, known again, held against the office's purposes.
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
    folder.write('people.csv', 'id,name,phone\nP1,سالم الحربي,0501234567\nP2,فاطمة الحربي,0507654321\n'),
  );
});
afterEach(() => test.close());
afterAll(() => folder.remove());

const historyOf = async (text: string) => {
  const { hits } = value(await test.client.search.find({ text, limit: 1 }));
  return value(await test.client.consent.list({ partyId: hits[0]?.id ?? '' })).history.map(
    ({ purposeId, channel, brand, action, at, source, evidence }) => ({
      purposeId,
      channel,
      brand,
      action,
      on: new Date(at).toISOString().slice(0, 10),
      source,
      evidence,
    }),
  );
};

const rows = (name: string, lines: readonly string[]): string => folder.write(`${name}.csv`, lines.join('\n'));

it('are written with the day they were said and once only, and are taken back as a whole', async () => {
  const { id: own } = value(
    await test.client.privacy.savePurpose({
      names: { ar: 'نادي العملاء', fa: 'باشگاه مشتریان', en: 'Loyalty club' },
      basis: 'consent',
      balancing: null,
      categories: ['name'],
      active: true,
    } as never),
  );
  const file = rows('consents', [
    'client id,phone,purpose,channel,brand,status,date,evidence',
    'P1,,Marketing and offers,E-mail,,opt-in,2025-03-01 12:00,Web form no. 7',
    'P1,,newsletter,email,,unsubscribed,2026-01-10 12:00,',
    ',0507654321,Loyalty club,,Nour,yes,2025-05-05 12:00,',
    'P1,,Marketing and offers,E-mail,,opt-in,2025-03-01 12:00,again',
    'P1,,Moon landing,email,,yes,2025-03-01,',
    'P1,,marketing,email,,maybe,2025-03-01,',
    'P1,,marketing,email,,,2025-03-01,',
    'P1,,marketing,email,,yes,,',
    'P1,,marketing,email,,yes,2190-01-01,',
    'P9,,marketing,email,,yes,2025-03-01,',
  ]);
  const { tried, counts, done } = await tryAndBringIn(test, file, { into: 'consents' });
  expect(tried).toEqual(counts);
  expect(counts).toMatchObject({
    read: 10,
    created: 3,
    unchanged: 1,
    rejected: 6,
    reasons: {
      'unknown-purpose': 1,
      'unknown-choice': 1,
      'no-answer': 1,
      'no-date': 1,
      'bad-date': 1,
      'party-not-found': 1,
    },
  });
  const ofSalem = { purposeId: 'marketing', channel: 'email', brand: null, source: 'import' };
  expect(await historyOf('سالم الحربي')).toEqual([
    { ...ofSalem, action: 'withdrawn', on: '2026-01-10', evidence: null },
    { ...ofSalem, action: 'given', on: '2025-03-01', evidence: 'Web form no. 7' },
  ]);
  expect(await historyOf('فاطمة الحربي')).toMatchObject([
    { purposeId: own, channel: 'any', brand: 'Nour', action: 'given' },
  ]);
  const again = await bringIn(test, file, { into: 'consents' });
  expect(again.counts).toMatchObject({ created: 0, unchanged: 4 });
  expect(value(await test.client.operations.undo({ groupId: done.id }))).toMatchObject({ reversed: 3, kept: 0 });
  expect(await historyOf('سالم الحربي')).toEqual([]);
});

it.each([
  [
    'ar',
    'رقم العميل,الغرض,القناة,حالة الموافقة,التاريخ,الدليل',
    'P1,التسويق والعروض,رسالة نصية,موافق,2025-03-01,نموذج',
  ],
  ['fa', 'کد مشتری,هدف,راه تماس,وضعیت رضایت,تاریخ,مدرک', 'P1,بازاریابی,پیامک,موافق,2025-03-01,فرم'],
  ['en', 'Customer ID,Purpose,Channel,Consent status,Consent date,Evidence', 'P1,Marketing,SMS,Agreed,2025-03-01,form'],
])('are understood under headings in %s', async (language, heading, line) => {
  const { counts } = await bringIn(test, rows(`headings-${language}`, [heading, line]), { into: 'consents' });
  expect(counts.reasons).toEqual({});
  expect(await historyOf('سالم الحربي')).toMatchObject([{ purposeId: 'marketing', channel: 'sms', action: 'given' }]);
});

it('without a column for the purpose are of the one that is chosen for the whole file', async () => {
  const file = rows('newsletter', ['phone,status,date', '0501234567,opt-out,2026-02-01']);
  const look = value(await test.client.imports.inspect({ file, into: 'consents' }));
  const { counts } = await bringIn(test, file, { mapping: { ...look.mapping, recordType: 'marketing' } });
  expect(counts).toMatchObject({ created: 1, rejected: 0 });
  expect(await historyOf('سالم الحربي')).toMatchObject([{ purposeId: 'marketing', action: 'withdrawn' }]);
});
