// What the ledger says of coming in and of leaving, and the alarm about the key file.

import type { KeyringAlarm } from '@shared/features/session/session.contract';
import type { Clock } from '@shared/core/clock';
import { ok } from '@shared/core/result';
import type { Actor } from '../access';
import { databaseErrorCode } from '../db';
import { endEmergency } from '../features/emergencies';
import { lineageBreak } from '../keys';
import type { Base } from './base';
import { knownKeyring, rememberKeyring } from './known-keyring';

/** Somebody in an open base. */
export interface Entered {
  readonly base: Base;
  readonly actor: Actor;
  readonly alarm: KeyringAlarm | null;
}

/** How somebody came in, as the ledger says it. */
export interface Entry {
  readonly command: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export const byCode: Entry = { command: 'session.recover' };
/** Which cards were laid together is told for good. */
export const byCards = (cards: readonly number[]): Entry => ({
  command: 'session.recoverByCards',
  details: { cards },
});

/** Whether the keyring that opened the base is the one it remembers, or came of it. */
export function alarmOf({ unlocked, read }: Base): KeyringAlarm | null {
  return unlocked.keyringAltered ? 'altered' : lineageBreak(unlocked, knownKeyring(read));
}

/** An alarm is a line of its own; until somebody has decided about it, the base goes on remembering the keyring it knew. */
export function noteEntry({ base, actor, alarm }: Entered, entry: Entry): void {
  base.unitOfWork.run({ ...entry, actor, always: true }, () => ok(undefined));
  base.unitOfWork.checkpoint('unlock');
  if (alarm === null) return rememberKeyring(base.write, base.unlocked);
  const details = { alarm, generation: base.unlocked.generation };
  base.unitOfWork.run({ command: 'session.keyring-alarm', actor, always: true, details }, () => ok(undefined));
}

/** What was open in an emergency ends. A disk that takes not one line more must not keep a base open. */
export function noteLock({ base, actor }: Pick<Entered, 'base' | 'actor'>, clock: Clock): void {
  try {
    base.unitOfWork.run({ command: 'session.lock', actor, always: true }, ({ db }) =>
      ok(endEmergency(db, actor.userId, clock)),
    );
    base.unitOfWork.checkpoint('lock');
  } catch (error) {
    if (databaseErrorCode(error) === null) throw error;
  }
}
