// Rows are made ready on a thread beside the engine: the same rows as in line, in the same order, and no silence when it dies.

import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRowPreparation, type PreparingPlan } from '../../src-main/features/imports/prepared-row';
import { preparingThreads } from '../../src-main/engine/preparing-thread';
import { openEngine, type TestEngine } from '../support/open-engine';

let base: TestEngine;
beforeAll(async () => {
  base = await openEngine();
});
afterAll(() => base.close());
const onThread = preparingThreads(resolve(import.meta.dirname, '../../out/main'), () => base.engine.base()!);
const start = () => onThread(plan, base.engine.base()!.read);

const plan: PreparingPlan = {
  plan: {
    mapping: {
      into: 'parties',
      calendar: 'gregory',
      kind: 'guess',
      columns: [
        { index: 0, target: 'name.display' },
        { index: 1, target: 'phone' },
        { index: 2, target: 'email' },
        { index: 3, target: 'address.home.city' },
        { index: 4, target: 'organisation.name' },
        { index: 5, target: 'birth' },
      ],
    },
    headers: ['الاسم', 'الهاتف', 'البريد', 'المدينة', 'الشركة', 'الميلاد'],
    dateOrder: 'dmy',
  },
  options: {
    country: 'SA',
    language: 'ar',
    today: '2026-11-27',
    timeZone: 'Asia/Riyadh',
    badPhone: 'reject',
    cardNumbers: 'refuse',
  },
  recognising: {
    importId: '019e0000-0000-7000-8000-000000000000',
    duplicates: 'review',
    mayChange: true,
    sensitive: true,
    people: 0,
    names: { parties: 0, codes: {}, texts: [] },
    document: 0,
  },
};

const rowOf = (number: number) => ({
  row: number + 2,
  cells: [
    number % 7 === 0 ? '' : `أحمد بن عليّ ${number}`,
    number % 5 === 0 ? 'not a number' : `+96650${1_000_000 + number}`,
    `a.${number}@example.com`,
    'الرياض',
    'شركة النور',
    '1/2/1980',
  ],
});

test('a batch comes back as it would in line: parties whole, refusals with their reasons, each in its place', async () => {
  const preparer = start();
  const inLine = await createRowPreparation(plan, base.engine.base()!.read);
  const batches = [0, 1, 2].map((batch) => Array.from({ length: 40 }, (_, index) => rowOf(batch * 40 + index)));
  const prepared = await Promise.all(batches.map((rows) => preparer.prepare(rows)));
  await preparer.close();
  expect(prepared).toEqual(batches.map((rows) => JSON.parse(JSON.stringify(inLine(rows))) as unknown));
  const [whole, refused] = [prepared[0]![1]!, prepared[0]![0]!];
  expect(whole).toMatchObject({
    party: {
      derived: { display_name: 'أحمد بن عليّ 1', city: 'الرياض' },
      points: ['+966501000001', 'a.1@example.com'],
    },
    employer: { name: 'شركة النور' },
  });
  expect(refused).toMatchObject({ row: 2, refused: [{ code: 'bad-phone', column: 1 }] });
});

test('when the thread cannot go on, whoever waits is told', async () => {
  const preparer = start();
  await expect(preparer.prepare([{ row: 1 } as never])).rejects.toThrow();
  await expect(preparer.prepare([rowOf(1)])).rejects.toThrow();
  await preparer.close();
});
