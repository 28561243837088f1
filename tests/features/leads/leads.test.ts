// Leads through the door: they point at a party from the first second, say how promising they are and why, are worked, and end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualHours } from '@shared/core/office-hours';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const nobody = '00000000-0000-7000-8000-000000000000';

let test: TestEngine;
let pipelineId: string;
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
  // Open day and night, so that times are what they look like.
  value(await test.client.settings.updateSite({ weekend: [], officeHours: hours([{ from: 0, to: 1440 }]) }));
  pipelineId = value(await test.client.pipelines.begin({ preset: 'sales' })).id;
});
afterAll(() => test.close());

const hours = (daily: { from: number; to: number }[]) => ({ ...usualHours, daily });
const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
const lead = async (more: object = {}): Promise<string> => {
  const party = 'partyId' in more ? {} : { partyId: await person('سلمان العتيبي') };
  return value(await test.client.leads.create({ source: 'phone', interest: 'تأمين سيارة', ...party, ...more })).id;
};
const get = async (id: string) => value(await test.client.leads.get({ id }));
const listed = async (filter: object, more: object = {}) =>
  value(await test.client.leads.list({ filter, ...more })).rows.map(({ id }) => id);

describe('a new lead', () => {
  it('is of somebody on file, its maker’s, new, and in the money of the country', async () => {
    const partyId = await person('نورة القحطاني');
    const id = value(await test.client.leads.create({ partyId, source: 'website', interest: ' تأمين  صحي ' })).id;
    expect(await get(id)).toMatchObject({
      party: { id: partyId, name: 'نورة القحطاني' },
      interest: 'تأمين صحي',
      state: 'new',
      currency: 'SAR',
      owner: { name: 'آمال' },
      steps: [{ toState: 'new' }],
    });
    expect(code(await test.client.leads.create({ partyId: nobody, source: 'phone' }))).toBe('leads.party-not-found');
  });

  it('writes a new person down in the same step, which one undo takes back, and holds nothing of theirs', async () => {
    const before = value(await test.client.base.counts({})).parties;
    const party = { kind: 'person' as const, names: [{ text: 'هند الدوسري' }] };
    const made = value(await test.client.leads.create({ party, source: 'walk-in' }));
    const base = test.engine.base()!;
    const row = base.writer.prepare('select * from lead where id = ?').get(made.id);
    expect(JSON.stringify(row)).not.toContain('هند');
    expect((await get(made.id)).party.name).toBe('هند الدوسري');
    value(await test.client.operations.undo({}));
    expect(code(await test.client.leads.get({ id: made.id }))).toBe('leads.not-found');
    expect(value(await test.client.base.counts({})).parties).toBe(before);
  });

  it('stores nothing of the person when the lead is refused', async () => {
    const before = value(await test.client.base.counts({})).parties;
    const party = { kind: 'person' as const, names: [{ text: 'لا أحد' }] };
    expect(code(await test.client.leads.create({ party, source: 'phone', ownerId: nobody }))).toBe(
      'leads.owner-unknown',
    );
    expect(code(await test.client.leads.create({ party, source: 'phone', receivedAt: test.clock.at + HOUR }))).toBe(
      'leads.in-the-future',
    );
    expect(value(await test.client.base.counts({})).parties).toBe(before);
  });
});

describe('the score', () => {
  it('is the sum of points, each with its reason, of what is known', async () => {
    const partyId = await person('فهد', { contactPoints: [{ kind: 'phone', value: '0551234567' }] });
    const id = await lead({ partyId, source: 'referral', amount: 500_00 });
    const { score } = await get(id);
    expect(score.reasons.map(({ rule, what, points }) => [rule, what, points])).toEqual([
      ['reachable', 'one', 11],
      ['consent', 'unasked', 2],
      ['source', 'referral', 15],
      ['recency', 'day', 15],
      ['answers', 'never', 0],
      ['need', 'named', 10],
      ['value', 'named', 10],
      ['customer', 'new', 0],
    ]);
    expect(score.value).toBe(63);
  });

  it('rises when they turn to us and falls as time goes by, and another’s weights are the office’s to choose', async () => {
    const partyId = await person('ريم');
    const id = await lead({ partyId });
    const first = (await get(id)).score.value;
    test.clock.at += HOUR;
    value(
      await test.client.activities.log({
        kind: 'message',
        direction: 'incoming',
        subject: 'سؤال',
        partyIds: [partyId],
      }),
    );
    const risen = (await get(id)).score.value;
    expect(risen).toBe(first + 12);
    test.clock.at += 10 * DAY;
    expect((await get(id)).score.value).toBeLessThan(risen);
    const { site } = value(await test.client.settings.get({}));
    const leadWeights = { ...site.leadWeights, answers: 30, reachable: 5 };
    expect(code(await test.client.settings.updateSite({ leadWeights: { ...leadWeights, need: 11 } }))).toBe(
      'settings.lead-weights',
    );
    value(await test.client.settings.updateSite({ leadWeights }));
    expect((await get(id)).score.reasons.find(({ rule }) => rule === 'answers')).toMatchObject({ points: 18, of: 30 });
    value(await test.client.settings.updateSite({ leadWeights: site.leadWeights }));
  });

  it('puts a list in order, page by page', async () => {
    const all = value(await test.client.leads.list({ sort: { by: 'score', direction: 'descending' } }));
    const values = all.rows.map(({ score }) => score.value);
    expect(values).toEqual(values.toSorted((one, other) => other - one));
    expect(all.ranked).toBe('all');
    const sort = { by: 'score', direction: 'descending' } as const;
    const first = value(await test.client.leads.list({ sort, limit: 2 }));
    const second = value(await test.client.leads.list({ sort, limit: 2, after: first.next! }));
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.rows.slice(0, 4).map(({ id }) => id));
  });
});

describe('the clock of the first response', () => {
  it('runs from the intake until somebody of the office turns to them; what comes in, notes and plans do not stop it', async () => {
    const partyId = await person('ماجد');
    const id = await lead({ partyId });
    const log = async (activity: object): Promise<unknown> =>
      value(await test.client.activities.log({ subject: 'x', partyIds: [partyId], ...activity } as never));
    test.clock.at += 30 * MINUTE;
    await log({ kind: 'call', direction: 'incoming' });
    await log({ kind: 'note' });
    await log({ kind: 'message' });
    await log({ kind: 'meeting', at: test.clock.at + DAY });
    expect((await get(id)).response).toMatchObject({ state: 'waiting', dueAt: test.clock.at + 30 * MINUTE });
    expect(await listed({ partyId, response: 'overdue' })).toEqual([]);
    test.clock.at += 31 * MINUTE;
    expect((await get(id)).response.state).toBe('overdue');
    expect(await listed({ partyId, response: 'overdue' })).toEqual([id]);
    const standing = value(await test.client.leads.standing({}));
    expect(standing).toMatchObject({ targetMinutes: 60 });
    expect(standing.overdue).toBeGreaterThan(0);
    await log({ kind: 'call', direction: 'outgoing' });
    expect((await get(id)).response).toMatchObject({ state: 'late', minutes: 61 });
    expect(await listed({ partyId, response: 'waiting' })).toEqual([]);
    value(await test.client.operations.undo({}));
    expect((await get(id)).response.state).toBe('overdue');
  });

  it('is the office’s to set, and no answer at all is said of a lead that ended without one', async () => {
    value(await test.client.settings.updateSite({ leadResponseMinutes: 5 }));
    const id = await lead();
    test.clock.at += 6 * MINUTE;
    expect((await get(id)).response.state).toBe('overdue');
    value(await test.client.leads.disqualify({ id, reasonId: 'lead-twice' }));
    expect((await get(id)).response).toMatchObject({ state: 'none', minutes: null });
    value(await test.client.settings.updateSite({ leadResponseMinutes: 60 }));
  });

  it('stands still while the office is closed: over the evening and the weekend', async () => {
    test.clock.at = Date.parse('2026-08-06T16:30:00+03:00');
    value(await test.client.settings.updateSite({ weekend: [5, 6], officeHours: usualHours }));
    const id = await lead();
    test.clock.at = Date.parse('2026-08-09T08:29:00+03:00');
    expect((await get(id)).response).toEqual({ state: 'waiting', dueAt: test.clock.at + MINUTE, minutes: null });
    expect(await listed({ partyId: (await get(id)).party.id, response: 'overdue' })).toEqual([]);
    test.clock.at += 2 * MINUTE;
    expect((await get(id)).response.state).toBe('overdue');
    expect(await listed({ partyId: (await get(id)).party.id, response: 'overdue' })).toEqual([id]);
    value(await test.client.leads.contact({ id, kind: 'call', subject: 'x' }));
    expect((await get(id)).response).toMatchObject({ state: 'late', minutes: 61 });
    value(await test.client.settings.updateSite({ weekend: [], officeHours: hours([{ from: 0, to: 1440 }]) }));
  });
});

describe('the way of a lead', () => {
  it('is told step by step: a contact is logged with the party and takes a new lead on', async () => {
    const partyId = await person('عبدالعزيز');
    const id = await lead({ partyId });
    test.clock.at += 10 * MINUTE;
    const call = { kind: 'call' as const, subject: 'سألته عن السيارة', outcome: 'يريد عرضا' };
    const { activityId } = value(await test.client.leads.contact({ id, ...call }));
    value(await test.client.leads.step({ id, toState: 'talks', words: 'يقارن بين عرضين' }));
    value(await test.client.leads.contact({ id, ...call }));
    const { steps, state, response } = await get(id);
    expect([state, response.state]).toEqual(['talks', 'in-time']);
    expect(steps.map(({ toState, activity }) => [toState, activity?.subject ?? null])).toEqual([
      ['new', null],
      ['contacted', call.subject],
      ['talks', null],
      ['talks', call.subject],
    ]);
    expect(value(await test.client.parties.timeline({ partyId })).items.map((item) => item.id)).toContain(activityId);
    expect(code(await test.client.leads.contact({ id, ...call, at: test.clock.at - DAY }))).toBe(
      'leads.before-its-time',
    );
    expect(code(await test.client.leads.step({ id, toState: 'talks' }))).toBe('leads.already-there');
    expect(code(await test.client.leads.step({ id, toState: 'contacted', fromState: 'new' }))).toBe(
      'leads.changed-meanwhile',
    );
  });

  it('qualified makes a deal that says where it came from, and copies nothing of the person', async () => {
    const partyId = await person('شركة');
    const id = await lead({ partyId, interest: 'أسطول سيارات' });
    const before = value(await test.client.base.counts({})).parties;
    const { dealId } = value(await test.client.leads.qualify({ id, pipelineId, amount: 9_000_00 }));
    const deal = value(await test.client.deals.get({ id: dealId }));
    expect(deal).toMatchObject({ leadId: id, title: 'أسطول سيارات', party: { id: partyId }, amount: 9_000_00 });
    expect(value(await test.client.base.counts({})).parties).toBe(before);
    expect(await get(id)).toMatchObject({ state: 'qualified', deals: [{ id: dealId, state: 'open' }] });
    expect(code(await test.client.leads.qualify({ id, pipelineId }))).toBe('leads.ended');
    expect(code(await test.client.leads.reopen({ id }))).toBe('leads.has-deal');
    value(await test.client.deals.remove({ ids: [dealId] }));
    value(await test.client.leads.reopen({ id }));
    expect((await get(id)).state).toBe('new');
  });

  it('that the pipeline refuses stays open, and no deal is stored', async () => {
    const id = await lead();
    const { pipelines } = value(await test.client.pipelines.list({}));
    const proposal = pipelines[0]!.stages.find(({ names }) => names.en === 'Proposal')!.id;
    expect(code(await test.client.leads.qualify({ id, pipelineId, stageId: proposal }))).toBe('deals.needs');
    expect(await get(id)).toMatchObject({ state: 'new', deals: [] });
    const wordless = await lead({ interest: null });
    expect(code(await test.client.leads.qualify({ id: wordless, pipelineId }))).toBe('leads.title-needed');
  });

  it('disqualified has a reason of the office’s list, and goes back to where it stood', async () => {
    const id = await lead();
    value(await test.client.leads.step({ id, toState: 'talks' }));
    expect(code(await test.client.leads.disqualify({ id }))).toBe('leads.reason-needed');
    const { lossReasons } = value(await test.client.pipelines.list({}));
    const ofDeals = lossReasons.find(({ about }) => about === 'deal')!.id;
    expect(code(await test.client.leads.disqualify({ id, reasonId: ofDeals }))).toBe('leads.reason-unknown');
    value(await test.client.leads.disqualify({ id, reasonId: 'lead-no-budget', words: 'العام القادم' }));
    const ended = await get(id);
    expect(ended.state).toBe('disqualified');
    expect(ended.steps.at(-1)).toMatchObject({ reason: { en: 'Has no budget' }, words: 'العام القادم' });
    expect(await listed({ partyId: ended.party.id })).toEqual([]);
    expect(await listed({ partyId: ended.party.id, states: ['disqualified'] })).toEqual([id]);
    value(await test.client.leads.reopen({ id }));
    expect((await get(id)).state).toBe('talks');
  });

  it('a reason that ships is worded anew, no longer offered, and joined by the office’s own', async () => {
    const names = { ar: 'بلا ميزانية', fa: 'بی‌بودجه', en: 'No money' };
    value(await test.client.pipelines.saveLossReason({ id: 'lead-no-budget', names, active: false }));
    const own = { ar: 'انتقل', fa: 'رفت', en: 'Moved away' };
    const { id: reasonId } = value(await test.client.pipelines.saveLossReason({ about: 'lead', names: own }));
    const { reasons } = value(await test.client.leads.reasons({}));
    expect(reasons.filter(({ id }) => id === 'lead-no-budget')).toEqual([
      { id: 'lead-no-budget', about: 'lead', names, active: false },
    ]);
    const id = await lead();
    expect(code(await test.client.leads.disqualify({ id, reasonId: 'lead-no-budget' }))).toBe('leads.reason-unknown');
    value(await test.client.leads.disqualify({ id, reasonId }));
    expect((await get(id)).steps.at(-1)!.reason).toEqual(own);
  });
});

describe('leads of records that are one person', () => {
  it('are listed together, a response to either counts, and each goes with its own record when they part', async () => {
    const [one, other] = [await person('سامي الشمري'), await person('Sami Alshammari')];
    const id = await lead({ partyId: other });
    test.clock.at += MINUTE;
    value(await test.client.parties.merge({ intoId: one, ids: [other] }));
    expect(await listed({ partyId: one })).toEqual([id]);
    value(await test.client.activities.log({ kind: 'call', subject: 'x', partyIds: [one] }));
    expect((await get(id)).response.state).toBe('in-time');
    value(await test.client.parties.unmerge({ ids: [other] }));
    expect(await listed({ partyId: one })).toEqual([]);
    expect(await listed({ partyId: other })).toEqual([id]);
    expect((await get(id)).response.state).toBe('waiting');
  });

  it('taken in while they were one are handed to whichever record they belong to, with every step and the deal', async () => {
    const [one, other] = [await person('هيفاء'), await person('Haifa')];
    value(await test.client.parties.merge({ intoId: one, ids: [other] }));
    const id = await lead({ partyId: one });
    const { dealId } = value(await test.client.leads.qualify({ id, pipelineId }));
    const { since } = value(await test.client.parties.unmergePreview({ ids: [other] }));
    const facts = since.filter(({ entity }) => entity === 'lead' || entity === 'deal');
    expect(facts.map((fact) => fact.id).toSorted()).toEqual([id, dealId].toSorted());
    const handOver = facts.map(({ entity, id: fact }) => ({ entity, id: fact }));
    value(await test.client.parties.unmerge({ ids: [other], handOver }));
    expect((await get(id)).party.id).toBe(other);
    expect(value(await test.client.deals.get({ id: dealId })).party.id).toBe(other);
    const steps = test.engine.base()!.writer.prepare('select distinct party_id from lead_event where lead_id = ?');
    expect(steps.pluck().all(id)).toEqual([other]);
    value(await test.client.operations.undo({}));
    expect((await get(id)).party.id).toBe(one);
  });
});

describe('whose leads somebody sees', () => {
  it('is decided by their owner or unit, and giving one away needs the right to', async () => {
    const unit = value(await test.client.policy.saveUnit({ kind: 'team', name: 'الطلبات' })).id;
    const agent = value(
      await test.client.users.create({ login: 'agent', role: 'team-member', displayName: 'وكيل', passphrase } as never),
    ).id;
    value(await test.client.policy.addMember({ unitId: unit, userId: agent }));
    const partyId = await person('للفريق', { unitId: unit });
    const mine = await lead({ partyId, ownerId: agent });
    const queued = await lead({ partyId, ownerId: null, unitId: unit });
    const others = await lead({ partyId });
    expect(await listed({ partyId, ownerId: 'none' })).toEqual([queued]);
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'agent', passphrase }));
    expect((await listed({ partyId })).toSorted()).toEqual([mine, queued].toSorted());
    expect(code(await test.client.leads.get({ id: others }))).toBe('leads.not-found');
    expect(code(await test.client.leads.step({ id: others, toState: 'talks' }))).toBe('door.out-of-reach');
    expect(code(await test.client.leads.assign({ ids: [mine], ownerId: agent }))).toBe('door.forbidden');
    value(await test.client.leads.step({ id: mine, toState: 'talks' }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    value(await test.client.leads.assign({ ids: [others], ownerId: agent }));
    const { owners } = value(await test.client.leads.standing({}));
    expect(owners.find(({ owner }) => owner?.id === agent)).toMatchObject({ open: 2 });
  });
});
