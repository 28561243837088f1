// Writes down every statement an open base runs, under the operation that ran it, and asks SQLite how it would go about each.

import type { Base } from '../../../src-main/engine/base';
import type { Query } from '../../../src-main/db';

export interface Recorded {
  /** What runs from now on is written under this operation and input. */
  begin(op: string, input: object): void;
  of(op: string, input: object): string[];
  all(): { op: string; text: string }[];
  plan(text: string): string[];
}

type Reading = 'all' | 'first' | 'each';

const MOST_PARAMETERS = 60;

export function recordStatements(base: Base): Recorded {
  const seen = new Map<string, Set<string>>();
  const held = { key: '' };
  const note = (text: string): void => void seen.set(held.key, (seen.get(held.key) ?? new Set()).add(text));
  const read = base.read as Record<Reading, (query: Query) => unknown>;
  for (const way of ['all', 'first', 'each'] as const) {
    const run = read[way].bind(read);
    read[way] = (query) => {
      note(query.sql);
      return run(query);
    };
  }
  const prepare = base.writer.prepare.bind(base.writer);
  base.writer.prepare = ((text: string) => {
    note(text);
    return prepare(text);
  }) as typeof base.writer.prepare;
  return {
    begin(op, input) {
      held.key = keyOf(op, input);
    },
    of: (op, input) => [...(seen.get(keyOf(op, input)) ?? [])],
    all: () =>
      [...seen].flatMap(([key, texts]) =>
        [...texts].filter(isPlanned).map((text) => ({ op: key.split(' ')[0] ?? '', text })),
      ),
    plan: (text) => planOf((explained) => prepare(explained), text),
  };
}

const keyOf = (op: string, input: object): string => `${op} ${JSON.stringify(input)}`;
const isPlanned = (text: string): boolean => /^\s*(?:select|with|update|delete)/i.test(text);

type Prepare = (text: string) => { all(...parameters: unknown[]): unknown[] };

/** A plan does not depend on the values, but the library wants as many as there are places. */
function planOf(prepare: Prepare, text: string): string[] {
  const statement = prepare(`explain query plan ${text}`);
  for (let count = 0; count <= MOST_PARAMETERS; count += 1) {
    try {
      return (statement.all(...Array<null>(count).fill(null)) as { detail: string }[]).map((row) => row.detail);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Error(`a statement with more than ${MOST_PARAMETERS} parameters: ${text.slice(0, 80)}`);
}
