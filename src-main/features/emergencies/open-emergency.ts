// Which record somebody has opened in an emergency, now: neither ended nor run out, by a clock that does not go back.

import type { Clock } from '@shared/core/clock';
import type { ReadDb } from '../../db';
import { ledgerTime } from '../../ledger';
import { selectLastLook, selectOpen, type EmergencyRow } from './emergencies.sql';

/** ms UTC; never before what the log already knows. */
export const emergencyTime = (db: ReadDb, clock: Clock): number =>
  Math.max(ledgerTime(db, clock), db.first(selectLastLook({}))?.at ?? 0);

/** At most one is open. `db` is the base as it is stored. */
export const openEmergency = (db: ReadDb, userId: string | null, now: number): EmergencyRow | undefined =>
  userId === null ? undefined : db.first(selectOpen({ user: userId, now }));
