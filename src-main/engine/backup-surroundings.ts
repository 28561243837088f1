// Joins backups and the health report to the engine: the open base they copy, the copies they open on trial, and the restorer.

import { ok, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';
import { keyOfCopy, type Manifest } from '../backup';
import { pastKeys, type PastKey } from '../db';
import type { BackupBase, BackupDeps, Places, RehearsalDeps } from '../features/backups';
import type { HealthBase, HealthPaper } from '../features/health';
import { olderKeySince, selectRemovedIds } from '../features/keys';
import { databaseKey, listSlots, paperWays, wipeVault, type PaperWays } from '../keys';
import type { ThreadTarget } from '../jobs';
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
    openStaged(folder, manifest): Result<void, Failure> {
      const key = keyFor(base(), manifest);
      const secret = { dek: Buffer.from(key.subarray(0, 32)), dbSalt: Buffer.from(key.subarray(32)) };
      const opened = openStaged(around, folder, { ...base().unlocked, secret });
      key.fill(0);
      wipeVault(secret);
      if (!opened.ok) return opened;
      opened.value.close();
      return ok(undefined);
    },
    withTarget: ({ file, manifest }, use) => withKey({ file, key: keyFor(base(), manifest) }, use),
    withLive: (use) => withKey({ file: base().databaseFile, key: databaseKey(base().unlocked.secret) }, use),
    chance: () => Buffer.from(random.bytes(6)).readUIntBE(0, 6) / 2 ** 48,
  };
}

async function withKey<T>(target: ThreadTarget, use: (target: ThreadTarget) => Promise<T>): Promise<T> {
  try {
    return await use(target);
  } finally {
    target.key.fill(0);
  }
}

/** The caller overwrites it. Of a copy that none of the base's keys has sealed: the present one, which will say so. */
function keyFor({ unlocked, read }: Base, manifest: Manifest): Uint8Array {
  const present = databaseKey(unlocked.secret);
  const found = keyOfCopy(manifest, [present, ...pastKeys(read).map(({ key }) => key)]);
  if (found === null || found === present) return present;
  present.fill(0);
  return found;
}

/** The present key first. */
export function keysOf(base: Base | null): PastKey[] {
  if (base === null) return [];
  const { generation, secret } = base.unlocked;
  return [{ generation: generation + 1, key: databaseKey(secret) }, ...pastKeys(base.read)];
}

/** What a copy that takes its place has to be held against. */
export function keyHistoryOf(base: Base | null): ReturnType<RestorerDeps['present']> {
  if (base === null) return { removed: [], olderKey: false };
  const older = olderKeySince(base.read);
  const out = [...base.read.all(selectRemovedIds({})), ...(older?.returned ?? [])];
  return { removed: out.map(({ id }) => id), olderKey: older !== null };
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
