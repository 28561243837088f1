// A thread with a database connection of its own: a reader that answers long queries, or the checkpointer that moves
// committed pages out of the log while the writer goes on.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { checkpoint, databaseErrorCode, openDatabase, type Database } from '../db';
import type { Sealing } from '../keys';
import { queryServices } from './query-services';
import { answerQuery, createReader } from './reading';
import { registerQueries } from './registry';

const Start = z.object({
  role: z.enum(['reader', 'checkpointer']),
  file: z.string(),
  key: z.instanceof(Uint8Array),
  sealing: z.custom<Sealing>(),
});
/** The office has sealed a field, or another key. */
const Sealed = z.object({ sealing: z.custom<Sealing>() });
const Request = z.object({
  id: z.number(),
  op: z.string(),
  input: z.unknown(),
  userId: z.string(),
});

function start(): void {
  const { role, file, key, sealing } = Start.parse(workerData);
  const opened = openDatabase({ file, key, mode: role === 'reader' ? 'scanner' : 'writer', sealing });
  key.fill(0);
  if (!opened.ok) throw new Error(`the ${role} thread cannot open the base: ${opened.error.code}`);
  const database = opened.value;
  if (role === 'checkpointer') {
    parentPort?.on('message', () => tryCheckpoint(database));
    return;
  }
  const reader = createReader(database);
  const operations = registerQueries(queryServices());
  parentPort?.on('message', (message: unknown) => {
    const sealed = Sealed.safeParse(message);
    if (sealed.success) return void Object.assign(sealing, sealed.data.sealing);
    const { id, ...request } = Request.parse(message);
    const answer = answerQuery(operations, reader, { ...request, input: request.input, clock: Date });
    answer.then(
      (reply) => parentPort?.postMessage({ id, reply }),
      (error: unknown) => parentPort?.postMessage({ id, failed: databaseErrorCode(error) ?? describe(error) }),
    );
  });
}

/** A disk that is full now may have room at the next request; until then the log keeps what is committed. */
function tryCheckpoint(database: Database): void {
  try {
    checkpoint(database, 'passive');
  } catch (error) {
    if (databaseErrorCode(error) === null) throw error;
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

start();
