// Changes of the ledger told in words: names for ids, dates in the reader's calendar, nothing about the machinery.
import { messagesByLanguage } from '@shared/locale/messages';
import { contracts } from '@shared/features/contracts';
import { expect, test } from 'vitest';
import { changeLines, undoneByHand, withoutNoise } from '../../../src-renderer/features/operations/change-words';
import type { Change } from '../../../src-renderer/features/operations/change-words';
import { createFormat } from '../../../src-renderer/ui/format-rules';
import type { Translate } from '../../../src-renderer/ui';

const words = messagesByLanguage.en;
const say = ((id: string) => words[id] ?? id) as unknown as Translate;
const t: Translate = Object.assign(say, { any: say, has: (id: string) => words[id] !== undefined });
const format = createFormat({
  language: 'en',
  digits: 'latn',
  calendar: 'gregory',
  secondaryCalendar: null,
  hourCycle: 'h23',
  country: 'SA',
  weekStart: 0,
  weekend: [5, 6],
  timeZone: 'Asia/Riyadh',
});
const reader = { t, format, language: 'en' as const, names: new Map([['u1', 'Amal Al-Hassan']]) };
const change = (entity: string, fields: Change['fields'], action: Change['action'] = 'update'): Change => ({
  entity,
  recordId: 'x',
  action,
  fields,
});

test('a choice, a reference and a date are said in words', () => {
  const lines = changeLines(
    reader,
    change('party', [
      { field: 'status', old: 'active', new: 'archived' },
      { field: 'owner_id', old: null, new: 'u1' },
      { field: 'birth_on', old: null, new: '1986-04-12' },
    ]),
  );
  expect(lines.map((line) => line.next)).toEqual(['Archived', 'Amal Al-Hassan', format.date('1986-04-12')]);
  expect(lines[0]).toMatchObject({ label: words['catalogue.party.status'], old: 'Active' });
});

test('names in three languages are told in the reader’s, and an amount with the currency told beside it', () => {
  const names = { ar: 'عرض', fa: 'پیشنهاد', en: 'Proposal' };
  const stage = changeLines(
    reader,
    change('pipeline_stage', [
      { field: 'names', old: null, new: JSON.stringify(names) },
      { field: 'criteria', old: '[]', new: JSON.stringify([names]) },
    ]),
  );
  expect(stage.map(({ next }) => next)).toEqual(['Proposal', 'Proposal']);
  const fields = [
    { field: 'amount', old: null, new: 1_250_050 },
    { field: 'currency', old: null, new: 'SAR' },
  ];
  expect(changeLines(reader, change('deal', fields)).map(({ next }) => next)).toEqual([format.money(1_250_050, 'SAR')]);
  expect(changeLines(reader, change('deal', fields.slice(0, 1)))).toEqual([]);
});

test('an id that names nobody is left out rather than shown', () => {
  expect(
    changeLines(reader, change('relationship', [{ field: 'to_party_id', old: null, new: '01a206b2-4ab6' }])),
  ).toEqual([]);
});

test('fields of the machinery are not told', () => {
  expect(
    changeLines(
      reader,
      change('party_name', [
        { field: 'position', old: null, new: 0 },
        { field: 'party_id', old: null, new: 'x' },
      ]),
    ),
  ).toEqual([]);
});

test('taking part in many activities is said once', () => {
  const part = (id: string): Change => ({ entity: 'activity_party', recordId: id, action: 'insert', fields: [] });
  const told = withoutNoise([part('1'), part('2'), change('party', []), part('3')]);
  expect(told.map(({ change: { entity }, count }) => [entity, count])).toEqual([
    ['activity_party', 3],
    ['party', 1],
  ]);
});

test('every operation that writes has words in every language', () => {
  const writing = Object.values(contracts).flatMap((contract) =>
    Object.entries(contract.operations)
      .filter(([, operation]) => operation.kind === 'command')
      .map(([name]) => `operations.command.${contract.noun}.${name}`),
  );
  for (const messages of Object.values(messagesByLanguage))
    for (const id of writing) expect(messages[id], id).toBeTruthy();
});

test('what the engine refuses to reverse is not offered', () => {
  expect(undoneByHand('users.create')).toBe(true);
  expect(undoneByHand('parties.update')).toBe(false);
});
