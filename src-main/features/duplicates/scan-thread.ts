// The search through a whole base, on a thread of its own: reads everybody once, then answers the pairs it found.

import { z } from 'zod';
import { MOST_PARTIES } from '@shared/features/duplicates/block-table';
import { DuplicateScan } from '@shared/features/duplicates/duplicate-scan';
import { weightOf, type Thresholds } from '@shared/features/duplicates/judge';
import type { CountedNames } from '@shared/features/duplicates/name-statistics';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { ReadDb } from '../../db';
import type { TaskThread, ThreadTask } from '../../jobs';
import { byParty, identityFrom } from './identity-facts';
import * as statements from './identity-facts.sql';
import { selectPartyEstimate } from './scan.sql';

/** A pair as it is stored: ids in order, the band, tenths of bits. */
export type PairLine = readonly [id: string, party: string, other: string, band: 'likely' | 'possible', weight: number];

export interface ThreadFindings {
  readonly names: CountedNames;
  readonly parties: number;
  readonly pairs: readonly PairLine[];
}

const Input = z.object({ likely: z.number(), possible: z.number() });

export const scanInThread: ThreadTask<unknown, ThreadFindings> = {
  name: 'duplicates.find',
  async run(thread, input) {
    const thresholds = Input.parse(input);
    const scan = new DuplicateScan();
    const read = await readEverybody(thread, scan);
    return read.ok ? search(thread, { scan, ids: read.value, thresholds }) : read;
  },
};

const PARTIES_A_STEP = 1000;

/** The ids in the order of the scan's numbers. */
async function readEverybody(thread: TaskThread, scan: DuplicateScan): Promise<Result<IdList, Failure>> {
  const total = thread.db.first(selectPartyEstimate({}))?.value ?? 0;
  const ids = new IdList();
  let after = '';
  for (;;) {
    if (thread.isCancelled()) return fail('jobs.cancelled');
    const rows = thread.db.all(statements.selectPartyRun({ after, limit: PARTIES_A_STEP }));
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return ok(ids);
    if (scan.size + rows.length > MOST_PARTIES) return fail('duplicates.too-many', { most: MOST_PARTIES });
    const facts = factsBetween(thread.db, first.id, last.id);
    for (const row of rows) {
      scan.add(identityFrom(row, facts));
      ids.push(row.root_id ?? row.id);
    }
    after = last.id;
    thread.progress({ done: scan.size, total: Math.max(total, scan.size), note: 'reading-people' });
    await nextTurn();
  }
}

function factsBetween(db: ReadDb, from: string, to: string) {
  return {
    names: byParty(db.all(statements.selectNameRun({ from, to }))),
    contacts: byParty(db.all(statements.selectContactRun({ from, to }))),
    identifiers: byParty(db.all(statements.selectIdentifierRun({ from, to }))),
  };
}

interface Search {
  readonly scan: DuplicateScan;
  readonly ids: IdList;
  readonly thresholds: Thresholds;
}

async function search(thread: TaskThread, { scan, ids, thresholds }: Search): Promise<Result<ThreadFindings, Failure>> {
  const pairs = new Map<string, PairLine>();
  for (const step of scan.find(thresholds)) {
    if ('found' in step) {
      const { left, right, band, judgement } = step.found;
      keep(pairs, pairLine(ids.at(left), ids.at(right), { band, weight: weightOf(judgement.bits) }));
    } else {
      if (thread.isCancelled()) return fail('jobs.cancelled');
      thread.progress({ done: Math.round(step.done * 1000), total: 1000, note: 'comparing-people' });
      await nextTurn();
    }
  }
  return ok({ names: scan.names(), parties: scan.size, pairs: [...pairs.values()] });
}

/** Records that were merged are one party: it is no pair with itself, and one with another however many of its records are. */
function keep(pairs: Map<string, PairLine>, line: PairLine): void {
  const [id, party, other, , weight] = line;
  if (party !== other && weight > (pairs.get(id)?.[4] ?? Number.NEGATIVE_INFINITY)) pairs.set(id, line);
}

export function pairLine(
  one: string,
  other: string,
  { band, weight }: { readonly band: 'likely' | 'possible'; readonly weight: number },
): PairLine {
  const [party, second] = one < other ? [one, other] : [other, one];
  return [`${party}+${second}`, party, second, band, weight];
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const ID_BYTES = 16;
const FIRST_IDS = 1024;

/** UUIDs as their sixteen bytes: a million texts would take a hundred megabytes. */
class IdList {
  #bytes = Buffer.alloc(FIRST_IDS * ID_BYTES);
  #count = 0;

  push(id: string): void {
    if (this.#count * ID_BYTES === this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    this.#bytes.write(id.replaceAll('-', ''), this.#count * ID_BYTES, 'hex');
    this.#count += 1;
  }

  at(index: number): string {
    const hex = this.#bytes.toString('hex', index * ID_BYTES, (index + 1) * ID_BYTES);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }
}
