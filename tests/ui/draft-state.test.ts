// A form whose kept draft is still being asked for: nothing typed meanwhile is lost, nothing of another record is shown.
import { expect, test } from 'vitest';
import { draftOf, draftRead, draftTyped, freshDraft } from '../../src-renderer/api/draft-state';

test('what was kept is shown, unless something was typed before it came', () => {
  const asked = freshDraft('log:1', '');
  expect(draftRead(asked, 'kept', '')).toMatchObject({ value: 'kept', ready: true, restored: true });
  expect(draftRead(asked, undefined, 'first')).toMatchObject({ value: 'first', ready: true, restored: false });
  const typed = draftTyped(asked, 'typed');
  expect(draftRead(typed, 'kept', '')).toMatchObject({ value: 'typed', ready: true, restored: false });
  expect(draftRead(typed, undefined, '')).toMatchObject({ value: 'typed' });
});

test('a form that turns to another record starts fresh there, whatever stood in it', () => {
  const typed = draftTyped(freshDraft('log:1', ''), 'about the first');
  expect(draftOf(typed, 'log:1', '')).toBe(typed);
  expect(draftOf(typed, 'log:2', 'empty')).toEqual(freshDraft('log:2', 'empty'));
});
