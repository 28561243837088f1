// What the engine asks of its database, written down and asked again bare: the same SQL and values, prepared once, nothing around it.

import BetterSqlite3 from 'better-sqlite3';
import type { Database, Query, ReadDb } from '../../../src-main/db';
import type { Base } from '../../../src-main/engine/base';

export interface Asked {
  readonly text: string;
  readonly way: 'all' | 'get' | 'run' | 'exec';
  readonly parameters: readonly unknown[];
}

/** Everything the base is asked for while `work` runs. The connection itself is left as it is: one that was changed stays slow. */
export async function readsOf(base: Base, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const { read, readAs } = base;
  const note = (way: Asked['way'], { sql, parameters }: Query): void => void asked.push({ text: sql, way, parameters });
  const watched: ReadDb = {
    all(query) {
      note('all', query);
      return read.all(query);
    },
    first(query) {
      note('get', query);
      return read.first(query);
    },
    each: (query) => read.each(query),
  };
  // An administrator, who asks here, reads the base as it is stored.
  Object.assign(base, { read: watched, readAs: () => watched });
  await work();
  Object.assign(base, { read, readAs });
  if (asked.length === 0) throw new Error('nothing was read: there is nothing to compare with');
  return asked;
}

export interface WriterRecorder {
  /** The connection that is meant; what others ask is left out. */
  watch(writer: Database): void;
  /** What was asked of it since the last call, and since it was opened at the first. */
  taken(): Asked[];
  stop(): void;
}

/** Made before the engine is, as that prepares statements while it opens. */
export function recordWrites(): WriterRecorder {
  const library = BetterSqlite3.prototype;
  const { prepare, exec } = library;
  const held: { asked: (Asked & { by: Database })[]; writer: Database | null } = { asked: [], writer: null };
  const note = (by: Database, asked: Asked): void => {
    if (held.writer === null || held.writer === by) held.asked.push({ by, ...asked });
  };
  library.exec = function recorded(this: Database, text: string) {
    note(this, { text, way: 'exec', parameters: [] });
    return exec.call(this, text);
  };
  library.prepare = function recorded(this: Database, text: string) {
    const statement = prepare.call(this, text);
    if (this.readonly) return statement;
    for (const way of ['all', 'get', 'run'] as const) {
      const run = statement[way].bind(statement) as (...parameters: unknown[]) => unknown;
      const watched = (...parameters: unknown[]): unknown => {
        note(this, { text, way, parameters });
        return run(...parameters);
      };
      Object.assign(statement, { [way]: watched });
    }
    return statement;
  } as typeof library.prepare;
  return {
    watch(writer) {
      held.writer = writer;
      held.asked = held.asked.filter(
        ({ by, text }) => by === writer && /^\s*(?:begin|commit|insert|update|delete|select)/i.test(text),
      );
    },
    taken() {
      const { asked } = held;
      held.asked = [];
      return asked;
    },
    stop: () => void Object.assign(library, { prepare, exec }),
  };
}

export interface Bare {
  run(asked: readonly Asked[], after?: (text: string, rows: unknown) => void): void;
}

/** Runs written-down statements on a connection of its own, each prepared at its first use and then kept. */
export function bareStatements(database: Database): Bare {
  const prepared = new Map<string, BetterSqlite3.Statement<unknown[]>>();
  return {
    run(asked, after) {
      for (const { text, way, parameters } of asked) {
        if (way === 'exec') {
          database.exec(text);
          continue;
        }
        const statement = prepared.get(text) ?? database.prepare<unknown[]>(text);
        prepared.set(text, statement);
        const rows = statement[way](...parameters);
        after?.(text, rows);
      }
    },
  };
}
