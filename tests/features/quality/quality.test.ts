// Incomplete, old and useless records, through the door: found by the office's rules, mended, dismissed, and gone from the list at once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QualityScanResult } from '@shared/features/quality/quality.contract';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
beforeEach(async () => {
  test = await openEngine({ country: 'SA', background: true });
});
afterEach(() => test.close());

const DAY = 86_400_000;

interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly role?: 'patient' | 'customer';
}

const add = async ({ name, phone, email, role }: Person): Promise<string> =>
  value(
    await test.client.parties.create({
      kind: 'person',
      names: [{ text: name }],
      contactPoints: [
        ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
        ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
      ],
      roles: role === undefined ? [] : [{ type: role }],
    }),
  ).id;

async function scan(full = false): Promise<QualityScanResult> {
  const { jobId } = value(await test.client.quality.scan({ full }));
  const { state, result } = await ended(test, jobId);
  expect(state).toBe('done');
  return result as QualityScanResult;
}

const found = async (filter: object = {}): Promise<string[]> =>
  value(await test.client.quality.list(filter)).findings.map(({ rule, party }) => `${rule.id} ${party.name}`);

const countOf = async (rule: string): Promise<number | undefined> =>
  value(await test.client.quality.summary({})).counts.find((one) => one.rule.id === rule)?.count.value;

const mine = async (): Promise<string> => value(await test.client.users.list({})).users[0]!.id;

const ruleNamed = async (id: string) =>
  value(await test.client.quality.rules({})).rules.find((rule) => rule.id === id)!;

describe('a search', () => {
  it('finds whoever breaks a rule, the severest first, and tells how complete records are by role and owner', async () => {
    await add({ name: 'سلمى', phone: '0501234567', role: 'patient' });
    await add({ name: 'ليلى' });
    expect(await scan()).toEqual({ parties: 2, findings: 4, full: true });
    expect(await found()).toEqual([
      'no-contact ليلى',
      'patient-without-id سلمى',
      'no-birth-date سلمى',
      'role-without-owner سلمى',
    ]);
    const { averages, last } = value(await test.client.quality.summary({}));
    expect(averages!.roles).toEqual([{ role: 'patient', score: 21, parties: 1 }]);
    expect(averages!.owners).toEqual([{ owner: null, score: 10, parties: 2 }]);
    expect(averages!.all).toEqual({ score: 10, parties: 2 });
    expect(last).toMatchObject({ parties: 2, changed: { value: 0 }, rulesChanged: false });
  });

  it('looks only at who changed since, on the same day and by the same rules', async () => {
    await add({ name: 'سلمى' });
    await scan();
    const other = await add({ name: 'ليلى' });
    expect(value(await test.client.quality.summary({})).last).toMatchObject({ changed: { value: 1, capped: false } });
    expect(await scan()).toEqual({ parties: 1, findings: 1, full: false });
    expect(await found()).toHaveLength(2);
    value(await test.client.parties.remove({ ids: [other] }));
    expect(await found()).toEqual(['no-contact سلمى']);
    expect(await scan(true)).toMatchObject({ full: true, findings: 1 });
    test.clock.at += DAY;
    expect(await scan()).toMatchObject({ full: true });
  });

  it('finds what has only grown old', async () => {
    await add({ name: 'سلمى', phone: '0501234567' });
    await scan();
    expect(await found()).toEqual([]);
    test.clock.at += 731 * DAY;
    await scan();
    expect(await found()).toEqual(['stale سلمى']);
  });

  it('is taken up where a lock cut it off, and counts everybody once', async () => {
    value(await test.client.base.generate({ parties: 1600, activities: 10, seed: 7 }));
    const { jobId } = value(await test.client.quality.scan({ full: true }));
    const reached = (): unknown =>
      test.engine.base()?.writer.prepare('select checkpoint from job where id = ?').pluck().get(jobId);
    while (typeof reached() !== 'string') await new Promise(setImmediate);
    value(await test.client.session.lock({}));
    const from = test.jobs.length;
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    const { state, result } = await ended(test, jobId);
    expect(state).toBe('done');
    const cut = result as QualityScanResult;
    const seen = test.jobs.slice(from).flatMap(({ progress }) => (progress?.done === undefined ? [] : [progress.done]));
    expect(Math.min(...seen)).toBeGreaterThan(400);
    expect(await scan(true)).toEqual(cut);
  }, 60_000);

  it('ends when it is told to, and leaves what it has judged so far', async () => {
    value(await test.client.base.generate({ parties: 1600, activities: 10, seed: 7 }));
    const { jobId } = value(await test.client.quality.scan({}));
    while (test.engine.base()!.writer.prepare('select count(*) from quality_finding').pluck().get() === 0)
      await new Promise(setImmediate);
    value(await test.client.jobs.cancel({ id: jobId }));
    expect((await ended(test, jobId)).state).toBe('cancelled');
    expect((await found()).length).toBeGreaterThan(0);
    expect(value(await test.client.quality.summary({})).last).toBeNull();
    expect(await scan()).toMatchObject({ full: true });
  }, 60_000);
});

describe('what was found', () => {
  it('is gone as soon as the record is mended, by whatever operation, and an undo brings it back', async () => {
    const id = await add({ name: 'سلمى' });
    await scan();
    expect(await countOf('no-contact')).toBe(1);
    value(await test.client.parties.update({ id, put: { contactPoints: [{ kind: 'phone', value: '0501234567' }] } }));
    expect(await found()).toEqual([]);
    expect(await countOf('no-contact')).toBe(0);
    expect(value(await test.client.quality.ofParty({ id })).findings).toEqual([]);
    value(await test.client.operations.undo({}));
    await scan();
    expect(await found()).toEqual(['no-contact سلمى']);
  });

  it('names the part that is wrong, which is then mended where it stands', async () => {
    const id = await add({ name: 'سلمى', phone: '12' });
    await scan();
    const [wrong] = value(await test.client.quality.list({ ruleId: 'phone-unknown' })).findings;
    expect(wrong).toMatchObject({
      evidence: '12',
      rule: { place: { of: 'contact_point', field: 'value', values: { kind: 'phone' } } },
    });
    const put = { contactPoints: [{ id: wrong!.recordId!, kind: 'phone' as const, value: '0501234567' }] };
    value(await test.client.parties.update({ id, put }));
    expect(await found()).toEqual([]);
  });

  it('of one phone on many records is gone from all of them when one gets its own', async () => {
    const ids: string[] = [];
    for (const name of ['أمل', 'بدر', 'جود', 'دانة']) ids.push(await add({ name, phone: '0501234567' }));
    await scan();
    expect(await found({ ruleId: 'phone-shared' })).toHaveLength(4);
    const [point] = value(await test.client.parties.get({ id: ids[0]! })).contactPoints;
    const put = { contactPoints: [{ id: point!.id, kind: 'phone' as const, value: '0559876543' }] };
    value(await test.client.parties.update({ id: ids[0]!, put }));
    expect(await found({ ruleId: 'phone-shared' })).toEqual([]);
  });

  it('of a family that shares a phone is nothing', async () => {
    const ids: string[] = [];
    for (const name of ['أمل', 'بدر', 'جود', 'دانة']) ids.push(await add({ name, phone: '0501234567' }));
    const group = value(await test.client.parties.create({ kind: 'group', names: [{ text: 'بيت' }] })).id;
    for (const fromPartyId of ids)
      value(await test.client.relationships.create({ fromPartyId, toPartyId: group, type: 'member' }));
    await scan();
    expect(await found({ ruleId: 'phone-shared' })).toEqual([]);
  });

  it('of records that are merged is found of the one person that is shown', async () => {
    const into = await add({ name: 'سلمى', email: 'salma@clinic.sa' });
    const other = await add({ name: 'سلمى الحربي' });
    await scan();
    expect(await found()).toEqual(['no-contact سلمى الحربي']);
    value(await test.client.parties.merge({ intoId: into, ids: [other] }));
    expect(await found()).toEqual([]);
    expect(value(await test.client.quality.ofParty({ id: other })).findings).toEqual([]);
    value(await test.client.parties.unmerge({ ids: [other], handOver: [] }));
    await scan();
    expect(await found()).toEqual(['no-contact سلمى الحربي']);
  });

  it('is not shown again once dismissed with a reason, until that is taken back or undone', async () => {
    const partyId = await add({ name: 'سلمى' });
    await scan();
    const one = { partyId, ruleId: 'no-contact' };
    value(await test.client.quality.dismiss({ ...one, reason: 'لا هاتف له' }));
    expect(await found()).toEqual([]);
    await scan(true);
    expect(await found()).toEqual([]);
    const [dismissed] = value(await test.client.quality.list({ dismissed: true })).findings;
    expect(dismissed).toMatchObject({
      party: { id: partyId },
      dismissed: { reason: 'لا هاتف له', by: { name: 'آمال' } },
    });
    value(await test.client.quality.reopen(one));
    expect(await found()).toEqual(['no-contact سلمى']);
    expect(code(await test.client.quality.reopen(one))).toBe('quality.not-dismissed');
    value(await test.client.quality.dismiss({ ...one, reason: 'x' }));
    value(await test.client.operations.undo({}));
    expect(await found()).toEqual(['no-contact سلمى']);
  });

  it('comes page by page in a firm order', async () => {
    for (let n = 0; n < 7; n += 1) await add({ name: `شخص ${n}`, role: n % 2 === 0 ? 'patient' : 'customer' });
    await scan();
    const whole = await found({ limit: 200 });
    const pages: string[] = [];
    for (let after: string | undefined; ;) {
      const page = value(await test.client.quality.list({ limit: 3, ...(after === undefined ? {} : { after }) }));
      pages.push(...page.findings.map(({ rule, party }) => `${rule.id} ${party.name}`));
      if (page.next === null) break;
      after = page.next;
    }
    expect(pages).toEqual(whole);
    expect(code(await test.client.quality.list({ after: 'nonsense' }))).toBe('quality.cursor-invalid');
    expect(code(await test.client.quality.list({ after: '["gone@x","y"]' }))).toBe('quality.cursor-invalid');
  });
});

describe('rules', () => {
  it('are changed, given an owner, switched off, and set back to how they came; all of it can be undone', async () => {
    await add({ name: 'سلمى' });
    await scan();
    const { definition } = await ruleNamed('no-contact');
    const change = { id: 'no-contact', name: 'بلا هاتف', severity: 'low' as const, ownerId: await mine(), definition };
    value(await test.client.quality.saveRule({ ...change, active: true }));
    expect(await ruleNamed('no-contact')).toMatchObject({ name: 'بلا هاتف', severity: 'low', owner: { name: 'آمال' } });
    expect(await found({ ownerId: await mine() })).toEqual(['no-contact سلمى']);
    expect(await found({ ownerId: null })).toEqual([]);
    value(await test.client.quality.saveRule({ ...change, active: false }));
    expect(await found()).toEqual([]);
    value(await test.client.operations.undo({}));
    expect(await found()).toEqual(['no-contact سلمى']);
    value(await test.client.quality.removeRule({ id: 'no-contact' }));
    expect(await ruleNamed('no-contact')).toMatchObject({ name: null, severity: 'high', owner: null });
  });

  it('of the office find their own; what an older wording found is not shown as the new one’s', async () => {
    await add({ name: 'سلمى', phone: '0501234567' });
    const rule = { name: 'بلا مدينة', severity: 'medium' as const, ownerId: null, active: true };
    const noCity = {
      who: { kinds: ['person' as const], roles: [] },
      all: [{ of: 'address' as const, where: [{ field: 'city', test: 'filled' as const }], most: 0 }],
    };
    const { id } = value(await test.client.quality.saveRule({ ...rule, definition: noCity }));
    await scan();
    expect(await found()).toEqual([`${id} سلمى`]);
    const patients = { ...noCity, who: { kinds: [], roles: ['patient' as const] } };
    value(await test.client.quality.saveRule({ ...rule, id, definition: patients }));
    expect(await found()).toEqual([]);
    expect(value(await test.client.quality.summary({})).last).toMatchObject({ rulesChanged: true });
    expect(await scan()).toMatchObject({ full: true, findings: 0 });
    value(await test.client.quality.removeRule({ id }));
    expect(code(await test.client.quality.removeRule({ id }))).toBe('quality.rule-not-found');
  });

  it('ask only for fields of the catalogue, by questions that fit, and never for identity numbers', async () => {
    const save = async (all: readonly object[]) =>
      code(
        await test.engine.call('quality.saveRule', {
          name: 'x',
          severity: 'low',
          ownerId: null,
          active: true,
          definition: { who: { kinds: [], roles: [] }, all },
        }),
      );
    const attempts: readonly object[] = [
      { of: 'app_user', where: [], least: 1 },
      { of: 'party', where: [], least: undefined },
      { of: 'party', where: [{ field: "birth_on' or 1=1 --", test: 'empty' }], least: 1 },
      { of: 'party', where: [{ field: '__proto__', test: 'empty' }], least: 1 },
      { of: 'party', where: [{ field: 'ext', test: 'filled' }], least: 1 },
      { of: 'identifier', where: [{ field: 'value', test: 'in', values: ['1098765434'] }], least: 1 },
      { of: 'identifier', where: [{ field: 'normal', test: 'matches', pattern: 'placeholder' }], least: 1 },
      { of: 'party', where: [{ field: 'kind', test: 'in', values: ['robot'] }], least: 1 },
      { of: 'party', where: [{ field: 'note', test: 'older', days: 3 }], least: 1 },
      { of: 'party_name', where: [{ field: 'text', test: 'shared', more: 2 }], least: 1 },
      { of: 'party_name', where: [{ field: 'text', test: 'matches', pattern: '*' }], least: 1 },
      { of: 'party', where: [], least: 1, also: 'select' },
    ];
    for (const attempt of attempts) expect(await save([attempt]), JSON.stringify(attempt)).toBe('door.invalid-input');
    expect(await save([])).toBe('door.invalid-input');
  });

  it('a new one needs a name, and an owner who is there', async () => {
    const { definition } = await ruleNamed('stale');
    const rule = { name: null, severity: 'low' as const, ownerId: null, active: true, definition };
    expect(code(await test.client.quality.saveRule(rule))).toBe('quality.name-required');
    expect(code(await test.client.quality.saveRule({ ...rule, id: 'never-was' }))).toBe('quality.rule-not-found');
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(code(await test.client.quality.saveRule({ ...rule, id: 'stale', ownerId: nobody }))).toBe(
      'quality.owner-unknown',
    );
  });
});

describe('completeness', () => {
  it('says what is missing, and grows by the weight of what is added', async () => {
    const id = await add({ name: 'سلمى' });
    const before = value(await test.client.quality.ofParty({ id }));
    expect(before.score).toBe(0);
    expect(before.wishes.filter(({ has }) => !has).map(({ wish }) => wish.id)).toEqual([
      'phone',
      'email',
      'birth-date',
      'gender',
      'language',
      'city',
    ]);
    value(await test.client.parties.update({ id, put: { contactPoints: [{ kind: 'phone', value: '0501234567' }] } }));
    expect(value(await test.client.quality.ofParty({ id })).score).toBe(33);
  });

  it('is what the office wishes for: weights are changed, things added, and taken back', async () => {
    const id = await add({ name: 'سلمى', phone: '0501234567' });
    const { wishes } = value(await test.client.quality.rules({}));
    for (const { id: wish, name, definition } of wishes)
      value(await test.client.quality.saveWish({ id: wish, name, definition, weight: wish === 'phone' ? 1 : 0 }));
    expect(value(await test.client.quality.ofParty({ id })).score).toBe(100);
    const kunya = {
      who: { kinds: [], roles: [] },
      has: { of: 'party_name' as const, where: [{ field: 'kunya', test: 'filled' as const }], least: 1 },
    };
    const made = value(await test.client.quality.saveWish({ name: 'الكنية', weight: 3, definition: kunya })).id;
    expect(value(await test.client.quality.ofParty({ id })).score).toBe(25);
    value(await test.client.quality.removeWish({ id: made }));
    expect(value(await test.client.quality.ofParty({ id })).score).toBe(100);
    expect(code(await test.client.quality.removeWish({ id: made }))).toBe('quality.rule-not-found');
  });
});

describe('rights', () => {
  it('staff see and mend, only an administrator makes rules, a reader sees none of it', async () => {
    const partyId = await add({ name: 'سلمى' });
    for (const role of ['staff', 'reader'] as const)
      value(await test.client.users.create({ login: role, displayName: role, role, passphrase }));
    const { definition } = await ruleNamed('stale');
    const rule = { id: 'stale', name: null, severity: 'low' as const, ownerId: null, active: false, definition };
    const enter = async (login: string) => {
      value(await test.client.session.lock({}));
      value(await test.client.session.unlock({ login, passphrase }));
    };
    await enter('staff');
    await scan();
    expect(await found()).toEqual(['no-contact سلمى']);
    value(await test.client.quality.dismiss({ partyId, ruleId: 'no-contact', reason: 'x' }));
    expect(code(await test.client.quality.saveRule(rule))).toBe('door.forbidden');
    await enter('reader');
    expect(code(await test.client.quality.list({}))).toBe('door.forbidden');
    expect(code(await test.client.quality.ofParty({ id: partyId }))).toBe('door.forbidden');
    expect(code(await test.client.quality.scan({}))).toBe('door.forbidden');
  });
});
