// Brings a file in through the door, as a window does: looked at, tried, started, waited for.
import type { ImportCounts, ImportStatus } from '../../../../src-shared/features/imports/imports.contract';
import type { ImportInto } from '../../../../src-shared/features/imports/mapping';
import type { RawInputOf } from '../../../../src-shared/core/contract';
import type { importsContract } from '../../../../src-shared/features/imports/imports.contract';
import type { TestEngine } from '../../../support/open-engine';
import { value } from '../../../support/open-engine';
// The engine loads its words when it first reads choices; loaded here, that time is not a test's.
import '../../../../src-shared/locale/messages/index';

type Plan = RawInputOf<(typeof importsContract)['operations']['start']>;
export type Choices = Partial<Omit<Plan, 'file'>> & { readonly into?: ImportInto };

export async function planFor({ client }: TestEngine, file: string, { into, ...choices }: Choices = {}): Promise<Plan> {
  const look = value(await client.imports.inspect({ file, ...(into ? { into } : {}) }));
  return { file, read: {}, mapping: look.mapping, ...choices };
}

export async function tryFile(test: TestEngine, file: string, choices: Choices = {}): Promise<ImportCounts> {
  return value(await test.client.imports.dryRun(await planFor(test, file, choices))).counts;
}

export async function bringIn(test: TestEngine, file: string, choices: Choices = {}): Promise<ImportStatus> {
  const { id } = value(await test.client.imports.start(await planFor(test, file, choices)));
  return waitFor(test, id);
}

export async function waitFor({ client }: TestEngine, id: string): Promise<ImportStatus> {
  for (;;) {
    const status = value(await client.imports.get({ id }));
    if (status.state !== 'running') return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A trial first, then the import; the trial must have counted what the import then does. */
export async function tryAndBringIn(test: TestEngine, file: string, choices: Choices = {}) {
  const tried = await tryFile(test, file, choices);
  const done = await bringIn(test, file, choices);
  return { tried, done, counts: done.counts };
}
