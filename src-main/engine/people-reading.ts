// How people read an open base, each as they may, and what holds their changes to what they may change.

import { dressed, dressedInEmergency, guardChanges, type Actor } from '../access';
import type { Sealing } from '../keys';
import type { ChangeRow, Database, ReadDb } from '../db';

export interface PeopleReading {
  /** The base as an actor sees it. */
  readAs(actor: Actor): ReadDb;
  /** The records that an emergency access of theirs has opened, and nothing else; `ids` are all that are this person. */
  readOpened(actor: Actor, ids: readonly string[]): ReadDb;
  /** For one look as somebody else. */
  seeAs<T>(actor: Actor, look: (db: ReadDb) => T): T;
  /** Throws `OutOfReach` when the actor may not make these changes. */
  guard(actor: Actor, changes: readonly ChangeRow[]): void;
  close(): void;
}

interface Held {
  readonly database: Database;
  readonly actor: Actor;
  readonly db: ReadDb;
  readonly classes: Sealing['classes'];
}

/** One more, for whoever has opened a record in an emergency. */
interface Opened {
  database?: Database;
  actor?: Actor;
  db?: ReadDb;
  as?: string;
}

/**
 * A connection for each person who does not see everything as it is stored: whoever is signed in, and whoever asked for a job that goes
 * on. It is dressed anew when the actor is another object (rights that have changed make a new one) and when a field was sealed. `whole` is
 * everybody else's.
 */
export function createPeopleReading(open: () => Database, whole: ReadDb, sealing: Sealing): PeopleReading {
  const held = new Map<string | null, Held>();
  const opened: Opened = {};
  const dressedFor = (actor: Actor): ReadDb => {
    const known = held.get(actor.userId);
    if (known?.actor === actor && known.classes === sealing.classes) return known.db;
    const database = known?.database ?? open();
    const db = dressed(database, actor);
    held.set(actor.userId, { database, actor, db, classes: sealing.classes });
    return db;
  };
  return {
    readAs: (actor) => (actor.seesEverything && sealing.classes.length === 0 ? whole : dressedFor(actor)),
    readOpened(actor, ids) {
      const as = JSON.stringify([actor.userId, ids, sealing.classes.map((sealed) => sealed.class)]);
      if (opened.as !== as || opened.actor !== actor || opened.db === undefined) {
        opened.database ??= open();
        Object.assign(opened, { as, actor, db: dressedInEmergency(opened.database, actor, ids) });
      }
      return opened.db!;
    },
    seeAs(actor, look) {
      const database = open();
      try {
        return look(dressed(database, actor));
      } finally {
        database.close();
      }
    },
    guard: (actor, changes) => guardChanges(actor, changes, () => dressedFor(actor)),
    close() {
      for (const { database } of held.values()) database.close();
      opened.database?.close();
    },
  };
}
