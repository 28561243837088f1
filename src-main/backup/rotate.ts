// Takes away the backups of one base that a target's rotation no longer keeps. Only whole, sealed ones count as verified.

import { renameSync, rmSync } from 'node:fs';
import { rotatedOut, type Rotation } from '@shared/features/backups/rotation';
import { inspectBackup } from './check-backup';
import { backupFoldersIn, doomedName } from './folder-names';
import { keyOfCopy } from './manifest';

/** The base that copies were made of. */
export interface BaseOfCopies {
  readonly vaultId: string;
  /** 48 raw bytes each, data key and then salt: the present one, and those it was under before. */
  readonly keys: readonly Uint8Array[];
}

export interface FoundBackup {
  readonly folder: string;
  readonly madeAt: number;
  readonly isVerified: boolean;
}

/** The backups of one base on a target. One with a false seal, or not as large as it should be, counts as not verified. */
export function backupsOf(target: string, { vaultId, keys }: BaseOfCopies): FoundBackup[] {
  return backupFoldersIn(target).flatMap((folder) => {
    const manifest = inspectBackup(folder);
    if (!manifest.ok || manifest.value.vaultId !== vaultId) return [];
    return [{ folder, madeAt: manifest.value.madeAt, isVerified: keyOfCopy(manifest.value, keys) !== null }];
  });
}

/** Answers the folders that are gone. Cut off in the middle, it leaves a `.partial`, never half a backup under a whole one's name. */
export function rotate(target: string, base: BaseOfCopies, rotation: Rotation): string[] {
  return rotatedOut(backupsOf(target, base), rotation).map(({ folder }) => {
    const doomed = doomedName(folder);
    renameSync(folder, doomed);
    rmSync(doomed, { recursive: true, force: true });
    return folder;
  });
}
