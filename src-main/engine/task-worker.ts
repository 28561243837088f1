// A thread that does one task of a job and ends.

import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { databaseErrorCode } from '../db';
import { fileErrorCode } from '../files';
import type { Sealing } from '../keys';
import type { TaskMessage } from './task-thread';
import { runTask } from './thread-tasks';

const Start = z.object({
  file: z.string(),
  key: z.instanceof(Uint8Array),
  sealing: z.custom<Sealing | undefined>(),
  task: z.string(),
  input: z.unknown(),
  cancelled: z.instanceof(Int32Array),
});

async function start(): Promise<void> {
  const { file, key, sealing, task, input, cancelled } = Start.parse(workerData);
  const send = (message: TaskMessage): void => parentPort?.postMessage(message);
  try {
    const reply = await runTask(task, input, {
      target: { file, key, sealing },
      progress: ({ done, total = null, note = null }) => send({ progress: { done, total, note } }),
      isCancelled: () => Atomics.load(cancelled, 0) !== 0,
    });
    send({ reply });
  } catch (error) {
    send({ failed: fileErrorCode(error) ?? databaseErrorCode(error) ?? describe(error) });
  } finally {
    key.fill(0);
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

void start();
