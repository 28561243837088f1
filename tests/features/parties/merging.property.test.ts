// History-consistent: an office that merged, edited, separated and undid at random is, once all are separated, the office in
// which nobody ever merged. Its twin gets every change of every fact, and none of the links.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entityOf } from '@shared/catalogue';
import { singleFields } from '@shared/features/parties/cluster';
import { ok } from '@shared/core/result';
import type { ChangeRow, WriteDb } from '../../../src-main/db';
import { derivedDefaults } from '../../../src-main/ledger/undo';
import { deleteRecord, insertRecord, updateRecord } from '../../../src-main/ledger/undo.sql';
import { anyStep, nothingKnown, runStep, type Known } from '../../ledger/support/random-work';
import { ledgerRows, searchRows } from '../../ledger/support/rows';
import { openEngine, value, type TestEngine } from '../../support/open-engine';

const settings = {
  seed: Number(process.env['DIWAN_SEED'] ?? 20_261_127),
  numRuns: Number(process.env['DIWAN_RUNS'] ?? 12),
};

const offices: { merged?: TestEngine; twin?: TestEngine } = {};
beforeEach(async () => {
  offices.merged = await openEngine();
  offices.twin = await openEngine();
});
afterEach(async () => {
  await offices.merged?.close();
  await offices.twin?.close();
});

const anything = fc.oneof(
  { weight: 10, arbitrary: anyStep },
  { weight: 5, arbitrary: fc.record({ merge: fc.nat(60), with: fc.nat(60) }) },
  { weight: 2, arbitrary: fc.record({ part: fc.nat(60), handed: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ undo: fc.nat(200) }) },
);
/** Merging needs people to merge. */
const aPerson = fc.record({
  kind: fc.constant('create' as const),
  picks: fc.tuple(fc.constantFrom(0, 3, 6), fc.nat(60), fc.nat(60), fc.nat(60)),
  text: fc.constantFrom('', 'كلمة', 'ی'),
});
const work = fc
  .tuple(
    fc.array(aPerson, { minLength: 5, maxLength: 8 }),
    fc.array(anything, { minLength: 20, maxLength: 60, size: 'max' }),
  )
  .map(([people, steps]) => [...people, ...steps]);
type Step = typeof anything extends fc.Arbitrary<infer One> ? One : never;

it(`after everything is separated, facts, derived columns and what is found are those of a twin that never merged (seed ${settings.seed})`, async () => {
  const merged = offices.merged!;
  const twin = offices.twin!;
  const reached = { seq: lastChange(merged), merges: 0, largest: 0 };
  const follow = () => {
    for (const changes of operationsAfter(merged, reached.seq)) replay(twin, changes);
    reached.seq = lastChange(merged);
  };
  follow();
  await fc.assert(
    fc.asyncProperty(work, async (steps) => {
      const known = nothingKnown();
      const done: string[] = [];
      for (const step of steps) {
        for (const office of [merged, twin]) office.clock.at += 1000;
        const operation = await take(merged, { known, done }, step);
        if (operation !== null) done.push(operation);
        follow();
      }
      reached.merges += await eachIsFoundOnce(merged, known);
      reached.largest = Math.max(reached.largest, await separateAll(merged, known));
      follow();
      expect(state(merged)).toEqual(state(twin));
      await findsTheSame(merged, twin, known);
    }),
    settings,
  );
  expect(reached.merges).toBeGreaterThan(settings.numRuns);
  expect(reached.largest).toBeGreaterThan(2);
  expect(value(await merged.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  expect([...merged.reported, ...twin.reported]).toEqual([]);
}, 600_000);

interface Work {
  readonly known: Known;
  readonly done: readonly string[];
}

/** Answers the operation, when there was one that changed something and is itself no undo. */
async function take(office: TestEngine, { known, done }: Work, step: Step): Promise<string | null> {
  const party = (at: number) => known.parties[at % known.parties.length];
  const { client } = office;
  if ('undo' in step) {
    const id = done[step.undo % done.length];
    if (id !== undefined) await client.operations.undo({ id });
    return null;
  }
  const before = office.committed.length;
  if ('merge' in step) {
    const into = party(step.merge);
    const alike = known.parties.filter(({ id, kind }) => kind === into?.kind && id !== into.id);
    const other = alike[step.with % alike.length];
    if (into !== undefined && other !== undefined) await client.parties.merge({ intoId: into.id, ids: [other.id] });
  } else if ('part' in step) {
    const one = party(step.part);
    if (one !== undefined) await part(office, one.id, step.handed);
  } else return runStep(office, known, step);
  return office.committed.length > before ? office.committed.at(-1)!.operationId : null;
}

/** Separates one record and hands it some of what was written since. */
async function part({ client }: TestEngine, id: string, handed: number): Promise<void> {
  const preview = await client.parties.unmergePreview({ ids: [id] });
  if (!preview.ok) return;
  const handOver = preview.value.since.slice(0, handed).map(({ entity, id: fact, kind }) => ({
    entity,
    id: fact,
    ...(entity === 'party' ? { field: singleFields.find((one) => one === kind)! } : {}),
  }));
  await client.parties.unmerge({ ids: [id], handOver });
}

/** Every cluster has one hit, whatever name of whatever record is typed. Answers how many clusters there were. */
async function eachIsFoundOnce({ client }: TestEngine, { parties }: Known): Promise<number> {
  const roots = new Set<string>();
  for (const { id } of parties) {
    const record = await client.parties.get({ id });
    if (!record.ok || record.value.records.length < 2 || record.value.deletedAt !== null) continue;
    roots.add(record.value.id);
    for (const { text } of record.value.names) {
      const hits = value(
        await client.search.find({ text, limit: 50, scopes: ['person', 'organisation', 'group'] }),
      ).hits;
      const ids = hits.map((hit) => hit.id);
      expect(new Set(ids).size).toBe(ids.length);
      const hidden = record.value.records.map((one) => one.id).filter((one) => one !== record.value.id);
      expect(ids.filter((one) => hidden.includes(one))).toEqual([]);
      if (ids.length < 50) expect(ids, text).toContain(record.value.id);
    }
  }
  return roots.size;
}

/** Answers how many records the largest cluster had. */
async function separateAll({ client }: TestEngine, { parties }: Known): Promise<number> {
  let largest = 1;
  for (const { id } of parties) {
    for (;;) {
      const cluster = await client.parties.cluster({ id });
      if (!cluster.ok || cluster.value.members.length < 2) break;
      const { members } = cluster.value;
      largest = Math.max(largest, members.length);
      value(await client.parties.unmerge({ ids: [members[members.length % 2]!.id] }));
    }
  }
  return largest;
}

async function findsTheSame(merged: TestEngine, twin: TestEngine, { parties }: Known): Promise<void> {
  const filters = [
    {},
    { roleType: 'patient' as const },
    { city: 'جده' },
    { language: 'fa' as const },
    { deleted: true },
  ];
  for (const filter of filters) {
    const rows = async ({ client }: TestEngine) =>
      value(await client.parties.list({ filter, limit: 200 })).rows.map(({ updatedAt: _, ...row }) => row);
    const [here, there] = [await rows(merged), await rows(twin)];
    // The bin is in the order of deletion, which both have alike only within one instant.
    const order = (list: typeof here) => (filter.deleted ? list.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : list);
    expect(order(here)).toEqual(order(there));
  }
  for (const { id } of parties.slice(0, 10)) {
    const subjects = async ({ client }: TestEngine) => {
      const reply = await client.parties.timeline({ partyId: id });
      return reply.ok ? reply.value.items.map((item) => item.id) : reply.error.code;
    };
    expect(await subjects(merged)).toEqual(await subjects(twin));
  }
}

function state(office: TestEngine) {
  const { party_link: _, ...rows } = ledgerRows(office.engine.base()!.writer);
  return { rows: { ...rows, app_user: [], site_setting: [] }, search: searchRows(office.engine.base()!.writer) };
}

const lastChange = (office: TestEngine): number =>
  office.engine.base()!.writer.prepare('select max(seq) from change').pluck().get() as number;

/** The changes of each operation after a place in the ledger, without those of links. */
function operationsAfter(office: TestEngine, seq: number): ChangeRow[][] {
  const rows = office.engine
    .base()!
    .writer.prepare("select * from change where seq > ? and entity not in ('party_link', 'app_user') order by seq")
    .all(seq) as ChangeRow[];
  const byOperation = new Map<number, ChangeRow[]>();
  for (const row of rows) byOperation.set(row.operation_seq, [...(byOperation.get(row.operation_seq) ?? []), row]);
  return [...byOperation.values()];
}

/** The same changes by the same ids, with everything derived from them. */
function replay(office: TestEngine, changes: readonly ChangeRow[]): void {
  const { engine } = office;
  const context = { command: 'parties.update', actor: engine.actor()! };
  const done = engine.base()!.unitOfWork.run(context, ({ db }) => {
    for (const change of changes) apply(db, change);
    return ok(undefined);
  });
  expect(done.ok).toBe(true);
}

function apply(db: WriteDb, change: ChangeRow): void {
  const entity = entityOf(change.entity);
  const values = JSON.parse(change.new ?? '{}') as Record<string, unknown>;
  if (change.action === 'delete') db.run(deleteRecord(entity, change.record_id));
  else if (change.action === 'update') db.run(updateRecord(entity, change.record_id, values));
  else {
    db.run(insertRecord(entity, change.record_id, { ...derivedDefaults(entity), ...values }));
  }
}
