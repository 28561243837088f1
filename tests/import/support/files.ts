// Files for import tests: written into a folder of their own, in any encoding, and read back as rows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failureOf } from '../../../src-main/import/failure';
import type { ImportFailure } from '../../../src-main/import/failure';
import { inspectFile } from '../../../src-main/import/inspect';
import type { ImportLimits } from '../../../src-main/import/limits';
import { DEFAULT_LIMITS } from '../../../src-main/import/limits';
import { openSource } from '../../../src-main/import/open-source';
import type { Inspection, ReadSettings, ReadWishes } from '../../../src-main/import/protocol';
import type { CardRow, Checkpoint, SourceRow, TabularRow } from '../../../src-main/import/source';
import { isCardRow } from '../../../src-main/import/source';

export interface TestFolder {
  write(name: string, content: string | Uint8Array): string;
  path(name: string): string;
  remove(): void;
}

export function testFolder(): TestFolder {
  const root = mkdtempSync(join(tmpdir(), 'diwan-import-'));
  return {
    path: (name) => join(root, name),
    write(name, content) {
      const path = join(root, name);
      writeFileSync(path, content);
      return path;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

const singleByteTables = new Map<string, Map<string, number>>();

/** Bytes of a text in a single-byte code page, from the platform's own decoding table; throws for a character it lacks. */
export function encodeSingleByte(text: string, encoding: 'windows-1256' | 'windows-1252' | 'iso-8859-6'): Buffer {
  const table = singleByteTables.get(encoding) ?? new Map<string, number>();
  if (table.size === 0) {
    const decoder = new TextDecoder(encoding);
    for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), byte);
    singleByteTables.set(encoding, table);
  }
  return Buffer.from(
    [...text].map((character) => {
      const byte = table.get(character);
      if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
      return byte;
    }),
  );
}

export function encode(text: string, encoding: string, mark = false): Buffer {
  if (encoding === 'utf-8') return Buffer.from(mark ? `\ufeff${text}` : text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le').swap16();
  return encodeSingleByte(text, encoding as 'windows-1256');
}

export type ReadAll = { inspection: Inspection; rows: SourceRow[] };

export async function inspect(
  path: string,
  wishes: ReadWishes = {},
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<Inspection> {
  return inspectFile(path, { wishes, limits });
}

export async function readRows(
  path: string,
  settings: ReadSettings,
  options: { limits?: ImportLimits; from?: Checkpoint } = {},
): Promise<SourceRow[]> {
  const source = await openSource(path, { settings, limits: options.limits ?? DEFAULT_LIMITS, from: options.from });
  const rows: SourceRow[] = [];
  try {
    for await (const row of source.rows()) rows.push(row);
  } finally {
    await source.close();
  }
  return rows;
}

export async function readAll(
  path: string,
  wishes: ReadWishes = {},
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<ReadAll> {
  const inspection = await inspect(path, wishes, limits);
  return { inspection, rows: await readRows(path, inspection.settings, { limits }) };
}

/** Everything about a file, or the typed failure; anything else thrown fails the test. */
export async function tryAll(path: string, limits?: ImportLimits): Promise<{ failure: ImportFailure } | ReadAll> {
  try {
    return await readAll(path, {}, limits);
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

export function cells(rows: readonly SourceRow[]): string[][] {
  return rows.map((row) => (row as TabularRow).cells);
}

export function cards(rows: readonly SourceRow[]): CardRow[] {
  return rows.filter(isCardRow);
}
