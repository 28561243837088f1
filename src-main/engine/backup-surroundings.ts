// Joins backups and the health report to the engine: the open base they copy, the copies they open on trial, and the restorer.

import { ok, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';
import type { BackupBase, BackupDeps, Places, RehearsalDeps } from '../features/backups';
import type { HealthBase, HealthPaper } from '../features/health';
import { databaseKey, listSlots, paperWays, type PaperWays } from '../keys';
import type { Base } from './base';
import { openStaged, type RestorerDeps } from './restorer';

interface Surroundings extends Pick<RestorerDeps, 'clock' | 'ids' | 'projections'> {
  readonly version: string;
  readonly places: Places;
  readonly random: Random;
  /** Throws when none is open. */
  readonly base: () => Base;
}

export function backupDeps(around: Surroundings): BackupDeps & RehearsalDeps {
  const { base, places, random, version } = around;
  return {
    appVersion: version,
    places,
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

export const backupBaseOf = ({ folder, databaseFile, unlocked, deviceId, unitOfWork }: Base): BackupBase => ({
  folder,
  databaseFile,
  vaultId: unlocked.vaultId,
  deviceId,
  sign: () => unitOfWork.checkpoint('backup'),
});

const noPaper: HealthPaper = { hasCode: false, codeOpensWithTools: false, finishedSets: 0, unfinishedSets: 0 };

function paperOf({ code, cards }: PaperWays): HealthPaper {
  const finishedSets = cards.filter(({ left }) => left.length === 0).length;
  return {
    hasCode: code !== null,
    codeOpensWithTools: code?.standardTools ?? false,
    finishedSets,
    unfinishedSets: cards.length - finishedSets,
  };
}

export function healthBaseOf({ folder, databaseFile, unlocked }: Base): HealthBase {
  const slots = listSlots(folder);
  const ways = paperWays(folder);
  return {
    folder,
    databaseFile,
    paper: ways.ok ? paperOf(ways.value) : noPaper,
    logins: slots.ok ? slots.value.flatMap(({ login }) => (login === null ? [] : [login])) : [],
    keyringAltered: unlocked.keyringAltered,
  };
}
