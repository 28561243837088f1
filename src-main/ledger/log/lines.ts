// The log of a base as lines of a file: keys first, then every entry in its order, each checkpoint right behind what it signs.

import type { CheckpointRow, ReadDb } from '../../db';
import { createSha256 } from '../../keys';
import { selectAccessFrom, selectCheckpointsFrom, selectSigners } from '../audit.sql';
import { selectOperationsFrom } from '../ledger.sql';
import { checkpointLine, endLine, hex, keyLine, logLine, operationLine, readingLine, type LogEnd } from './format';

/** Entries read in one go. */
const BATCH = 500;

export interface LogSource {
  readonly vaultId: string;
  /** ms UTC. */
  readonly madeAt: number;
}

/** Everything but the last line, in batches; each line without its line feed. */
export function* logLines(db: ReadDb, { vaultId, madeAt }: LogSource): Generator<readonly string[]> {
  yield [
    logLine(vaultId, madeAt),
    ...db.all(selectSigners({})).map((key) => keyLine(hex(key.public_key), key.user_id)),
  ];
  const reached = { operation: 0, access: 0 };
  for (const checkpoint of checkpointsOf(db)) {
    yield* operationsUpTo(db, reached, checkpoint.operation_seq);
    yield* readingsUpTo(db, reached, checkpoint.access_seq);
    yield [checkpointLine(checkpoint)];
  }
  yield* operationsUpTo(db, reached, Number.MAX_SAFE_INTEGER);
  yield* readingsUpTo(db, reached, Number.MAX_SAFE_INTEGER);
}

function* checkpointsOf(db: ReadDb): Generator<CheckpointRow> {
  for (let after = 0; ;) {
    const page = db.all(selectCheckpointsFrom({ after, limit: BATCH }));
    if (page.length === 0) return;
    yield* page;
    after = page.at(-1)!.seq;
  }
}

interface Reached {
  operation: number;
  access: number;
}

function* operationsUpTo(db: ReadDb, reached: Reached, last: number): Generator<readonly string[]> {
  while (reached.operation < last) {
    const limit = Math.min(BATCH, last - reached.operation);
    const page = db.all(selectOperationsFrom({ after: reached.operation, limit }));
    if (page.length === 0) return;
    reached.operation = page.at(-1)!.seq;
    yield page.map(operationLine);
  }
}

function* readingsUpTo(db: ReadDb, reached: Reached, last: number): Generator<readonly string[]> {
  while (reached.access < last) {
    const limit = Math.min(BATCH, last - reached.access);
    const page = db.all(selectAccessFrom({ after: reached.access, limit }));
    if (page.length === 0) return;
    reached.access = page.at(-1)!.seq;
    yield page.map(readingLine);
  }
}

/** Counts and hashes lines as they are written; `end` is the last one, once whoever exports has signed the hash. */
export function createLogSum() {
  const sum = { lines: 0, hash: createSha256() };
  return {
    add(lines: readonly string[]): string {
      const text = lines.map((line) => `${line}\n`).join('');
      sum.hash.update(Buffer.from(text));
      sum.lines += lines.length;
      return text;
    },
    lines: (): number => sum.lines,
    /** Once, after the last line. */
    end: (): Pick<LogEnd, 'lines' | 'hash'> => ({ lines: sum.lines, hash: sum.hash.digest() }),
  };
}

export const logEnd = (end: LogEnd): string => `${endLine(end)}\n`;
