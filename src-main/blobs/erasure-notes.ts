// Who was erased, noted beside the keys: ids and keyed marks, no word about anybody. The note is written before anything is erased,
// travels into every copy within reach, and is carried out in whichever base it is found and not carried out yet.

import { z } from 'zod';
import type { Database } from '../db';

const ErasureNote = z.object({
  id: z.string(),
  /** ms UTC. */
  at: z.number(),
  mode: z.enum(['erase', 'pseudonymise']),
  /** Every record that was the person. */
  parties: z.array(z.string()),
  /** Activities in which nobody else took part. */
  activities: z.array(z.string()),
  askedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  requestId: z.string().nullable(),
  language: z.string().nullable(),
  /** 32 bytes in hex: the key of the marks, the same in all notes of a base. */
  markKey: z.string(),
  /** HMAC-SHA-256 of the keys and numbers by which they would be known again, in hex. */
  marks: z.array(z.string()),
});
export type ErasureNote = z.infer<typeof ErasureNote>;

const TABLE =
  'create table if not exists erasure (id text primary key not null, note text not null, done_at integer) strict, without rowid';

const hasTable = (database: Database): boolean =>
  database.prepare("select 1 from sqlite_schema where type = 'table' and name = 'erasure'").get() !== undefined;

/** Durable on return. One that is known stays as it is. */
export function addNotes(database: Database, notes: readonly ErasureNote[]): void {
  if (notes.length === 0) return;
  database.transaction(() => {
    database.exec(TABLE);
    const add = database.prepare('insert into erasure (id, note) values (?, ?) on conflict do nothing');
    for (const note of notes) add.run(note.id, JSON.stringify(note));
  })();
}

/** Oldest first. */
export function notesIn(database: Database | null, wanted: 'all' | 'undone' = 'all'): ErasureNote[] {
  if (database === null || !hasTable(database)) return [];
  const where = wanted === 'undone' ? 'where done_at is null' : '';
  const rows = database.prepare<[], { note: string }>(`select note from erasure ${where} order by id`).all();
  return rows.map(({ note }) => ErasureNote.parse(JSON.parse(note)));
}

export const markDone = (database: Database, id: string, at: number): void =>
  void database.prepare('update erasure set done_at = ? where id = ? and done_at is null').run(at, id);

export const lacksAny = (database: Database, notes: readonly ErasureNote[]): boolean => {
  const known = new Set(notesIn(database).map(({ id }) => id));
  return notes.some(({ id }) => !known.has(id));
};
