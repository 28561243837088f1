// How common names are in a file: an office of one family or one town has other common names than the world.

import { readName } from '@shared/features/duplicates/identity';
import { NameCounter } from '@shared/features/duplicates/name-counter';
import type { CountedNames } from '@shared/features/duplicates/name-statistics';
import { ok, type Failure, type Result } from '@shared/core/result';
import type { Parser } from '../../import';
import type { StoredPlan } from './job';
import { createPartyReader, type ReadingOptions } from './row-reader';

interface Sample extends Pick<StoredPlan, 'settings' | 'duplicates'> {
  readonly path: string;
  readonly reading: Pick<StoredPlan, 'mapping' | 'headers' | 'dateOrder'>;
  readonly options: ReadingOptions;
}

const ROWS = 2_000;
/** Read at once: some 30 ms of the engine's time. */
const ROWS_A_STEP = 500;

/** By its first rows, and where nobody is compared not at all. */
export async function namesOfFile(parser: Parser, sample: Sample): Promise<Result<CountedNames, Failure>> {
  const { path, settings, duplicates, reading, options } = sample;
  const counter = new NameCounter();
  let counted = 0;
  if (reading.mapping.into !== 'parties' || duplicates === 'create') return ok(counter.counted(0));
  const file = await parser.open(path, settings);
  if (!file.ok) return file;
  const read = await createPartyReader(reading, options);
  for (let rows = 0; rows < ROWS; rows += ROWS_A_STEP) {
    const batch = await file.value.next(ROWS_A_STEP);
    if (!batch.ok) return batch;
    for (const row of batch.value.rows) {
      const party = read(row);
      if (!party.ok) continue;
      counter.add(party.value.names.flatMap(({ text }) => readName(text)));
      counted += 1;
    }
    if (batch.value.done) break;
  }
  return ok(counter.counted(counted));
}
