// Engines and small disks of tests about trouble, ended after each test; and the words every failure must have.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { languages } from '@shared/locale/language';
import { messagesByLanguage } from '@shared/locale/messages/index';
import { openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { mountSmallDisk, type SmallDisk } from './mounts';

export const open: { engines: TestEngine[]; disks: SmallDisk[]; folders: string[] } = {
  engines: [],
  disks: [],
  folders: [],
};
export const engineIn = async (folder?: string, create = true): Promise<TestEngine> => {
  const test = await openEngine({ ...(folder === undefined ? {} : { folder }), create });
  open.engines.push(test);
  return test;
};
export const disk = (megabytes: number): SmallDisk => {
  const made = mountSmallDisk(megabytes);
  open.disks.push(made);
  return made;
};
/** Registers the ending of everything a test opened; to be called once in each file. */
export const endAfterEach = (): void =>
  afterEach(async () => {
    for (const test of open.engines.splice(0)) await test.close();
    for (const made of open.disks.splice(0)) made.remove();
    for (const folder of open.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

export type Answer = { readonly ok: boolean; readonly error?: { readonly code: string } };
/** The code of a failure, after making sure that people can read about it. */
export function codeWithWords(answer: Answer): string {
  const { code } = answer.error ?? { code: 'none: it succeeded' };
  const words = languages.map((language) => messagesByLanguage[language][`errors.${code}`]);
  for (const text of words) expect(text?.length ?? 0, code).toBeGreaterThan(20);
  expect(new Set(words).size, code).toBe(languages.length);
  return code;
}

export const unlock = (test: TestEngine, secret = passphrase) =>
  test.client.session.unlock({ login: 'amal', passphrase: secret });
export const write = (test: TestEngine, text: string, note = '') =>
  test.client.parties.create({ kind: 'person', names: [{ text }], note });
export const database = (test: TestEngine): string => join(test.folder, 'data-1.db');
export const nothingUnexpected = (test: TestEngine): void => expect(test.reported.map(String)).toEqual([]);

export async function isWhole(test: TestEngine, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect((await test.client.parties.get({ id })).ok).toBe(true);
  expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
}
