// A thread that makes the rows of one import ready while the engine writes those before them. It has neither key nor database.

import { parentPort, workerData } from 'node:worker_threads';
import type { SourceRow } from '../import';
import { createRowPreparation, type PreparingPlan } from '../features/imports';

/** One text instead of thousands of objects: reading it back costs the engine half of what a structured clone does. */
function start(plan: PreparingPlan): void {
  const preparation = createRowPreparation(plan);
  parentPort?.on('message', (rows: readonly SourceRow[]) => void answer(rows));

  async function answer(rows: readonly SourceRow[]): Promise<void> {
    const prepare = await preparation;
    parentPort?.postMessage(JSON.stringify(rows.map(prepare)));
  }
}

start(workerData as PreparingPlan);
