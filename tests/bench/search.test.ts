// Search as you type, through the door, against the bare SQL of the same search on the same base; and how it grows.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inOrder, inTurn, lowest, percentile, publish, warmUp, type Row } from './support/measure';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';
import { searchClasses, type SearchClass } from './support/search-classes';
import { bareStatements, readsOf, type Bare } from './support/statements';

const RATIO = 1.5;
/** A cap for every class at every size. */
const SEARCH_MS = 5;
const ROUNDS = 10;
const LIMIT = 20;

interface Subject extends MeasuredBase {
  readonly bare: Bare;
  readonly classes: readonly SearchClass[];
}

const held: { subjects: Subject[]; rows: Row[] } = { subjects: [], rows: [] };

beforeAll(async () => {
  for (const parties of sizes()) {
    const base = await measuredBase(parties);
    held.subjects.push({
      ...base,
      bare: bareStatements(base.engine.bare('reader')),
      classes: searchClasses(base.engine.base),
    });
  }
});

afterAll(async () => {
  publish('search', held.rows);
  for (const subject of held.subjects) await subject.close();
});

interface Measured {
  readonly ratio: number;
  readonly door: number;
  readonly bare: number;
}

async function measure({ engine, bare }: Subject, { texts }: SearchClass): Promise<Measured> {
  const questions = texts.map((text) => () => engine.timed.search.find({ text, limit: LIMIT }));
  // Written down first: watching a connection makes it slow until its code is compiled anew.
  const asked = await inOrder(questions, (find) => readsOf(engine.base, find));
  const contenders = questions.map((find, index) => [
    { name: 'door', run: find },
    { name: 'bare', run: () => bare.run(asked[index]!) },
  ]);
  await warmUp(contenders.flat().map(({ run }) => run));
  const best = await inOrder(contenders, (pair) => inTurn(pair, ROUNDS));
  const [door, floor] = [best.map(([through]) => through!), best.map(([, alone]) => alone!)];
  const [through, alone] = [percentile(door, 0.95), percentile(floor, 0.95)];
  return { ratio: through / alone, door: through, bare: alone };
}

describe.each(searchClassNames())('%s', (name) => {
  test('costs at most half as much again as its bare SQL, and grows within its budget', async () => {
    const figures: Measured[] = [];
    for (const subject of held.subjects) {
      const chosen = subject.classes.find((one) => one.name === name)!;
      figures.push(await lowest(RATIO, () => measure(subject, chosen)));
    }
    const { growth: budget } = held.subjects[0]!.classes.find((one) => one.name === name)!;
    const growth = figures.at(-1)!.door / figures[0]!.door;
    for (const [index, figure] of figures.entries()) {
      held.rows.push({
        class: name,
        parties: held.subjects[index]!.parties,
        'p95 ms': figure.door,
        'bare p95 ms': figure.bare,
        ratio: figure.ratio,
      });
    }
    for (const figure of figures) {
      expect(figure.ratio).toBeLessThanOrEqual(RATIO);
      expect(figure.door).toBeLessThanOrEqual(SEARCH_MS);
    }
    expect(growth).toBeLessThanOrEqual(budget);
  });
});

function searchClassNames(): string[] {
  return [
    '1 letters',
    '2 letters',
    '3 letters',
    '4 letters',
    '5 letters',
    'two words',
    'full name',
    'phone, 4 digits',
    'phone, 7 digits',
    'e-mail part',
    'whole e-mail',
  ];
}
