// Typing the recovery code back: any digits, any separators, and a slip of the pen shows in its own group.
import { expect, test } from 'vitest';
import { groupsOf, isComplete, isMistyped } from '../../src-renderer/ui/recovery-groups';

const code = '394218 110242 101926 341869 021241 593703 191048 012287';

test('a code pasted whole is divided into its groups, however it was separated and in whatever digits', () => {
  const persian = code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
  expect(groupsOf(persian.replaceAll(' ', ' – '))).toEqual(code.split(' '));
  expect(isComplete(groupsOf(code.replaceAll(' ', '')))).toBe(true);
});

test('one wrong digit or two neighbours exchanged is noticed in the group at once', () => {
  expect(isMistyped('394218')).toBe(false);
  expect(isMistyped('394219')).toBe(true);
  expect(isMistyped('392418')).toBe(true);
  expect(isMistyped('39421')).toBe(false);
});
