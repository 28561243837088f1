// Relationships between two parties are offered by what the other one is, in both directions and only where they fit.
import { relationshipTypes } from '@shared/features/relationships/relationship-types';
import { messagesByLanguage } from '@shared/locale/messages';
import { expect, test } from 'vitest';
import { readRelation, relationOptions } from '../../../src-renderer/features/parties/record/relation-choices';
import type { Translate } from '../../../src-renderer/ui';

const english = ((id: string) => messagesByLanguage.en[id] ?? id) as unknown as Translate;
const t: Translate = Object.assign(english, {
  any: english,
  has: (id: string) => messagesByLanguage.en[id] !== undefined,
});
const offered = (own: 'person' | 'organisation' | 'group', other: 'person' | 'organisation' | 'group') =>
  relationOptions(t, own, other).map((option) => option.label);

test('a clinic can be the employer of a person, never the spouse', () => {
  expect(offered('person', 'organisation')).toContain('Employer');
  expect(offered('person', 'organisation')).not.toContain('Spouse');
});

test('the same relationship reads from the other side by its inverse', () => {
  expect(offered('person', 'person')).toEqual(expect.arrayContaining(['Parent', 'Child', 'Guardian', 'Ward']));
  expect(offered('organisation', 'person')).toContain('Employee');
});

test('a symmetric relationship is offered once', () => {
  expect(offered('person', 'person').filter((label) => label === 'Spouse')).toHaveLength(1);
});

test('a choice names the direction in which it is stored', () => {
  const employer = relationOptions(t, 'person', 'organisation').find((option) => option.label === 'Employer')!;
  expect(readRelation(employer.value)).toEqual({ type: 'employee', direction: 'outgoing' });
  const employee = relationOptions(t, 'organisation', 'person').find((option) => option.label === 'Employee')!;
  expect(readRelation(employee.value)).toEqual({ type: 'employee', direction: 'incoming' });
});

test('every relationship has words for both sides in every language', () => {
  for (const messages of Object.values(messagesByLanguage)) {
    for (const { key } of relationshipTypes) {
      expect(messages[`relationships.type.${key}`], key).toBeTruthy();
      expect(messages[`relationships.inverse.${key}`], key).toBeTruthy();
    }
  }
});
