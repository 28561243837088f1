// The one unit of work that takes a person out of the base: rows, words of the ledger, and what others wrote of them.

import { entityOf } from '@shared/catalogue';
import type { ErasureNote } from '../../blobs';
import type { WriteDb } from '../../db';
import { eraseWords } from '../../ledger';
import * as statements from './erasure.sql';
import type { Person } from './person';
import { residueOf, type Residue } from './residue';
import { isKeptFact, placesOf, strippedColumns, writtenFields, type Place } from './subject-map';

export interface Erasing {
  readonly note: ErasureNote;
  readonly person: Person;
  readonly residue: Residue;
  readonly newId: () => string;
}

/** How many of what went or were emptied, by entity; `history` are changes of the ledger, `mentions` other people's records. */
export type ErasedCounts = Readonly<Record<string, number>>;

/** What stands where somebody was named. */
const REMOVED = '▮▮▮';

/** Inside a unit of work that erases. */
export function eraseRows(db: WriteDb, { note, person, residue, newId }: Erasing): ErasedCounts {
  const since = residueOf(db, person, residue.through);
  const texts = [...new Set([...residue.texts, ...since.texts])].toSorted((a, b) => b.length - a.length);
  const mentions = [...new Map([...residue.mentions, ...since.mentions].map((one) => [one.id, one])).values()];
  for (const mention of mentions) redact(db, mention, texts);
  const leftovers = [...new Map([...residue.leftovers, ...since.leftovers].map((one) => [one.id, one])).values()];
  const dropped = leftovers.reduce((count, leftover) => count + dropLeftover(db, leftover), 0);
  const parties = JSON.stringify(person.parties);
  db.run(statements.emptyRequests({ parties, erasure: note.id, at: note.at, by: note.askedBy }));
  const counts = note.mode === 'erase' ? removeAll(db, person) : pseudonymise(db, person, { note, newId });
  const history = eraseWords(db, {
    changes: [...new Set([...residue.changes, ...since.changes])],
    notes: [...new Set([...residue.notes, ...since.notes])],
  });
  return { ...counts, mentions: mentions.length, leftovers: dropped, history };
}

function removeAll(db: WriteDb, person: Person): ErasedCounts {
  const [parties, alone] = [JSON.stringify(person.parties), JSON.stringify(person.alone)];
  const counts: Record<string, number> = {};
  const remove = (place: Place, ids: string): void => {
    for (const column of place.mentions) db.run(statements.clearMentions(place, column, ids));
    const count = db.run(statements.deletePointing(place, ids));
    if (count > 0) counts[place.entity.key] = (counts[place.entity.key] ?? 0) + count;
  };
  for (const place of placesOf('activity')) remove(place, alone);
  for (const place of placesOf('party')) remove(place, parties);
  return counts;
}

/** What the law keeps stays, and says no more whose it was. */
function pseudonymise(db: WriteDb, person: Person, { note, newId }: Pick<Erasing, 'note' | 'newId'>): ErasedCounts {
  const counts: Record<string, number> = {};
  const clear = (place: Place, ids: string): void => {
    const { entity } = place;
    for (const column of place.mentions) db.run(statements.clearMentions(place, column, ids));
    const values = strippedColumns(entity);
    const isKept = isKeptFact(entity);
    if (isKept && Object.keys(values).length === 0) return;
    const query = isKept ? statements.stripPointing(place, ids, values) : statements.deletePointing(place, ids);
    const count = db.run(query);
    if (count > 0) counts[entity.key] = (counts[entity.key] ?? 0) + count;
  };
  for (const place of placesOf('activity')) clear(place, JSON.stringify(person.alone));
  for (const place of placesOf('party')) clear(place, JSON.stringify(person.parties));
  for (const party of person.parties)
    db.run(
      statements.insertRow('party_name', {
        id: newId(),
        party_id: party,
        kind: 'used',
        text: pseudonym(note.id),
        position: 0,
      }),
    );
  return counts;
}

/** From the end of the id of the erasure: nothing of it comes from the person. */
export const pseudonym = (erasureId: string): string => `№ ${erasureId.slice(-8).toUpperCase()}`;

/** `texts` longest first. */
export const redacted = (text: string, texts: readonly string[]): string =>
  texts.reduce((left, one) => left.replaceAll(one, REMOVED), text);

function redact(db: WriteDb, { entity, id }: Residue['mentions'][number], texts: readonly string[]): void {
  const row = db.first(statements.selectRecord(entityOf(entity), id));
  const fields = writtenFields().find((place) => place.entity.key === entity)?.fields ?? [];
  const changed = fields.flatMap((field) => {
    const before = row?.[field];
    if (typeof before !== 'string') return [];
    const after = redacted(before, texts);
    return after === before ? [] : [[field, after] as const];
  });
  if (changed.length > 0) db.run(statements.updateRecord(entity, id, Object.fromEntries(changed)));
}

/** Work that is under way keeps what it was asked; it holds ids. Answers how many rows went. */
function dropLeftover(db: WriteDb, { table, id }: Residue['leftovers'][number]): number {
  if (table === 'import_job') return db.run(statements.updateRecord(table, id, { file_path: REMOVED }));
  return db.run(table === 'job' ? statements.deleteEndedJob({ id }) : statements.deleteRow(table, id));
}
