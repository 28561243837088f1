// One round through the operations of the office, so that every statement they are made of has been run.

import { value, type TestEngine } from '../../support/open-engine';
import type { Recorded } from './recorded-statements';

interface Asked {
  readonly op: string;
  readonly input: object;
}

type Answer = Record<string, unknown> & { id: string };

export async function askEverything(test: TestEngine, recorded: Recorded, golden: readonly Asked[]): Promise<void> {
  const call = async (op: string, input: object, sent: object = input): Promise<Answer> => {
    recorded.begin(op, input);
    return value(await test.engine.call(op, sent)) as Answer;
  };
  const [someone] = (await call('parties.list', { filter: { kinds: ['person'] }, limit: 3 }))['rows'] as {
    id: string;
  }[];
  const partyId = someone!.id;
  const [user] = (await call('users.list', {}))['users'] as { id: string }[];
  for (const { op, input } of golden)
    await page(call, { op, input, sent: filled(op, input, { partyId, authorId: user!.id }) });
  for (const filter of [
    { status: 'active' },
    { ownerId: user!.id },
    { language: 'ar' },
    { roleType: 'patient', roleStage: 'active' },
    { createdFrom: 1 },
  ]) {
    await call('parties.list', { filter });
  }
  for (const filter of [{ kinds: ['call'] }, { from: 1, to: 2e12 }, { text: 'call' }])
    await call('parties.timeline', { partyId, ...filter });
  await page(call, { op: 'parties.history', input: { partyId }, sent: { partyId, limit: 1 } });
  await call('parties.index', { filter: {} });
  await call('parties.graph', { id: partyId, depth: 2 });
  for (const text of ['م', 'محمد ع', 'mohammed', 'a@b']) await call('search.find', { text });
  for (const filter of [{ kinds: ['call'] }, { authorId: user!.id }])
    await page(call, { op: 'activities.list', input: filter, sent: { ...filter, limit: 2 } });
  await call('operations.list', { userId: user!.id });
  await duplicates(call, partyId);
  await quality(call, partyId);
  await write(call, partyId);
}

/** The warning, and the queue with and without a band, before and after a decision. */
async function duplicates(call: Call, partyId: string): Promise<void> {
  const probe = {
    kind: 'person',
    names: [{ text: 'محمد العتيبي' }, { text: 'Nour' }],
    contactPoints: [
      { kind: 'phone', value: '0501234567' },
      { kind: 'email', value: 'a@b.example' },
    ],
    identifiers: [{ scheme: 'other', value: '1' }],
    birth: { on: '1980-01-02', calendar: 'gregory', text: '' },
  };
  await call('duplicates.check', { probe });
  await call('duplicates.ofParty', { id: partyId });
  for (const filter of [{}, { band: 'likely' }, { state: 'different' }])
    await page(call, { op: 'duplicates.list', input: filter, sent: { ...filter, limit: 1 } });
  await call('duplicates.lastScan', {});
}

/** A party judged by every rule, and the lists of what was found and dismissed. */
async function quality(call: Call, partyId: string): Promise<void> {
  const { rules } = (await call('quality.rules', {})) as unknown as { rules: { id: string; definition: object }[] };
  for (const { id, definition } of rules.filter((rule) => rule.id === 'one-script'))
    await call('quality.saveRule', { id, name: null, severity: 'low', ownerId: null, active: true, definition });
  await call('quality.ofParty', { id: partyId });
  await call('quality.dismiss', { partyId, ruleId: 'stale', reason: 'r' });
  await call('quality.summary', {});
  for (const filter of [{}, { severity: 'high' }, { dismissed: true }])
    await page(call, { op: 'quality.list', input: filter, sent: { ...filter, limit: 1 } });
}

type Call = (op: string, input: object, sent?: object) => Promise<Answer>;

/** The first page and the one after it. */
async function page(call: Call, { op, input, sent }: Asked & { sent: object }): Promise<void> {
  const { next } = await call(op, input, sent);
  if (typeof next === 'string') await call(op, { ...input, deeper: true }, { ...sent, after: next });
}

function filled(op: string, input: object, { partyId, authorId }: { partyId: string; authorId: string }): object {
  if (op === 'parties.get') return { id: partyId };
  if (op === 'parties.timeline') return 'author' in input ? { partyId, authorId, limit: 1 } : { partyId, limit: 1 };
  return op === 'parties.list' || op === 'activities.list' ? { ...input, limit: 10 } : input;
}

/** Writing, with all that is derived from it. */
async function write(call: Call, partyId: string): Promise<void> {
  const parts = {
    contactPoints: [{ kind: 'phone', value: '0501234567' }],
    roles: [{ type: 'patient' }],
    identifiers: [{ scheme: 'other', value: 'A1' }],
    addresses: [{ kind: 'home', city: 'الرياض' }],
    occasions: [],
    preferences: [],
  };
  const { id } = await call('parties.create', { kind: 'person', names: [{ text: 'حسن الكاتب' }], ...parts });
  const record = await call('parties.get', { id });
  const [name] = record['names'] as { id: string }[];
  const [role] = record['roles'] as { id: string }[];
  await call('parties.update', {
    id,
    set: { note: 'x' },
    put: { names: [{ id: name!.id, text: 'حسن' }], contactPoints: [{ kind: 'email', value: 'a@b.example' }] },
  });
  await call('relationships.create', { fromPartyId: id, toPartyId: partyId, type: 'friend' });
  const logged = await call('activities.log', { kind: 'call', subject: 's', partyIds: [id, partyId] });
  await call('activities.update', { id: logged.id, subject: 't', at: 5, partyIds: [id] });
  await call('activities.remove', { id: logged.id });
  await call('operations.undo', {});
  const twin = await call('parties.create', { kind: 'person', names: [{ text: 'حسن' }], ...parts });
  await merged(call, id, twin.id);
  await call('roles.move', { id: role!.id, to: 'at-risk' });
  await call('parties.remove', { ids: [id] });
}

/** Two records as one party: every question about it, and parting again with a fact of each kind looked at. */
async function merged(call: Call, id: string, twin: string): Promise<void> {
  await call('parties.mergePreview', { intoId: id, ids: [twin] });
  await call('parties.merge', { intoId: id, ids: [twin] });
  await call('parties.update', { id, put: { names: [{ text: 'حسن' }], addresses: [{ city: 'جدة' }] } });
  await call('activities.log', { kind: 'call', subject: 's', partyIds: [id] });
  for (const op of ['parties.get', 'parties.cluster']) await call(op, { id: twin });
  for (const op of ['parties.timeline', 'parties.history']) await call(op, { partyId: twin });
  await call('parties.list', { filter: { roleType: 'patient', city: 'الرياض' } });
  const { since } = await call('parties.unmergePreview', { ids: [twin] });
  const handOver = (since as { entity: string; id: string }[]).map((fact) => ({ entity: fact.entity, id: fact.id }));
  await call('parties.unmerge', { ids: [twin], handOver });
}
