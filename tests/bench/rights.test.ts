// What rights cost: the same questions by somebody who sees one of two branches, with masks, and by the administrator, in turn.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '@shared/core/result';
import { refreshStatistics } from '../../src-main/db';
import { RolePolicy } from '@shared/features/policy/policy';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { alone, systemActor, userActor, type Actor } from '../../src-main/access';
import { queryServices } from '../../src-main/engine/query-services';
import { inOrder, inTurn, lowest, percentile, publish, warmUp, type Row } from './support/measure';
import { value } from '../support/open-engine';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';
import { searchClasses } from './support/search-classes';

/** Whoever sees half of the base has twice as many rows looked at for the same page. */
const RATIO = 1.5;
const ROUNDS = 15;
const PAGES = 20;

interface Person {
  readonly actor: Actor;
  readonly ask: (op: string, input: object) => unknown;
}

const held: { subject?: MeasuredBase; whole?: Person; scoped?: Person; rows: Row[] } = { rows: [] };
const branch = 'branch-1';

beforeAll(async () => {
  const subject = await measuredBase(sizes().at(-1)!);
  const { base } = subject.engine;
  base.unitOfWork.run({ command: 'parties.update', actor: systemActor('bench', []) }, ({ db }) => {
    db.run({ sql: 'update party set unit_id = ? where rowid % 2 = 0', parameters: [branch] });
    return ok(undefined);
  });
  // The branches are mixed in every order.
  base.writer.exec('update party set updated_at = created_at + (rowid * 7919) % 1000003');
  refreshStatistics(base.writer);
  const policy = RolePolicy.parse({ ...shippedRoles['branch-manager'], fields: { 'party.note': { mask: 'hidden' } } });
  const scoped = userActor({ id: 'somebody', displayName: '', role: 'branch-manager' }, policy, {
    ...alone('somebody'),
    subtreeUnits: [branch],
  });
  held.subject = subject;
  held.whole = personOf(subject, subject.engine.engine.actor()!);
  held.scoped = personOf(subject, scoped);
});
afterAll(async () => {
  publish('rights', held.rows);
  await held.subject!.close();
});

/** Somebody at the desk: the handlers of the engine on the connection that is theirs. */
function personOf({ engine }: MeasuredBase, actor: Actor): Person {
  const services = queryServices() as unknown as Record<
    string,
    Record<string, (context: object, input: object) => unknown>
  >;
  const db = engine.base.readAs(actor);
  const context = { db, actor, clock: { now: () => Date.now() } };
  return {
    actor,
    ask(op, input) {
      const [noun, name] = op.split('.') as [string, string];
      const reply = services[noun]![name]!(context, input) as { ok: boolean };
      if (!reply.ok) throw new Error(`${op} failed: ${JSON.stringify(reply)}`);
      return reply;
    },
  };
}

async function compare(person: Person, questions: readonly (readonly [op: string, input: object])[]) {
  const pairs = questions.map(([op, input]) => [
    { name: 'scoped', run: () => person.ask(op, input) },
    { name: 'whole', run: () => held.whole!.ask(op, input) },
  ]);
  await warmUp(pairs.flat().map(({ run }) => run));
  const best = await inOrder(pairs, (pair) => inTurn(pair, ROUNDS));
  const [scoped, whole] = [0, 1].map((which) =>
    percentile(
      best.map((times) => times[which]!),
      0.95,
    ),
  ) as [number, number];
  return { ratio: scoped / whole, scoped, whole };
}

async function hold(
  what: string,
  questions: readonly (readonly [string, object])[],
  { person = held.scoped!, most = RATIO }: { readonly person?: Person; readonly most?: number } = {},
): Promise<void> {
  const figure = await lowest(most, () => compare(person, questions));
  held.rows.push({
    what,
    parties: held.subject!.parties,
    'scoped p95 ms': figure.scoped,
    'whole p95 ms': figure.whole,
    ratio: figure.ratio,
  });
  expect(figure.ratio).toBeLessThanOrEqual(most);
}

describe('for somebody who sees half of the parties, some fields masked', () => {
  test.each(['2 letters', 'two words', 'full name', 'phone, 7 digits'])(
    'a search of %s costs at most half as much again',
    async (name) => {
      const { texts } = searchClasses(held.subject!.engine.base).find((one) => one.name === name)!;
      await hold(
        `search, ${name}`,
        texts.map((text) => ['search.find', { text, limit: 20 }] as const),
      );
    },
  );

  test.each(['name', 'updated'] as const)(
    'a page of the list by %s costs at most half as much again, at any depth',
    async (by) => {
      const query = { filter: {}, sort: { by, direction: 'ascending' }, language: 'ar' };
      const { value } = held.whole!.ask('parties.index', query) as { value: { cursors: string[] } };
      const cursors = value.cursors.filter((_, index) => index % Math.ceil(value.cursors.length / PAGES) === 0);
      await hold(
        `page of 50 by ${by}`,
        cursors.map((after) => ['parties.list', { ...query, after, limit: 50 }] as const),
      );
    },
  );

  test('the page and the timeline of a party cost at most half as much again', async () => {
    const ids = held
      .subject!.engine.base.read.all<{ id: string }>({
        sql: 'select id from party where unit_id = ? and last_activity_at is not null limit 40',
        parameters: [branch],
      })
      .map(({ id }) => id);
    await hold(
      'page of a party',
      ids.map((id) => ['parties.get', { id }] as const),
    );
    await hold(
      'timeline of a party',
      ids.map((partyId) => ['parties.timeline', { partyId, limit: 50 }] as const),
    );
  });
});

describe('with identity numbers sealed, for the administrator beside the tables themselves', () => {
  const most = 2;
  const sealed: { person?: Person } = {};
  beforeAll(async () => {
    const { engine } = held.subject!;
    const { jobId } = value(await engine.client.keys.seal({ field: 'identifier.value' }));
    for (;;) {
      const { state } = value(await engine.client.jobs.get({ id: jobId }));
      if (state === 'done') break;
      if (state === 'failed') throw new Error('the field was not sealed');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    sealed.person = personOf(held.subject!, engine.engine.actor()!);
  }, 600_000);

  test('a page of the list, a record with numbers and its history cost at most twice as much', async () => {
    const ids = held
      .subject!.engine.base.read.all<{ id: string }>({
        sql: 'select distinct party_id as id from identifier limit 40',
        parameters: [],
      })
      .map(({ id }) => id);
    const query = { filter: {}, sort: { by: 'name', direction: 'ascending' }, language: 'ar', limit: 50 };
    const options = { person: sealed.person!, most };
    await hold('sealed: page of 50 by name', [['parties.list', query]], options);
    await hold(
      'sealed: page of a party',
      ids.map((id) => ['parties.get', { id }] as const),
      options,
    );
    await hold(
      'sealed: history of a party',
      ids.map((partyId) => ['parties.history', { partyId, limit: 50 }] as const),
      options,
    );
  });
});
