// From what is wrong to the field that mends it: every rule and wish that ships leads somewhere, and most are written in the row itself.
import { expect, test } from 'vitest';
import { placeOf } from '@shared/features/quality/place';
import { rulePresets, wishPresets } from '@shared/features/quality/presets';
import { PartyPatch } from '@shared/features/parties/party';
import { testableFields } from '@shared/features/quality/testable';
import { fixKind, patchOf } from '../../src-renderer/features/quality/fix';

const id = '01a206b6-c341-705e-9690-4ad082778769';
/** These ask for a judgement about somebody, not for a value. */
const openedInstead = ['employment-over', 'stale'];
const withPart = ['phone-unknown', 'email-unreachable', 'identifier-expired', 'phone-shared', 'placeholder-name'];

test.each(rulePresets)('what breaks $id is mended in its row or on its page', ({ id: rule, definition }) => {
  const place = placeOf(definition.all);
  const recordId = withPart.includes(rule) ? id : null;
  expect(fixKind(place, recordId) === null).toBe(openedInstead.includes(rule));
});

test.each(wishPresets)('$id that is missing is written where it is missed', ({ definition }) => {
  expect(fixKind(placeOf([definition.has]), null)).not.toBeNull();
});

test('whatever is written makes a change that the record accepts', () => {
  const date = { on: '1980-02-29', calendar: 'gregory' as const, text: '29/2/1980' };
  const texts: Readonly<Record<string, string>> = {
    gender: 'female',
    language: 'fa',
    group_kind: 'household',
    owner_id: id,
  };
  for (const { definition } of [...rulePresets, ...wishPresets]) {
    const place = placeOf('all' in definition ? definition.all : [definition.has]);
    for (const recordId of [null, id]) {
      if (fixKind(place, recordId) === null) continue;
      const entry = { text: texts[place.field ?? ''] ?? 'x', date, scheme: 'passport' };
      const patch = PartyPatch.safeParse({ id, ...patchOf(place, recordId, entry) });
      expect(patch.error?.issues ?? [], JSON.stringify(place)).toEqual([]);
    }
  }
});

test('of what can be asked about a record itself, only fields of the catalogue have a field to write into', () => {
  for (const field of Object.keys(testableFields('party'))) {
    const kind = fixKind({ of: 'party', field, values: {} }, null);
    if (kind === null) continue;
    const text = { gender: 'male', language: 'ar', group_kind: 'other', owner_id: id }[field] ?? 'x';
    const entry = { text, date: { on: '1980-02-29', calendar: 'gregory' as const, text: '' }, scheme: 'other' };
    expect(PartyPatch.safeParse({ id, ...patchOf({ of: 'party', field, values: {} }, null, entry) }).success).toBe(
      true,
    );
  }
});
