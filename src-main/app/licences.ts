// The list of what Diwan is made of, written next to the program at build time (scripts/licences.mjs).

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCode } from '../files';

const Licences = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }));
export type Licences = z.infer<typeof Licences>;

/** Empty when the list was not written, which only happens to builds made by hand. */
export async function readLicences(scriptsFolder: string): Promise<Licences> {
  try {
    return Licences.parse(JSON.parse(await readFile(join(scriptsFolder, 'licences.json'), 'utf8')));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return [];
  }
}
