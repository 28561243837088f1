// Looking at folders that may lie on a share or a stick, on a thread and for a limited time: one that does not answer must not stop
// everybody's work, and the others are told meanwhile.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { inspectBackup, type Manifest } from '../../backup';
import { inspectFolder } from '../../files';
import type { ThreadTarget, ThreadTask } from '../../jobs';
import { listSlots, neededCards } from '../../keys';
import { checkTarget, isFolder, sameDisk, type TargetError } from './target';

const LookInput = z.object({
  path: z.string(),
  baseFolder: z.string(),
  /** Bytes that a copy would take. */
  needed: z.number(),
  /** Names looked for inside. */
  names: z.array(z.string()),
});

export interface Place {
  readonly reachable: boolean;
  readonly freeBytes: number | null;
  readonly sameDisk: boolean;
  /** Why it takes no copy now; null when it does. */
  readonly refusal: TargetError | null;
  /** The names that are there. */
  readonly present: readonly string[];
}

export const lookInThread: ThreadTask<unknown, Place> = {
  name: 'backups.look',
  run(_, given) {
    const { path, baseFolder, needed, names } = LookInput.parse(given);
    const reachable = isFolder(path);
    const fits = checkTarget(path, { baseFolder, needed });
    return ok({
      reachable,
      freeBytes: reachable ? inspectFolder(path).freeBytes : null,
      sameDisk: sameDisk(path, baseFolder),
      refusal: fits.ok ? null : fits.error,
      present: names.filter((name) => existsSync(join(path, name))),
    });
  },
};

/** What a backup says of itself to anybody. */
export interface Inspected {
  readonly manifest: Manifest;
  readonly logins: readonly string[];
  readonly cardsNeeded: number | null;
}

const InspectInput = z.object({ path: z.string() });

export const inspectInThread: ThreadTask<unknown, Inspected> = {
  name: 'backups.inspect',
  run(_, given) {
    const { path } = InspectInput.parse(given);
    if (!isFolder(path)) return fail('backups.folder-missing', { target: path });
    const manifest = inspectBackup(path);
    if (!manifest.ok) return manifest;
    const slots = listSlots(path);
    return ok({
      manifest: manifest.value,
      logins: slots.ok ? slots.value.flatMap(({ login }) => (login === null ? [] : [login])) : [],
      cardsNeeded: slots.ok ? neededCards(slots.value) : null,
    });
  },
};

export interface Looking {
  readonly needed?: number;
  readonly names?: readonly string[];
}

export interface Places {
  look(path: string, looking?: Looking): Promise<Place>;
  inspect(path: string): Promise<Result<Inspected, Failure>>;
}

export interface PlacesDeps {
  readonly baseFolder: string;
  readonly onThread: (
    task: string,
    input: unknown,
    options: { target: ThreadTarget; signal: AbortSignal; onProgress: () => void },
  ) => Promise<Result<unknown, Failure>>;
  /** How long a place is waited for, ms. */
  readonly waitMs?: number;
}

/** A stick that spins up or a share that wakes takes a few seconds; one that takes longer is not there. */
const WAIT_MS = 5000;
const noDatabase: ThreadTarget = { file: '', key: new Uint8Array(0) };

export function createPlaces({ baseFolder, onThread, waitMs = WAIT_MS }: PlacesDeps): Places {
  /** Looks that never came back hold their thread: such a place is not asked again until they do. */
  const stuck = new Set<string>();
  async function ask<T>(task: string, input: { readonly path: string }): Promise<Result<T, Failure>> {
    const silent = fail('backups.folder-missing', { target: input.path });
    if (stuck.has(input.path)) return silent;
    const options = { target: noDatabase, signal: new AbortController().signal, onProgress: () => undefined };
    const answer = onThread(task, input, options).finally(() => stuck.delete(input.path));
    const timer: { handle?: NodeJS.Timeout } = {};
    const waited = new Promise<typeof silent>((resolve) => {
      timer.handle = setTimeout(() => {
        stuck.add(input.path);
        resolve(silent);
      }, waitMs);
    });
    try {
      return (await Promise.race([answer, waited])) as Result<T, Failure>;
    } finally {
      clearTimeout(timer.handle);
    }
  }
  return {
    async look(path, { needed = 0, names = [] } = {}) {
      const looked = await ask<Place>(lookInThread.name, { path, baseFolder, needed, names: [...names] } as {
        path: string;
      });
      return looked.ok ? looked.value : outOfReach(path);
    },
    inspect: (path) => ask<Inspected>(inspectInThread.name, { path }),
  };
}

const outOfReach = (path: string): Place => ({
  reachable: false,
  freeBytes: null,
  sameDisk: false,
  refusal: { code: 'backups.folder-missing', details: { target: path } },
  present: [],
});
