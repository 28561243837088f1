// What people agreed to and what holds of it, through the door: one question before every contact, and the most careful answer.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

let test: TestEngine;
const HOUR = 3_600_000;
beforeAll(async () => {
  test = await openEngine();
});
afterAll(() => test.close());
beforeEach(() => {
  test.clock.at += HOUR;
});

const person = async (name: string, contactPoints: readonly object[] = []) =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text: name }], contactPoints } as never)).id;
const phone = { kind: 'phone', value: '0501234567' };
const mail = { kind: 'email', value: 'Mona@example.com' };
const may = async (partyId: string, channel: string, purposeId = 'marketing', brand?: string) => {
  const answer = value(await test.client.consent.may({ partyId, purposeId, channel, brand } as never));
  return answer.allowed ? `yes: ${answer.reason}` : answer.reason;
};
const say = async (partyId: string, action: 'given' | 'refused', channels: readonly string[], more: object = {}) => {
  test.clock.at += HOUR;
  return value(
    await test.client.consent.record({
      partyId,
      purposeId: 'marketing',
      channels,
      action,
      source: 'in-person',
      ...more,
    } as never),
  );
};
const withdraw = async (partyId: string, more: object = {}) => {
  test.clock.at += HOUR;
  return value(await test.client.consent.withdraw({ partyId, purposeId: 'marketing', ...more } as never));
};
const listed = async (partyId: string) => value(await test.client.consent.list({ partyId }));

describe('consent', () => {
  it('is needed for what rests on it, per channel, and the last word counts', async () => {
    const id = await person('Mona', [phone, mail]);
    expect(await may(id, 'email')).toBe('no-consent');
    expect(await may(id, 'email', 'contract')).toBe('yes: basis');
    await say(id, 'given', ['email']);
    expect(await may(id, 'email')).toBe('yes: consent');
    expect(await may(id, 'sms')).toBe('no-consent');
    await say(id, 'given', ['any']);
    expect(await may(id, 'sms')).toBe('yes: consent');
    await withdraw(id, { channels: ['sms'] });
    expect(await may(id, 'sms')).toBe('withdrawn');
    expect(await may(id, 'email')).toBe('yes: consent');
    await withdraw(id);
    expect(await may(id, 'email')).toBe('withdrawn');
    await say(id, 'refused', ['email']);
    expect(await may(id, 'email')).toBe('refused');
    await say(id, 'given', ['email']);
    expect(await may(id, 'email')).toBe('yes: consent');
  });

  it('goes by when it was said, not by when it was written down', async () => {
    const id = await person('Late', [mail]);
    const signed = test.clock.at;
    await withdraw(id);
    await say(id, 'given', ['email'], { at: signed, source: 'paper' });
    expect(await may(id, 'email')).toBe('withdrawn');
    const tomorrow = test.clock.at + 24 * HOUR;
    const early = { partyId: id, purposeId: 'marketing', channels: ['email' as const], at: tomorrow };
    expect(code(await test.client.consent.record({ ...early, action: 'given', source: 'phone' }))).toBe(
      'consent.in-future',
    );
  });

  it('is of a brand, or of all of them', async () => {
    const id = await person('Branded', [mail]);
    await say(id, 'given', ['email'], { brand: 'Al Noor' });
    expect(await may(id, 'email', 'marketing', 'al noor')).toBe('yes: consent');
    expect(await may(id, 'email', 'marketing', 'Amal')).toBe('no-consent');
    expect(await may(id, 'email')).toBe('no-consent');
    await withdraw(id);
    expect(await may(id, 'email', 'marketing', 'Al Noor')).toBe('withdrawn');
  });

  it('is an objection where the office has an interest, and changes nothing where the law or a contract asks', async () => {
    const id = await person('Objects', [mail]);
    for (const purposeId of ['service-quality', 'billing']) await withdraw(id, { purposeId });
    expect(await may(id, 'email', 'service-quality')).toBe('objected');
    expect(await may(id, 'email', 'billing')).toBe('yes: basis');
    expect(await may(id, 'email', 'sharing')).toBe('purpose-off');
  });

  it('keeps what was shown, who said it in whose stead and the proof, and tells all of it, newest first', async () => {
    const id = await person('Child', [phone]);
    const wording = value(
      await test.client.privacy.addWording({ purposeId: 'research', language: 'fa', text: 'آیا می‌پذیرید؟' }),
    );
    const about = { purposeId: 'research', wordingId: wording.id, evidence: 'Form 7', givenBy: 'Her mother' };
    await say(id, 'given', ['any'], { ...about, source: 'paper' });
    await withdraw(id, { purposeId: 'research', source: 'phone' });
    const { history, purposes } = await listed(id);
    expect(history).toMatchObject([
      { action: 'withdrawn', source: 'phone', wording: null },
      {
        action: 'given',
        source: 'paper',
        givenBy: 'Her mother',
        evidence: 'Form 7',
        wording: { language: 'fa', version: 1, text: 'آیا می‌پذیرید؟' },
        by: { name: 'آمال' },
      },
    ]);
    expect(purposes.find((one) => one.id === 'research')!.holding).toMatchObject([
      { channel: 'any', action: 'withdrawn' },
    ]);
    const wrong = { partyId: id, purposeId: 'marketing', channels: ['any' as const], source: 'paper' as const };
    expect(code(await test.client.consent.record({ ...wrong, action: 'given', wordingId: wording.id }))).toBe(
      'consent.wording-unknown',
    );
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect(code(await test.client.consent.record({ ...wrong, action: 'given', attachmentId: nobody }))).toBe(
      'consent.file-unknown',
    );
    expect(code(await test.client.consent.list({ partyId: nobody }))).toBe('consent.party-not-found');
    value(await test.client.privacy.removePurpose({ id: 'research' }));
  });

  it('that was said stays as it was said', async () => {
    const id = await person('Fixed', [phone]);
    await say(id, 'given', ['any']);
    const { writer } = test.engine.base()!;
    expect(() => writer.exec("update consent_event set action = 'given'")).toThrow('consent: append-only');
  });

  it('is in the history of the record, and an entry made by mistake is undone as anything else is', async () => {
    const id = await person('Slip', [phone]);
    const before = test.engine.base()!.writer.prepare('select max(seq) from operation').pluck().get();
    await say(id, 'given', ['any']);
    expect(await may(id, 'phone')).toBe('yes: consent');
    const made = test.engine
      .base()!
      .writer.prepare<[number], { id: string }>('select id from operation where seq > ? limit 1')
      .get(before as number)!;
    value(await test.client.operations.undo({ id: made.id } as never));
    expect(await may(id, 'phone')).toBe('no-consent');
  });
});

describe('a contact point', () => {
  it('marked "do not use", on any record of the person, is used for nothing', async () => {
    const id = await person('Marked', [{ ...phone, doNotUse: true }]);
    await say(id, 'given', ['any']);
    expect(await may(id, 'sms')).toBe('do-not-use');
    expect(await may(id, 'email')).toBe('no-address');
    expect(await may(id, 'in-person')).toBe('yes: consent');
    const other = await person('Marked too', [phone, { kind: 'phone', value: '0507654321' }]);
    value(await test.client.parties.merge({ intoId: other, ids: [id] }));
    await say(other, 'given', ['any']);
    const answer = value(await test.client.consent.may({ partyId: other, purposeId: 'marketing', channel: 'phone' }));
    const record = value(await test.client.parties.get({ id: other }));
    expect(answer.points).toEqual(record.contactPoints.filter((p) => p.value === '0507654321').map((p) => p.id));
  });

  it('whose time is over, and anybody who has died, is not contacted', async () => {
    const id = await person('Moved', [{ ...mail, toOn: '2026-01-01' }]);
    await say(id, 'given', ['any']);
    expect(await may(id, 'email')).toBe('do-not-use');
    value(await test.client.parties.update({ id, set: { deathOn: '2026-02-01' } } as never));
    expect(await may(id, 'in-person')).toBe('dead');
  });

  it('and while somebody’s data are restricted nobody is contacted, by any channel', async () => {
    const id = await person('Restricted');
    const { id: mark } = value(await test.client.privacy.mark({ partyId: id, kind: 'restriction', reason: 'asked' }));
    expect(await may(id, 'in-person')).toBe('restricted');
    value(await test.client.privacy.endMark({ id: mark }));
    expect(await may(id, 'in-person')).not.toBe('restricted');
  });
});

describe('a person known by two records', () => {
  it('has the most restrictive of what was said to either, until they say something anew', async () => {
    const one = await person('Twin record', [mail]);
    const two = await person('Twin record two');
    await withdraw(two);
    await say(one, 'given', ['email']);
    value(await test.client.parties.merge({ intoId: one, ids: [two] }));
    expect(await may(one, 'email')).toBe('withdrawn');
    expect(await may(two, 'email')).toBe('withdrawn');
    await say(two, 'given', ['email']);
    expect(await may(one, 'email')).toBe('yes: consent');
    expect(await may(one, 'sms')).toBe('withdrawn');
  });

  it('takes consent back on both, so that it holds when they are separated again, and is told it once', async () => {
    const one = await person('Parted', [mail]);
    const two = await person('Parted two', [{ kind: 'email', value: 'other@example.com' }]);
    await say(one, 'given', ['any']);
    await say(two, 'given', ['any']);
    value(await test.client.parties.merge({ intoId: one, ids: [two] }));
    await withdraw(one);
    expect((await listed(one)).history.map(({ action }) => action)).toEqual(['withdrawn', 'given', 'given']);
    value(await test.client.parties.unmerge({ ids: [two] }));
    expect(await may(one, 'email')).toBe('withdrawn');
    expect(await may(two, 'email')).toBe('withdrawn');
  });
});

describe('a number that nobody contacts again', () => {
  it('is known by a hash only, however it is written, typed or imported again', async () => {
    const id = await person('Left alone', [{ kind: 'phone', value: '055 111 2222' }, mail]);
    await say(id, 'given', ['any']);
    const number = { kind: 'phone' as const, value: '+966 (55) 111-2222' };
    expect(value(await test.client.privacy.suppress(number)).added).toBe(true);
    expect(value(await test.client.privacy.suppress({ ...number, value: '٠٥٥١١١٢٢٢٢' })).added).toBe(false);
    expect(await may(id, 'sms')).toBe('suppressed');
    expect(await may(id, 'email')).toBe('yes: consent');
    const again = await person('Typed again', [{ kind: 'phone', value: '00966551112222' }]);
    await say(again, 'given', ['any']);
    expect(await may(again, 'phone')).toBe('suppressed');
    expect((await listed(again)).suppressedPointIds).toHaveLength(1);
    const stored = JSON.stringify(test.engine.base()!.writer.prepare('select * from suppression').all());
    expect(stored).not.toContain('551112222');
    expect(code(await test.client.privacy.suppress({ kind: 'phone', value: 'call me' }))).toBe(
      'privacy.value-unreadable',
    );
  });

  it('is every number of a person at once, is asked for one by one, listed without saying what it is, and released', async () => {
    const id = await person('All of them', [
      { kind: 'email', value: 'All@Example.com' },
      { kind: 'messenger', value: '+971501112233' },
      { kind: 'url', value: 'https://example.com' },
    ]);
    await say(id, 'given', ['any']);
    expect(value(await test.client.privacy.suppressParty({ partyId: id, reason: 'complaint' })).added).toBe(2);
    for (const channel of ['email', 'messenger']) expect(await may(id, channel)).toBe('suppressed');
    const asked = { kind: 'email' as const, value: 'all@example.com' };
    const { entry } = value(await test.client.privacy.check(asked));
    expect(entry).toMatchObject({ kind: 'email', reason: 'complaint', by: { name: 'آمال' } });
    const first = value(await test.client.privacy.suppressions({ limit: 1 }));
    const rest = value(await test.client.privacy.suppressions({ after: first.next! }));
    expect([...first.entries, ...rest.entries]).toHaveLength(first.count.value);
    expect(JSON.stringify([first, rest])).not.toMatch(/example|97150|hash/i);
    value(await test.client.privacy.release({ id: entry!.id }));
    expect(await may(id, 'email')).toBe('yes: consent');
    expect(code(await test.client.privacy.release({ id: entry!.id }))).toBe('privacy.not-suppressed');
    expect(code(await test.client.privacy.suppressions({ after: '[]' }))).toBe('privacy.cursor-invalid');
  });
});

describe('somebody who sees numbers in part, and their own people only', () => {
  it('is answered by what is really there, and cannot speak for whom they do not see', async () => {
    const theirs = await person('Of the broker', [{ kind: 'phone', value: '0559998888' }]);
    const foreign = await person('Of somebody else', [{ kind: 'phone', value: '0559997777' }]);
    await say(theirs, 'given', ['any']);
    value(await test.client.privacy.suppress({ kind: 'phone', value: '0559998888' }));
    const { roles } = value(await test.client.policy.get({}));
    const agent = roles.find(({ id }) => id === 'broker-agent')!.policy;
    const fields = { 'contact_point.value': { mask: 'last4' as const } };
    const role = value(await test.client.policy.set({ name: 'Careful', policy: { ...agent, fields } }));
    const user = value(await test.client.users.create({ login: 'careful', role: role.id, passphrase }));
    value(await test.client.parties.bulkUpdate({ ids: [theirs], set: { ownerId: user.id } } as never));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'careful', passphrase }));
    expect(await may(theirs, 'phone')).toBe('suppressed');
    expect(code(await test.client.consent.may({ partyId: foreign, purposeId: 'marketing', channel: 'sms' }))).toBe(
      'consent.party-not-found',
    );
    const said = {
      purposeId: 'marketing',
      channels: ['any' as const],
      action: 'given' as const,
      source: 'phone' as const,
    };
    expect(code(await test.client.consent.record({ ...said, partyId: foreign }))).toBe('door.out-of-reach');
    expect(code(await test.client.privacy.suppressParty({ partyId: foreign }))).toBe('privacy.party-not-found');
    value(await test.client.consent.record({ ...said, partyId: theirs }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});
