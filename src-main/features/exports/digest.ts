// By what a file that was written here is known again: its SHA-256; of a folder, that of the list of its files as `sha256sum` writes it.

import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { fail, ok } from '@shared/core/result';
import { fileErrorCode } from '../../files';
import type { ThreadTask } from '../../jobs';
import { createSha256 } from '../../keys';

/** 64 hex digits. Throws the system's error. */
export async function digestOf(path: string): Promise<string> {
  if (!statSync(path).isDirectory()) return sumOf(path);
  const sum = createSha256();
  for (const file of filesIn(path)) sum.update(Buffer.from(`${await sumOf(join(path, file))}  ${file}\n`));
  return sum.digest();
}

async function sumOf(path: string): Promise<string> {
  const sum = createSha256();
  for await (const piece of createReadStream(path)) sum.update(piece as Buffer);
  return sum.digest();
}

/** Under `/`, sorted by code units: the same on every system. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted((a, b) => (a < b ? -1 : 1));

export const digestInThread: ThreadTask<unknown, string> = {
  name: 'exports.digest',
  async run(_thread, given) {
    const { path } = z.object({ path: z.string() }).parse(given);
    if (!existsSync(path)) return fail('files.not-found');
    try {
      return ok(await digestOf(path));
    } catch (error) {
      const code = fileErrorCode(error);
      if (code === null) throw error;
      return fail(code);
    }
  },
};
