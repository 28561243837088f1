// Lists at any depth and the page of a party with 20,000 activities, through the door, against their bare SQL; and how they grow.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActivityDraft } from '@shared/features/activities/activity';
import { ok } from '@shared/core/result';
import { insertActivity } from '../../src-main/features/activities';
import { value } from '../support/open-engine';
import type { BenchEngine } from './support/bench-engine';
import { inOrder, inTurn, lowest, percentile, publish, warmUp, type Row } from './support/measure';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';
import { bareStatements, readsOf, type Bare } from './support/statements';

const LIST_RATIO = 1.5;
const RECORD_RATIO = 2;
/** From the smallest base to the largest. */
const GROWTH = 2;
/** A cap, not a goal: where a page takes longer, something walks. */
const PAGE_MS = 1;
const ROUNDS = 30;
const DEPTHS = 20;
const ACTIVITIES = 20_000;
const COUNT_CAP = 1000;

interface Subject extends MeasuredBase {
  readonly bare: Bare;
}

interface Figure {
  readonly ratio: number;
  readonly door: number;
  readonly bare: number;
}

const held: { subjects: Subject[]; rows: Row[] } = { subjects: [], rows: [] };

beforeAll(async () => {
  for (const parties of sizes()) {
    const base = await measuredBase(parties);
    held.subjects.push({ ...base, bare: bareStatements(base.engine.bare('reader')) });
  }
});

afterAll(async () => {
  publish('reading', held.rows);
  for (const subject of held.subjects) await subject.close();
});

type Ask = () => Promise<unknown>;

/** p95 over the questions of the best times of each, through the door and bare. */
async function compare({ engine, bare }: Subject, questions: readonly Ask[]): Promise<Figure> {
  const asked = await inOrder(questions, (ask) => readsOf(engine.base, ask));
  const contenders = questions.map((ask, index) => [
    { name: 'door', run: ask },
    { name: 'bare', run: () => bare.run(asked[index]!) },
  ]);
  await warmUp(contenders.flat().map(({ run }) => run));
  const best = await inOrder(contenders, (pair) => inTurn(pair, ROUNDS));
  const [door, floor] = [best.map(([through]) => through!), best.map(([, alone]) => alone!)];
  const [through, alone] = [percentile(door, 0.95), percentile(floor, 0.95)];
  return { ratio: through / alone, door: through, bare: alone };
}

/** The same questions on every base; holds each ratio and the growth from the smallest to the largest. */
async function hold(
  what: string,
  ratio: number,
  ask: (subject: Subject) => Promise<readonly Ask[]>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const subject of held.subjects) {
    const questions = await ask(subject);
    const figure = await lowest(ratio, () => compare(subject, questions));
    figures.push(figure);
    const { door, bare } = figure;
    held.rows.push({ what, parties: subject.parties, 'p95 ms': door, 'bare p95 ms': bare, ratio: figure.ratio });
  }
  for (const figure of figures) expect(figure.ratio).toBeLessThanOrEqual(ratio);
  expect(figures.at(-1)!.door / figures[0]!.door).toBeLessThanOrEqual(GROWTH);
  return figures;
}

const sorts = ['name', 'created', 'updated', 'last-activity'] as const;

describe.each(sorts)('the list by %s', (by) => {
  test('a page at any depth costs little more than its bare SQL, and no more in a large base', async () => {
    const figures = await hold(`page of 50 by ${by}`, LIST_RATIO, async ({ engine: { client, timed } }) => {
      const query = { filter: { kinds: ['person' as const] }, sort: { by, direction: 'ascending' as const } };
      const { cursors } = value(await client.parties.index(query));
      const chosen = Array.from(
        { length: DEPTHS },
        (_, index) => cursors[Math.floor((index * cursors.length) / DEPTHS)]!,
      );
      value(await client.parties.list({ ...query, after: chosen[0]!, limit: 50 }));
      return chosen.map((after) => () => timed.parties.list({ ...query, after, limit: 50 }));
    });
    for (const { door } of figures) expect(door).toBeLessThanOrEqual(PAGE_MS);
  });
});

test('the page of a party with 20,000 activities opens within twice its bare SQL, and says more than a thousand instead of counting', async () => {
  await hold('party with 20,000 activities', RECORD_RATIO, async ({ engine }) => {
    const { client, timed } = engine;
    const id = await busyParty(engine);
    expect(value(await client.parties.get({ id })).activityCount).toEqual({ value: COUNT_CAP, capped: true });
    return [
      async () => {
        await timed.parties.get({ id });
        await timed.parties.timeline({ partyId: id });
      },
    ];
  });
});

const BUSY = 'مشغول جدا';

/** Somebody the whole office has to do with; a base that is measured again has them already. */
async function busyParty({ client, engine }: BenchEngine): Promise<string> {
  const known = value(await client.search.find({ text: BUSY, scopes: ['person'] })).hits.find(
    ({ title }) => title === BUSY,
  );
  if (known !== undefined) return known.id;
  const { id } = value(await client.parties.create({ kind: 'person', names: [{ text: BUSY }] }));
  const context = engine.context('base.generate');
  const batch = 5000;
  for (let from = 0; from < ACTIVITIES; from += batch) {
    context.commit((work) => {
      for (let index = from; index < from + batch; index += 1) {
        const draft = ActivityDraft.parse({ kind: 'call', subject: `اتصال ${index}`, partyIds: [id] });
        insertActivity(
          { db: work.db, ids: context.ids },
          { ...draft, at: work.at - index * 60_000, authorId: context.actor.userId ?? '', createdAt: work.at },
        );
      }
      return ok(undefined);
    });
  }
  return id;
}
