// The few fields of a new record make a draft that the engine takes as it is.
import { PartyDraft } from '@shared/features/parties/party';
import { expect, test } from 'vitest';
import { draftOf, emptyForm } from '../../../src-renderer/features/parties/create/new-party-form';

test('a name alone is a record', () => {
  expect(PartyDraft.parse(draftOf(emptyForm('person', 'أمل الحسن')))).toMatchObject({
    kind: 'person',
    names: [{ text: 'أمل الحسن', kind: 'used' }],
    contactPoints: [],
    roles: [],
  });
});

test('phone, e-mail, role and parts of the name are taken along', () => {
  const form = {
    ...emptyForm('person', 'د. أمل الحسن'),
    phone: '٠٥٠-١٢٣ ٤٥٦٧',
    email: 'amal@example.com',
    role: 'doctor' as const,
  };
  const draft = PartyDraft.parse(draftOf({ ...form, parts: { ...form.parts, prefix: 'د.', family: 'الحسن' } }));
  expect(draft.contactPoints.map(({ kind, value }) => [kind, value])).toEqual([
    ['phone', '٠٥٠-١٢٣ ٤٥٦٧'],
    ['email', 'amal@example.com'],
  ]);
  expect(draft.roles).toMatchObject([{ type: 'doctor' }]);
  expect(draft.names[0]).toMatchObject({ prefix: 'د.', family: 'الحسن' });
});

test('an organisation has no given name, whatever was typed before the kind was changed', () => {
  const form = emptyForm('organisation', 'عيادة الياسمين');
  const draft = PartyDraft.parse(draftOf({ ...form, parts: { ...form.parts, given: 'أمل' } }));
  expect(draft.names[0]?.given).toBeUndefined();
});
