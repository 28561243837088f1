// The recovery code is printed, kept in a safe and typed once in ten years, perhaps by somebody else: digits only, eight groups,
// and each group can tell by itself that it was mistyped. Every group is a 16-bit number times 11, so one wrong digit or two
// neighbours exchanged never give another valid group.

import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Random } from '@shared/core/clock';

export const recoveryGroups = 8;
export const recoveryDigits = 6;
const recoveryBytes = 16;
const factor = 11;

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
  const view = Buffer.from(secret);
  return Array.from({ length: recoveryGroups }, (_, index) =>
    String(view.readUInt16BE(index * 2) * factor).padStart(recoveryDigits, '0'),
  ).join(' ');
}

/** Reads a code typed with Latin, Arabic-Indic or Persian digits and any spacing, punctuation or line breaks between them. */
export function parseRecoveryCode(typed: string): Result<Buffer, RecoveryCodeError> {
  const groups = splitGroups(toAsciiDigits(typed));
  const digits = groups.join('').length;
  if (digits < recoveryGroups * recoveryDigits && groups.length < recoveryGroups) {
    return fail('keys.recovery-code-incomplete', { digits, expected: recoveryGroups * recoveryDigits });
  }
  const wrong = groups.flatMap((group, index) => (index < recoveryGroups && isGroup(group) ? [] : [index + 1]));
  if (wrong.length > 0) return fail('keys.recovery-code-mistyped', { groups: wrong });
  const secret = Buffer.alloc(recoveryBytes);
  groups.forEach((group, index) => secret.writeUInt16BE(Number(group) / factor, index * 2));
  return ok(secret);
}

const toAsciiDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/** The groups as they were typed when there are eight of them (so that a short one can be named), else every six digits. */
function splitGroups(typed: string): string[] {
  const asTyped = typed.split(/[^0-9\p{L}]+/u).filter((part) => part !== '');
  if (asTyped.length === recoveryGroups) return asTyped;
  return asTyped.join('').match(new RegExp(`.{1,${recoveryDigits}}`, 'gu')) ?? [];
}

const isGroup = (group: string): boolean =>
  /^[0-9]{6}$/.test(group) && Number(group) % factor === 0 && Number(group) / factor <= 0xffff;
