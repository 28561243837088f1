// A base's database read as a thief with its key would: every page deciphered, free space and all.
import { createDecipheriv } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deriveSubjectKeysKey } from '../../src-main/keys';

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

/** Where any of the texts can be read by whoever has the key: pages, logs, keys, and every file of the folder as it lies. */
export function readableIn(folder: string, key: Buffer, texts: readonly string[]): string[] {
  const found: string[] = [];
  const look = (where: string, bytes: Buffer): void => {
    for (const text of texts) if (bytes.includes(Buffer.from(text))) found.push(`${where}: ${text}`);
  };
  const data = key.subarray(0, 32);
  const ofKeys = Buffer.from(deriveSubjectKeysKey(key)).subarray(0, 32);
  for (const path of filesBelow(folder)) {
    const name = path.slice(folder.length + 1);
    look(`${name} as it lies`, readFileSync(path));
    const secret = /keys\.db/.test(name) ? ofKeys : data;
    if (name.endsWith('.db')) look(name, plainPages(path, secret));
    if (name.endsWith('.db-wal')) look(name, plainLog(path, secret));
  }
  return found;
}
