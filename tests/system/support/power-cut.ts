// What a disk may hold when the power goes: everything that was synced, and of the rest any part, whole, torn or not at all.

import type { DiskRequest } from './disk-trace';

const SECTOR = 512;

/** A number from 0 up to 1. */
export type Chance = () => number;

/**
 * The files of a base's folder after the power went when `requests` had been made. Data that no sync covers may be there, be torn at a sector
 * or be missing, each by itself; the names in each folder change in order, as journals of file systems keep them, up to any point after
 * the last synced one. What lies in a folder whose own name is gone is gone with it.
 */
export function afterPowerCut(
  start: ReadonlyMap<string, Buffer>,
  requests: readonly DiskRequest[],
  chance: Chance,
): Map<string, Buffer> {
  const names = namesAfter([...start.keys()], requests, chance);
  const files = contentsAfter([...start.values()], requests, chance);
  return new Map([...names].map(([name, file]) => [name, files.get(file) ?? Buffer.alloc(0)]));
}

/** Of two syncs at once the one that began first may end last: it takes nothing back of what the other covered. */
function reach<Key>(synced: Map<Key, number>, key: Key, began: number): void {
  synced.set(key, Math.max(synced.get(key) ?? 0, began));
}

type OfNames = Extract<DiskRequest, { kind: 'name' | 'folder' | 'rename' | 'remove' }>;
type Meaning = number | 'folder' | null;
/** What names of one folder mean from then on, all at once: a file, a folder, or nothing any more (null). */
type Change = { readonly at: number; readonly folder: string; readonly sets: readonly (readonly [string, Meaning])[] };

function namesAfter(start: readonly string[], requests: readonly DiskRequest[], chance: Chance): Map<string, number> {
  const synced = new Map<string, number>();
  for (const request of requests) if (request.kind === 'sync-names') reach(synced, request.folder, request.began);
  const names = new Map<string, Meaning>(start.map((name, file) => [name, file]));
  const all = changesOf(start, requests);
  for (const folder of new Set(all.map((change) => change.folder))) {
    const changes = all.filter((change) => change.folder === folder);
    const sure = changes.filter(({ at }) => at < (synced.get(folder) ?? 0)).length;
    const kept = sure + Math.floor(chance() * (changes.length - sure + 1));
    for (const { sets } of changes.slice(0, kept)) for (const [name, means] of sets) names.set(name, means);
  }
  const isReachable = (name: string): boolean =>
    !name.includes('/') || (names.get(folderOf(name)) === 'folder' && isReachable(folderOf(name)));
  return new Map(
    [...names].flatMap(([name, file]) => (typeof file === 'number' && isReachable(name) ? [[name, file]] : [])),
  );
}

function changesOf(start: readonly string[], requests: readonly DiskRequest[]): Change[] {
  const now = new Map<string, number>(start.map((name, file) => [name, file]));
  return requests.flatMap((request, at): Change[] => {
    if (!isOfNames(request)) return [];
    if (request.kind === 'rename') return renamed(now, request, at);
    const means = request.kind === 'name' ? request.file : request.kind === 'folder' ? 'folder' : null;
    if (typeof means === 'number') now.set(request.name, means);
    else now.delete(request.name);
    return [{ at, folder: folderOf(request.name), sets: [[request.name, means]] }];
  });
}

/** Between two folders a name may be in both or in neither for a moment: a crueller disk than most. */
function renamed(now: Map<string, number>, { from, to }: { from: string; to: string }, at: number): Change[] {
  const file = now.get(from)!;
  now.delete(from);
  now.set(to, file);
  const folders = [...new Set([folderOf(to), folderOf(from)])];
  const sets: readonly (readonly [string, Meaning])[] = [
    [from, null],
    [to, file],
  ];
  return folders.map((folder) => ({ at, folder, sets: sets.filter(([name]) => folderOf(name) === folder) }));
}

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

const isOfNames = (request: DiskRequest): request is OfNames =>
  request.kind === 'name' || request.kind === 'folder' || request.kind === 'rename' || request.kind === 'remove';

function contentsAfter(
  start: readonly Buffer[],
  requests: readonly DiskRequest[],
  chance: Chance,
): Map<number, Buffer> {
  const synced = new Map<number, number>();
  for (const request of requests) if (request.kind === 'sync') reach(synced, request.file, request.began);
  const files = new Map(start.map((bytes, file) => [file, new Content(bytes)]));
  requests.forEach((request, at) => {
    if (request.kind !== 'write' && request.kind !== 'cut') return;
    const { file } = request;
    const content = files.get(file) ?? new Content(Buffer.alloc(0));
    files.set(file, content);
    const isSure = at < (synced.get(file) ?? 0);
    if (request.kind === 'write')
      content.write(isSure ? request.bytes : survivingPart(request.bytes, chance), request.at);
    else if (isSure || chance() < 0.5) content.cut(request.size);
  });
  return new Map([...files].map(([file, content]) => [file, content.bytes()]));
}

/** Half of what is not synced is there, a quarter missing, a quarter torn. */
function survivingPart(bytes: Buffer, chance: Chance): Buffer {
  const luck = chance();
  if (luck < 0.5) return bytes;
  if (luck < 0.75) return Buffer.alloc(0);
  return bytes.subarray(0, Math.floor((chance() * bytes.length) / SECTOR) * SECTOR);
}

/** The bytes of a file, with room to grow. */
class Content {
  #room: Buffer;
  #size: number;

  constructor(bytes: Buffer) {
    this.#room = Buffer.from(bytes);
    this.#size = bytes.length;
  }

  write(bytes: Buffer, at: number): void {
    if (bytes.length === 0) return;
    this.cut(Math.max(this.#size, at + bytes.length));
    bytes.copy(this.#room, at);
  }

  /** To `size` bytes, filled up with zeros. */
  cut(size: number): void {
    if (size > this.#room.length) this.#room = Buffer.concat([this.#room], size * 2);
    if (size < this.#size) this.#room.fill(0, size, this.#size);
    this.#size = size;
  }

  bytes(): Buffer {
    return this.#room.subarray(0, this.#size);
  }
}
