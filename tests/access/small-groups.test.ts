// Aggregates tell nobody what their role hides: rules on hidden fields are not counted, small groups not told apart, and no two
// answers taken from one another give one either.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityOf } from '@shared/catalogue';
import { filterFields } from '@shared/features/parties/filter-fields';
import { PartyFilter } from '@shared/features/parties/party';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { withoutGuessable, withoutSmall, type Group } from '../../src-main/access';
import { chanceFrom } from '../support/chance';
import { ended, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

const least = 5;
const total = (groups: readonly Group[]): number => groups.reduce((sum, { parties }) => sum + parties, 0);

describe('small groups', () => {
  it('are left out, and never alone: what the whole less the rest would tell is a large group or nothing', () => {
    const chance = chanceFrom(20_261_127);
    for (let round = 0; round < 5000; round += 1) {
      const groups = Array.from({ length: Math.floor(chance() * 8) }, () => ({
        parties: 1 + Math.floor(chance() * 14),
      }));
      const told = withoutSmall(groups, least);
      expect(told.every(({ parties }) => parties >= least)).toBe(true);
      const hidden = total(groups) - total(told);
      expect(hidden === 0 || hidden >= least || told.length === 0, JSON.stringify(groups)).toBe(true);
      if (groups.every(({ parties }) => parties >= least)) expect(told).toEqual(groups);
    }
  });

  it('that share people are left out when those who are not in them would be few', () => {
    expect(withoutGuessable([{ parties: 9 }, { parties: 4 }, { parties: 98 }, { parties: 100 }], 100, least)).toEqual([
      { parties: 9 },
      { parties: 100 },
    ]);
  });

  it('cannot be had by two filters of a list: no filter asks for anything of class 3', () => {
    expect(Object.keys(filterFields).toSorted()).toEqual(Object.keys(PartyFilter.shape).toSorted());
    for (const fields of Object.values(filterFields))
      for (const key of fields) {
        const [entity, field] = key.split('.') as [string, string];
        expect(entityOf(entity).fields[field]!.privacy, key).toBeLessThan(3);
      }
  });
});

describe('what the quality of records tells', () => {
  let test: TestEngine;
  const owners: Record<string, string> = {};
  const summary = async () => value(await test.client.quality.summary({}));
  const as = async (login: string): Promise<void> => {
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login, passphrase }));
  };
  const scan = async (): Promise<void> => {
    const { jobId } = value(await test.client.quality.scan({ full: true }));
    await ended(test, jobId);
  };
  const role = async (name: string, change: object): Promise<string> =>
    value(await test.client.policy.set({ name, policy: { ...shippedRoles.staff, ...change } })).id;
  const make = async (owner: string, count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1)
      value(
        await test.client.parties.create({
          kind: 'person',
          names: [{ text: `${owner} ${index}` }],
          ownerId: owners[owner]!,
        }),
      );
  };

  beforeAll(async () => {
    test = await openEngine();
    const blind = await role('blind', { fields: { 'party.note': { mask: 'hidden' } } });
    const whole = await role('whole', { fields: { 'activity.outcome': { mask: 'hidden' } } });
    const mine = await role('mine', { grants: { ...shippedRoles.staff.grants, 'parties.read': 'own' } });
    for (const [login, given] of [
      ['blind', blind],
      ['whole', whole],
      ['mine', mine],
      ['few', 'staff'],
      ['many', 'staff'],
    ] as const)
      owners[login] = value(await test.client.users.create({ login, role: given, passphrase })).id;
    await make('few', 3);
    await make('many', 12);
    await make('mine', 6);
    const noted = { of: 'party' as const, where: [{ field: 'note', test: 'filled' as const }] };
    const who = { kinds: ['person' as const], roles: [] };
    const rule = { name: 'noted', severity: 'high' as const, ownerId: null, active: true };
    value(await test.client.quality.saveRule({ ...rule, definition: { who, all: [{ ...noted, most: 0 }] } }));
    value(
      await test.client.quality.saveWish({
        name: 'noted',
        weight: 10,
        definition: { who, has: { ...noted, least: 1 } },
      }),
    );
    await scan();
  }, 60_000);
  afterAll(() => test.close());

  it('a rule on a hidden field is counted for nobody who does not see it, nor is completeness that looks at one', async () => {
    const names = async () => (await summary()).counts.map(({ rule }) => rule.name);
    expect(await names()).toContain('noted');
    await as('blind');
    expect(await names()).not.toContain('noted');
    expect((await summary()).averages).toBeNull();
  });

  it('an owner with few people is not told apart by who does not see everything, nor to be had by subtraction', async () => {
    await as('amal');
    const everything = (await summary()).averages!;
    expect(everything.owners.map(({ parties }) => parties).toSorted((a, b) => a - b)).toEqual([3, 6, 12]);
    await as('whole');
    const { all, owners: told } = (await summary()).averages!;
    expect(told.every(({ parties }) => parties >= least)).toBe(true);
    const hidden = all!.parties - total(told);
    expect(hidden).toBeGreaterThanOrEqual(least);
  });

  it('whoever sees only their own is told of their own, by whatever the search found of all', async () => {
    await as('mine');
    const { averages, last } = await summary();
    expect(last!.parties).toBe(6);
    expect(averages!.all!.parties).toBe(6);
    expect(averages!.owners.map(({ owner }) => owner!.id)).toEqual([owners['mine']]);
  });
});
