// Looking for doubles in a whole base: minutes for a million because it grows as the base does, not as its square; and the warning
// while typing, against the search that finds the same name.

import { afterAll, expect, test } from 'vitest';
import type { TaskThread } from '../../src-main/jobs';
import { scanInThread } from '../../src-main/features/duplicates';
import { defaultThresholds } from '@shared/features/duplicates/judge';
import { inOrder, inTurn, percentile, publish, time, type Row } from './support/measure';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';

/** Per party, how much longer a larger base may take: a sort is in it, and blocks fill up to their caps. */
const GROWTH = 2;
const rows: Row[] = [];
afterAll(() => publish('duplicates-scan', rows));

const threadOver = ({ engine }: MeasuredBase): TaskThread => ({
  db: engine.base.read,
  databaseFile: engine.base.databaseFile,
  key: new Uint8Array(),
  progress: () => undefined,
  isCancelled: () => false,
});

/** The same rows, read and dropped. */
function bareReading({ engine }: MeasuredBase): () => void {
  const bare = engine.bare('reader');
  const statements = [
    'select id, kind, gender, birth_on from party where deleted_at is null order by id',
    'select party_id, text, given, father, grandfather, family, kunya from party_name order by party_id',
    'select party_id, kind, normal from contact_point order by party_id',
    'select party_id, scheme, normal from identifier order by party_id',
  ].map((text) => bare.prepare(text));
  return () => {
    for (const statement of statements) for (const row of statement.iterate()) if (row === null) return;
  };
}

async function measured(parties: number): Promise<number> {
  const base = await measuredBase(parties);
  const thread = threadOver(base);
  const found: number[] = [];
  const scan = async (): Promise<void> => {
    const answer = await scanInThread.run(thread, defaultThresholds);
    if (answer.ok) found.push(answer.value.pairs.length);
  };
  const [took = 0, reading = 0] = await inTurn(
    [
      { name: 'scan', run: scan },
      { name: 'bare', run: bareReading(base) },
    ],
    2,
  );
  const warning = await inOrder(names(base), (name) =>
    time(() => base.engine.client.duplicates.check({ probe: { kind: 'person', names: [{ text: name }] } })),
  );
  const search = await inOrder(names(base), (text) => time(() => base.engine.client.search.find({ text })));
  rows.push({
    parties,
    'scan s': took / 1000,
    'µs a party': (took * 1000) / parties,
    'to bare reading': took / reading,
    pairs: found.at(-1) ?? 0,
    'warning p95 ms': percentile(warning, 0.95),
    'search p95 ms': percentile(search, 0.95),
  });
  await base.close();
  return took / parties;
}

const NAMES = 60;
const names = ({ engine }: MeasuredBase): string[] =>
  engine.base.read
    .all<{ name: string }>({
      sql: `select display_name as name from party where kind = 'person' order by created_at limit ${NAMES}`,
      parameters: [],
    })
    .map(({ name }) => name);

test('a larger base takes longer in proportion, not more', async () => {
  const each = await inOrder(sizes(), measured);
  for (const [index, perParty] of each.entries()) if (index > 0) expect(perParty / each[0]!).toBeLessThan(GROWTH);
});
