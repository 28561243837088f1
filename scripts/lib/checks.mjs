// The checks that read the sources without running them. Each is one named result.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCaptured } from './run.mjs';
import { compatTypes } from './runtime.mjs';
import { node24 } from './setup.mjs';

const FORMATTED = [
  'src-main',
  'src-shared',
  'src-renderer',
  'migrations',
  'tests',
  'scripts',
  'electron.vite.config.ts',
];

/** Runs the checks one after another: [{ name, ok, output }]. */
export function runChecks() {
  const tool = (path, ...args) => runCaptured(node24(), [join(root, 'node_modules', path), ...args]);
  const checks = [['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')]];
  if (existsSync(compatTypes)) {
    checks.push([
      'types on the older Electron',
      () => tool('typescript/bin/tsc', '-p', 'scripts/tsconfig.compat.json'),
    ]);
  }
  checks.push(['lint', () => tool('oxlint/bin/oxlint', '-c', 'scripts/oxlint.json', '.')]);
  const places = FORMATTED.filter((place) => existsSync(join(root, place)));
  checks.push(['format', () => tool('oxfmt/bin/oxfmt', '-c', 'scripts/oxfmt.json', '--list-different', ...places)]);
  return checks.map(([name, run]) => {
    const { code, stdout, stderr } = run();
    return { name, ok: code === 0, output: `${stdout}${stderr}`.trim() };
  });
}
