// Judging a whole base by the rules of the office, against reading the same rows party by party: as long as the base, not longer.

import { afterAll, expect, test } from 'vitest';
import type { TaskThread } from '../../src-main/jobs';
import { judgeInThread } from '../../src-main/features/quality';
import type { JudgedStep } from '../../src-main/features/quality/scan-thread';
import { inOrder, inTurn, publish, type Row } from './support/measure';
import { measuredBase, sizes, type MeasuredBase } from './support/measured-base';

/** How many times bare reading all rules and the score may take. */
const BUDGET = 2;
/** How much that may grow with the base: what a larger one costs by not lying in memory, reading pays alike. */
const GROWTH = 1.3;
const rows: Row[] = [];
afterAll(() => publish('quality-scan', rows));

const threadOver = ({ engine }: MeasuredBase): TaskThread => ({
  db: engine.base.read,
  databaseFile: engine.base.databaseFile,
  key: new Uint8Array(),
  progress: () => undefined,
  isCancelled: () => false,
});

/** The same rows, met party by party and dropped. */
function bareReading({ engine }: MeasuredBase): () => void {
  const bare = engine.bare('reader');
  const ids = bare.prepare('select id from party where deleted_at is null order by id').pluck();
  const parts = ['party_name', 'contact_point', 'address', 'identifier', 'party_role', 'activity_party'].map((table) =>
    bare.prepare(`select * from ${table} where party_id = ?`),
  );
  const party = bare.prepare('select * from party where id = ?');
  return () => {
    for (const id of ids.all()) {
      party.get(id);
      for (const part of parts) part.all(id);
    }
  };
}

async function judgeAll(thread: TaskThread): Promise<number> {
  let found = 0;
  for (let after: string | null = '', done = 0; after !== null;) {
    const answer = await judgeInThread.run(thread, { after, now: Date.now(), done });
    if (!answer.ok) throw new Error(answer.error.code);
    const steps: readonly JudgedStep[] = answer.value.steps;
    for (const step of steps) {
      found += step.findings.length;
      done += step.parties;
    }
    after = steps.at(-1)?.to ?? null;
  }
  return found;
}

async function measured(parties: number): Promise<number> {
  const base = await measuredBase(parties);
  const thread = threadOver(base);
  let found = 0;
  const scan = async (): Promise<void> => {
    found = await judgeAll(thread);
  };
  const [took = 0, reading = 0] = await inTurn(
    [
      { name: 'scan', run: scan },
      { name: 'bare', run: bareReading(base) },
    ],
    2,
  );
  rows.push({
    parties,
    'scan s': took / 1000,
    'µs a party': (took * 1000) / parties,
    'to bare reading': took / reading,
    findings: found,
  });
  await base.close();
  return took / reading;
}

test('judging everybody takes little more than reading them, in a larger base as in a small one', async () => {
  const each = await inOrder(sizes(), measured);
  for (const ratio of each) expect(ratio).toBeLessThan(BUDGET);
  expect(each.at(-1)! / each[0]!).toBeLessThan(GROWTH);
});
