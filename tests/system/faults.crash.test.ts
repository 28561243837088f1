// Each guard in tests/support/faults.ts is switched off in turn, and the test that watches it turns red: tests that would not notice
// prove nothing. The sources on the disk stay as they are; the fault is put in while they are loaded.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faults, type Fault } from '../support/faults';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'diwan-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly title: string }[];
  }[];
};

/** Titles of the tests that failed; null when the run came to no report. */
async function redWith(fault: Fault, index: number): Promise<readonly string[] | null> {
  const output = join(folder, `${index}.json`);
  const only = fault.title === '' ? [] : ['-t', fault.title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')];
  const args = [
    '--config',
    'tests/vitest.config.ts',
    `tests/${fault.test}`,
    ...only,
    '--reporter=json',
    `--outputFile=${output}`,
  ];
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, DIWAN_FAULT: JSON.stringify(fault) },
  });
  await new Promise((done) => child.once('close', done));
  try {
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    const results = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    return results.filter(({ status }) => status === 'failed').map(({ title }) => title);
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

describe('a guard that is switched off is noticed', () => {
  it('there are at least twenty-five, each stands in its file exactly once', () => {
    expect(faults.length).toBeGreaterThanOrEqual(25);
    const count = ({ file, line }: Fault): number => readFileSync(join(root, file), 'utf8').split(line).length - 1;
    expect(faults.filter((fault) => count(fault) !== 1).map(({ guard }) => guard)).toEqual([]);
  });

  it.concurrent.each(faults.map((fault, index) => [fault.guard, fault, index] as const))(
    '%s',
    async (_, fault, index) => {
      const red = await redWith(fault, index);
      expect(red, 'the run ended without a report').not.toBeNull();
      expect(red!.filter((title) => title.startsWith(fault.title))).not.toEqual([]);
    },
  );
});
