// Secrets on paper are digits only, in groups of six, and each group can tell by itself that it was mistyped: it is a 16-bit number
// times 11, so one wrong digit or two neighbours exchanged never give another valid group.

import { fail, ok, type Failure, type Result } from '@shared/core/result';

export const groupDigits = 6;
const factor = 11;

export type GroupsError =
  /** details: `{ digits, expected }`. */
  | Failure<'incomplete'>
  /** details: `{ groups }`, the numbers (from 1) of the groups that cannot be right. */
  | Failure<'mistyped'>;

/** `123456 …`: a group of six ASCII digits for each two bytes, one space between. */
export function formatGroups(bytes: Uint8Array): string {
  const view = Buffer.from(bytes);
  return Array.from({ length: view.length / 2 }, (_, index) =>
    String(view.readUInt16BE(index * 2) * factor).padStart(groupDigits, '0'),
  ).join(' ');
}

/** Reads `count` groups typed with Latin, Arabic-Indic or Persian digits and any spacing, punctuation or line breaks between them. */
export function parseGroups(typed: string, count: number): Result<Buffer, GroupsError> {
  const groups = splitGroups(toAsciiDigits(typed), count);
  const digits = groups.join('').length;
  const expected = count * groupDigits;
  if (digits < expected && groups.length < count) return fail('incomplete', { digits, expected });
  const wrong = groups.flatMap((group, index) => (index < count && isGroup(group) ? [] : [index + 1]));
  if (wrong.length > 0) return fail('mistyped', { groups: wrong });
  const bytes = Buffer.alloc(count * 2);
  groups.forEach((group, index) => bytes.writeUInt16BE(Number(group) / factor, index * 2));
  return ok(bytes);
}

const toAsciiDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/** The groups as they were typed when there are as many as there should be (so that a short one can be named), else every six digits. */
function splitGroups(typed: string, count: number): string[] {
  const asTyped = typed.split(/[^0-9\p{L}]+/u).filter((part) => part !== '');
  if (asTyped.length === count) return asTyped;
  return asTyped.join('').match(new RegExp(`.{1,${groupDigits}}`, 'gu')) ?? [];
}

const isGroup = (group: string): boolean =>
  /^[0-9]{6}$/.test(group) && Number(group) % factor === 0 && Number(group) / factor <= 0xffff;
