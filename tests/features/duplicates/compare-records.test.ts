// Two records side by side: what agrees in any spelling, what contradicts, and what only one of them knows.
import { describe, expect, it } from 'vitest';
import type { PartyRecord } from '@shared/features/parties/party';
import { compareRecords } from '../../../src-renderer/features/duplicates/compare-records';
import { openEngine, value } from '../../support/open-engine';

const words = {
  t: Object.assign((id: string) => id, { any: (id: string) => id, has: () => true }),
  format: { date: (on: string) => on, instant: (at: number) => String(at) },
} as unknown as Parameters<typeof compareRecords>[2];

async function records(): Promise<[PartyRecord, PartyRecord]> {
  const test = await openEngine();
  const draft = { kind: 'person' as const, contactPoints: [{ kind: 'phone' as const, value: '050 123 4567' }] };
  const one = value(await test.client.parties.create({ ...draft, names: [{ text: 'أحمد علي' }], gender: 'male' }));
  const phone = [{ kind: 'phone' as const, value: '+966501234567' }];
  const birth = { on: '1980-01-02', calendar: 'gregory' as const, text: '' };
  const other = value(
    await test.client.parties.create({ kind: 'person', contactPoints: phone, names: [{ text: 'احمد على' }], birth }),
  );
  const both = [
    value(await test.client.parties.get({ id: one.id })),
    value(await test.client.parties.get({ id: other.id })),
  ];
  await test.close();
  return both as [PartyRecord, PartyRecord];
}

describe('two records side by side', () => {
  it('agree where they say the same in another form, and leave out what neither says', async () => {
    const rows = compareRecords(...(await records()), words);
    const verdicts = Object.fromEntries(rows.map(({ label, verdict }) => [label.replace('catalogue.', ''), verdict]));
    expect(verdicts).toEqual({
      party_name: 'same',
      'contact_point.kind.phone': 'same',
      'party.birth_on': 'one-sided',
      'party.gender': 'one-sided',
      'party.created_at': 'one-sided',
    });
  });

  it('differ where both say something, and not the same', async () => {
    const [left, right] = await records();
    const rows = compareRecords(left, { ...right, gender: 'female' }, words);
    expect(rows.find(({ label }) => label === 'catalogue.party.gender')).toMatchObject({
      verdict: 'differs',
      left: [{ isShared: false }],
    });
  });
});
