// Real-window tests: `app` drives the built application (*.e2e.ts), `packaged` the program that ships (*.packaged.e2e.ts).
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  globalSetup: './support/display.ts',
  outputDir: '../out/test-results/windows',
  workers: 1,
  // A window waits on a whole machine. What passes only the second time is named in the summary: a race to be found.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  projects: [
    { name: 'app', testMatch: '**/*.e2e.ts', testIgnore: '**/*.packaged.e2e.ts' },
    { name: 'packaged', testMatch: '**/*.packaged.e2e.ts' },
  ],
});
