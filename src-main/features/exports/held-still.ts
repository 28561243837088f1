// One state of the base for as long as a package or a list is written, while everybody goes on working.

import { fail, type Failure, type Result } from '@shared/core/result';
import { dressed, scopeFor, systemActor, type Actor, type ActorRef } from '../../access';
import { holdStill, openDatabase, readConnection, type ReadDb } from '../../db';
import { actorOf } from '../policy';
import type { TaskThread } from '../../jobs';

/** A thread that sees the base as whoever asked does, and nobody whom they may not take out. */
export interface StillThread extends TaskThread {
  readonly actor: Actor;
}

interface Asker {
  readonly as: ActorRef;
  /** ms UTC. */
  readonly at: number;
}

/**
 * Gives `work` a thread whose connection sees the base as it was at its first statement. The log of the base cannot be emptied until
 * then: it grows by what others write meanwhile, and shrinks again afterwards.
 */
export async function heldStill<T>(
  thread: TaskThread,
  asker: Asker,
  work: (still: StillThread) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const opened = openDatabase({ file: thread.databaseFile, key: thread.key, mode: 'reader', sealing: thread.sealing });
  if (!opened.ok)
    throw Object.assign(new Error(`an export cannot open the base: ${opened.error.code}`), {
      code: opened.error.code,
    });
  const actor = actorIn(readConnection(opened.value), asker);
  if (actor === null) {
    opened.value.close();
    return fail('exports.forbidden-list');
  }
  const still: StillThread = {
    actor,
    db: dressed(opened.value, actor, scopeFor(actor, 'exports.run')),
    databaseFile: thread.databaseFile,
    key: thread.key,
    sealing: thread.sealing,
    progress: (progress) => thread.progress(progress),
    isCancelled: () => thread.isCancelled(),
  };
  try {
    return await holdStill(opened.value, () => work(still));
  } finally {
    opened.value.close();
  }
}

const actorIn = (db: ReadDb, { as, at }: Asker): Actor | null =>
  'system' in as ? systemActor(as.system, as.granted) : actorOf(db, as.userId, at);

/** Between batches: an engine that has no threads answers meanwhile. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
