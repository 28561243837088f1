// The stages of `npm test`, in order. Each ends in { passed, failed, words } and never stops the ones after it.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { runChecks } from './checks.mjs';
import { countPlaywright, countVitest, readCounts } from './counts.mjs';
import { makePackages } from './packages.mjs';
import { root } from './run.mjs';
import { node24 } from './setup.mjs';

const reports = join(root, 'out/test-results');

/** Name, what it proves, the stage without which it cannot run, and how it runs. Limits in minutes end what hangs; a whole run takes about an hour on two cores. */
export const stages = [
  { name: 'check', about: 'types, lint, format', run: async () => countSteps(runChecks()) },
  { name: 'build', about: 'the application builds from its sources', run: buildStage },
  { name: 'unit', about: 'rules, door, migrations, house rules', needs: 'build', run: () => vitest('unit', 30) },
  { name: 'crash', about: 'nothing acknowledged is lost when it is killed', run: () => vitest('crash', 40) },
  { name: 'e2e', about: 'the built application in a real window', needs: 'build', run: windowStage },
  {
    name: 'packages',
    about: 'unpacked program, .deb and .tar.gz, with their fuses',
    needs: 'build',
    run: packageStage,
  },
  {
    name: 'packaged',
    about: 'the packaged program in a real window',
    needs: 'packages',
    run: () => playwright('packaged', 5),
  },
  { name: 'bench', about: 'speed as ratios within one run', run: () => vitest('bench', 20) },
];

async function buildStage() {
  await ensureBuild();
  return { passed: 1, failed: 0, words: [] };
}

async function packageStage() {
  await ensureBuild();
  return countSteps(await makePackages(['dir', 'driven', 'deb', 'tar.gz']));
}

function countSteps(steps) {
  const bad = steps.filter(({ ok }) => !ok);
  return {
    passed: steps.length - bad.length,
    failed: bad.length,
    words: bad.map(({ name, output }) => `${name}\n${output}`),
  };
}

async function vitest(mode, minutes) {
  const file = freshReport(mode);
  const args = ['run', '--config', 'tests/vitest.config.ts', '--mode', mode];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await runLimited([join(root, 'node_modules/vitest/vitest.mjs'), ...args, ...reporters], { minutes });
  return withEnd(readCounts(file, countVitest), ended);
}

async function windowStage() {
  await ensureBuild();
  return playwright('app', 55);
}

async function playwright(project, minutes) {
  const file = freshReport(project);
  const args = ['test', '-c', 'tests/playwright.config.ts', `--project=${project}`, '--reporter=list,json'];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  delete env.ELECTRON_RUN_AS_NODE;
  const ended = await runLimited([join(root, 'node_modules/@playwright/test/cli.js'), ...args], { minutes, env });
  return withEnd(readCounts(file, countPlaywright), ended);
}

// A runner that ends badly although its report is green has failed at something it did not report.
function withEnd(counts, { code, late }) {
  if (late) return { ...counts, failed: counts.failed + 1, words: [...counts.words, 'the stage ran out of its time'] };
  if (code === 0 || counts.failed > 0) return counts;
  return { ...counts, failed: 1, words: [`the runner ended with code ${code}`] };
}

function freshReport(name) {
  const file = join(reports, `${name}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** Limits are for two idle cores; DIWAN_PATIENCE=3 allows a machine that does other things three times as long. */
const patience = () => Math.max(1, Number(process.env.DIWAN_PATIENCE) || 1);

// Runs in a process group of its own, so that at the limit everything the stage started ends with it.
function runLimited(args, { minutes, env = process.env }) {
  return new Promise((done) => {
    const child = spawn(node24(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    let late = false;
    const endGroup = (signal) => {
      if (child.exitCode === null && child.pid) process.kill(-child.pid, signal);
    };
    const stop = () => endGroup('SIGTERM');
    const limit = setTimeout(
      () => {
        late = true;
        endGroup('SIGKILL');
      },
      minutes * patience() * 60_000,
    );
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.once('error', () => done({ code: 127, late }));
    child.once('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      done({ code: code ?? 1, late });
    });
  });
}
