// What may be told of a base while nobody has unlocked it: whether it is there, where it lies, and who may.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { inspectFolder } from '../files';
import { listSlots, neededCards } from '../keys';
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
  const cardsNeeded = slots.ok ? neededCards(slots.value) : null;
  return {
    baseFolder: folder,
    logins,
    version,
    state,
    user: null,
    keyringAlarm: null,
    cardsNeeded,
  };
}

/** The whole of it, for a process whose windows must not wait: a disk that sleeps or is gone keeps the promise waiting, and what it
 * has answered once is then read from memory. Throws what the system says. */
export async function firstStatus(base: LockedBase): Promise<SessionStatus> {
  const files = await readdir(base.folder).catch(() => []);
  await Promise.allSettled(files.filter(isKeyring).map((file) => readFile(join(base.folder, file))));
  return { ...lockedStatus(base), place: placeOf(base.folder) };
}

const isKeyring = (file: string): boolean => file.startsWith('keyring.');

export function placeOf(folder: string): SessionStatus['place'] {
  const { kind, sign } = inspectFolder(folder);
  return { kind, sign };
}
