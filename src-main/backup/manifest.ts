// What a backup says about itself, in manifest.json: sealed by a key that only the base has, so that nobody else can make one up.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { keysFileOf } from '../blobs';
import { fileErrorCode } from '../files';
import { canonicalJson, deriveSubkey, equalBytes, hmacSha256, type JsonValue } from '../keys';

/** Raised when an older program could no longer read what a newer one writes. Every number ever released is under test. */
export const backupFormat = 1;
export const manifestFile = 'manifest.json';
export const copiedDatabaseFile = 'data.db';
/** Beside it, once the base has any attachment. */
export const copiedKeysFile = keysFileOf(copiedDatabaseFile);
/** It gets a number when keys are taken out of it. */
export const isCopiedKeysFile = (path: string): boolean => /^data(?:\.\d+)?\.keys\.db$/.test(path);

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
/** Inside the backup: forward slashes, no way out of it. */
const InnerPath = z
  .string()
  .max(300)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\0]+$/);

const ManifestBody = z.object({
  kind: z.literal('diwan-backup'),
  format: z.literal(backupFormat),
  vaultId: hex(16),
  appVersion: z.string().max(60),
  schema: z.int().nonnegative(),
  /** ms UTC. */
  madeAt: z.int(),
  /** Rows of each table of the catalogue and of the ledger. */
  counts: z.record(z.string(), z.int().nonnegative()),
  audit: z.object({ operations: z.int().nonnegative(), head: z.string().max(64) }),
  files: z.array(z.object({ path: InnerPath, bytes: z.int().nonnegative(), sha256: hex(32) })).max(2_000_000),
});
const ManifestSchema = ManifestBody.extend({ mac: hex(32) });
export type ManifestBody = z.infer<typeof ManifestBody>;
export type Manifest = z.infer<typeof ManifestSchema>;
export type ManifestFile = Manifest['files'][number];

export type ManifestError = Failure<'backups.not-a-backup' | 'backups.newer' | 'backups.damaged'>;

export function sealManifest(body: ManifestBody, dek: Uint8Array): string {
  return `${JSON.stringify({ ...body, mac: macOf(body, dek) }, null, 1)}\n`;
}

/** Whether a holder of the base's data key wrote it, and nobody changed it since. */
export function hasTrueSeal({ mac, ...body }: Manifest, dek: Uint8Array): boolean {
  return equalBytes(Buffer.from(mac, 'hex'), Buffer.from(macOf(body, dek), 'hex'));
}

const dataKeyBytes = 32;

/** Which of the keys that a base has had (48 raw bytes each) sealed a copy; null when none did. */
export const keyOfCopy = (manifest: Manifest, keys: readonly Uint8Array[]): Uint8Array | null =>
  keys.find((key) => hasTrueSeal(manifest, key.subarray(0, dataKeyBytes))) ?? null;

export function readManifest(folder: string): Result<Manifest, ManifestError> {
  const text = readText(join(folder, manifestFile));
  if (text === null) return fail('backups.not-a-backup', { folder });
  const json = parsed(text);
  if (json === null) return fail('backups.damaged', { file: manifestFile });
  const head = z.looseObject({ kind: z.literal('diwan-backup'), format: z.int() }).safeParse(json);
  if (!head.success) return fail('backups.not-a-backup', { folder });
  if (head.data.format > backupFormat) return fail('backups.newer', { found: head.data.format, known: backupFormat });
  const manifest = ManifestSchema.safeParse(json);
  return manifest.success ? ok(manifest.data) : fail('backups.damaged', { file: manifestFile });
}

const macOf = (body: ManifestBody, dek: Uint8Array): string =>
  hmacSha256(deriveSubkey(dek, body.vaultId, 'backup'), canonicalJson(body as unknown as JsonValue)).toString('hex');

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (fileErrorCode(error) === 'files.not-found') return null;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
