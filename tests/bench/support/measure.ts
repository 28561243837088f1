// Taking times and comparing them. Absolute times are only told; what fails is always a ratio of two things timed in turn.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const results = resolve(import.meta.dirname, '../../../out/bench');

/** Milliseconds a thing took. */
export async function time(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Contender {
  readonly name: string;
  run(): unknown;
}

/** The best time of each contender, taken in turn, so that a neighbour's load falls on all alike. */
export async function inTurn(contenders: readonly Contender[], rounds: number): Promise<number[]> {
  const best = contenders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries())
      best[index] = Math.min(best[index]!, await time(() => contender.run()));
  }
  return best;
}

/** One after the other, never two at once. */
export async function inOrder<T, R>(items: readonly T[], each: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await each(item));
  return results;
}

const WARM_UP = 600;

/** Runs the questions until the engine is as an engine in use is: its code compiled, its statements prepared. */
export async function warmUp(questions: readonly (() => unknown)[]): Promise<void> {
  for (let run = 0; run < WARM_UP; run += 1) await questions[run % questions.length]!();
}

/** Measures again while a budget is missed: a ratio that holds once can be held, a busy machine only makes it larger. */
export async function lowest<T extends { ratio: number }>(
  limit: number,
  measure: () => Promise<T>,
  times = 3,
): Promise<T> {
  let kept = await measure();
  for (let again = 0; again < times && kept.ratio > limit; again += 1) {
    const next = await measure();
    if (next.ratio < kept.ratio) kept = next;
  }
  return kept;
}

export type Row = Readonly<Record<string, string | number>>;

/** Keeps the figures for people (a table) and for programs (out/bench/<name>.json). */
export function publish(name: string, rows: readonly Row[]): void {
  mkdirSync(results, { recursive: true });
  const machine = { node: process.version, platform: process.platform, at: new Date().toISOString() };
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify({ ...machine, rows }, null, 2)}\n`);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  const lines = cells.map((line) => line.map((cell, index) => cell.padEnd(widths[index]!)).join('  '));
  process.stdout.write(`\n${name}\n${lines.join('\n')}\n`);
}

const shown = (value: string | number | undefined): string =>
  typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(value < 1 ? 3 : 2) : String(value ?? '');
