// The engine's helper threads for one open base: one or two readers and the checkpointer. They end with the base.

import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fail } from '@shared/core/result';
import type { Actor } from '../access';
import { databaseKey, type Sealing } from '../keys';
import type { Base } from './base';
import type { LongQuery, Reply } from './door';

export interface Threads {
  readonly longQuery: LongQuery;
  /** After the office has sealed a field. */
  tellSealing(): void;
  /** Asks for a checkpoint soon; many requests become one. */
  requestCheckpoint(): void;
  close(): Promise<void>;
}

/** The second is started when the first is busy: each takes 10 MB. */
const READERS = 2;
const CHECKPOINT_DELAY_MS = 250;

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

export function startThreads(base: Pick<Base, 'unlocked' | 'databaseFile'>, scriptsFolder: string): Threads {
  const script = join(scriptsFolder, 'reader.cjs');
  const spawn = (role: 'reader' | 'checkpointer'): Worker => {
    const key = Uint8Array.from(databaseKey(base.unlocked.secret));
    return new Worker(script, {
      workerData: { role, file: base.databaseFile, key, sealing: base.unlocked.sealing },
      transferList: [key.buffer],
    });
  };
  const readers = [createReader(spawn('reader'))];
  const checkpointer = spawn('checkpointer');
  checkpointer.on('error', (error) => process.stderr.write(`checkpointer: ${error.message}\n`));
  checkpointer.unref();
  const timer: { handle: NodeJS.Timeout | null } = { handle: null };
  return {
    longQuery(op, input, actor) {
      if (actor.userId === null) return undefined;
      const alive = readers.filter((reader) => reader.alive());
      const [idlest] = alive.toSorted((a, b) => a.waiting() - b.waiting());
      if (idlest !== undefined && (idlest.waiting() === 0 || alive.length >= READERS))
        return idlest.ask(op, input, actor);
      const another = createReader(spawn('reader'));
      readers.push(another);
      return another.ask(op, input, actor);
    },
    tellSealing: () => readers.forEach((reader) => reader.tell({ sealing: base.unlocked.sealing })),
    requestCheckpoint() {
      timer.handle ??= setTimeout(() => {
        timer.handle = null;
        checkpointer.postMessage('checkpoint');
      }, CHECKPOINT_DELAY_MS).unref();
    },
    async close() {
      if (timer.handle !== null) clearTimeout(timer.handle);
      await Promise.all([...readers.map((reader) => reader.end()), checkpointer.terminate()]);
    },
  };
}

/** An idle thread must not keep the command line from ending; one with a question to answer must. */
function createReader(worker: Worker) {
  const pending = new Map<number, Waiting>();
  const state = { next: 1, alive: true };
  const die = (error: Error): void => {
    state.alive = false;
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
  };
  worker.on('message', ({ id, reply, failed }: { id: number; reply?: Reply; failed?: string }) => {
    const waiting = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) worker.unref();
    if (reply !== undefined) waiting?.resolve(reply);
    else if (failed?.startsWith('db.') === true) waiting?.resolve(fail(failed));
    else waiting?.reject(Object.assign(new Error(`reader: ${failed}`), { code: failed }));
  });
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the reader thread ended')));
  worker.unref();
  return {
    alive: () => state.alive,
    waiting: () => pending.size,
    ask(op: string, input: unknown, actor: Actor): Promise<Reply> {
      const id = state.next++;
      return new Promise<Reply>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, op, input, userId: actor.userId ?? '' });
      });
    },
    tell: (message: { readonly sealing: Sealing }) => worker.postMessage(message),
    end: () => worker.terminate(),
  };
}
