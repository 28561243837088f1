// What a disk may hold when the power goes: everything that was synced, and of the rest any part, whole, torn or not at all.

import type { DiskRequest } from './disk-trace';

const SECTOR = 512;

/** A number from 0 up to 1. */
export type Chance = () => number;

/**
 * The files of a folder after the power went when `requests` had been made. Data that no sync covers may be there, be torn at a sector or
 * be missing, each by itself; names change in order, as journals of file systems keep them, up to any point after the last synced one.
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

function namesAfter(start: readonly string[], requests: readonly DiskRequest[], chance: Chance): Map<string, number> {
  const changes = requests.flatMap((request, at) => (isOfNames(request) ? [{ request, at }] : []));
  const synced = requests.reduce(
    (most, { kind, ...rest }) => (kind === 'sync-names' ? (rest as { began: number }).began : most),
    0,
  );
  const sure = changes.filter(({ at }) => at < synced).length;
  const kept = sure + Math.floor(chance() * (changes.length - sure + 1));
  const names = new Map(start.map((name, file) => [name, file]));
  for (const { request } of changes.slice(0, kept)) {
    if (request.kind === 'name') names.set(request.name, request.file);
    if (request.kind === 'remove') names.delete(request.name);
    if (request.kind !== 'rename') continue;
    names.set(request.to, names.get(request.from)!);
    names.delete(request.from);
  }
  return names;
}

const isOfNames = ({ kind }: DiskRequest): boolean => kind === 'name' || kind === 'rename' || kind === 'remove';

function contentsAfter(
  start: readonly Buffer[],
  requests: readonly DiskRequest[],
  chance: Chance,
): Map<number, Buffer> {
  const synced = new Map<number, number>();
  for (const request of requests) if (request.kind === 'sync') synced.set(request.file, request.began);
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
