// What a package says of itself: how many rows of what, and the hash of every file in it.

import { z } from 'zod';

export const PACKAGE_FORMAT = 1;
export const manifestFile = 'manifest.json';

export const PackageManifest = z.object({
  format: z.number().int(),
  product: z.literal('Diwan'),
  version: z.string(),
  /** Of the tables. */
  schema: z.number().int(),
  madeAt: z.iso.datetime(),
  /** The last change of the ledger that is in it. */
  throughChange: z.number().int(),
  throughOperation: z.number().int(),
  rows: z.record(z.string(), z.number().int()),
  /** Attachments whose file could not be opened. */
  unreadable: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type PackageManifest = z.infer<typeof PackageManifest>;
