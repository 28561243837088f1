// The health report: backups, trial restores, the check of the base, the disk, failed work, ways back in.

import { statSync } from 'node:fs';
import { healthLevels, type HealthFinding, type healthContract } from '@shared/features/health/health.contract';
import { ok } from '@shared/core/result';
import type { Handlers, QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { inspectFolder } from '../../files';
import { leftSince, olderKeySince } from '../keys';
import { foldLogin } from '../../keys';
import type { Places } from '../backups';
import * as statements from './health.sql';

/** The ways in by paper. */
export interface HealthPaper {
  readonly hasCode: boolean;
  /** The code opens the data with the stock tools too. */
  readonly codeOpensWithTools: boolean;
  readonly finishedSets: number;
  readonly unfinishedSets: number;
}

/** The open base as the report needs it. */
export interface HealthBase {
  readonly folder: string;
  readonly databaseFile: string;
  readonly paper: HealthPaper;
  /** Logins that have a key. */
  readonly logins: readonly string[];
  readonly keyringAltered: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MEGABYTE = 1_000_000;

interface HealthDeps {
  readonly base: () => HealthBase;
  readonly places: Places;
}

export function createHealthService({ base, places }: HealthDeps): Handlers<typeof healthContract> {
  return {
    async report({ db, clock }: QueryContext) {
      const found = findingsOf(db, base(), clock.now());
      const targets = await targetFindings(db, places);
      const findings = [...found, ...targets].toSorted(
        (a, b) => healthLevels.indexOf(b.level) - healthLevels.indexOf(a.level),
      );
      return ok({ findings, worst: findings[0]?.level ?? 'good' });
    },
  };
}

const finding = (
  code: string,
  level: HealthFinding['level'],
  { at = null, count = null, remedy = null }: Partial<Omit<HealthFinding, 'code' | 'level'>> = {},
): HealthFinding => ({ code, level, at, count, remedy });

const findingsOf = (db: ReadDb, base: HealthBase, now: number): HealthFinding[] => [
  backupFinding(db, now),
  rehearsalFinding(db, now),
  exitFinding(db, now),
  checkFinding(db, now),
  diskFinding(base),
  ...placeFindings(base),
  jobsFinding(db),
  ...paperFindings(db, base.paper, now),
  ...usersWithoutKey(db, base.logins),
  ...(base.keyringAltered ? [finding('keyring.altered', 'danger', { remedy: 'show-users' })] : []),
  ...leftFindings(db),
  administratorsFinding(db),
];

function backupFinding(db: ReadDb, now: number): HealthFinding {
  const at = db.first(statements.newestBackup({}))?.verified_at;
  const hasTarget = db.all(statements.targets({})).length > 0;
  const remedy = hasTarget ? 'make-backup' : 'add-target';
  if (at === undefined) return finding('backup.none', 'danger', { remedy });
  if (now - at > 7 * DAY) return finding('backup.very-old', 'danger', { at, remedy });
  if (now - at > DAY) return finding('backup.old', 'attention', { at, remedy });
  return finding('backup.good', 'good', { at });
}

/** One disk that fails takes base and backups with it. */
async function targetFindings(db: ReadDb, places: Places): Promise<HealthFinding[]> {
  const paths = db.all(statements.targets({}));
  const looked = await Promise.all(paths.map(({ path }) => places.look(path)));
  if (looked.length === 0 || looked.some(({ sameDisk }) => !sameDisk)) return [];
  return [finding('backup.same-disk', 'attention', { remedy: 'add-target' })];
}

function paperFindings(db: ReadDb, paper: HealthPaper, now: number): HealthFinding[] {
  const { hasCode, codeOpensWithTools, finishedSets, unfinishedSets } = paper;
  const used = db.first(statements.cardsUsed({}))?.at;
  const isAlone = (db.first(statements.administrators({}))?.count ?? 0) < 2;
  return [
    hasCode || finishedSets > 0
      ? finding('recovery.good', 'good')
      : finding('recovery.none', 'danger', { remedy: 'renew-code' }),
    ...(hasCode && !codeOpensWithTools ? [finding('recovery.no-tools', 'attention', { remedy: 'renew-code' })] : []),
    ...(unfinishedSets > 0 ? [finding('cards.unfinished', 'attention', { remedy: 'finish-cards' })] : []),
    ...(finishedSets > 0 ? [finding('cards.good', 'good')] : []),
    // Where one person holds every key, nobody else gets in without cards.
    ...(finishedSets + unfinishedSets === 0 && isAlone
      ? [finding('cards.none', 'attention', { remedy: 'make-cards' })]
      : []),
    ...(used !== undefined && now - used < 31 * DAY ? [finding('cards.used', 'attention', { at: used })] : []),
  ];
}

/** A person of the office whose key was lost with the key file: only an administrator lets them in again. */
function usersWithoutKey(db: ReadDb, logins: readonly string[]): HealthFinding[] {
  const known = new Set(logins.map(foldLogin));
  const count = db.all(statements.activeLogins({})).filter(({ login }) => !known.has(foldLogin(login))).length;
  return count === 0 ? [] : [finding('users.no-key', 'danger', { count, remedy: 'show-users' })];
}

/** Whoever left may have kept a copy, which is under the key of the present base. */
function leftFindings(db: ReadDb): HealthFinding[] {
  const count = leftSince(db).length;
  const older = olderKeySince(db);
  return [
    ...(count === 0 ? [] : [finding('key.left', 'attention', { count, remedy: 'change-key' })]),
    ...(older === null
      ? []
      : [finding('key.older', 'danger', { at: older.at, count: older.returned.length, remedy: 'change-key' })]),
  ];
}

function rehearsalFinding(db: ReadDb, now: number): HealthFinding {
  const last = db.first(statements.newestRehearsal({}));
  const remedy = db.first(statements.newestBackup({})) === undefined ? null : 'rehearse';
  if (last === undefined) return finding('rehearsal.none', 'attention', { remedy });
  const at = last.finished_at;
  if (last.sound === 0) return finding('rehearsal.failed', 'danger', { at, remedy });
  return now - at > 31 * DAY
    ? finding('rehearsal.old', 'attention', { at, remedy })
    : finding('rehearsal.good', 'good', { at });
}

/** Once a month, and a few days of grace. */
const DRILL_DAYS = 35;

function exitFinding(db: ReadDb, now: number): HealthFinding {
  const last = db.first(statements.newestDrill({}));
  const remedy = 'exit-drill';
  if (last === undefined) return finding('exit.none', 'attention', { remedy });
  const at = last.finished_at;
  if (last.sound === 0) return finding('exit.failed', 'danger', { at, remedy });
  return now - at > DRILL_DAYS * DAY
    ? finding('exit.old', 'attention', { at, remedy })
    : finding('exit.good', 'good', { at });
}

function checkFinding(db: ReadDb, now: number): HealthFinding {
  const last = db.first(statements.newestCheck({}));
  if (last === undefined) return finding('check.none', 'attention', { remedy: 'check' });
  const at = last.finished_at;
  if (last.sound === 0) return finding('check.unsound', 'danger', { at, remedy: 'check' });
  return now - at > 15 * DAY
    ? finding('check.old', 'attention', { at, remedy: 'check' })
    : finding('check.good', 'good', { at });
}

/** Room for the base to grow, for a trial restore and for the log. */
function diskFinding({ folder, databaseFile }: HealthBase): HealthFinding {
  const { freeBytes } = inspectFolder(folder);
  if (freeBytes === null) return finding('disk.unknown', 'attention');
  const count = Math.floor(freeBytes / MEGABYTE);
  if (freeBytes < 200 * MEGABYTE) return finding('disk.full', 'danger', { count });
  const wanted = Math.max(2000 * MEGABYTE, 3 * statSync(databaseFile).size);
  return freeBytes < wanted ? finding('disk.low', 'attention', { count }) : finding('disk.good', 'good', { count });
}

function placeFindings({ folder }: HealthBase): HealthFinding[] {
  const { kind } = inspectFolder(folder);
  if (kind === 'network') return [finding('place.network', 'danger')];
  return kind === 'sync-folder' ? [finding('place.sync-folder', 'danger')] : [];
}

function jobsFinding(db: ReadDb): HealthFinding {
  const count = db.first(statements.failedJobs({}))?.count ?? 0;
  return count === 0
    ? finding('jobs.good', 'good')
    : finding('jobs.failed', 'attention', { count, remedy: 'show-jobs' });
}

function administratorsFinding(db: ReadDb): HealthFinding {
  const count = db.first(statements.administrators({}))?.count ?? 0;
  return count > 1
    ? finding('administrators.good', 'good', { count })
    : finding('administrators.one', 'attention', { remedy: 'show-users' });
}
