// The groups of a recovery code or card as they are typed: six digits each, able to tell that they were mistyped.

import { toLatinDigits } from '@shared/locale/digits';

export const RECOVERY_GROUPS = 8;
export const CARD_GROUPS = 12;
export const GROUP_DIGITS = 6;
/** Every group is a 16-bit number times 11, so a slip of the hand shows at once. */
const GROUP_FACTOR = 11;
const GROUP_LIMIT = 0xffff;

export const emptyGroups = (count = RECOVERY_GROUPS): string[] => Array.from({ length: count }, () => '');

/** Groups of a whole code however it was separated; digits of any script become Latin ones. */
export function groupsOf(text: string, count = RECOVERY_GROUPS): string[] {
  const digits = toLatinDigits(text).replace(/[^0-9]+/g, '');
  return Array.from({ length: count }, (_, index) => digits.slice(index * GROUP_DIGITS, (index + 1) * GROUP_DIGITS));
}

/** A whole group that cannot be part of any code. */
export function isMistyped(group: string): boolean {
  const number = Number(group);
  return group.length === GROUP_DIGITS && (number % GROUP_FACTOR !== 0 || number / GROUP_FACTOR > GROUP_LIMIT);
}

export const isComplete = (groups: readonly string[]): boolean =>
  groups.every((group) => group.length === GROUP_DIGITS && !isMistyped(group));
