// Who answers for people's rights: a role that ships for every kind of office, and two rights that are no longer part of another one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const officers = ['clinic-privacy', 'broker-privacy', 'insurer-privacy', 'bank-privacy'] as const;
const families = ['الحربي', 'کریمی', 'Hill', 'القحطاني'] as const;
let test: TestEngine;
let folder: string;
beforeAll(async () => {
  test = await openEngine();
  folder = mkdtempSync(join(tmpdir(), 'diwan-officer-'));
  for (const role of [...officers, 'team-member', 'clinic-reception', 'bank-teller'] as const)
    value(await test.client.users.create({ login: role, role, passphrase }));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function enter(login: string): Promise<void> {
  if (test.engine.actor() !== null) value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
}
const person = async (text: string, more: object = {}): Promise<string> =>
  value(await test.client.parties.create({ kind: 'person', names: [{ text }], ...more })).id;

describe.each(officers)('the privacy officer of the preset %s', (officer) => {
  it('takes a request from the day it came to the erasure that a second person approved', async () => {
    await enter('amal');
    const note = 'سكر';
    const family = families[officers.indexOf(officer)]!;
    const id = await person(`سلمى ${family}`, { note });
    value(await test.client.activities.log({ kind: 'call', subject: 'عن الموعد', partyIds: [id] }));
    await enter(officer);
    const request = value(await test.client.privacy.request({ partyId: id, kind: 'erase' })).id;
    value(await test.client.privacy.updateRequest({ id: request, identityCheck: 'جواز السفر' }));
    const copy = value(await test.client.privacy.accessPack({ partyId: id, folder: join(folder, officer) }));
    expect(await ended(test, copy.jobId)).toMatchObject({ state: 'done', failure: null });
    expect(code(await test.client.privacy.execute({ partyId: id, requestId: request }))).toBe('privacy.needs-approval');
    await enter('amal');
    value(await test.client.privacy.approve({ id: request }));
    await enter(officer);
    const { jobId } = value(await test.client.privacy.execute({ partyId: id, requestId: request }));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done', failure: null });
    expect(code(await test.client.parties.get({ id }))).toBe('parties.not-found');
  });

  it('keeps holds, consents, the list of those never contacted and who speaks for whom, sees the log, and changes no record', async () => {
    await enter('amal');
    const [id, son] = [await person('Nora Hill'), await person('Sam Hill')];
    await enter(officer);
    value(await test.client.privacy.mark({ partyId: id, kind: 'hold', reason: 'case 12' }));
    const { purposes } = value(await test.client.privacy.purposes({}));
    const purposeId = purposes.find(({ basis }) => basis === 'consent')!.id;
    value(
      await test.client.consent.record({
        partyId: id,
        purposeId,
        action: 'refused',
        channels: ['sms'],
        source: 'phone',
      } as never),
    );
    value(await test.client.privacy.suppress({ kind: 'phone', value: '0507654321' }));
    value(await test.client.authority.grant({ subjectId: id, agentId: son, basis: 'mandate', matters: ['contact'] }));
    value(await test.client.processing.record({}));
    value(await test.client.access.events({}));
    const refused = [
      await test.client.parties.create({ kind: 'person', names: [{ text: 'X' }] }),
      await test.client.parties.update({ id, set: { note: 'x' } }),
      await test.engine.call('parties.remove', { ids: [id] }),
      await test.client.users.create({ login: 'x', role: 'reader', passphrase }),
      await test.client.exports.make({} as never),
    ];
    expect(refused.map(code)).toEqual(refused.map(() => 'door.forbidden'));
  });
});

describe('to say who may act for somebody', () => {
  it('is a right of its own: whoever changes records all day does not hold it with that', async () => {
    await enter('amal');
    const member = test.engine.base()!.writer.prepare("select id from app_user where login = 'team-member'").pluck();
    const ownerId = member.get() as string;
    const [mother, son] = [await person('Huda', { ownerId }), await person('Ziad', { ownerId })];
    const grant = { subjectId: mother, agentId: son, basis: 'mandate' as const, matters: ['contact' as const] };
    await enter('team-member');
    value(await test.client.parties.update({ id: mother, set: { note: 'x' } }));
    expect(value(await test.client.parties.get({ id: mother })).rights).toMatchObject({
      write: true,
      authorise: false,
    });
    expect(code(await test.client.authority.grant(grant))).toBe('door.forbidden');
    await enter('clinic-reception');
    expect(value(await test.client.parties.get({ id: mother })).rights.authorise).toBe(true);
    const { id } = value(await test.client.authority.grant(grant));
    await enter('team-member');
    expect(code(await test.client.authority.change({ id, set: { mayAct: true } }))).toBe('door.forbidden');
    expect(code(await test.client.authority.revoke({ id }))).toBe('door.forbidden');
  });
});

describe('to forbid a number that is nobody’s record', () => {
  it('is a right of its own: whoever writes down what people say holds it for people only', async () => {
    await enter('amal');
    const id = await person('Rima', { contactPoints: [{ kind: 'phone', value: '0559876543' }] });
    await enter('clinic-reception');
    expect(code(await test.client.privacy.suppress({ kind: 'phone', value: '0551112222' }))).toBe('door.forbidden');
    expect(value(await test.client.privacy.suppressParty({ partyId: id })).added).toBe(1);
  });
});
