// What backups are called on a target: by base, moment and device; `.partial` until everything in them has been verified.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const suffix = '.diwan-backup';
const partial = '.partial';

export interface BackupOrigin {
  readonly vaultId: string;
  readonly deviceId: string;
}

/** `diwan-1a2b3c4d-20260506T071400Z-9f8e7d6c.diwan-backup`: sorts by time within a base. */
export function backupName({ vaultId, deviceId }: BackupOrigin, madeAt: number): string {
  const moment = new Date(madeAt).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  return `diwan-${vaultId.slice(0, 8)}-${moment}-${deviceTag(deviceId)}${suffix}`;
}

/** The end of an id is chance; its beginning is time, which devices of one office may share. */
const deviceTag = (deviceId: string): string => deviceId.slice(-8);

export const partialName = (name: string): string => `${name}${partial}`;

/** The folders of whole backups on a target, of any base. */
export const backupFoldersIn = (target: string): string[] =>
  readdirSync(target, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(suffix))
    .map((entry) => join(target, entry.name));

export const isBackupFolderName = (name: string): boolean => name.endsWith(suffix);

/** What this device left half-written on a target when it was cut off. Others' may still be being written. */
export function removeOwnPartials(target: string, { vaultId, deviceId }: BackupOrigin): void {
  const begin = `diwan-${vaultId.slice(0, 8)}-`;
  const end = `-${deviceTag(deviceId)}${suffix}${partial}`;
  for (const name of readdirSync(target))
    if (name.startsWith(begin) && name.endsWith(end)) rmSync(join(target, name), { recursive: true, force: true });
}

/** A backup is taken away under a name that no longer says it is whole. */
export const doomedName = (folder: string): string => `${folder}${partial}`;
