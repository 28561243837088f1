// A base with something in it, a folder for its backups, and empty folders to restore to; all gone after the test.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import {
  ended,
  openEngine,
  passphrase,
  value,
  type TestEngine,
  type TestEngineOptions,
} from '../../../support/open-engine';

const opened: { engines: TestEngine[]; folders: string[] } = { engines: [], folders: [] };

export const closeAfterEach = (): void =>
  afterEach(async () => {
    for (const test of opened.engines.splice(0)) await test.close();
    for (const folder of opened.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-backups-'));
  opened.folders.push(folder);
  return folder;
};

export const engine = async (options: TestEngineOptions = {}): Promise<TestEngine> => {
  const test = await openEngine(options);
  opened.engines.push(test);
  return test;
};

export const opening = { login: 'amal', passphrase };

export const addPerson = async (test: TestEngine, text: string): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }] })).id;

/** Makes a backup into a folder and answers where it is. */
export async function backUp(test: TestEngine, folder: string): Promise<string> {
  const { jobId } = value(await test.client.backups.make({ folder }));
  const job = await ended(test, jobId);
  if (job.state !== 'done')
    throw new Error(`the backup failed: ${JSON.stringify(job.failure)} ${String(test.reported)}`);
  return (job.result as { made: { folder: string }[] }).made[0]!.folder;
}

/** An engine over an empty folder of its own. */
export async function emptyEngine(): Promise<TestEngine> {
  const folder = join(newFolder(), 'base');
  mkdirSync(folder);
  return engine({ folder, create: false });
}

export const wholeBackups = (target: string): string[] =>
  readdirSync(target).filter((name) => name.endsWith('.diwan-backup'));
export const halfBackups = (target: string): string[] =>
  readdirSync(target).filter((name) => name.endsWith('.partial'));

/** Everything the catalogue knows of a base, table by table, in a stable order. */
export function contents(test: TestEngine, tables: readonly string[]): Record<string, unknown[]> {
  const database = test.engine.base()!.writer;
  return Object.fromEntries(
    tables.map((table) => [table, database.prepare(`select * from ${table} order by id`).all()]),
  );
}
