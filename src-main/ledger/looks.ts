// A page asks again after each change somebody makes, and asks for its parts one by one; it is one look.

import type { Clock } from '@shared/core/clock';
import { PARTY, type Reading } from '@shared/core/reads';
import type { Actor } from '../access';

/** A reading and what it came from. */
export interface Noted extends Reading {
  readonly actor: Actor;
  /** Name of the operation that answers, or kind of the job. */
  readonly operation: string;
  /** Job or operation that it is part of, or the record that was opened. */
  readonly workId?: string | null;
}

const SAME_LOOK_MS = 10 * 60_000;
const MOST_LOOKS = 5000;

interface Look {
  readonly at: number;
  readonly written: Promise<void>;
}

export interface Looks {
  /** Writes what has not been written minutes ago, and resolves when all of it is. */
  once(noted: Noted, write: (noted: Noted) => Promise<void>): Promise<void>;
}

export function createLooks(clock: Clock): Looks {
  const looks = new Map<string, Look>();
  const known = (key: string): Look | undefined => {
    const look = looks.get(key);
    const age = look === undefined ? -1 : clock.now() - look.at;
    return age >= 0 && age < SAME_LOOK_MS ? look : undefined;
  };
  const remember = (key: string, written: Promise<void>): void => {
    looks.delete(key);
    if (looks.size >= MOST_LOOKS) looks.delete(looks.keys().next().value!);
    looks.set(key, { at: clock.now(), written });
    written.catch(() => looks.delete(key));
  };
  const writing = (noted: Noted, keys: readonly string[], write: (noted: Noted) => Promise<void>): Promise<void> => {
    const written = write(noted);
    for (const key of keys) remember(key, written);
    return written;
  };
  return {
    async once(noted, write) {
      const people = recordsIn(noted);
      if (people === null || !isRecordOnly(noted)) {
        const key = keyOf(noted);
        const before = known(key);
        if (before !== undefined) return before.written;
        return writing(noted, [key, ...(people ?? []).map((id) => recordKey(noted, id))], write);
      }
      const before = people.map((id) => known(recordKey(noted, id)));
      const ids = people.filter((_, index) => before[index] === undefined);
      const earlier = before.filter((look) => look !== undefined).map(({ written }) => written);
      if (ids.length === 0) return void (await Promise.all(earlier));
      const of = { entity: 'party' as const, ids };
      const keys = ids.map((id) => recordKey(noted, id));
      await Promise.all([...earlier, writing({ ...noted, of }, keys, write)]);
    },
  };
}

const keyOf = ({ actor, way, operation, fields, of, purpose, workId }: Noted): string =>
  JSON.stringify([actor.userId ?? actor.name, way, operation, fields, of, purpose ?? null, workId ?? null]);

/** That a record was looked at is the same look whichever part of it is asked for. */
const recordKey = ({ actor, way, purpose }: Noted, id: string): string =>
  JSON.stringify([actor.userId ?? actor.name, way, id, purpose ?? null]);

const isRecordOnly = ({ fields }: Reading): boolean => fields.length === 1 && fields[0] === PARTY;

/** The people whose records were what was shown. */
const recordsIn = ({ fields, of }: Reading): readonly string[] | null =>
  of !== 'everyone' && of.entity === 'party' && fields.includes(PARTY) ? of.ids : null;
