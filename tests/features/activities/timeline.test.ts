// The timeline: filters as people mean them, days written once, steps of roles in their place.
import type { ActivityItem } from '@shared/features/activities/activity';
import { expect, test } from 'vitest';
import { isOpen, openFilter, questionOf } from '../../../src-renderer/features/activities/timeline-filter';
import { dayToShow, eventsBetween, stageEvents } from '../../../src-renderer/features/activities/timeline-rows';

const riyadh = 'Asia/Riyadh';
const item = (at: number) => ({ id: String(at), at }) as ActivityItem;

test('both days of a period count, in the office’s time', () => {
  const question = questionOf({ ...openFilter, fromOn: '2026-05-01', toOn: '2026-05-02' }, riyadh);
  expect(question.from).toBe(Date.UTC(2026, 3, 30, 21));
  expect(question.to).toBe(Date.UTC(2026, 4, 2, 21));
});

test('a found activity is the first entry of the timeline it opens', () => {
  const at = Date.UTC(2026, 4, 1, 9);
  expect(questionOf({ ...openFilter, upTo: at }, riyadh).to).toBe(at + 1);
});

test('without filters the engine is asked without filters', () => {
  expect(isOpen(openFilter)).toBe(true);
  expect(Object.values(questionOf(openFilter, riyadh)).every((value) => value === undefined)).toBe(true);
  expect(isOpen({ ...openFilter, text: ' x ' })).toBe(false);
});

test('a day is written where it begins, and midnight is the office’s', () => {
  const morning = Date.UTC(2026, 4, 2, 6);
  expect(dayToShow(morning, undefined, riyadh)).toBe('2026-05-02');
  expect(dayToShow(morning - 3_600_000, morning, riyadh)).toBeNull();
  expect(dayToShow(Date.UTC(2026, 4, 1, 20), morning, riyadh)).toBe('2026-05-01');
});

test('every step of a role appears exactly once between the activities', () => {
  const events = stageEvents([
    {
      id: 'r',
      partyId: 'p',
      type: 'patient',
      stage: 'ended',
      owner: null,
      deputy: null,
      terms: null,
      startedOn: null,
      endedOn: null,
      endReason: null,
      winBackOn: null,
      events: [100, 250, 300, 900].map((at) => ({
        id: String(at),
        from: null,
        to: 'active' as const,
        at,
        by: null,
        reason: null,
      })),
    },
  ]);
  const items = [800, 300, 200].map(item);
  const rows = [undefined, ...items, undefined];
  const shown = rows
    .slice(1)
    .flatMap((older, index) => eventsBetween(events, rows[index], older).map((event) => event.at));
  expect(shown).toEqual([900, 300, 250, 100]);
});
