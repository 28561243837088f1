// What a merge may not do, who may not merge, and what is shown before anybody decides.
import { describe, expect, test } from 'vitest';
import { checkIdentifier } from '@shared/features/parties/identifiers';
import { everything } from '@shared/features/policy/policy';
import { userActor } from '../../../src-main/access';
import type { ReadDb } from '../../../src-main/db';
import { factsSince, mergeable, partingOf } from '../../../src-main/features/clusters';
import { mergePreview } from '../../../src-main/features/parties/merge-preview';
import { code, passphrase, value } from '../../support/open-engine';
import { mergingOffice } from './support/merging-office';

const { office, client, person, merge } = mergingOffice();

describe('a merge is refused', () => {
  test('of a record with itself, of two kinds, of what is deleted, unknown or merged already, and of too many', async () => {
    const [a, b, gone] = [await person('Alef'), await person('Be'), await person('Gone')];
    const company = value(await client().parties.create({ kind: 'organisation', names: [{ text: 'Alef Ltd' }] })).id;
    value(await client().parties.remove({ ids: [gone] }));
    const refused = async (intoId: string, ids: string[]) => code(await client().parties.merge({ intoId, ids }));
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect(await refused(a, [a])).toBe('parties.same-party');
    expect(await refused(a, [company])).toBe('parties.kinds-differ');
    expect(await refused(a, [gone])).toBe('parties.in-bin');
    expect(await refused(gone, [a])).toBe('parties.in-bin');
    expect(await refused(a, [unknown])).toBe('parties.not-found');
    expect(code(await client().parties.merge({ intoId: a, ids: [b], choices: { note: gone } }))).toBe(
      'parties.choice-unknown',
    );
    await merge(a, b);
    expect(await refused(a, [b])).toBe('parties.already-merged');
    expect(await refused(b, [a])).toBe('parties.already-merged');
    expect(code(await client().parties.unmerge({ ids: [a, b] }))).toBe('parties.nothing-stays');
    expect(code(await client().parties.unmerge({ ids: [gone] }))).toBe('parties.not-merged');
    const crowd: string[] = [];
    for (let count = 0; count < 99; count += 1) crowd.push(await person(`P${count}`));
    await merge(crowd[0]!, ...crowd.slice(1, 50));
    await merge(crowd[0]!, ...crowd.slice(50));
    expect(await refused(a, [crowd[0]!])).toBe('parties.cluster-too-large');
  });

  test('for a reader, who may see who belongs together but not change or preview it', async () => {
    value(await client().users.create({ login: 'reader', role: 'reader', passphrase }));
    const [a, b] = [await person('Alef'), await person('Be')];
    await merge(a, b);
    value(await client().session.lock({}));
    value(await client().session.unlock({ login: 'reader', passphrase }));
    const c = a;
    for (const op of ['merge', 'mergePreview']) {
      expect(code(await office().engine.call(`parties.${op}`, { intoId: c, ids: [b] }))).toBe('door.forbidden');
    }
    for (const op of ['unmerge', 'unmergePreview'])
      expect(code(await office().engine.call(`parties.${op}`, { ids: [b] }))).toBe('door.forbidden');
    const { members } = value(await client().parties.cluster({ id: b }));
    expect(members.map(({ name, isRoot, link }) => [name, isRoot, link?.by?.name ?? null])).toEqual([
      ['Alef', true, null],
      ['Be', false, 'آمال'],
    ]);
    value(await client().session.lock({}));
    value(await client().session.unlock({ login: 'amal', passphrase }));
  });
});

describe('before a merge', () => {
  test('both sides are shown field by field, with what the page will show and what speaks against it', async () => {
    const birth = (on: string) => ({ on, calendar: 'gregory' as const, text: on });
    const [first, second] = [100_000_000, 100_000_001].map((digits) => numberOf(digits));
    const a = await person('Alef', {
      birth: birth('1980-01-01'),
      gender: 'male',
      identifiers: [{ scheme: 'sa-national-id', value: first! }],
    });
    const b = await person('Be', {
      birth: birth('1981-01-01'),
      gender: 'female',
      note: 'n',
      identifiers: [{ scheme: 'sa-national-id', value: second! }],
    });
    value(await client().relationships.create({ fromPartyId: a, toPartyId: b, type: 'parent' }));
    const preview = value(await client().parties.mergePreview({ intoId: a, ids: [b] }));
    expect(preview.sides.map(({ name, records, counts }) => [name, records, counts.identifiers])).toEqual([
      ['Alef', 1, 1],
      ['Be', 1, 1],
    ]);
    expect(preview.fields).toEqual([
      { field: 'name', differs: true, sources: [a, b], shown: a },
      { field: 'gender', differs: true, sources: [a, b], shown: a },
      { field: 'birth', differs: true, sources: [a, b], shown: a },
      { field: 'note', differs: false, sources: [a, b], shown: b },
    ]);
    expect(preview.warnings).toEqual([
      {
        code: 'identifiers-differ',
        scheme: 'sa-national-id',
        values: [first, second].map((text) => ({ text, masked: false })),
      },
      { code: 'birth-differs', scheme: null, values: ['1980-01-01', '1981-01-01'].map(plain) },
      { code: 'gender-differs', scheme: null, values: ['male', 'female'].map(plain) },
      { code: 'related', scheme: null, values: [plain('parent')] },
    ]);
  });

  test('identity numbers are masked for whoever may merge but not see them', async () => {
    const numbers = [100_000_000, 100_000_001].map((digits) => numberOf(digits));
    const ids: string[] = [];
    for (const number of numbers)
      ids.push(await person('Alef', { identifiers: [{ scheme: 'sa-national-id', value: number }] }));
    const { engine } = office();
    const base = engine.base()!;
    const { 'parties.read-sensitive': _, 'activities.read': __, ...grants } = everything.grants;
    const role = { ...everything, grants, sensitive: 'last4' as const };
    const steward = userActor({ id: engine.actor()!.userId!, displayName: '', role: 'steward' }, role);
    const asSteward = <T>(look: (db: ReadDb) => T): T => base.seeAs(steward, look);
    const together = mergeable(base.read, { intoId: ids[0]!, ids: [ids[1]!] });
    const shown = asSteward((db) => mergePreview(db, steward, value(together)));
    expect(shown.warnings).toEqual([
      {
        code: 'identifiers-differ',
        scheme: 'sa-national-id',
        values: numbers.map((number) => ({ text: `••••${number.slice(-4)}`, masked: true })),
      },
    ]);
    expect(shown.sides.map(({ counts }) => counts.activities)).toEqual(
      [0, 0].map((none) => ({ value: none, capped: false })),
    );
    await merge(ids[0]!, ids[1]!);
    value(
      await client().parties.update({
        id: ids[0]!,
        put: { identifiers: [{ scheme: 'passport', value: 'A12345678' }] },
      }),
    );
    const parting = value(partingOf(base.read, [ids[1]!]));
    const since = asSteward((db) => factsSince(db, steward, parting));
    expect(since.since.map(({ text }) => text)).toEqual(['••••5678']);
    expect(JSON.stringify([shown, since])).not.toMatch(/10000000|A1234/);
  });
});

const plain = (text: string) => ({ text, masked: false });

/** A Saudi national id with a right check digit. */
function numberOf(digits: number): string {
  const candidates = Array.from({ length: 10 }, (_, last) => `${digits}${last}`);
  return candidates.find((text) => checkIdentifier('sa-national-id', text).verdict === 'valid')!;
}
