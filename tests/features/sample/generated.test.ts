// Bases of any size: what the generators promise about parties, activities and relationships.
import { expect, test } from 'vitest';
import {
  generateActivities,
  generateParties,
  generateRelationships,
  hubActivityCount,
  hubPartyIndex,
  type GeneratedParty,
} from '../../../src-main/features/sample';
import { createNameBanks } from '../../../src-main/features/sample/names/banks';
import { createStoryBook } from '../../../src-main/features/sample/stories/story';
import { activityKinds } from '../../../src-shared/catalogue';
import { ActivityDraft } from '../../../src-shared/features/activities/activity';
import { checkIdentifier } from '../../../src-shared/features/parties/identifiers';
import { PartyDraft } from '../../../src-shared/features/parties/party';
import { relationshipType } from '../../../src-shared/features/relationships/relationship-types';
import { normalisePhone } from '../../../src-shared/text/phone';

const NOW = Date.UTC(2026, 4, 6, 7, 14);
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const parties = (count: number, seed = 1405): GeneratedParty[] => [...generateParties({ count, seed })];
const thousands = parties(20_000);

const countBy = <T>(list: Iterable<T>, name: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of list) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
  return counts;
};

test('the same seed makes the same parties, another seed makes others', () => {
  expect(parties(500)).toEqual(thousands.slice(0, 500));
  expect(parties(500, 2)).not.toEqual(thousands.slice(0, 500));
});

test('a large base begins with the very parties of a small one', () => {
  expect(thousands.slice(0, 1000)).toEqual(parties(1000));
});

test('every generated party is one the office could type in', () => {
  for (const { draft } of thousands.slice(0, 6000)) PartyDraft.parse(draft);
});

test('every key is different and says the index', () => {
  expect(new Set(thousands.map((party) => party.key)).size).toBe(thousands.length);
  expect(thousands[123]!.key).toBe('party-123');
});

test('half of the names are Arabic, three tenths Persian, two tenths Latin', () => {
  const shares = countBy(thousands, ({ draft }) => draft.language!);
  expect(shares['ar']! / thousands.length).toBeCloseTo(0.5, 1);
  expect(shares['fa']! / thousands.length).toBeCloseTo(0.3, 1);
  expect(shares['en']! / thousands.length).toBeCloseTo(0.2, 1);
  const arabicLetters = thousands.filter(({ draft }) => /[\u0600-\u06ff]/.test(draft.names[0]!.text)).length;
  expect(arabicLetters / thousands.length).toBeCloseTo(0.8, 1);
});

test('about 15 of 100 parties are organisations and 3 are groups', () => {
  const kinds = countBy(thousands, ({ draft }) => draft.kind);
  expect(kinds['organisation']! / thousands.length).toBeCloseTo(0.15, 2);
  expect(kinds['group']! / thousands.length).toBeCloseTo(0.03, 2);
});

test('there are far more than 20,000 family names, a few of them very common', () => {
  const { arabic, persian, latin } = createNameBanks();
  const families = [arabic, persian, ...latin].map((bank) => bank.family.names.map((name) => name.native));
  expect(new Set(families.flat()).size).toBeGreaterThan(24_000);
  const drawn = countBy(
    thousands.filter(({ draft }) => draft.names[0]!.family),
    ({ draft }) => draft.names[0]!.family!,
  );
  const sorted = Object.values(drawn).sort((a, b) => b - a);
  expect(sorted.length).toBeGreaterThan(4000);
  expect(sorted.slice(0, 50).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1200);
});

test('given names and family names are as many as an office of three scripts needs', () => {
  const { arabic, persian, latin } = createNameBanks();
  for (const bank of [arabic, persian]) {
    expect(bank.given.female.names.length + bank.given.male.names.length).toBeGreaterThanOrEqual(250);
    expect(bank.family.names.length).toBeGreaterThan(5000);
  }
  const given = latin.reduce((sum, bank) => sum + bank.given.female.names.length + bank.given.male.names.length, 0);
  expect(given).toBeGreaterThanOrEqual(150);
});

test('no name bank says the same name twice', () => {
  const { arabic, persian, latin } = createNameBanks();
  for (const bank of [arabic, persian, ...latin]) {
    for (const list of [bank.given.female, bank.given.male, bank.family]) {
      expect(new Set(list.names.map((name) => name.native)).size).toBe(list.names.length);
    }
  }
});

test('names are typed as offices type them: without hamza, with ه for ة, on the other keyboard, vowelled, joined', () => {
  const arabic = thousands
    .filter(({ draft }) => draft.language === 'ar' && draft.kind === 'person')
    .map(({ draft }) => draft.names[0]!.text);
  const persian = thousands
    .filter(({ draft }) => draft.language === 'fa' && draft.kind === 'person')
    .map(({ draft }) => draft.names[0]!.text);
  const has = (list: string[], pattern: RegExp): boolean => list.some((text) => pattern.test(text));
  for (const pattern of [
    /أحمد/,
    /احمد/,
    /فاطمة/,
    /فاطمه/,
    /عبد الله/,
    /عبدالله/,
    /علي(\s|$)/,
    /على(\s|$)/,
    /ی/,
    /\u0640/,
  ]) {
    expect(has(arabic, pattern), String(pattern)).toBe(true);
  }
  for (const pattern of [/\u200c/, /ي/, /ك/, /ائی/]) expect(has(persian, pattern), String(pattern)).toBe(true);
  const vowelled = [...arabic, ...persian].filter((text) => /[\u064b-\u0652]/.test(text)).length;
  expect(vowelled / (arabic.length + persian.length)).toBeGreaterThan(0.02);
  expect(vowelled / (arabic.length + persian.length)).toBeLessThan(0.045);
});

test('some Arabic and Persian names are also kept in Latin letters', () => {
  const second = thousands.filter(({ draft }) => draft.names.some((name) => name.kind === 'transliteration')).length;
  expect(second / thousands.length).toBeGreaterThan(0.1);
});

test('every identity number passes its published rule', () => {
  const verdicts = thousands.flatMap(({ draft }) =>
    (draft.identifiers ?? []).map(({ scheme, value }) => `${scheme} ${checkIdentifier(scheme, value).verdict}`),
  );
  const counts = countBy(verdicts, (verdict) => verdict);
  expect(Object.keys(counts).filter((verdict) => verdict.endsWith('invalid'))).toEqual([]);
  for (const scheme of [
    'sa-national-id',
    'sa-iqama',
    'ae-emirates-id',
    'eg-national-id',
    'ir-national-id',
    'ir-company-id',
    'iban',
  ]) {
    expect(counts[`${scheme} valid`], scheme).toBeGreaterThan(5);
  }
});

test('telephone numbers are possible ones of their country, typed in many shapes and three sets of digits', () => {
  const phones = thousands.flatMap(({ draft }) =>
    (draft.contactPoints ?? [])
      .filter((point) => point.kind === 'phone' && point.label === 'mobile')
      .map((point) => ({ value: point.value, country: draft.addresses?.[0]?.country })),
  );
  const placed = phones.filter((phone) => phone.country);
  const understood = placed.filter(({ value, country }) => normalisePhone(value, country!).e164 !== null).length;
  expect(understood / placed.length).toBeGreaterThan(0.99);
  for (const shape of [/^0\d+$/, /^\+\d+$/, /^00\d+$/, /-/, / /, /\(/, /[\u0660-\u0669]/, /[\u06f0-\u06f9]/]) {
    expect(
      phones.some(({ value }) => shape.test(value)),
      String(shape),
    ).toBe(true);
  }
  expect(new Set(phones.map(({ value }) => normalisePhone(value, 'SA').digits)).size / phones.length).toBeGreaterThan(
    0.9,
  );
});

test('mail goes to no address that anybody owns', () => {
  for (const { draft } of thousands) {
    for (const point of draft.contactPoints ?? []) {
      if (point.kind === 'email') expect(point.value).toMatch(/^[a-z0-9._-]+@([a-z0-9-]+\.)*example\.(com|org|net)$/);
    }
  }
});

test('a base can be of one country: everybody lives there', () => {
  for (const country of ['SA', 'AE', 'EG', 'IR'] as const) {
    const found = [...generateParties({ count: 400, seed: 3, country })].flatMap(({ draft }) =>
      (draft.addresses ?? []).map((address) => address.country),
    );
    expect(new Set(found)).toEqual(new Set([country]));
  }
});

test('every relationship joins kinds that may be joined, and nobody to themselves', () => {
  const options = { seed: 1405, partyCount: thousands.length };
  const edges = [...generateRelationships(options)];
  for (const { fromIndex, toIndex, type } of edges) {
    const rule = relationshipType(type)!;
    expect(rule.from).toContain(thousands[fromIndex]!.draft.kind);
    expect(rule.to).toContain(thousands[toIndex]!.draft.kind);
    expect(fromIndex).not.toBe(toIndex);
  }
  expect(edges).toEqual([...generateRelationships(options)]);
  for (const type of ['spouse', 'parent', 'head', 'member', 'employee'])
    expect(edges.some((edge) => edge.type === type)).toBe(true);
});

test('no relationship is said twice', () => {
  const said = [...generateRelationships({ seed: 9, partyCount: 5000 })].map(
    (edge) => `${edge.fromIndex} ${edge.type} ${edge.toIndex}`,
  );
  expect(new Set(said).size).toBe(said.length);
});

test('a child has the family name and the home of its father', () => {
  const child = [...generateRelationships({ seed: 1405, partyCount: thousands.length })].filter(
    (edge) => edge.type === 'parent',
  );
  const cities = child.map(({ fromIndex, toIndex }) =>
    [fromIndex, toIndex].map((index) => thousands[index]!.draft.addresses?.[0]?.country),
  );
  for (const [parent, own] of cities) if (parent && own) expect(own).toBe(parent);
});

const activities = (count: number, partyCount: number) => [
  ...generateActivities({ count, seed: 1405, partyCount, now: NOW }),
];

test('the same seed makes the same activities', () => {
  expect(activities(300, 100)).toEqual(activities(300, 100));
});

test('every generated activity is one the office could log, about parties that exist', () => {
  for (const { draft, partyIndexes } of activities(5000, 800)) {
    ActivityDraft.parse({ ...draft, partyIds: partyIndexes.map(() => ID) });
    expect(new Set(partyIndexes).size).toBe(partyIndexes.length);
    for (const index of partyIndexes) expect(index >= 0 && index < 800).toBe(true);
    expect(`${draft.subject}${draft.body}`).not.toMatch(/[{}]|undefined/);
  }
});

test('activities fill the five years before now in order of time', () => {
  const times = activities(5000, 500).map(({ draft }) => draft.at);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(times.at(-1)).toBeLessThanOrEqual(NOW);
  expect(times[0]).toBeGreaterThan(NOW - 5.01 * 365.25 * 86_400_000);
  expect(times.at(-1)! - times[0]!).toBeGreaterThan(4.9 * 365 * 86_400_000);
});

test('one party is by far the busiest: 20,000 activities in a base of two million, one of a hundred in smaller ones', () => {
  expect(hubActivityCount(2_000_000)).toBe(20_000);
  expect(hubActivityCount(5_000_000)).toBe(20_000);
  const perParty = countBy(
    activities(40_000, 20_000).flatMap(({ partyIndexes }) => partyIndexes),
    String,
  );
  expect(perParty[String(hubPartyIndex)]).toBe(400);
  expect(Math.max(...Object.values(perParty))).toBe(400);
});

test('very small bases work too', () => {
  expect(activities(10, 1).every(({ partyIndexes }) => partyIndexes[0] === 0)).toBe(true);
  expect([...generateRelationships({ seed: 1, partyCount: 1 })]).toEqual([]);
  expect(parties(0)).toEqual([]);
});

test('each language tells at least sixty different steps over every kind of activity', () => {
  const book = createStoryBook();
  for (const stories of Object.values(book)) {
    const steps = stories.flatMap((story) => story.steps);
    expect(steps.length).toBeGreaterThanOrEqual(60);
    const kinds = countBy(steps, (step) => step.kind);
    for (const kind of activityKinds) expect(kinds[kind], kind).toBeGreaterThanOrEqual(6);
  }
});

test('the three languages tell the same stories', () => {
  const { arabic, persian, latin } = createStoryBook();
  const shape = (stories: typeof arabic): string[] =>
    stories.map(
      ({ audience, steps }) =>
        `${audience} ${steps.map((step) => `${step.kind}${step.direction ?? ''}${step.daysAfter}`).join(' ')}`,
    );
  expect(shape(persian)).toEqual(shape(arabic));
  expect(shape(latin)).toEqual(shape(arabic));
});
