// A base's database read as a thief with its key would: every page deciphered, free space and all.
import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 4096;
/** Initialisation vector and seal at the end of each page. */
const RESERVED = 80;
const SALT = 16;
const WAL_HEAD = 32;
const FRAME_HEAD = 24;

/** `key`: the 32 bytes of the data key. */
export function plainPages(file: string, key: Uint8Array): Buffer {
  const sealed = readFileSync(file);
  const pages: Buffer[] = [];
  for (let at = 0; at + PAGE <= sealed.length; at += PAGE)
    pages.push(opened(sealed.subarray(at, at + PAGE), key, at === 0));
  return Buffer.concat(pages);
}

/** Every frame of the log, those that are over among them. */
export function plainLog(file: string, key: Uint8Array): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const sealed = readFileSync(file);
  const pages: Buffer[] = [];
  for (let at = WAL_HEAD; at + FRAME_HEAD + PAGE <= sealed.length; at += FRAME_HEAD + PAGE) {
    const number = sealed.readUInt32BE(at);
    pages.push(opened(sealed.subarray(at + FRAME_HEAD, at + FRAME_HEAD + PAGE), key, number === 1));
  }
  return Buffer.concat(pages);
}

function opened(page: Buffer, key: Uint8Array, isFirst: boolean): Buffer {
  const from = isFirst ? SALT : 0;
  const end = PAGE - RESERVED;
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16)).setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(from, end)), decipher.final()]);
}

/** Every file below a folder as it lies there. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : statSync(path).isFile() ? [path] : [];
  });
}
