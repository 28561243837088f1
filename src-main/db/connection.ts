// A connection as features see it: reading, or reading and writing. The type decides, so a query cannot even name a write.

import type { Database } from './connection-profile';
import type { Query } from './query';

declare const writes: unique symbol;

export interface ReadDb {
  all<Row>(query: Query<Row>): Row[];
  first<Row>(query: Query<Row>): Row | undefined;
  /** Rows one by one, for long reads in bounded memory; the connection can do nothing else meanwhile. */
  each<Row>(query: Query<Row>): IterableIterator<Row>;
}

export interface WriteDb extends ReadDb {
  readonly [writes]: true;
  /** Runs a write; answers how many rows it touched. */
  run(query: Query): number;
}

interface Prepared {
  all(...parameters: unknown[]): unknown[];
  get(...parameters: unknown[]): unknown;
  run(...parameters: unknown[]): { changes: number };
  iterate(...parameters: unknown[]): IterableIterator<unknown>;
}

/** What is prepared in place of a statement as it was built. */
export type Rewording = (text: string) => string;

class Connection {
  readonly #database: Database;
  readonly #reword: Rewording;
  readonly #statements = new Map<string, Prepared>();

  constructor(database: Database, reword: Rewording = (text) => text) {
    this.#database = database;
    this.#reword = reword;
  }

  all<Row>(query: Query<Row>): Row[] {
    return this.#prepare(query.sql).all(...query.parameters) as Row[];
  }

  first<Row>(query: Query<Row>): Row | undefined {
    return this.#prepare(query.sql).get(...query.parameters) as Row | undefined;
  }

  each<Row>(query: Query<Row>): IterableIterator<Row> {
    return (this.#database.prepare(this.#reword(query.sql)) as Prepared).iterate(
      ...query.parameters,
    ) as IterableIterator<Row>;
  }

  run(query: Query): number {
    return this.#prepare(query.sql).run(...query.parameters).changes;
  }

  #prepare(text: string): Prepared {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    if (this.#statements.size >= STATEMENT_LIMIT) this.#forgetOldest();
    const prepared = this.#database.prepare(this.#reword(text)) as Prepared;
    this.#statements.set(text, prepared);
    return prepared;
  }

  #forgetOldest(): void {
    const oldest = this.#statements.keys().next();
    if (oldest.done !== true) this.#statements.delete(oldest.value);
  }
}

/** Statements of free filters could grow without end; the cache keeps the last ones only. */
const STATEMENT_LIMIT = 500;

export const readConnection = (database: Database, reword?: Rewording): ReadDb => new Connection(database, reword);
export const writeConnection = (database: Database): WriteDb => new Connection(database) as unknown as WriteDb;
