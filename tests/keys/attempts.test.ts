// Patience after wrong passphrases: it outlives a restart, belongs to one person, and a clock that jumps neither frees nor locks out for good.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { attemptsFile, beginAttempt, forgetAttempts, nextAttemptAt } from '../../src-main/keys/attempts';

const clock = { at: 0, now: () => clock.at };
let dir: string;
beforeEach(() => {
  clock.at = Date.UTC(2026, 10, 23);
  dir = mkdtempSync(join(tmpdir(), 'diwan-attempts-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const attempt = (slot = 'amal') => {
  const begun = beginAttempt(dir, slot, clock);
  return begun.ok ? 'may try' : begun.error.details?.['retryAt'];
};
const fourWrong = () => [1, 2, 3, 4].map(() => attempt());

it('the fifth try waits half a minute and says until when, also after a restart', () => {
  expect(fourWrong()).toEqual(['may try', 'may try', 'may try', 'may try']);
  const retryAt = clock.at + 30_000;
  expect(attempt()).toBe(retryAt);
  expect(nextAttemptAt(dir, 'amal', clock)).toBe(retryAt);
  clock.at = retryAt - 1;
  expect(attempt()).toBe(retryAt);
  clock.at = retryAt;
  expect(nextAttemptAt(dir, 'amal', clock)).toBeNull();
  expect(attempt()).toBe('may try');
  expect(attempt()).toBe(clock.at + 60_000);
});

it('a try that was asked for too early does not make the wait longer', () => {
  fourWrong();
  const retryAt = clock.at + 30_000;
  for (let tries = 0; tries < 50; tries += 1) expect(attempt()).toBe(retryAt);
});

it('one person’s mistakes make nobody else wait', () => {
  fourWrong();
  expect(attempt('samir')).toBe('may try');
});

it('the right passphrase starts the count again', () => {
  fourWrong();
  forgetAttempts(dir, 'amal');
  expect(nextAttemptAt(dir, 'amal', clock)).toBeNull();
  expect(fourWrong()).toEqual(['may try', 'may try', 'may try', 'may try']);
});

it('a clock set back by years makes the wait start anew, once, instead of lasting for years', () => {
  fourWrong();
  clock.at -= 5 * 365 * 86_400_000;
  const retryAt = clock.at + 30_000;
  expect(attempt()).toBe(retryAt);
  clock.at += 10_000;
  expect(attempt()).toBe(retryAt);
  clock.at = retryAt;
  expect(attempt()).toBe('may try');
});

it('a damaged counter locks nobody out', () => {
  fourWrong();
  for (const text of ['', '{', '[]', '{"fmt":1,"slots":{"amal":{"wrong":"many"}}}', '{"fmt":9}']) {
    writeFileSync(join(dir, attemptsFile), text);
    expect(attempt()).toBe('may try');
    expect(JSON.parse(readFileSync(join(dir, attemptsFile), 'utf8'))).toMatchObject({ slots: { amal: { wrong: 1 } } });
  }
});
