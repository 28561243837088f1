// Reading one state of the base over many statements. What others write meanwhile stays in the log until this ends.

import type { Database } from './connection-profile';

/** Runs `work` inside a read transaction of a connection that is its own. */
export async function holdStill<T>(database: Database, work: () => Promise<T>): Promise<T> {
  database.exec('begin');
  try {
    return await work();
  } finally {
    database.exec('rollback');
  }
}
