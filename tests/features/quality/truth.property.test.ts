// Every rule a site can make, against records of every kind: the database and a plain reading of the rule find the same parties.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Condition, Definition, type FieldTest, type WishDefinition } from '@shared/features/quality/rule';
import { rulePresets } from '@shared/features/quality/presets';
import { patternNames, patterns } from '@shared/features/quality/patterns';
import { testableFields, testedEntities, testsOf } from '@shared/features/quality/testable';
import { partyKinds, roleTypes } from '@shared/catalogue';
import { judgedOf, scoreOf, scoresOf } from '../../../src-main/features/quality/judge';
import { officeRules } from '../../../src-main/features/quality/office-rules';
import { selectBreaking } from '../../../src-main/features/quality/rules.sql';
import { openEngine, value, type TestEngine } from '../../support/open-engine';
import { draftsOf, linkedOffice, type Office } from './support/office';

let test: TestEngine;
let office: Office;
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
  office = await linkedOffice(test, draftsOf(120));
}, 120_000);
afterAll(() => test.close());

type Row = Readonly<Record<string, string | number | null>>;

/** A glob read as it is explained: `*`, `?`, `[…]`. */
function fitsGlob(text: string, glob: string): boolean {
  const source = glob.replace(/\[[^\]]*\]|[\s\S]/gu, (part) => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    return part.length > 1 ? part : part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u').test(text);
}

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

const DAY = 86_400_000;

function passes(of: Condition['of'], row: Row, one: FieldTest, whose: string): boolean {
  const cell = row[one.field] ?? null;
  const isEmpty = cell === null || cell === '' || cell === 0;
  const before = (days: number): string | number => {
    const midnight = Date.UTC(2026, 4, 5, 21);
    if (testableFields(of)[one.field]!.type === 'instant') return midnight - days * DAY;
    return new Date(Date.UTC(2026, 4, 6) - days * DAY).toISOString().slice(0, 10);
  };
  switch (one.test) {
    case 'empty':
      return isEmpty;
    case 'filled':
      return !isEmpty;
    case 'in':
      return cell !== null && one.values.includes(String(cell));
    case 'not-in':
      return cell === null || !one.values.includes(String(cell));
    case 'older':
      return cell !== null && cell < before(one.days);
    case 'within':
      return cell !== null && cell >= before(one.days);
    case 'matches':
    case 'matches-not': {
      if (cell === null) return false;
      const { any, none } = patterns[one.pattern];
      const text = lower(String(cell));
      const fits = any.some((glob) => fitsGlob(text, glob)) && !none.some((glob) => fitsGlob(text, glob));
      return one.test === 'matches' ? fits : text !== '' && !fits;
    }
    case 'shared':
      return office.sharing(whose, String(row['kind']), String(cell)) > one.more;
  }
}

const holds = (party: string, { of, where, least, most }: Condition): boolean => {
  const rows = office.rowsOf(party, of).filter((row) => where.every((one) => passes(of, row, one, party)));
  return (least === undefined || rows.length >= least) && (most === undefined || rows.length <= most);
};

const inScope = (party: string, { kinds, roles }: Definition['who']): boolean =>
  (kinds.length === 0 || (kinds as string[]).includes(String(office.rowsOf(party, 'party')[0]!['kind']))) &&
  (roles.length === 0 ||
    office
      .rowsOf(party, 'party_role')
      .some((row) => (roles as string[]).includes(String(row['type'])) && row['stage'] !== 'ended'));

const plainly = ({ who, all }: Definition): string[] =>
  office.parties.filter((party) => inScope(party, who) && all.every((one) => holds(party, one))).toSorted();

const judged = () => judgedOf(test.engine.base()!.read, office.everyId, { now: test.clock.now() });

const inDatabase = (rule: Definition): string[] =>
  test.engine
    .base()!
    .read.all(selectBreaking(rule, judged()))
    .map(({ id }) => id)
    .toSorted();

const valuesFor = (of: Condition['of'], name: string): fc.Arbitrary<string[]> => {
  const choices = testableFields(of)[name]!.choices;
  const any =
    choices === undefined ? fc.constantFrom('employee', 'spouse', 'الرياض', 'x', '0') : fc.constantFrom(...choices);
  return fc.uniqueArray(any, { minLength: 1, maxLength: 3 });
};

const testFor = (of: Condition['of']): fc.Arbitrary<FieldTest> =>
  fc.constantFrom(...Object.keys(testableFields(of)).filter((name) => testsOf(of, name).length > 0)).chain((field) =>
    fc.constantFrom(...testsOf(of, field)).chain((kind): fc.Arbitrary<FieldTest> => {
      if (kind === 'empty' || kind === 'filled') return fc.constant({ field, test: kind });
      if (kind === 'in' || kind === 'not-in')
        return valuesFor(of, field).map((values) => ({ field, test: kind, values }));
      if (kind === 'older' || kind === 'within')
        return fc.constantFrom(0, 1, 30, 365, 20_000).map((days) => ({ field, test: kind, days }));
      if (kind === 'shared') return fc.integer({ min: 1, max: 5 }).map((more) => ({ field, test: kind, more }));
      return fc.constantFrom(...patternNames).map((pattern) => ({ field, test: kind, pattern }));
    }),
  );

const condition: fc.Arbitrary<Condition> = fc.constantFrom(...testedEntities).chain((of) =>
  fc
    .record({
      where: fc.array(testFor(of), { maxLength: 3 }),
      count: fc.oneof(
        fc.integer({ min: 1, max: 3 }).map((least) => ({ least })),
        fc.integer({ min: 0, max: 2 }).map((most) => ({ most })),
        fc.constant({ least: 1, most: 1 }),
      ),
    })
    .map(({ where, count }) => Condition.parse({ of, where, ...count })),
);

const someOf = <T extends string>(all: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(fc.constant<T[]>([]), fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 }));
const scope = fc.record({ kinds: someOf(partyKinds), roles: someOf(roleTypes) });

const rule: fc.Arbitrary<Definition> = fc
  .record({ who: scope, all: fc.array(condition, { minLength: 1, maxLength: 2 }) })
  .map((made) => Definition.parse(made));

describe('a rule', () => {
  it('of any shape finds exactly whom a plain reading of it finds, merged records as one', () => {
    const sizes = { found: 0, missed: 0 };
    fc.assert(
      fc.property(rule, (made) => {
        const found = inDatabase(made);
        sizes.found += found.length;
        sizes.missed += office.parties.length - found.length;
        expect(found).toEqual(plainly(made));
      }),
      { numRuns: 400 },
    );
    expect(Math.min(sizes.found, sizes.missed)).toBeGreaterThan(1000);
  }, 120_000);

  it.each(rulePresets)('that ships finds whom it names and nobody else: $id', ({ id, definition }) => {
    const found = inDatabase(definition);
    expect(found).toEqual(plainly(definition));
    expect(found.length, id).toBeGreaterThan(0);
    expect(found.length, id).toBeLessThan(office.parties.length);
  });
});

describe('completeness', () => {
  const wish: fc.Arbitrary<{ weight: number; definition: WishDefinition }> = fc.record({
    weight: fc.integer({ min: 1, max: 10 }),
    definition: fc.record({ who: scope, has: condition }),
  });

  const scoresBy = (wishes: readonly { weight: number; definition: WishDefinition }[]): Map<string, number> => {
    const { read } = test.engine.base()!;
    return new Map(scoresOf(read, { ...officeRules(read), wishes: wishes as never }, judged()));
  };

  it('is the share, by weight, of what is wished for and there; nobody of whom nothing is wished has one', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 5 }), (wishes) => {
        const scores = scoresBy(wishes);
        for (const party of office.parties) {
          const about = wishes.filter(({ definition }) => inScope(party, definition.who));
          const sum = (all: typeof about) => all.reduce((total, { weight }) => total + weight, 0);
          const there = about.filter(({ definition }) => holds(party, definition.has));
          expect(scores.get(party)).toBe(about.length === 0 ? undefined : scoreOf(sum(there), sum(about)));
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('stays the same when all weights grow alike, and is 100 only where nothing is missing', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 4 }), fc.integer({ min: 2, max: 9 }), (wishes, by) => {
        const scores = scoresBy(wishes);
        expect(scoresBy(wishes.map((one) => ({ ...one, weight: one.weight * by })))).toEqual(scores);
        for (const [party, score] of scores) {
          const isComplete = wishes.every(
            ({ definition }) => !inScope(party, definition.who) || holds(party, definition.has),
          );
          expect(score === 100).toBe(isComplete);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('of a party as the page tells it is what the search keeps', async () => {
    const { read } = test.engine.base()!;
    const kept = new Map(scoresOf(read, officeRules(read), judged()));
    for (const id of office.parties)
      expect(value(await test.client.quality.ofParty({ id })).score).toBe(kept.get(id) ?? null);
  }, 60_000);
});
