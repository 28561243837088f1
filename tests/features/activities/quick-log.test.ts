// The quick log: a kind, a line, and it is saved; what is missing is named, nothing is guessed.
import { activityKinds } from '@shared/catalogue';
import { ActivityDraft } from '@shared/features/activities/activity';
import { expect, test } from 'vitest';
import { activityOf, emptyDraft, nextKind, problemOf } from '../../../src-renderer/features/activities/quick-log-draft';

const reader = {
  now: Date.UTC(2026, 4, 6, 7, 14),
  timeZone: 'Asia/Riyadh',
  calendar: 'gregory',
  language: 'ar',
} as const;
const fatima = { id: '01a206b2-4ab6-701e-be17-13331b4d146e', kind: 'person', name: 'فاطمة' };
const draft = { ...emptyDraft([fatima]), subject: 'شكوى تأخير موعد' };

test('a line about a known person is enough', () => {
  expect(problemOf(draft, reader)).toBeNull();
  const activity = activityOf(draft, reader);
  expect(ActivityDraft.parse(activity)).toMatchObject({
    kind: 'call',
    subject: 'شكوى تأخير موعد',
    partyIds: [fatima.id],
  });
});

test('without a time the engine’s clock decides', () => {
  expect(activityOf(draft, reader).at).toBeUndefined();
});

test('what is missing is said, whom first', () => {
  expect(problemOf({ ...draft, parties: [] }, reader)).toBe('who');
  expect(problemOf({ ...draft, subject: '  ' }, reader)).toBe('subject');
  expect(problemOf({ ...draft, when: 'قريبا' }, reader)).toBe('when');
});

test('a note has no direction', () => {
  expect(activityOf({ ...draft, kind: 'note', direction: 'incoming' }, reader).direction).toBeUndefined();
  expect(activityOf({ ...draft, kind: 'call', direction: 'incoming' }, reader).direction).toBe('incoming');
});

test('the arrow keys go through every kind and round', () => {
  const seen = activityKinds.reduce<string[]>(
    (kinds) => [...kinds, nextKind(activityKinds, kinds.at(-1) as 'call', 1)],
    ['call'],
  );
  expect(new Set(seen).size).toBe(activityKinds.length);
  expect(seen.at(-1)).toBe('call');
  expect(nextKind(activityKinds, 'call', -1)).toBe(activityKinds.at(-1));
});
