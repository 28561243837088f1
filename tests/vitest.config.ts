// Runs every test that needs no window: rules, door, migrations, house rules. Real-window tests belong to Playwright.
// Long batteries have modes of their own: --mode crash (*.crash.test.ts) and --mode bench (tests/bench).
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { pageScripts } from '../scripts/lib/page-script.mjs';

const root = resolve(import.meta.dirname, '..');
const crash = 'tests/**/*.crash.test.ts';
const bench = 'tests/bench/**/*.test.ts';
const minute = 60_000;
const fault = process.env['DIWAN_FAULT'];

const modes = {
  unit: { include: ['tests/**/*.test.{ts,tsx}'], exclude: [crash, bench], workers: 2, limit: minute / 2 },
  crash: { include: [crash], exclude: [], workers: 2, limit: 15 * minute },
  bench: { include: [bench], exclude: [], workers: 1, limit: 15 * minute },
};

/** For tests/system/faults.crash.test.ts alone: one line of one source is another while it is loaded. */
function seededFault(text: string): Plugin {
  const { file, line, instead } = JSON.parse(text) as Record<'file' | 'line' | 'instead', string>;
  const isIt = (id: string): boolean => id.split('?')[0] === resolve(root, file);
  return {
    name: 'seeded-fault',
    enforce: 'pre',
    // What is kept of this file between runs is kept apart.
    configureVitest: ({ defineCacheKeyGenerator }) => defineCacheKeyGenerator(({ id }) => (isIt(id) ? text : null)),
    transform: (code, id) => (isIt(id) ? code.replace(line, () => instead) : null),
  };
}

export default defineConfig(({ mode }) => {
  const chosen = mode === 'crash' || mode === 'bench' ? modes[mode] : modes.unit;
  return {
    root,
    plugins: [react(), pageScripts(), ...(fault === undefined ? [] : [seededFault(fault)])],
    resolve: { alias: { '@shared': resolve(root, 'src-shared') } },
    test: {
      include: chosen.include,
      exclude: ['**/node_modules/**', ...chosen.exclude],
      pool: 'forks' as const,
      maxWorkers: chosen.workers,
      testTimeout: chosen.limit,
      hookTimeout: Math.max(chosen.limit, minute),
    },
  };
});
