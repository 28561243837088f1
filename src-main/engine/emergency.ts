// Reading the one record that was opened in an emergency: by operations that declare it, of nobody else, for its hour.

import type { Clock } from '@shared/core/clock';
import type { Operation } from '@shared/core/contract';
import { emergencyPurpose } from '@shared/core/purpose';
import { namesUnseen, type Actor } from '../access';
import type { ReadDb } from '../db';
import { emergencyTime, openedRecords, openEmergency } from '../features/emergencies';
import type { Base } from './base';

/** What a call is read through instead of its caller's own sight of the base. */
export interface Opened {
  readonly db: ReadDb;
  /** For the log of readings: the emergency access, in which the explanation stands, and the word for it. */
  readonly workId: string;
  readonly purpose: string;
}

export interface Emergencies {
  /** Null where a call is answered as always: it does not declare it, all it names is seen anyway, or some of it was not opened. */
  openedFor(call: EmergencyCall): Opened | null;
}

interface EmergencyCall {
  readonly operation: Operation;
  readonly input: unknown;
  readonly actor: Actor;
}

interface Deps {
  readonly clock: Clock;
  readonly base: () => Base | null;
}

export function createEmergencies({ clock, base }: Deps): Emergencies {
  /** By a clock that nobody can set, where there is one: when each runs out. */
  const deadlines = new Map<string, number>();
  const isOver = (id: string, left: number): boolean => {
    const elapsed = clock.elapsed?.();
    if (elapsed === undefined) return false;
    const deadline = deadlines.get(id) ?? elapsed + left;
    deadlines.set(id, deadline);
    return elapsed >= deadline;
  };
  return {
    openedFor({ operation, input, actor }) {
      const open = base();
      if (open === null || !operation.emergency || !actor.can('access.break-glass')) return null;
      const now = emergencyTime(open.read, clock);
      const row = openEmergency(open.read, actor.userId, now);
      if (row === undefined || isOver(row.id, row.until - now)) return null;
      if (!namesUnseen(open.readAs(actor), actor, input)) return null;
      const db = open.readOpened(actor, openedRecords(open.read, row));
      return namesUnseen(db, actor, input) ? null : { db, workId: row.id, purpose: emergencyPurpose(row.reason) };
    },
  };
}
