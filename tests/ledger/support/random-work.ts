// Random but sensible office work for property tests: commands that mostly succeed, on whatever records are there by then.
import fc from 'fast-check';
import { contactPointKinds, identifierSchemes, roleStages, roleTypes } from '@shared/catalogue';
import { relationshipTypes } from '@shared/features/relationships/relationship-types';
import type { TestEngine } from '../../support/open-engine';

/** One step: an operation and its input, made when its turn comes from a handful of random numbers. */
export interface Step {
  readonly kind: keyof typeof makers;
  readonly picks: readonly number[];
  readonly text: string;
}

/** What there is to work on. */
export interface Known {
  readonly parties: { id: string; kind: string }[];
  readonly relationships: string[];
  readonly roles: string[];
  readonly activities: string[];
  readonly views: string[];
}

export const nothingKnown = (): Known => ({ parties: [], relationships: [], roles: [], activities: [], views: [] });

const names = [
  'أحمد بن يحيى',
  'فاطمة الزهراني',
  'کوروش یزدانی',
  'نازنین پاک‌نژاد',
  'John O’Neil',
  'شركة الأفق',
  'Blue Lamp Ltd',
];
const phones = ['0501234567', '+98 912 345 6789', '٠١٠٠٢٠٣٠٤٠', '12345', 'call me'];
const emails = ['Amal@Example.com', 'kurosh@نمونه.invalid', 'not a mail'];
const cities = ['الرياض', 'تهران', 'Cairo', 'جده'];
const days = ['1999-02-28', '2001-12-31', '2024-02-29'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
type Input = Readonly<Record<string, unknown>>;
type Maker = (picks: readonly number[], text: string, known: Known) => readonly [op: string, input: Input];

const party = (known: Known, index: number) =>
  known.parties.length === 0 ? { id: missingId, kind: 'person' } : pick(known.parties, index);
const one = (list: readonly string[], index: number): string => (list.length === 0 ? missingId : pick(list, index));
const missingId = '00000000-0000-7000-8000-000000000000';

const makers = {
  create: ([a = 0, b = 0, c = 0, d = 0], text) => [
    'parties.create',
    {
      kind: pick(['person', 'organisation', 'group'], a),
      names: [
        { text: `${pick(names, b)} ${text}`, ...(c % 2 === 0 ? { kunya: 'أبو علي' } : {}) },
        ...(d % 3 === 0 ? [{ kind: 'alias', text: pick(names, d) }] : []),
      ],
      contactPoints: [
        { kind: 'phone', value: pick(phones, c), preferred: a % 2 === 0, doNotUse: b % 4 === 0 },
        ...(b % 2 === 0 ? [{ kind: 'email', value: pick(emails, d) }] : []),
      ],
      addresses: c % 2 === 0 ? [{ city: pick(cities, d) }] : [],
      identifiers: d % 2 === 0 ? [{ scheme: pick(identifierSchemes, a + b), value: `10${a}${b}٣${c}` }] : [],
      roles: a % 2 === 0 ? [{ type: pick(roleTypes, b), stage: pick(roleStages, c) }] : [],
      occasions: b % 3 === 0 ? [{ kind: 'birthday', calendar: 'persian', month: 1 + (c % 12), day: 1 + (d % 29) }] : [],
      note: text,
    },
  ],
  set: ([a = 0, b = 0, c = 0], text, known) => [
    'parties.update',
    {
      id: party(known, a).id,
      set: pick(
        [
          { note: text },
          { language: pick(['ar', 'fa', 'en', null], c) },
          { birth: { on: pick(days, c), calendar: 'umalqura', text } },
          { industry: null },
          { status: 'archived' },
        ],
        b,
      ),
    },
  ],
  put: ([a = 0, b = 0, c = 0], text, known) => [
    'parties.update',
    {
      id: party(known, a).id,
      put: pick<Input>(
        [
          { names: [{ kind: 'former', text: `${pick(names, c)} ${text}` }] },
          { contactPoints: [{ kind: pick(contactPointKinds, c), value: pick([...phones, ...emails], c) }] },
          { addresses: [{ city: pick(cities, c) }] },
          { identifiers: [{ scheme: pick(identifierSchemes, c), value: `77${c}` }] },
          { preferences: [{ key: 'likes', value: text === '' ? 'شاي' : text }] },
        ],
        b,
      ),
    },
  ],
  remove: ([a = 0], _, known) => ['parties.remove', { ids: [party(known, a).id] }],
  restore: ([a = 0], _, known) => ['parties.restore', { ids: [party(known, a).id] }],
  bulk: ([a = 0, b = 0], _, known) => [
    'parties.bulkUpdate',
    { ids: [party(known, a).id, party(known, b).id], set: { status: pick(['active', 'archived'], a) } },
  ],
  relate: ([a = 0, b = 0, c = 0], text, known) => {
    const [from, to] = [party(known, a), party(known, b)];
    const fitting = relationshipTypes.filter(
      (type) =>
        (type.from as readonly string[]).includes(from.kind) && (type.to as readonly string[]).includes(to.kind),
    );
    return [
      'relationships.create',
      {
        fromPartyId: from.id,
        toPartyId: to.id,
        type: fitting.length === 0 ? 'friend' : pick(fitting, c).key,
        note: text,
      },
    ];
  },
  reword: ([a = 0, b = 0], text, known) => [
    'relationships.update',
    { id: one(known.relationships, a), position: text, toOn: pick([...days, null], b) },
  ],
  unrelate: ([a = 0], _, known) => ['relationships.remove', { id: one(known.relationships, a) }],
  addRole: ([a = 0, b = 0], text, known) => [
    'roles.add',
    { partyId: party(known, a).id, type: pick(roleTypes, b), terms: text },
  ],
  moveRole: ([a = 0, b = 0], text, known) => [
    'roles.move',
    { id: one(known.roles, a), to: pick(roleStages, b), reason: text },
  ],
  endRole: ([a = 0, b = 0], _, known) => [
    'roles.end',
    { id: one(known.roles, a), endedOn: pick(days, b), reason: 'انتقل' },
  ],
  log: ([a = 0, b = 0, c = 0], text, known) => [
    'activities.log',
    {
      kind: pick(['call', 'visit', 'note'], c),
      subject: `زيارة ${text}`,
      at: 1_700_000_000_000 + c * 60_000,
      partyIds: [...new Set([party(known, a).id, party(known, b).id])],
    },
  ],
  relog: ([a = 0, b = 0, c = 0], text, known) => [
    'activities.update',
    {
      id: one(known.activities, a),
      ...pick<Input>(
        [
          { subject: `تماس ${text}` },
          { at: 1_600_000_000_000 + c },
          { partyIds: [party(known, c).id] },
          { kind: 'letter' },
        ],
        b,
      ),
    },
  ],
  unlog: ([a = 0], _, known) => ['activities.remove', { id: one(known.activities, a) }],
  view: ([a = 0], text, known) => [
    'views.save',
    {
      ...(a % 2 === 0 || known.views.length === 0 ? {} : { id: one(known.views, a) }),
      list: 'parties',
      name: `نما ${text}`,
      definition: { filter: {}, sort: { by: 'name', direction: 'ascending' }, columns: ['name'] },
    },
  ],
  merge: ([a = 0, b = 0, c = 0], text, known) => {
    const into = party(known, a);
    const alike = known.parties.filter(({ id, kind }) => kind === into.kind && id !== into.id);
    const other = alike.length === 0 ? missingId : pick(alike, b).id;
    const choices = c % 3 === 0 ? { note: other, name: c % 2 === 0 ? other : into.id } : {};
    return ['parties.merge', { intoId: into.id, ids: [other], choices, reason: text }];
  },
  unmerge: ([a = 0], _, known) => ['parties.unmerge', { ids: [party(known, a).id] }],
  unview: ([a = 0], _, known) => ['views.remove', { id: one(known.views, a) }],
} as const satisfies Record<string, Maker>;

const kinds = Object.keys(makers) as (keyof typeof makers)[];

/** Making things is tried more often than working on them, so that there is something to work on. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 4, arbitrary: fc.constant('create' as const) },
    { weight: 4, arbitrary: fc.constantFrom('relate' as const, 'log' as const, 'addRole' as const) },
    { weight: 2, arbitrary: fc.constantFrom('merge' as const, 'unmerge' as const) },
    { weight: 12, arbitrary: fc.constantFrom(...kinds) },
  ),
  picks: fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }),
  text: fc.constantFrom('', 'ی', 'كلمة', 'x "y"', 'نیم‌فاصله', '١٢٣'),
});

/** Runs one step; answers its operation's id when it changed something. */
export async function runStep(test: TestEngine, known: Known, step: Step): Promise<string | null> {
  const before = test.committed.length;
  const maker: Maker = makers[step.kind];
  const [op, input] = maker(step.picks, step.text, known);
  const reply = await test.engine.call(op, input);
  if (reply.ok) await note(test, known, { op, input, value: reply.value as { id: string } });
  else if (reply.error.code.startsWith('door.'))
    throw new Error(`${op} ${JSON.stringify(input)}: ${JSON.stringify(reply.error)}`);
  return test.committed.length > before ? test.committed.at(-1)!.operationId : null;
}

async function note(
  test: TestEngine,
  known: Known,
  { op, input, value }: { op: string; input: Input; value: { id: string } },
): Promise<void> {
  if (op === 'parties.create') known.parties.push({ id: value.id, kind: String(input['kind']) });
  if (op === 'relationships.create') known.relationships.push(value.id);
  if (op === 'roles.add') known.roles.push(value.id);
  if (op === 'activities.log') known.activities.push(value.id);
  if (op === 'views.save' && !known.views.includes(value.id)) known.views.push(value.id);
  if (op !== 'parties.create') return;
  const rows = test.engine
    .base()!
    .writer.prepare('select id from party_role where party_id = ?')
    .pluck()
    .all(value.id) as string[];
  known.roles.push(...rows);
}
