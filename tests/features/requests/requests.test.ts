import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
let folder: string;
beforeEach(async () => {
  test = await openEngine();
  folder = mkdtempSync(join(tmpdir(), 'diwan-requests-'));
});
afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

const person = async (name: string, draft: Record<string, unknown> = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: name }], ...draft } as never)).id;

async function finished(jobId: string): Promise<Record<string, unknown>> {
  const job = await ended(test, jobId);
  expect(job).toMatchObject({ state: 'done', failure: null });
  return job.result as Record<string, unknown>;
}

/** A second administrator, and the base with them at work. */
async function secondAtWork(): Promise<void> {
  value(
    await test.client.users.create({
      login: 'badr',
      displayName: 'بدر',
      role: 'administrator',
      passphrase: 'نهر طويل تحت الجسر القديم',
    } as never),
  );
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: 'badr', passphrase: 'نهر طويل تحت الجسر القديم' }));
}

describe('a request', () => {
  it('is due by the law of where the office is, and says how many days are left', async () => {
    const id = await person('سلمى الحربي');
    const made = value(await test.client.privacy.request({ partyId: id, kind: 'access', receivedOn: '2026-05-01' }));
    expect(made.dueOn).toBe('2026-05-31');
    const { requests } = value(await test.client.privacy.requests({}));
    expect(requests).toMatchObject([
      { party: { id, name: 'سلمى الحربي' }, kind: 'access', daysLeft: 25, state: 'open' },
    ]);
  });

  it('is answered only when somebody has made sure who asks; to restrict or to object marks the person', async () => {
    const id = await person('سلمى الحربي');
    const { id: request } = value(await test.client.privacy.request({ partyId: id, kind: 'restrict' }));
    const close = () => test.client.privacy.closeRequest({ id: request, state: 'done', outcome: 'كما طلبت' });
    expect(code(await close())).toBe('privacy.identity-unchecked');
    value(await test.client.privacy.updateRequest({ id: request, identityCheck: 'جواز السفر' }));
    value(await close());
    expect(code(await close())).toBe('privacy.request-closed');
    expect(value(await test.client.privacy.marks({ partyId: id })).marks).toMatchObject([
      { kind: 'restriction', reason: 'كما طلبت', ended: null },
    ]);
  });

  it('to be erased needs a second person where there is one: not whoever wrote it down, not for somebody else', async () => {
    const id = await person('سلمى الحربي');
    const other = await person('هند الصالح');
    const { id: request } = value(
      await test.client.privacy.request({ partyId: id, kind: 'erase', identityCheck: 'هوية' }),
    );
    expect(code(await test.client.privacy.approve({ id: request }))).toBe('privacy.own-request');
    await secondAtWork();
    expect(code(await test.client.privacy.execute({ partyId: id }))).toBe('privacy.needs-approval');
    expect(code(await test.client.privacy.execute({ partyId: id, requestId: request }))).toBe('privacy.needs-approval');
    value(await test.client.privacy.approve({ id: request }));
    expect(code(await test.client.privacy.execute({ partyId: other, requestId: request }))).toBe(
      'privacy.request-of-another',
    );
    expect(code(await test.client.privacy.closeRequest({ id: request, state: 'done', outcome: 'x' }))).toBe(
      'privacy.not-erased-yet',
    );
    const { jobId } = value(await test.client.privacy.execute({ partyId: id, requestId: request }));
    const { erasureId } = await finished(jobId);
    expect(value(await test.client.privacy.certificate({ id: String(erasureId) }))).toMatchObject({
      requestId: request,
      approvedBy: { name: 'بدر' },
    });
    const { requests } = value(await test.client.privacy.requests({}));
    expect(requests).toMatchObject([
      { id: request, party: null, identityCheck: null, note: null, erasureId, state: 'done' },
    ]);
    // One approval, one erasure.
    expect(code(await test.client.privacy.execute({ partyId: other, requestId: request }))).toBe(
      'privacy.request-not-found',
    );
    void passphrase;
  });

  it('of somebody who is erased meanwhile is ended by that, not done; a wish to be erased is done', async () => {
    const id = await person('سلمى الحربي');
    for (const kind of ['access', 'correct', 'erase'] as const)
      value(await test.client.privacy.request({ partyId: id, kind, identityCheck: 'هوية' }));
    const { id: answered } = value(
      await test.client.privacy.request({ partyId: id, kind: 'port', identityCheck: 'هوية' }),
    );
    value(await test.client.privacy.closeRequest({ id: answered, state: 'refused', outcome: 'مكرر' }));
    const { erasureId } = await finished(value(await test.client.privacy.execute({ partyId: id })).jobId);
    const { requests } = value(await test.client.privacy.requests({}));
    expect(Object.fromEntries(requests.map(({ kind, state }) => [kind, state]))).toEqual({
      access: 'erased',
      correct: 'erased',
      erase: 'done',
      port: 'refused',
    });
    expect(requests.map((one) => [one.party, one.erasureId, one.outcome, one.closed === null])).toEqual(
      requests.map(() => [null, erasureId, null, false]),
    );
    expect(value(await test.client.privacy.requests({ state: 'erased' })).requests.length).toBe(2);
  });
});

describe('the copy for somebody', () => {
  it('holds everything of theirs in their language, their files, who looked; others are not named', async () => {
    const id = await person('سلمى الحربي', {
      language: 'ar',
      note: 'تفضل الصباح',
      identifiers: [{ scheme: 'passport', value: 'PX1234567' }],
    });
    const other = await person('هند الصالح');
    value(
      await test.client.activities.log({ kind: 'call', subject: 'مع هند الصالح عن الموعد', partyIds: [id, other] }),
    );
    value(await test.client.relationships.create({ fromPartyId: id, toPartyId: other, type: 'relative' } as never));
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'the report');
    await finished(value(await test.client.attachments.add({ to: { partyId: id }, files: [{ file }] } as never)).jobId);
    const out = join(folder, 'pack');
    expect(
      await finished(value(await test.client.privacy.accessPack({ partyId: id, folder: out })).jobId),
    ).toMatchObject({
      files: 1,
      missing: 0,
    });
    const page = readFileSync(join(out, 'index.html'), 'utf8');
    const data = readFileSync(join(out, 'data.json'), 'utf8');
    expect(page).toContain('<html lang="ar" dir="rtl">');
    for (const text of ['سلمى الحربي', 'تفضل الصباح', 'PX1234567', 'عن الموعد']) {
      expect(page).toContain(text);
      expect(data).toContain(text);
    }
    expect(page + data).not.toContain('هند الصالح');
    expect(readFileSync(join(out, 'files', readdirSync(join(out, 'files'))[0]!), 'utf8')).toBe('the report');
    const log = value(await test.client.access.events({ partyId: id, kinds: ['readings'] })).entries;
    expect(log.some(({ way, what }) => way === 'export' && what === 'privacy.accessPack')).toBe(true);
    expect(code(await test.client.privacy.accessPack({ partyId: id, folder: out }))).toBe('exports.exists');
    expect(existsSync(`${out}.partial`)).toBe(false);
  });
});

describe('how long what is kept', () => {
  const rule = {
    name: 'المهتمون',
    role: 'prospect',
    event: 'created',
    months: 1,
    action: 'erase',
    binding: false,
    active: true,
    source: null,
  } as const;

  it('is proposed by the night’s look and never done by itself; a hold shows', async () => {
    const id = await person('سلمى الحربي', { roles: [{ type: 'prospect' }] });
    await person('هند الصالح', { roles: [{ type: 'customer' }] });
    value(await test.client.privacy.saveRetentionRule(rule));
    test.clock.at += 40 * 86_400_000;
    await finished(value(await test.client.privacy.review({})).jobId);
    expect(value(await test.client.privacy.proposals({})).proposals).toMatchObject([
      { party: { id }, rule: { name: 'المهتمون' }, dueOn: '2026-06-06', onHold: false },
    ]);
    value(await test.client.privacy.mark({ partyId: id, kind: 'hold', reason: 'قضية' }));
    expect(value(await test.client.privacy.proposals({})).proposals).toMatchObject([{ onHold: true }]);
    expect(value(await test.client.parties.get({ id })).displayName).toBe('سلمى الحربي');
  });

  it('the law’s time keeps the facts without a name until it is over, and is not proposed before', async () => {
    const id = await person('سلمى الحربي', { roles: [{ type: 'patient' }] });
    const rules = value(await test.client.privacy.retentionRules({})).rules;
    const health = rules.find((one) => one.id === 'ae-health')!;
    const { preset: _, ...shipped } = health;
    value(await test.client.privacy.saveRetentionRule({ ...shipped, active: true }));
    value(await test.client.privacy.saveRetentionRule({ ...rule, role: null }));
    expect(value(await test.client.privacy.plan({ partyId: id }))).toMatchObject({
      mode: 'pseudonymise',
      keeps: [{ ruleId: 'ae-health', until: '2051-05-06' }],
    });
    expect(code(await test.client.privacy.execute({ partyId: id, mode: 'erase' }))).toBe('privacy.law-keeps');
    test.clock.at += 40 * 86_400_000;
    await finished(value(await test.client.privacy.review({})).jobId);
    expect(value(await test.client.privacy.proposals({})).proposals).toEqual([]);
    value(await test.client.privacy.removeRetentionRule({ id: 'ae-health' }));
    expect(value(await test.client.privacy.plan({ partyId: id })).mode).toBe('erase');
  });
});

describe('rules about what is held of somebody', () => {
  const rule = {
    name: 'قديم',
    role: null,
    event: 'created',
    months: 12,
    action: 'review',
    binding: false,
    active: true,
    source: null,
  } as const;
  const proposed = async () => {
    await finished(value(await test.client.privacy.review({})).jobId);
    return value(await test.client.privacy.proposals({})).proposals.map(({ party, rule: by, dueOn, things }) => ({
      id: party.id,
      about: by.about,
      dueOn,
      things,
    }));
  };

  it('propose calls, files and proof of consent by their own day, counted, and leave the person alone', async () => {
    const id = await person('سلمى الحربي');
    const old = Date.parse('2024-03-01T09:00:00Z');
    for (const at of [old, old + 86_400_000, test.clock.at])
      value(await test.client.activities.log({ kind: 'call', subject: 'موعد', partyIds: [id], at }));
    value(
      await test.client.consent.record({
        partyId: id,
        purposeId: 'marketing',
        channels: ['email'],
        action: 'given',
        at: old,
        source: 'paper',
      }),
    );
    const file = join(folder, 'old.txt');
    writeFileSync(file, 'old');
    await finished(value(await test.client.attachments.add({ to: { partyId: id }, files: [{ file }] } as never)).jobId);
    for (const about of ['activity', 'attachment', 'consent'] as const)
      value(await test.client.privacy.saveRetentionRule({ ...rule, about }));
    expect(await proposed()).toEqual([
      { id, about: 'activity', dueOn: '2025-03-01', things: 2 },
      { id, about: 'consent', dueOn: '2025-03-01', things: 1 },
    ]);
    test.clock.at += 380 * 86_400_000;
    expect((await proposed()).map(({ about, things }) => [about, things])).toEqual([
      ['activity', 3],
      ['consent', 1],
      ['attachment', 1],
    ]);
    expect(value(await test.client.parties.get({ id })).displayName).toBe('سلمى الحربي');
  });

  it('are never binding and never erase by themselves', async () => {
    for (const wrong of [{ action: 'erase' as const }, { binding: true }])
      expect(code(await test.client.privacy.saveRetentionRule({ ...rule, ...wrong, about: 'activity' }))).toBe(
        'privacy.rule-review-only',
      );
  });

  it('count from coming of age by the office’s law, or from death; who has no such day is not proposed', async () => {
    const grown = await person('هند الصالح', { birth: { on: '2000-01-01', calendar: 'gregory', text: '2000' } });
    await person('سالم الصالح', { birth: { on: '2020-01-01', calendar: 'gregory', text: '2020' } });
    await person('بلا تاريخ');
    const dead = await person('راشد الصالح', { deathOn: '2024-05-06' });
    value(await test.client.settings.updateSite({ majorityAge: 18, majorityCalendar: 'gregory' } as never));
    value(await test.client.privacy.saveRetentionRule({ ...rule, event: 'came-of-age', about: 'person' }));
    value(await test.client.privacy.saveRetentionRule({ ...rule, name: 'وفاة', event: 'died', about: 'person' }));
    expect(await proposed()).toEqual([
      { id: grown, about: 'person', dueOn: '2019-01-01', things: null },
      { id: dead, about: 'person', dueOn: '2025-05-06', things: null },
    ]);
  });
});

describe('a lost device', () => {
  it('is told in numbers: whom its user could see, which classes, and by when it must be reported', async () => {
    await person('سلمى الحربي', { identifiers: [{ scheme: 'passport', value: 'PX1234567' }] });
    await person('هند الصالح');
    const me = value(await test.client.session.status({})).user!.id;
    const breach = value(await test.client.privacy.breach({ userId: me, noticedAt: test.clock.at }));
    expect(breach).toMatchObject({
      people: 2,
      classes: [
        { privacyClass: 2, people: 2 },
        { privacyClass: 3, people: 1 },
      ],
      tellBy: test.clock.at + 72 * 3_600_000,
    });
    const file = join(folder, 'list.csv');
    expect(value(await test.client.privacy.breachList({ userId: me, file }))).toEqual({ people: 2 });
    expect(readFileSync(file, 'utf8')).toContain('سلمى الحربي');
  });
});
