// Undo, tried with random work: taking back every operation in reverse order leaves the base as it was.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, openEngine, value, type TestEngine } from '../support/open-engine';
import { anyStep, nothingKnown, runStep } from './support/random-work';
import { ledgerRows, searchRows } from './support/rows';

let test: TestEngine;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());

const settings = {
  seed: Number(process.env['DIWAN_SEED'] ?? 20_261_123),
  numRuns: Number(process.env['DIWAN_RUNS'] ?? 40),
};
const patience = 600_000;
const state = () => ({ rows: ledgerRows(test.engine.base()!.writer), search: searchRows(test.engine.base()!.writer) });

describe(`undo (seed ${settings.seed})`, () => {
  it(
    'of everything that was done, last first, leaves rows, derived columns and search as they were',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 40, size: 'max' }), async (steps) => {
          const before = state();
          const known = nothingKnown();
          const done: string[] = [];
          for (const step of steps) {
            test.clock.at += 1000;
            const id = await runStep(test, known, step);
            if (id !== null) done.push(id);
          }
          for (const id of done.toReversed()) {
            test.clock.at += 1000;
            expect(value(await test.client.operations.undo({ id }))).toMatchObject({ kept: 0, impossible: 0 });
          }
          expect(state()).toEqual(before);
        }),
        settings,
      );
      expect(test.reported).toEqual([]);
    },
    patience,
  );

  it(
    'in any order never breaks the ledger, and never happens twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { minLength: 2, maxLength: 20, size: 'max' }),
          fc.array(fc.nat(100), { minLength: 2, maxLength: 8 }),
          async (steps, picks) => {
            const known = nothingKnown();
            const done: string[] = [];
            for (const step of steps) {
              const id = await runStep(test, known, step);
              if (id !== null) done.push(id);
            }
            const undone = new Set<string>();
            for (const pick of done.length === 0 ? [] : picks) {
              const id = done[pick % done.length]!;
              const reply = await test.client.operations.undo({ id });
              if (undone.has(id)) expect(code(reply)).toBe('operations.already-undone');
              else if (reply.ok) undone.add(id);
              else expect(reply.error.code).toBe('operations.nothing-reversed');
            }
          },
        ),
        settings,
      );
      expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
      expect(test.reported).toEqual([]);
    },
    patience,
  );
});

it('the random work above did every kind of work there is', () => {
  const commands = test.engine
    .base()!
    .writer.prepare("select distinct command from operation where command glob '[aprv]*.*'")
    .pluck()
    .all() as string[];
  expect(commands).toEqual(
    expect.arrayContaining([
      'parties.create',
      'parties.update',
      'parties.remove',
      'parties.restore',
      'parties.bulkUpdate',
      'parties.merge',
      'parties.unmerge',
      'relationships.create',
      'relationships.update',
      'relationships.remove',
      'roles.add',
      'roles.move',
      'roles.end',
      'activities.log',
      'activities.update',
      'activities.remove',
      'views.save',
      'views.remove',
    ]),
  );
});
