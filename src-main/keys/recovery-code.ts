// The recovery code is printed, kept in a safe and typed once in ten years, perhaps by somebody else: eight groups of digits.

import { fail, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';
import { formatGroups, parseGroups } from './digit-groups';

export const recoveryGroups = 8;
const recoveryBytes = 16;

export type RecoveryCodeError =
  /** details: `{ digits }` typed so far, of 48. */
  | Failure<'keys.recovery-code-incomplete'>
  /** details: `{ groups }`, the numbers (from 1) of the groups that cannot be right. */
  | Failure<'keys.recovery-code-mistyped'>;

/** 128 random bits. */
export const createRecoverySecret = (random: Random): Buffer => Buffer.from(random.bytes(recoveryBytes));

/** `123456 …`: eight groups of six ASCII digits, one space between. */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== recoveryBytes)
    throw new Error(`a recovery secret is ${recoveryBytes} bytes, not ${secret.length}`);
  return formatGroups(secret);
}

/** Reads a code typed with digits of any of our scripts and any spacing, punctuation or line breaks between the groups. */
export function parseRecoveryCode(typed: string): Result<Buffer, RecoveryCodeError> {
  const bytes = parseGroups(typed, recoveryGroups);
  return bytes.ok ? bytes : fail(`keys.recovery-code-${bytes.error.code}`, { ...bytes.error.details });
}
