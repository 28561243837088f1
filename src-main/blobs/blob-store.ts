// Where sealed files lie in a base: `blobs/<first two digits>/<sha-256 of the sealed bytes>`. They never change under their name; what
// is still being written is called `blobs/incoming-….partial` and counts as nothing.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files';

export const blobsFolder = 'blobs';

const isName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
const incoming = /^incoming-.*\.partial$/;

/** Throws for anything but the name of a sealed file: no other path is ever made of it. */
export function blobPath(baseFolder: string, id: string): string {
  if (!isName(id)) throw new Error('not the name of a sealed file');
  return join(baseFolder, blobsFolder, id.slice(0, 2), id);
}

/** Bytes on the disk, or null when there is no such file. */
export const storedBytes = (baseFolder: string, id: string): number | null =>
  statSync(blobPath(baseFolder, id), { throwIfNoEntry: false })?.size ?? null;

/** For one writer at a time of one tag; what an earlier one left is overwritten. */
export function incomingPath(baseFolder: string, tag: string): string {
  const folder = join(baseFolder, blobsFolder);
  makeFolder(folder);
  return join(folder, `incoming-${tag}.partial`);
}

/** The folder of a sealed file, there and durable. */
export function shelfOf(baseFolder: string, id: string): string {
  const shelf = dirname(blobPath(baseFolder, id));
  makeFolder(shelf);
  return shelf;
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(dirname(folder));
}

/** Names of all sealed files, shelf by shelf. */
export function* storedBlobs(baseFolder: string): Iterable<string> {
  const root = join(baseFolder, blobsFolder);
  if (!existsSync(root)) return;
  for (const shelf of readdirSync(root, { withFileTypes: true })) {
    if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue;
    yield* readdirSync(join(root, shelf.name)).filter((name) => isName(name) && name.startsWith(shelf.name));
  }
}

/** Files that writers left when they were cut off. */
export function incomingFiles(baseFolder: string): string[] {
  const root = join(baseFolder, blobsFolder);
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => incoming.test(name))
    .map((name) => join(root, name));
}

export function removeBlob(baseFolder: string, id: string): void {
  rmSync(blobPath(baseFolder, id), { force: true });
}
