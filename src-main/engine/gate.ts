// What may be told of a base while nobody has unlocked it: whether it is there, where it lies, and who may.

import type { SessionStatus } from '@shared/features/session/session.contract';
import { inspectFolder } from '../files';
import { listSlots } from '../keys';
import { holdsNothing } from './base-folder';

export interface LockedBase {
  readonly folder: string;
  readonly version: string;
}

export function lockedStatus({ folder, version }: LockedBase): Omit<SessionStatus, 'place'> {
  const slots = listSlots(folder);
  const logins = slots.ok
    ? slots.value.filter((slot) => slot.type === 'user').flatMap((slot) => (slot.login === null ? [] : [slot.login]))
    : [];
  const state = holdsNothing(folder) ? 'no-base' : 'locked';
  return { baseFolder: folder, logins, version, state, user: null, keyringAlarm: null };
}

export function placeOf(folder: string): SessionStatus['place'] {
  const { kind, sign } = inspectFolder(folder);
  return { kind, sign };
}
