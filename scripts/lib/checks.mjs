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

// Prose, data and generated files keep their own form.
const UNFORMATTED = ['!**/*.md', '!**/*.json', '!**/*.sql', '!**/*.html'];

/** Runs the formatter over everything it looks after; `mode` is --list-different or --write. */
export function runFormatter(mode) {
  const places = FORMATTED.filter((place) => existsSync(join(root, place)));
  return tool('oxfmt/bin/oxfmt', '-c', 'scripts/oxfmt.json', mode, ...places, ...UNFORMATTED);
}

/** Runs the checks one after another: [{ name, ok, output }]. */
export function runChecks() {
  const checks = [['types', () => tool('typescript/bin/tsc', '-p', 'tsconfig.json')]];
  if (existsSync(compatTypes)) {
    checks.push([
      'types on the older Electron',
      () => tool('typescript/bin/tsc', '-p', 'scripts/tsconfig.compat.json'),
    ]);
  }
  checks.push(['lint', () => tool('oxlint/bin/oxlint', '-c', 'scripts/oxlint.json', '.')]);
  checks.push(['format', () => runFormatter('--list-different')]);
  return checks.map(([name, run]) => {
    const { code, stdout, stderr } = run();
    return { name, ok: code === 0, output: `${stdout}${stderr}`.trim() };
  });
}

function tool(path, ...args) {
  return runCaptured(node24(), [join(root, 'node_modules', path), ...args]);
}
