// A cache outside the clone, shared by all clones of a machine. Every entry is built aside and moved into place, so a broken
// or half-made entry can never be found.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of the cache: DIWAN_CACHE, or ~/.cache/diwan. */
export function cacheFolder() {
  return process.env.DIWAN_CACHE || join(homedir(), '.cache', 'diwan');
}

/** A short hash over texts and files, to name an entry after everything it was made from. */
export function nameOf(texts, files = []) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** The folder of entry `name`; when it is absent, `make(folder)` fills it first. */
export async function entry(name, make) {
  const place = join(cacheFolder(), name);
  if (existsSync(place)) return place;
  mkdirSync(cacheFolder(), { recursive: true });
  const aside = mkdtempSync(join(cacheFolder(), 'making-'));
  try {
    await make(aside);
    chmodSync(aside, 0o755); // what is made from it (packages, other users' clones) must be readable
    // Another process may have finished the same entry meanwhile: then its copy stands and ours goes.
    if (!existsSync(place)) renameSync(aside, place);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return place;
}
