// What anybody may read of a keyring before it is unlocked. Brings along no more than reading takes: the lock screen waits for it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '@shared/core/result';
import { isUserSlot, type Slot } from './keyring-format';
import { keyringBackupFile, keyringFile, readKeyring, type KeyringError } from './keyring-store';

/** What the lock screen may know before anybody has unlocked. */
export interface SlotSummary {
  readonly slotId: string;
  readonly type: string;
  readonly userId: string | null;
  readonly login: string | null;
  readonly createdAt: number | null;
}

/** Whether the folder holds the keys of a base, whole or not. */
export const hasKeyring = (dir: string): boolean =>
  [keyringFile, keyringBackupFile].some((file) => existsSync(join(dir, file)));

/** Users and other slots, unverified until somebody unlocks. */
export function listSlots(dir: string): Result<readonly SlotSummary[], KeyringError> {
  const stored = readKeyring(dir);
  return stored.ok ? ok(stored.value.keyring.slots.map(summarise)) : stored;
}

export const summarise = (slot: Slot): SlotSummary => ({
  slotId: slot.id,
  type: slot.type,
  userId: isUserSlot(slot) ? slot.userId : null,
  login: isUserSlot(slot) ? slot.label : null,
  createdAt: typeof slot['createdAt'] === 'number' ? slot['createdAt'] : null,
});
