// The compiler as a guard: a query that writes and an undeclared error code do not compile, and these tests would notice if they did.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { read, root } from './support/sources';

const file = 'tests/types/contracts.types.ts';
const patience = 120_000;
// Inside the project, so that imports and packages resolve as they do for the real file.
const folder = mkdtempSync(join(root, 'tests/types/.compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lines of the file that the compiler complains about. */
function complaints(text: string): number[] {
  const moved = text.replaceAll("'../../src-main", "'../../../src-main");
  writeFileSync(join(folder, 'contracts.types.ts'), moved);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.json', include: ['./*.ts'] }),
  );
  const compiler = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--noEmit', '--pretty', 'false'], {
    encoding: 'utf8',
    cwd: folder,
  });
  const lines = compiler.stdout.split('\n').filter((line) => line.includes('error TS'));
  const others = lines.filter((line) => !line.includes('contracts.types.ts'));
  expect(others).toEqual([]);
  return lines.map((line) => Number(/\((\d+),/.exec(line)?.[1]));
}

const expected = (text: string): number[] =>
  text.split('\n').flatMap((line, index) => (line.includes('@ts-expect-error') ? [index + 2] : []));

it(
  'what must not compile does not, each mistake on its own',
  () => {
    const text = read(file);
    const mistakes = expected(text);
    expect(mistakes.length).toBeGreaterThan(12);
    expect(complaints(text)).toEqual([]);
    expect([...new Set(complaints(text.replaceAll('@ts-expect-error', 'expected')))]).toEqual(mistakes);
  },
  patience,
);
