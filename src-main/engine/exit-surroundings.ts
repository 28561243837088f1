// Joins exit packages and drills to the engine: the open base, and keys that nobody keeps.

import { statSync } from 'node:fs';
import type { Random } from '@shared/core/clock';
import type { Failure, Result } from '@shared/core/result';
import type { DrillDeps, ExportsDeps } from '../features/exports';
import { storedBlobs, storedBytes } from '../blobs';
import { paperWays } from '../keys';
import type { RunThreadTask } from '../jobs';
import type { Base } from './base';

interface Surroundings {
  readonly version: string;
  readonly random: Random;
  /** Throws when none is open. */
  readonly base: () => Base;
}

const KEY_BYTES = 48;

export const exitDeps = ({ version, random, base }: Surroundings): DrillDeps => ({
  version,
  baseFolder: () => base().folder,
  bytes() {
    const { folder, databaseFile } = base();
    const files = [...storedBlobs(folder)].reduce((sum, id) => sum + (storedBytes(folder, id) ?? 0), 0);
    return { rows: statSync(databaseFile).size, files };
  },
  freshKey: () => [...random.bytes(KEY_BYTES)],
  packageKeys: new Map(),
  passphrases: new Map(),
});

interface Asked {
  readonly base: () => Base;
  readonly resolveFile: ExportsDeps['resolveFile'];
  readonly runTask: RunThreadTask;
}

export const exportsDeps = (
  { base, resolveFile, runTask }: Asked,
  { packageKeys, passphrases }: Pick<DrillDeps, 'packageKeys' | 'passphrases'>,
): ExportsDeps => ({
  baseFolder: () => base().folder,
  resolveFile,
  packageKeys,
  locks: {
    passphrases,
    escrows() {
      const ways = paperWays(base().folder);
      return ways.ok ? ways.value.escrows : [];
    },
  },
  onThread: async <Output>(task: string, input: unknown) =>
    (await runTask(task, input, { signal: new AbortController().signal, onProgress: () => undefined })) as Result<
      Output,
      Failure
    >,
});
