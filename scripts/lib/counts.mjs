// Turns each runner's own JSON report into the same numbers. What did not run counts as failed: nothing is skipped here.
import { existsSync, readFileSync } from 'node:fs';

/** { passed, failed, words } of a vitest JSON report. `words` names what failed. */
export function countVitest(report) {
  let passed = 0;
  const words = [];
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else words.push(`${test.status}: ${test.fullName}`);
    }
    const broke = file.status === 'failed' && file.assertionResults.every((test) => test.status === 'passed');
    if (broke) words.push(`file: ${file.name}`);
  }
  return { passed, failed: words.length, words };
}

/** { passed, failed, words, unsteady } of a Playwright JSON report. `unsteady` names what passed only when tried again: a race to be found. */
export function countPlaywright(report) {
  let passed = 0;
  const unsteady = [];
  const words = (report.errors ?? []).map((error) => `error: ${error.message}`);
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const title = `${suite.file ?? ''} ${spec.title}`;
        if (test.status === 'flaky') unsteady.push(title);
        if (test.status === 'flaky' || (test.status === 'expected' && test.expectedStatus === 'passed')) passed += 1;
        else words.push(`${test.status}: ${title}`);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites ?? []) visit(suite);
  return { passed, failed: words.length, words, unsteady };
}

/** Reads a report and counts it; a report that is missing, unreadable or empty is one failure. */
export function readCounts(file, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1, words: ['the runner ended without a report'] };
  let counted;
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { passed: 0, failed: 1, words: [`the report cannot be read: ${error.message}`] };
  }
  if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1, words: ['the runner found no test'] };
  return counted;
}
