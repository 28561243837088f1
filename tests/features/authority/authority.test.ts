// Authority through the door: what is granted, what a call is answered, how a caller proves themselves, and what is written down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityOf, isSensitive } from '@shared/catalogue';
import { comesOfAgeOn } from '@shared/features/authority/coming-of-age';
import { fieldsOf, matterOf, matters } from '@shared/features/authority/matters';
import { RolePolicy, ruleFor } from '@shared/features/policy/policy';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const nobody = '00000000-0000-7000-8000-000000000000';
beforeAll(async () => {
  test = await openEngine({ country: 'SA' });
});
afterAll(() => test.close());

const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;
const born = (on: string) => ({ birth: { on, calendar: 'gregory' as const, text: on } });
const phone = (number: string) => ({ contactPoints: [{ kind: 'phone' as const, value: number }] });
const papers = { by: 'papers' } as const;
type Proof = { by: 'papers' | 'word' } | { by: 'number'; number: string };
const check = async (callerId: string, subjectId: string, proof: Proof = papers) =>
  value(await test.client.authority.check({ callerId, subjectId, proof }));
const lightOf = async (callerId: string, subjectId: string, matter: string, proof: Proof = papers): Promise<string> => {
  const { told } = (await check(callerId, subjectId, proof)).lights.find((one) => one.matter === matter)!;
  return [told.light, ...told.reasons.map((reason) => reason.code)].join(' ');
};
const as = async (login: string): Promise<void> => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
};

describe('kinds of data', () => {
  it('every field that can be told belongs to one, and each kind has some', () => {
    const told = matters.flatMap((matter) => fieldsOf(matter));
    expect(new Set(told).size).toBe(told.length);
    for (const matter of matters) expect(fieldsOf(matter).length, matter).toBeGreaterThan(0);
    expect(matterOf('party.note')).toBe('medical');
  });

  it('a field that nobody has placed, and one of the office’s own, is told to nobody', () => {
    expect(matterOf('something.new')).toBeNull();
    expect(matterOf('party.ext')).toBeNull();
    expect(matterOf('authority.note')).toBeNull();
  });
});

describe('a new field', () => {
  it('is of the strictest class until somebody says otherwise: a field that the catalogue does not know, and the office’s own', () => {
    expect(isSensitive('party', 'something_new')).toBe(true);
    expect(isSensitive('something', 'new')).toBe(true);
    expect(entityOf('party').fields['ext']!.privacy).toBe(3);
    const policies = [shippedRoles.reader, shippedRoles.staff, RolePolicy.parse({ grants: { 'parties.read': 'all' } })];
    for (const policy of policies)
      expect(ruleFor(policy, entityOf('party'), 'something_new')).toEqual({ mask: 'hidden' });
    expect(ruleFor(shippedRoles.reader, entityOf('party'), 'ext')).toEqual({ mask: 'hidden' });
  });
});

describe('coming of age', () => {
  it('is counted in the calendar of the law: the lunar one is there years earlier', () => {
    expect(comesOfAgeOn('2008-05-06', 18, 'gregory')).toBe('2026-05-06');
    expect(comesOfAgeOn('2008-02-29', 18, 'gregory')).toBe('2026-03-01');
    expect(comesOfAgeOn('2008-02-29', 20, 'gregory')).toBe('2028-02-29');
    // 1 Muharram 1430 and 1448.
    expect(comesOfAgeOn('2008-12-29', 18, 'umalqura')).toBe('2026-06-16');
    // 1 Farvardin 1387 and 1405.
    expect(comesOfAgeOn('2008-03-20', 18, 'persian')).toBe('2026-03-21');
    // 30 Esfand 1387 was a leap day.
    expect(comesOfAgeOn('2009-03-20', 18, 'persian')).toBe('2027-03-21');
  });

  it('of whom the lunar table does not know is counted in the Gregorian one', () => {
    expect(comesOfAgeOn('1900-01-15', 18, 'umalqura')).toBe('1918-01-15');
    expect(comesOfAgeOn('2070-01-15', 18, 'umalqura')).toBe('2088-01-15');
  });

  it('ends what a guardian may be told, on the day itself and by the office’s own rule', async () => {
    const [mother, child] = [await person('أم سعد'), await person('سعد', born('2008-12-29'))];
    value(
      await test.client.authority.grant({ subjectId: child, agentId: mother, basis: 'guardian', matters: ['medical'] }),
    );
    expect(await lightOf(mother, child, 'medical')).toBe('green authority');
    test.clock.at = Date.UTC(2026, 5, 16, 9);
    expect(await lightOf(mother, child, 'medical')).toBe('red came-of-age');
    value(await test.client.settings.updateSite({ majorityCalendar: 'gregory' }));
    expect(await lightOf(mother, child, 'medical')).toBe('green authority');
    value(await test.client.settings.updateSite({ majorityAge: 21, majorityCalendar: 'umalqura' }));
    expect(await lightOf(mother, child, 'medical')).toBe('green authority');
    value(await test.client.settings.updateSite({ majorityAge: 18 }));
  });
});

describe('an authority', () => {
  it('stands on the pages of both, with its light and why, until it is withdrawn; undo brings it back', async () => {
    const [wife, husband] = [await person('هند'), await person('فهد')];
    const granted = await test.client.authority.grant({
      subjectId: husband,
      agentId: wife,
      basis: 'spouse',
      matters: ['medical', 'appointments', 'medical'],
      note: ' بحضور   الطبيب ',
    });
    const { id } = value(granted);
    const page = async (partyId: string) => value(await test.client.authority.list({ partyId }));
    const [pair] = (await page(husband)).forThem;
    expect(pair).toMatchObject({
      agent: { id: wife, name: 'هند' },
      subject: { id: husband },
      authorities: [{ id, matters: ['appointments', 'medical'], note: 'بحضور الطبيب', mayBeTold: true, mayAct: false }],
    });
    expect((await page(wife)).byThem.map(({ subject }) => subject.id)).toEqual([husband]);
    expect(pair!.lights.find(({ matter }) => matter === 'medical')).toMatchObject({
      told: { light: 'green' },
      act: { light: 'red', reasons: [{ code: 'deed-not-covered', authorityId: id }] },
    });
    value(await test.client.authority.change({ id, set: { mayAct: true, toOn: '2026-12-31' } }));
    value(await test.client.authority.change({ id, disputed: true, disputeNote: 'الأخ يعترض' }));
    expect(await lightOf(wife, husband, 'medical')).toBe('red disputed');
    value(await test.client.authority.change({ id, disputed: false }));
    expect(await lightOf(wife, husband, 'medical')).toBe('green authority');
    const revoked = await test.client.authority.revoke({ id, reason: 'طلّقها' });
    expect(await lightOf(wife, husband, 'medical')).toBe('red withdrawn');
    expect(code(await test.client.authority.revoke({ id }))).toBe('authority.withdrawn');
    expect(code(await test.client.authority.change({ id, set: { mayAct: false } }))).toBe('authority.withdrawn');
    value(revoked);
    value(await test.client.operations.undo({ id: (revoked as { operationId: string }).operationId }));
    expect(await lightOf(wife, husband, 'medical')).toBe('green authority');
    const history = JSON.stringify(value(await test.client.parties.history({ partyId: husband })));
    expect(history).toContain('authority');
    expect(history).toContain('طلّقها');
  });

  it('is refused where it says nothing, runs backwards, is about oneself or stands on a foreign paper', async () => {
    const [one, other] = [await person('ماجد'), await person('سارة')];
    const grant = async (more: object) =>
      code(
        await test.client.authority.grant({
          subjectId: one,
          agentId: other,
          basis: 'other',
          matters: ['contact'],
          ...more,
        }),
      );
    expect(await grant({ agentId: one })).toBe('authority.same-party');
    expect(await grant({ agentId: nobody })).toBe('authority.party-not-found');
    expect(await grant({ mayBeTold: false })).toBe('authority.nothing-granted');
    expect(await grant({ fromOn: '2026-05-02', toOn: '2026-05-01' })).toBe('authority.dates-reversed');
    expect(await grant({ attachmentId: nobody })).toBe('authority.document-not-found');
    expect(await grant({ matters: [] })).toBe('door.invalid-input');
    expect(code(await test.client.authority.change({ id: nobody }))).toBe('authority.not-found');
    expect(code(await test.client.authority.removeQuestion({ id: nobody }))).toBe('authority.question-not-found');
    expect(code(await test.client.authority.list({ partyId: nobody }))).toBe('authority.party-not-found');
    expect(code(await test.client.authority.check({ callerId: one, subjectId: nobody }))).toBe(
      'authority.party-not-found',
    );
  });

  it('of records that are one person is read most cautiously: what any of them forbids is forbidden', async () => {
    const [son, mother, twice] = [
      await person('زيد'),
      await person('أمينة'),
      await person('أمينه', born('1950-01-01')),
    ];
    await test.client.authority.grant({ subjectId: mother, agentId: son, basis: 'other', matters: ['medical'] });
    expect(await lightOf(son, mother, 'medical')).toBe('green authority');
    value(
      await test.client.authority.grant({
        subjectId: twice,
        agentId: son,
        basis: 'court',
        stance: 'refuse',
        matters: ['medical'],
      }),
    );
    expect(await lightOf(son, mother, 'medical')).toBe('green authority');
    value(await test.client.parties.merge({ intoId: mother, ids: [twice] }));
    expect(await lightOf(son, mother, 'medical')).toBe('red refused');
    value(await test.client.parties.update({ id: mother, set: { deathOn: '2026-01-01' } }));
    expect(await lightOf(son, mother, 'contact')).toBe('red subject-dead'.replace('subject-dead', 'no-authority'));
    expect((await check(mother, twice)).isSelf).toBe(true);
  });
});

describe('whoever calls', () => {
  it('is known by a number of theirs, unless any record says not to use it', async () => {
    const caller = await person('نوف', phone('0501112233'));
    const subject = await person('لطيفة');
    value(
      await test.client.authority.grant({ subjectId: subject, agentId: caller, basis: 'other', matters: ['contact'] }),
    );
    const by = (number: string): Proof => ({ by: 'number', number });
    expect(await lightOf(caller, subject, 'contact', by('+966 50 111 2233'))).toBe('green authority');
    expect(await lightOf(caller, subject, 'contact', by('٠٥٠١١١٢٢٣٣'))).toBe('green authority');
    expect(await lightOf(caller, subject, 'contact', by('0509999999'))).toBe('amber number-not-theirs');
    expect(await lightOf(caller, subject, 'contact', { by: 'word' })).toBe('amber caller-unproven');
    const [point] = value(await test.client.parties.get({ id: caller })).contactPoints;
    value(
      await test.client.parties.update({ id: caller, put: { contactPoints: [{ id: point!.id, doNotUse: true }] } }),
    );
    expect(await lightOf(caller, subject, 'contact', by('0501112233'))).toBe('amber number-do-not-use');
  });

  it('answers what was agreed, however it is spelt; three wrong answers close the line for an hour', async () => {
    const subject = await person('منيرة');
    const caller = await person('عبد الله');
    const { id } = value(
      await test.client.authority.grant({
        subjectId: subject,
        agentId: caller,
        basis: 'spouse',
        matters: ['financial'],
        questions: [{ question: 'اسم أول مدرسة؟', answer: 'مدرسة الأمل ١٢' }],
      }),
    );
    const asked = await check(caller, subject, { by: 'word' });
    expect(asked.questions).toMatchObject([{ authorityId: id, passed: false, question: 'اسم أول مدرسة؟' }]);
    const [question] = asked.questions;
    const answer = async (text: string) =>
      test.client.authority.verify({ callerId: caller, subjectId: subject, questionId: question!.id, answer: text });
    expect(value(await answer('مدرسة أخرى'))).toEqual({ right: false, attemptsLeft: 2 });
    expect(value(await answer('مدرسه  الامل 12'))).toEqual({ right: true, attemptsLeft: 2 });
    expect(await lightOf(caller, subject, 'financial', { by: 'word' })).toBe('green authority');
    test.clock.at += 16 * 60_000;
    expect(await lightOf(caller, subject, 'financial', { by: 'word' })).toBe('amber ask-question caller-unproven');
    expect(value(await answer('لا أدري')).attemptsLeft).toBe(1);
    expect(value(await answer('لا أدري حقًا')).attemptsLeft).toBe(0);
    expect(code(await answer('مدرسة الأمل ١٢'))).toBe('authority.too-many-wrong');
    expect(await lightOf(caller, subject, 'financial')).toBe('red too-many-wrong');
    const other = await person('غيره');
    expect(await lightOf(other, subject, 'financial')).toBe('red too-many-wrong');
    test.clock.at += 61 * 60_000;
    expect(value(await answer('مدرسة الأمل ١٢')).right).toBe(true);
  });

  it('is asked their own question when they ask about themselves; the answer stands nowhere', async () => {
    const self = await person('جواهر');
    value(await test.client.authority.addQuestion({ subjectId: self, question: 'رمزك؟', answer: 'نخلة سرّية' }));
    expect(await lightOf(self, self, 'contact', { by: 'word' })).toBe('amber ask-question caller-unproven');
    const [question] = (await check(self, self)).questions;
    expect(
      value(
        await test.client.authority.verify({
          callerId: self,
          subjectId: self,
          questionId: question!.id,
          answer: 'نخله سرية',
        }),
      ).right,
    ).toBe(true);
    expect(await lightOf(self, self, 'contact', { by: 'word' })).toBe('green self');
    const base = test.engine.base()!.writer;
    for (const table of ['authority_question', 'authority_answer', 'change', 'operation'])
      expect(JSON.stringify(base.prepare(`select * from ${table}`).all()), table).not.toContain('نخلة');
  });
});

describe('the look itself', () => {
  it('is written in the log before it is answered, with caller, subject and purpose', async () => {
    const [caller, subject] = [await person('متصل'), await person('مسؤول عنه')];
    value(await test.client.authority.check({ callerId: caller, subjectId: subject, purpose: 'visit' }));
    const { entries } = value(await test.client.access.events({ partyId: subject, kinds: ['readings'] }));
    expect(entries[0]).toMatchObject({ what: 'authority.check', way: 'open', purpose: 'visit', people: 2 });
    expect(entries[0]!.parties.map(({ id }) => id).toSorted()).toEqual([caller, subject].toSorted());
  });
});

describe('with the rights of a colleague', () => {
  it('the light says no more than their role shows, and nothing about whom they do not see', async () => {
    const staff = async (login: string, role: string) =>
      value(await test.client.users.create({ login, role, passphrase })).id;
    await staff('desk', 'clinic-reception');
    const agentId = await staff('agent', 'broker-agent');
    await staff('looker', 'reader');
    const caller = await person('عائشة', { ownerId: agentId, ...phone('0507776655') });
    const subject = await person('حصة', { ownerId: agentId, ...born('2015-01-01') });
    const foreign = await person('غريب');
    const grown = await person('بالغة', { ownerId: agentId, ...born('1990-03-03') });
    const everything = { basis: 'guardian' as const, matters: [...matters], mayAct: true };
    value(await test.client.authority.grant({ subjectId: subject, agentId: caller, ...everything }));
    value(await test.client.authority.grant({ subjectId: grown, agentId: caller, ...everything }));
    const { id: foreignHeld } = value(
      await test.client.authority.grant({ subjectId: foreign, agentId: caller, basis: 'other', matters: ['contact'] }),
    );
    value(
      await test.client.authority.grant({ subjectId: subject, agentId: foreign, basis: 'other', matters: ['contact'] }),
    );

    await as('desk');
    expect(await lightOf(caller, subject, 'medical')).toBe('red role-hides');
    const desk = await check(caller, subject);
    expect(desk.lights.find(({ matter }) => matter === 'financial')!.fields).not.toContain('identifier.value');
    expect(await lightOf(caller, subject, 'appointments')).toBe('green authority');

    await as('looker');
    const looked = await check(caller, subject);
    expect(looked.lights.every(({ act }) => act.light === 'red')).toBe(true);
    expect(code(await test.client.authority.grant({ subjectId: subject, agentId: caller, ...everything }))).toBe(
      'door.forbidden',
    );

    await as('agent');
    expect(code(await test.client.authority.check({ callerId: caller, subjectId: foreign }))).toBe(
      'authority.party-not-found',
    );
    const page = value(await test.client.authority.list({ partyId: caller }));
    expect(page.byThem.map((pair) => pair.subject.id).toSorted()).toEqual([subject, grown].toSorted());
    expect(value(await test.client.authority.list({ partyId: subject })).forThem.map(({ agent }) => agent.id)).toEqual([
      caller,
    ]);
    expect((await test.client.authority.revoke({ id: foreignHeld })).ok).toBe(false);
    expect((await test.client.authority.grant({ subjectId: foreign, agentId: caller, ...everything })).ok).toBe(false);
    await as('amal');
  });

  it('whoever sees numbers in part, or a year of birth, learns neither from the light', async () => {
    value(await test.client.users.create({ login: 'teller', role: 'bank-teller', passphrase }));
    const unit = value(await test.client.policy.saveUnit({ kind: 'branch', name: 'فرع' })).id;
    const teller = value(await test.client.users.list({})).users.find(({ login }) => login === 'teller')!.id;
    value(await test.client.policy.addMember({ unitId: unit, userId: teller }));
    const caller = await person('وكيل', { unitId: unit, ...phone('0504443322') });
    const subject = await person('موكل', { unitId: unit, ...born('1990-03-03') });
    const given = {
      subjectId: subject,
      agentId: caller,
      basis: 'guardian',
      matters: ['personal', 'financial'],
    } as const;
    value(await test.client.authority.grant({ ...given, matters: ['personal', 'financial'] }));
    await as('teller');
    const number = { by: 'number', number: '0504443322' } as const;
    const theirs = await check(caller, subject, number);
    const other = await check(caller, subject, { by: 'number', number: '0500000000' });
    expect(theirs.lights).toEqual(other.lights);
    expect(JSON.stringify(theirs)).not.toContain('03-0');
    expect(theirs.lights.find(({ matter }) => matter === 'personal')!.told.reasons[0]).toMatchObject({
      code: 'came-of-age',
    });
    await as('amal');
  });
});
