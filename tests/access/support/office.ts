// An office with branches, stand-ins, territories, merged records and every kind of fact, and chance policies over it.

import { catalogue } from '@shared/catalogue';
import { grantable, shippedRoles } from '@shared/features/policy/shipped-roles';
import { maskableFields, maskNames, RolePolicy, scopeNames, type Scope } from '@shared/features/policy/policy';
import { scopedPermissions } from '@shared/core/permissions';
import type { Database } from '../../../src-main/db';
import { ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import type { Everything, Row } from './naive';

export interface Office {
  readonly test: TestEngine;
  readonly users: readonly string[];
  readonly units: readonly string[];
  readonly parties: readonly string[];
}

type Chance = () => number;
export const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
const maybe = <T>(chance: Chance, share: number, give: () => T): T | null => (chance() < share ? give() : null);

const given = ['محمد', 'فاطمة', 'علی', 'مریم', 'John', 'Sara', 'یوسف', 'نورة'];
const family = ['الحربي', 'کریمی', 'Hill', 'القحطاني', 'رضایی', 'Stone'];
const cities = ['الرياض', 'شیراز', 'Dubai', 'جدة'];

export async function makeOffice(chance: Chance, size: number): Promise<Office> {
  const test = await openEngine();
  const { client } = test;
  const users = [test.engine.actor()!.userId!];
  for (let index = 0; index < 7; index += 1)
    users.push(value(await client.users.create({ login: `user${index}`, role: 'staff', passphrase })).id);
  const units = await makeUnits(test, users);
  const parties: string[] = [];
  const pipelineId = value(await client.pipelines.begin({ preset: 'sales' })).id;
  for (let index = 0; index < size; index += 1) {
    parties.push(await makeParty(test, chance, { users, units, index }));
    if (index % 3 === 0) await makeActivity(test, chance, parties);
    if (index % 3 === 1) await makeDeal(test, chance, { users, parties, pipelineId });
    if (index % 3 === 2) await makeLead(test, chance, { users, units, parties, pipelineId });
    if (index % 3 === 2) await makeTask(test, chance, { users, parties });
    if (index % 4 === 1) await makeQuote(test, chance, { users, partyId: parties[index]! });
    if (index % 4 === 3)
      await authorise(test, chance, { of: parties[index]!, to: pick(chance, parties.slice(0, index)) });
    if (index % 4 === 1) await saySomething(test, chance, parties[index]!);
    if (index % 3 === 2) await relateTwo(test, { from: parties[index]!, to: pick(chance, parties.slice(0, index)) });
  }
  for (let index = 0; index < size / 10; index += 1) await mergeTwo(test, chance, parties);
  for (const id of parties.slice(0, size / 4)) await changeSome(test, chance, id);
  for (let index = 0; index < 12; index += 1) await expectSomething(test, chance, { users, units });
  await ended(test, value(await client.forecast.snapshot({})).jobId);
  return { test, users, units, parties };
}

async function makeUnits({ client }: TestEngine, users: readonly string[]): Promise<string[]> {
  const unit = async (kind: 'branch' | 'team' | 'territory', more: object): Promise<string> =>
    value(await client.policy.saveUnit({ kind, name: kind, ...more })).id;
  const branch = await unit('branch', { managerId: users[1] });
  const first = await unit('team', { parentId: branch, managerId: users[2] });
  const second = await unit('team', { parentId: branch, deputyId: users[3] });
  const other = await unit('branch', { managerId: users[4] });
  const past = await unit('team', { parentId: other, toOn: '2020-01-01', managerId: users[5] });
  const south = await unit('territory', { cities: ['شيراز', 'DUBAI'], managerId: users[5] });
  const member = async (unitId: string, index: number, dates: object = {}): Promise<unknown> =>
    value(await client.policy.addMember({ unitId, userId: users[index]!, ...dates }));
  await member(first, 3);
  await member(second, 5);
  await member(second, 6, { toOn: '2020-01-01' });
  await member(south, 6);
  await member(other, 7);
  value(await client.policy.addStandIn({ forId: users[4]!, byId: users[7]!, fromOn: '2026-01-01' }));
  value(
    await client.policy.addStandIn({ forId: users[2]!, byId: users[6]!, fromOn: '2020-01-01', toOn: '2020-02-01' }),
  );
  return [branch, first, second, other, past];
}

interface Making {
  readonly users: readonly string[];
  readonly units: readonly string[];
  readonly index: number;
}

async function makeParty({ client }: TestEngine, chance: Chance, { users, units, index }: Making): Promise<string> {
  const user = (): string => pick(chance, users);
  const kind = pick(chance, ['person', 'person', 'person', 'organisation', 'group'] as const);
  const draft = {
    kind,
    names: [{ text: `${pick(chance, given)} ${pick(chance, family)} ${index}`, given: pick(chance, given) }],
    contactPoints: [{ kind: 'phone' as const, value: `05${String(10_000_000 + index * 7919).slice(0, 8)}` }],
    addresses: [{ kind: 'home' as const, city: pick(chance, cities), lines: `Street ${index}` }],
    identifiers: chance() < 0.5 ? [{ scheme: 'other' as const, value: `ID-${900_000 + index}` }] : [],
    occasions: chance() < 0.3 ? [{ kind: 'birthday' as const, calendar: 'gregory' as const, month: 3, day: 9 }] : [],
    preferences: chance() < 0.3 ? [{ key: 'likes' as const, value: 'tea' }] : [],
    needs: chance() < 0.2 ? [{ words: 'a loan', urgency: 'soon' as const, status: 'open' as const }] : [],
    roles:
      chance() < 0.4
        ? [
            {
              type: pick(chance, ['customer', 'patient', 'supplier'] as const),
              ownerId: maybe(chance, 0.5, user),
              deputyId: maybe(chance, 0.3, user),
            },
          ]
        : [],
    ownerId: maybe(chance, 0.7, user),
    unitId: maybe(chance, 0.4, () => pick(chance, units)),
    language: pick(chance, ['ar', 'fa', 'en'] as const),
    note: `note ${index}`,
    ...(kind === 'person'
      ? { birth: { on: `19${50 + (index % 50)}-04-05`, calendar: 'gregory' as const, text: '5 April' } }
      : {}),
  };
  return value(await client.parties.create(draft)).id;
}

async function makeActivity({ client }: TestEngine, chance: Chance, parties: readonly string[]): Promise<void> {
  const { id } = value(
    await client.activities.log({
      kind: 'call',
      subject: `call about ${pick(chance, family)}`,
      body: `said ${pick(chance, given)}`,
      partyIds: chance() < 0.5 ? [pick(chance, parties)] : [...new Set([pick(chance, parties), pick(chance, parties)])],
    }),
  );
  if (chance() < 0.3) value(await client.activities.update({ id, body: 'said more' }));
}

interface Dealing {
  readonly users: readonly string[];
  readonly parties: readonly string[];
  readonly pipelineId: string;
}

async function makeDeal(
  { client }: TestEngine,
  chance: Chance,
  { users, parties, pipelineId }: Dealing,
): Promise<void> {
  const partyId = parties.at(-1)!;
  const { id } = value(
    await client.deals.create({
      partyId,
      pipelineId,
      title: `deal with ${pick(chance, family)}`,
      amount: Math.floor(chance() * 1e6),
      ownerId: maybe(chance, 0.85, () => pick(chance, users)),
      nextStep: 'call again',
      note: 'wants a discount',
      expectedOn: '2026-08-01',
      parties:
        chance() < 0.5 ? [{ partyId: pick(chance, parties), role: 'decider', attitude: 'for', note: 'kind' }] : [],
    }),
  );
  if (chance() < 0.4) value(await client.deals.pause({ id, reason: 'on holiday' }));
  if (chance() < 0.5) value(await client.deals.update({ id, set: { note: 'wants more time' } }));
}

async function makeLead(
  { client }: TestEngine,
  chance: Chance,
  { users, units, parties, pipelineId }: Dealing & { readonly units: readonly string[] },
): Promise<void> {
  const { id } = value(
    await client.leads.create({
      partyId: pick(chance, parties),
      source: pick(chance, ['phone', 'website'] as const),
      interest: `asked for ${pick(chance, family)}`,
      ownerId: maybe(chance, 0.7, () => pick(chance, users)),
      unitId: maybe(chance, 0.4, () => pick(chance, units)),
      note: 'in a hurry',
    }),
  );
  if (chance() < 0.5) value(await client.leads.contact({ id, kind: 'call', subject: 'called back' }));
  if (chance() < 0.3) value(await client.leads.disqualify({ id, reasonId: 'lead-twice', words: 'came twice' }));
  else if (chance() < 0.5) value(await client.leads.qualify({ id, pipelineId, ownerId: pick(chance, users) }));
}

/** About somebody, about a deal or about nobody; some done, some put off. */
async function makeTask(
  { client }: TestEngine,
  chance: Chance,
  { users, parties }: Pick<Dealing, 'users' | 'parties'>,
): Promise<void> {
  const deals = value(await client.deals.list({ limit: 200 })).rows;
  const about = pick(chance, [
    { partyId: pick(chance, parties) },
    ...(deals.length > 0 ? [{ dealId: pick(chance, deals).id }] : []),
    {},
  ]);
  const { id } = value(
    await client.tasks.create({
      ...about,
      title: `call ${pick(chance, family)}`,
      note: 'has asked twice',
      ownerId: pick(chance, users),
      due: { on: '2026-08-01' },
    }),
  );
  if (chance() < 0.3) value(await client.tasks.reschedule({ id, due: null, reason: 'on holiday' }));
  if (chance() < 0.3) value(await client.tasks.complete({ id, note: 'agreed' }));
}

/** What somebody says of purposes and numbers, what they ask for, and what is set down about them. */
async function saySomething({ client }: TestEngine, chance: Chance, partyId: string): Promise<void> {
  const { purposes } = value(await client.privacy.purposes({}));
  const about = { partyId, purposeId: pick(chance, purposes).id, channels: [pick(chance, ['any', 'sms'] as const)] };
  const action = pick(chance, ['given', 'refused'] as const);
  value(await client.consent.record({ ...about, action, source: 'phone', brand: maybe(chance, 0.3, () => 'Nakhla') }));
  if (chance() < 0.3) value(await client.consent.withdraw({ partyId, purposeId: about.purposeId }));
  if (chance() < 0.4) value(await client.privacy.suppressParty({ partyId }));
  if (chance() < 0.3)
    value(await client.privacy.request({ partyId, kind: pick(chance, ['access', 'restrict'] as const) }));
  if (chance() < 0.3) value(await client.privacy.mark({ partyId, kind: 'hold', reason: 'case 12' }));
  if (chance() < 0.3)
    value(await client.authority.addQuestion({ subjectId: partyId, question: 'first school', answer: 'hope' }));
}

/** Goals of people, units and the office, and what somebody thinks of the forecast. */
async function expectSomething(
  { client }: TestEngine,
  chance: Chance,
  { users, units }: { readonly users: readonly string[]; readonly units: readonly string[] },
): Promise<void> {
  const whose = pick(chance, [{ ownerId: pick(chance, users) }, { unitId: pick(chance, units) }, {}]);
  value(await client.goals.set({ ...whose, metric: pick(chance, ['won-count', 'activities'] as const), target: 9 }));
  value(await client.forecast.adjust({ figure: 'best', currency: 'SAR', delta: 5, reason: 'he said so' }));
}

/** For a deal of anybody's or none; some issued, some answered, some with another version. */
async function makeQuote(
  { client }: TestEngine,
  chance: Chance,
  { users, partyId }: { readonly users: readonly string[]; readonly partyId: string },
): Promise<void> {
  const deals = value(await client.deals.list({})).rows.map(({ id }) => id);
  const { id } = value(
    await client.quotes.create({
      partyId,
      dealId: maybe(chance, 0.5, () => pick(chance, deals)) ?? null,
      ownerId: maybe(chance, 0.85, () => pick(chance, users)),
      title: `quote for ${pick(chance, family)}`,
      lines: [{ text: 'a visit', unitPrice: Math.floor(chance() * 1e6) }],
      terms: 'within a month',
    }),
  );
  if (chance() < 0.5) return;
  const { payable } = value(await client.quotes.get({ id }));
  value(await client.quotes.issue({ id, payable }));
  if (chance() < 0.4) value(await client.quotes.decline({ id, reason: 'too dear' }));
  if (chance() < 0.4) value(await client.quotes.revise({ id }));
}

/** Two who can be friends; of other kinds nothing is made. */
async function relateTwo({ client }: TestEngine, { from, to }: { from: string; to: string }): Promise<void> {
  const made = await client.relationships.create({ fromPartyId: from, toPartyId: to, type: 'friend' });
  if (!made.ok && made.error.code !== 'relationships.kind-mismatch') throw new Error(made.error.code);
}

async function authorise(
  { client }: TestEngine,
  chance: Chance,
  { of, to }: { of: string; to: string },
): Promise<void> {
  const { id } = value(
    await client.authority.grant({
      subjectId: of,
      agentId: to,
      basis: pick(chance, ['guardian', 'mandate', 'spouse'] as const),
      stance: pick(chance, ['allow', 'allow', 'refuse'] as const),
      matters: ['medical', 'contact'],
      note: 'as agreed',
      questions: chance() < 0.2 ? [{ question: 'first school', answer: 'hope' }] : [],
    }),
  );
  if (chance() < 0.3) value(await client.authority.change({ id, disputed: true, disputeNote: 'a brother objects' }));
}

async function mergeTwo({ client }: TestEngine, chance: Chance, parties: readonly string[]): Promise<void> {
  const [intoId, other] = [pick(chance, parties), pick(chance, parties)];
  const merged = await client.parties.merge({ intoId, ids: [other] });
  if (
    !merged.ok &&
    !['parties.same-party', 'parties.kinds-differ', 'parties.already-merged'].includes(merged.error.code)
  )
    throw new Error(merged.error.code);
}

async function changeSome({ client }: TestEngine, chance: Chance, id: string): Promise<void> {
  value(await client.parties.update({ id, set: { note: `changed ${Math.floor(chance() * 1000)}` } }));
}

/** Activities of other authors than whoever made the office: written straight into the base, as an import of history does. */
export function giveAuthors({ test, users }: Office, chance: Chance): void {
  const base = test.engine.base()!;
  const rows = base.writer.prepare<[], { id: string }>('select id from activity').all();
  base.unitOfWork.run({ command: 'imports.run', actor: test.engine.actor()! }, () => {
    for (const { id } of rows)
      base.writer.prepare('update activity set author_id = ? where id = ?').run(pick(chance, users), id);
    for (const { id } of base.writer.prepare<[], { id: string }>('select id from forecast_adjustment').all())
      base.writer.prepare('update forecast_adjustment set by_id = ? where id = ?').run(pick(chance, users), id);
    return { ok: true as const, value: undefined };
  });
}

/** Every row of every table of the catalogue, and the ledger's changes. */
export function everything(database: Database): Everything {
  const tables = [...catalogue.map(({ key }) => key), 'change', 'party_doc', 'activity_doc'];
  return new Map(tables.map((table) => [table, database.prepare<[], Row>(`select * from main.${table}`).all()]));
}

function chanceScope(chance: Chance, { units }: Pick<Office, 'units'>): Scope {
  if (chance() < 0.75) return pick(chance, scopeNames);
  const rules = [
    { kinds: ['person' as const] },
    { languages: ['fa' as const, 'en' as const] },
    { cities: ['شيراز'] },
    { roleTypes: ['patient' as const] },
    { unitIds: [pick(chance, units)], kinds: ['person' as const, 'group' as const] },
  ];
  return { rule: pick(chance, rules) };
}

/** Any policy there could be, the shipped ones among them. */
export function chancePolicy(chance: Chance, office: Pick<Office, 'units'>): RolePolicy {
  if (chance() < 0.15) return pick(chance, Object.values(shippedRoles));
  const grants = Object.fromEntries(
    grantable
      .filter(() => chance() < 0.85)
      .map((permission) => [
        permission,
        (scopedPermissions as readonly string[]).includes(permission) ? chanceScope(chance, office) : 'all',
      ]),
  );
  const fields = Object.fromEntries(
    maskableFields
      .filter(() => chance() < 0.15)
      .map((field) => [
        field,
        { mask: pick(chance, maskNames), ...(chance() < 0.4 ? { unless: chanceScope(chance, office) } : {}) },
      ]),
  );
  const personal = chance() < 0.7 ? 'show' : pick(chance, maskNames);
  return RolePolicy.parse({ grants, fields, personal, sensitive: pick(chance, maskNames) });
}
