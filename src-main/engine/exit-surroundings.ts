// Joins exit packages and drills to the engine: the open base, and keys that nobody keeps.

import { statSync } from 'node:fs';
import type { Random } from '@shared/core/clock';
import type { DrillDeps } from '../features/exports';
import { storedBlobs, storedBytes } from '../blobs';
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
});
