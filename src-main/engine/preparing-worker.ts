// A thread that makes the rows of one import ready while the engine writes those before them, and recognises who is there already:
// for that it has a connection of its own, which cannot write.

import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase, readConnection } from '../db';
import { createRowPreparation } from '../features/imports';
import type { PreparingStart, PreparingTask } from './preparing-thread';

/** One text instead of thousands of objects: reading it back costs the engine half of what a structured clone does. */
function start({ plan, file, key, sealing }: PreparingStart): void {
  const opened = openDatabase({ file, key, mode: 'reader', sealing });
  key.fill(0);
  if (!opened.ok) throw new Error(`the preparing thread cannot open the base: ${opened.error.code}`);
  const preparation = createRowPreparation(plan, readConnection(opened.value));
  parentPort?.on('message', (task: PreparingTask) => void answer(task));

  async function answer({ rows, told }: PreparingTask): Promise<void> {
    const prepared = (await preparation)(rows, told);
    parentPort?.postMessage(JSON.stringify(prepared));
  }
}

start(workerData as PreparingStart);
