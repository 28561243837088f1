// An office whose lists go out: an engine, a folder for files, and the way an export is asked for and waited for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { RawInputOf } from '../../../../src-shared/core/contract';
import type { Exported, exportsContract } from '../../../../src-shared/features/exports/exports.contract';
import { ended, openEngine, value, type TestEngine, type TestEngineOptions } from '../../../support/open-engine';

type Wish = RawInputOf<(typeof exportsContract)['operations']['make']>;

const opened: { engines: TestEngine[]; folders: string[] } = { engines: [], folders: [] };

export const closeAfterEach = (): void =>
  afterEach(async () => {
    for (const test of opened.engines.splice(0)) await test.close();
    for (const folder of opened.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

export async function office(options: TestEngineOptions = {}): Promise<TestEngine> {
  const test = await openEngine(options);
  opened.engines.push(test);
  return test;
}

export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-exports-'));
  opened.folders.push(folder);
  return folder;
};

export interface Taken extends Exported {
  readonly text: string;
}

export const wish = (to: string, what: Wish['what'], options: Partial<Wish['options']> = {}): Wish => ({
  what,
  to,
  options: { format: 'csv', language: 'fa', ...options },
});

/** Exports a list and answers what the job says and what stands in the file. */
export async function takeOut(
  test: TestEngine,
  what: Wish['what'],
  options: Partial<Wish['options']> = {},
): Promise<Taken> {
  const path = join(newFolder(), `out.${options.format ?? 'csv'}`);
  const { jobId } = value(await test.client.exports.make(wish(path, what, options)));
  const job = await ended(test, jobId);
  if (job.state !== 'done') throw new Error(`${JSON.stringify(job.failure)} ${String(test.reported)}`);
  return { ...(job.result as Exported), text: readFileSync(path, 'utf8') };
}
