// Where else the person stands: in the history, in reasons, in what others wrote, in drafts, jobs and views. Reads the whole ledger once.

import { z } from 'zod';
import { ok } from '@shared/core/result';
import type { ReadDb } from '../../db';
import type { TaskThread, ThreadTask } from '../../jobs';
import * as statements from './erasure.sql';
import { textsOf, type Person } from './person';
import { writtenFields } from './subject-map';

export interface Residue {
  /** Texts that only they bear. */
  readonly texts: readonly string[];
  /** Places of changes, and of operations whose reason and details are about them. */
  readonly changes: readonly number[];
  readonly notes: readonly number[];
  /** Other people's records in which they are named. */
  readonly mentions: readonly { readonly entity: string; readonly id: string }[];
  readonly leftovers: readonly { readonly table: Leftover; readonly id: string }[];
  /** The last change and operation that were looked at. */
  readonly through: { readonly change: number; readonly operation: number };
}

/** Tables of this device that may name somebody, by the columns in which they do. */
const leftoverColumns = {
  draft: ['key', 'value'],
  job: ['input', 'checkpoint', 'result', 'failure'],
  saved_view: ['name', 'definition'],
  import_likeness: ['likenesses'],
  import_job: ['file_path'],
} as const;
export type Leftover = keyof typeof leftoverColumns;
export const leftoverTables = Object.keys(leftoverColumns) as readonly Leftover[];

/** As many texts are looked for at once. */
const NEEDLES = 40;
/** An operation about more records than this is a batch, whose reason is about all of them. */
const MOST_CHANGES = 200;

const nowhere = { change: 0, operation: 0 };

/** `since`: only what the ledger got after that. */
export function residueOf(db: ReadDb, person: Person, since: Residue['through'] = nowhere): Residue {
  const through = db.first(statements.selectLast({})) ?? nowhere;
  const texts = textsOf(db, person);
  const needles = [...person.parties, ...texts.flatMap(spellings)];
  const own = db.all(
    statements.selectOwnChanges({
      parties: JSON.stringify(person.parties),
      activities: JSON.stringify(person.alone),
      after: since.change,
    }),
  );
  const named = inParts(needles, (part) => db.all(statements.selectChangesHolding(part, since.change)));
  const operations = JSON.stringify([...new Set(own.map(({ operation_seq }) => operation_seq))]);
  const notes = [
    ...db.all(statements.selectNotesOf({ operations, most: MOST_CHANGES })),
    ...inParts(needles, (part) => db.all(statements.selectNotesHolding(part, since.operation))),
  ];
  return {
    texts,
    changes: [...new Set([...own, ...named].map(({ seq }) => seq))],
    notes: [...new Set(notes.map(({ seq }) => seq))],
    mentions: mentionsIn(db, person, texts),
    leftovers: leftoversIn(db, needles),
    through,
  };
}

/** As it stands, and as it stands inside JSON. */
function spellings(text: string): string[] {
  const inJson = JSON.stringify(text).slice(1, -1);
  return inJson === text ? [text] : [text, inJson];
}

function inParts<T>(needles: readonly string[], look: (part: readonly string[]) => readonly T[]): T[] {
  const found: T[] = [];
  for (let from = 0; from < needles.length; from += NEEDLES) found.push(...look(needles.slice(from, from + NEEDLES)));
  return found;
}

function mentionsIn(db: ReadDb, { parties, alone }: Person, texts: readonly string[]): Residue['mentions'] {
  const going = new Set([...parties, ...alone]);
  return writtenFields().flatMap(({ entity, fields }) =>
    [
      ...new Set(
        inParts(texts, (part) => db.all(statements.selectRowsHolding(entity.key, fields, part))).map(({ id }) => id),
      ),
    ]
      .filter((id) => !going.has(id))
      .map((id) => ({ entity: entity.key, id })),
  );
}

const leftoversIn = (db: ReadDb, needles: readonly string[]): Residue['leftovers'] =>
  leftoverTables.flatMap((table) => {
    const columns = leftoverColumns[table];
    const found = inParts(needles, (part) => db.all(statements.selectRowsHolding(table, columns, part)));
    return [...new Set(found.map(({ id }) => id))].map((id) => ({ table, id }));
  });

const Input = z.object({
  parties: z.array(z.string()),
  alone: z.array(z.string()),
  shared: z.array(z.string()),
});

export const findResidueInThread: ThreadTask<unknown, Residue> = {
  name: 'privacy.residue',
  run: (thread: TaskThread, given) => ok(residueOf(thread.db, Input.parse(given))),
};
