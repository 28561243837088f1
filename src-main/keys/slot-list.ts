// What anybody may read of a keyring before it is unlocked. Brings along no more than reading takes: the lock screen waits for it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '@shared/core/result';
import { keyringBackupFile, keyringFile, readEither, type KeyringError } from './keyring-files';
import { parseSummed } from './keyring-sum';

/** What the lock screen may know before anybody has unlocked. */
export interface SlotSummary {
  readonly slotId: string;
  readonly type: string;
  readonly userId: string | null;
  readonly login: string | null;
  readonly createdAt: number | null;
  /** Of a set of cards: how many of them open the base. */
  readonly needed: number | null;
}

/** Whether the folder holds the keys of a base, whole or not. */
export const hasKeyring = (dir: string): boolean =>
  [keyringFile, keyringBackupFile].some((file) => existsSync(join(dir, file)));

/** Users and other slots of a file that is whole, unverified until somebody unlocks. */
export function listSlots(dir: string): Result<readonly SlotSummary[], KeyringError> {
  const read = readEither(dir, parseSummed);
  if (!read.ok) return read;
  const { slots } = read.value.content;
  return Array.isArray(slots) ? ok(slots.map(summarise)) : fail('keys.keyring-damaged', { reason: 'shape' });
}

export function summarise(slot: Readonly<Record<string, unknown>>): SlotSummary {
  const { id, type, userId, label, createdAt, needed } = slot;
  const isUser = type === 'user';
  return {
    slotId: String(id),
    type: String(type),
    userId: isUser && typeof userId === 'string' ? userId : null,
    login: isUser && typeof label === 'string' ? label : null,
    createdAt: typeof createdAt === 'number' ? createdAt : null,
    needed: type === 'cards' && typeof needed === 'number' ? needed : null,
  };
}

/** The fewest cards that are a way in; `null` where there are none. */
export function neededCards(slots: readonly SlotSummary[]): number | null {
  const needed = slots.flatMap((slot) => (slot.needed === null ? [] : [slot.needed]));
  return needed.length === 0 ? null : Math.min(...needed);
}
