// Joins backups and the health report to the engine: the open base they copy, the copies they open on trial, and the restorer.

import { ok, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';
import type { BackupBase, BackupDeps, RehearsalDeps } from '../features/backups';
import type { HealthBase } from '../features/health';
import { databaseKey, listSlots } from '../keys';
import type { Base } from './base';
import { openStaged, type RestorerDeps } from './restorer';

interface Surroundings extends Pick<RestorerDeps, 'clock' | 'ids' | 'projections'> {
  readonly version: string;
  readonly random: Random;
  /** Throws when none is open. */
  readonly base: () => Base;
}

export function backupDeps(around: Surroundings): BackupDeps & RehearsalDeps {
  const { base, random, version } = around;
  return {
    appVersion: version,
    base: () => backupBaseOf(base()),
    openStaged(folder): Result<void, Failure> {
      const opened = openStaged(around, folder, base().unlocked);
      if (!opened.ok) return opened;
      opened.value.close();
      return ok(undefined);
    },
    async withTarget(file, use) {
      const key = databaseKey(base().unlocked.secret);
      try {
        return await use({ file, key });
      } finally {
        key.fill(0);
      }
    },
    chance: () => Buffer.from(random.bytes(6)).readUIntBE(0, 6) / 2 ** 48,
  };
}

export const backupBaseOf = ({ folder, databaseFile, unlocked, deviceId }: Base): BackupBase => ({
  folder,
  databaseFile,
  vaultId: unlocked.vaultId,
  deviceId,
});

export function healthBaseOf({ folder, databaseFile, unlocked }: Base): HealthBase {
  const slots = listSlots(folder);
  const recoveryWays = slots.ok ? slots.value.filter(({ type }) => type !== 'user').length : 0;
  return { folder, databaseFile, recoveryWays, keyringAltered: unlocked.keyringAltered };
}
