// Who may do what: the whole table of operations and roles, written out to be read, and held at the door.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorErrors } from '@shared/core/contract';
import { permissions } from '@shared/core/permissions';
import { holds } from '@shared/features/policy/policy';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { operationsByName } from '@shared/features/contracts';
import { code, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';

const roles = ['administrator', 'staff', 'reader'] as const;
type Role = (typeof roles)[number];

// a = administrator, s = staff, r = reader; everybody = before anybody has unlocked the base.
const matrix: Readonly<Record<string, string>> = {
  'access.events': 'a',
  'access.letter': 'a',
  'access.print': 'a s r',
  'activities.log': 'a s',
  'activities.update': 'a s',
  'activities.remove': 'a s',
  'activities.get': 'a s r',
  'activities.list': 'a s r',
  'approvals.list': 'a s r',
  'approvals.request': 'a s r',
  'approvals.approve': 'a s r',
  'approvals.refuse': 'a',
  'approvals.withdraw': 'a s r',
  'attachments.list': 'a s r',
  'attachments.get': 'a s r',
  'attachments.add': 'a s',
  'attachments.save': 'a s r',
  'attachments.read': 'a s r',
  'attachments.thumbnails': 'a s r',
  'attachments.setThumbnail': 'a s',
  'attachments.update': 'a s',
  'attachments.remove': 'a s',
  'audit.head': 'a',
  'audit.verify': 'a',
  'audit.export': 'a',
  'authority.grant': 'a s',
  'authority.change': 'a s',
  'authority.revoke': 'a s',
  'authority.addQuestion': 'a s',
  'authority.removeQuestion': 'a s',
  'authority.list': 'a s r',
  'authority.check': 'a s r',
  'authority.verify': 'a s r',
  'backups.targets': 'a',
  'backups.addTarget': 'a',
  'backups.setRotation': 'a',
  'backups.removeTarget': 'a',
  'backups.make': 'a',
  'backups.list': 'a',
  'backups.rehearse': 'a',
  'backups.rehearsals': 'a',
  'backups.inspect': 'everybody',
  'backups.open': 'everybody',
  'backups.restore': 'everybody',
  'backups.salvage': 'everybody',
  'backups.cancelRestore': 'everybody',
  'base.counts': 'a s r',
  'base.verify': 'a',
  'base.check': 'a',
  'base.generate': 'a',
  'base.loadSample': 'a',
  'consent.record': 'a s',
  'consent.withdraw': 'a s',
  'consent.list': 'a s r',
  'consent.may': 'a s r',
  'drafts.get': 'a s r',
  'drafts.save': 'a s r',
  'drafts.clear': 'a s r',
  'duplicates.check': 'a s r',
  'duplicates.ofParty': 'a s r',
  'duplicates.list': 'a s r',
  'duplicates.lastScan': 'a s r',
  'duplicates.scan': 'a s',
  'duplicates.dismiss': 'a s',
  'duplicates.reopen': 'a s',
  'health.report': 'a',
  'exports.make': 'a',
  'exports.makeExit': 'a',
  'exports.drill': 'a',
  'exports.drills': 'a',
  'imports.inspect': 'a',
  'imports.dryRun': 'a',
  'imports.start': 'a',
  'imports.pause': 'a',
  'imports.resume': 'a',
  'imports.cancel': 'a',
  'imports.list': 'a',
  'imports.mappings': 'a',
  'imports.get': 'a',
  'imports.saveRejected': 'a',
  'imports.saveAlike': 'a',
  'imports.forgetMapping': 'a',
  'jobs.list': 'a s r',
  'jobs.get': 'a s r',
  'jobs.cancel': 'a s r',
  'jobs.dismiss': 'a s r',
  'jobs.schedules': 'a',
  'jobs.setSchedule': 'a',
  'notices.list': 'a',
  'notices.acknowledge': 'a',
  'operations.list': 'a s r',
  'operations.undo': 'a s',
  'policy.get': 'a s r',
  'policy.set': 'a',
  'policy.removeRole': 'a',
  'policy.saveUnit': 'a',
  'policy.removeUnit': 'a',
  'policy.addMember': 'a',
  'policy.removeMember': 'a',
  'policy.addStandIn': 'a',
  'policy.removeStandIn': 'a',
  'policy.handOver': 'a',
  'policy.handOverCount': 'a',
  'policy.preview': 'a',
  'processing.record': 'a',
  'processing.export': 'a',
  'privacy.purposes': 'a s r',
  'privacy.savePurpose': 'a',
  'privacy.removePurpose': 'a',
  'privacy.addWording': 'a',
  'privacy.suppress': 'a s',
  'privacy.suppressParty': 'a s',
  'privacy.check': 'a s r',
  'privacy.suppressions': 'a',
  'privacy.release': 'a',
  'approvals.exportCode': 'a s r',
  'approvals.readCode': 'a',
  'approvals.signCode': 'a',
  'approvals.acceptCode': 'a s r',
  'exports.recipients': 'a',
  'exports.addRecipient': 'a',
  'exports.removeRecipient': 'a',
  'exports.receipts': 'a s r',
  'exports.verify': 'a s r',
  'quality.rules': 'a s',
  'quality.saveRule': 'a',
  'quality.removeRule': 'a',
  'quality.saveWish': 'a',
  'quality.removeWish': 'a',
  'quality.summary': 'a s',
  'quality.list': 'a s',
  'quality.ofParty': 'a s',
  'quality.scan': 'a s',
  'quality.dismiss': 'a s',
  'quality.reopen': 'a s',
  'privacy.plan': 'a',
  'privacy.execute': 'a',
  'privacy.certificate': 'a',
  'privacy.erasures': 'a',
  'privacy.wasErased': 'a s',
  'privacy.mark': 'a',
  'privacy.endMark': 'a',
  'privacy.marks': 'a',
  'privacy.request': 'a',
  'privacy.updateRequest': 'a',
  'privacy.approve': 'a',
  'privacy.closeRequest': 'a',
  'privacy.requests': 'a',
  'privacy.accessPack': 'a',
  'privacy.retentionRules': 'a',
  'privacy.saveRetentionRule': 'a',
  'privacy.removeRetentionRule': 'a',
  'privacy.review': 'a',
  'privacy.proposals': 'a',
  'privacy.breach': 'a',
  'privacy.breachList': 'a',
  'parties.create': 'a s',
  'parties.update': 'a s',
  'parties.get': 'a s r',
  'parties.list': 'a s r',
  'parties.index': 'a s r',
  'parties.timeline': 'a s r',
  'parties.history': 'a s r',
  'parties.graph': 'a s r',
  'parties.bulkUpdate': 'a s',
  'parties.remove': 'a',
  'parties.restore': 'a',
  'parties.merge': 'a s',
  'parties.mergePreview': 'a s',
  'parties.cluster': 'a s r',
  'parties.unmergePreview': 'a s',
  'parties.unmerge': 'a s',
  'keys.status': 'a',
  'keys.rotate': 'a',
  'keys.classes': 'a',
  'keys.seal': 'a',
  'keys.unseal': 'a',
  'keys.renewClass': 'a',
  'keys.cancelRotation': 'everybody',
  'recovery.status': 'a',
  'recovery.makeCards': 'a',
  'recovery.confirmCard': 'a',
  'recovery.revokeCards': 'a',
  'recovery.checkCard': 'everybody',
  'recovery.addEscrow': 'a',
  'recovery.removeEscrow': 'a',
  'relationships.create': 'a s',
  'relationships.update': 'a s',
  'relationships.remove': 'a s',
  'roles.add': 'a s',
  'roles.update': 'a s',
  'roles.move': 'a s',
  'roles.end': 'a s',
  'search.find': 'a s r',
  'session.status': 'everybody',
  'session.create': 'everybody',
  'session.confirmRecovery': 'a s r',
  'session.unlock': 'everybody',
  'session.recover': 'everybody',
  'session.lock': 'everybody',
  'settings.get': 'a s r',
  'settings.updateSite': 'a',
  'settings.updateUser': 'a s r',
  'users.list': 'a s r',
  'users.create': 'a',
  'users.update': 'a',
  'users.assignRole': 'a',
  'users.remove': 'a',
  'users.acceptKeyring': 'a',
  'users.changePassphrase': 'a s r',
  'users.renewRecoveryCode': 'a',
  'users.resetPassphrase': 'a',
  'views.list': 'a s r',
  'views.save': 'a s r',
  'views.remove': 'a s r',
};

const allowed = (role: Role, operation: string): boolean =>
  matrix[operation] === 'everybody' || (matrix[operation] ?? '').split(' ').includes(role[0]!);
const operations = [...operationsByName()];

let test: TestEngine;
const logins: Readonly<Record<Role, string>> = {
  administrator: 'amal',
  staff: 'staff',
  reader: 'reader',
};
const enter = async (role: Role) => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login: logins[role], passphrase }));
};

beforeAll(async () => {
  test = await openEngine();
  for (const role of ['staff', 'reader'] as const)
    value(await test.client.users.create({ login: logins[role], role, passphrase }));
});
afterAll(() => test.close());

/** Refused by its shape before any handler runs; only rights decide what is answered earlier. */
const malformed = { 'no such field': 1 };

describe('the table of rights', () => {
  it('names every operation there is', () => {
    expect(Object.keys(matrix).toSorted()).toEqual(operations.map(([name]) => name).toSorted());
  });

  it.each(roles)('is what the permissions of a %s say', (role) => {
    const policy = shippedRoles[role];
    const differing = operations.filter(
      ([name, { permission }]) => (permission === 'public' || holds(policy, permission)) !== allowed(role, name),
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it.each(roles)('is what the door does for a %s', async (role) => {
    await enter(role);
    const answers: Record<string, string> = {};
    for (const [name] of operations) answers[name] = code(await test.engine.call(name, malformed));
    const expected = operations.map(([name]) => [name, allowed(role, name) ? 'door.invalid-input' : 'door.forbidden']);
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  it('has a line in the ledger for every refusal, with who and what but not what was sent', async () => {
    await enter('reader');
    expect(code(await test.engine.call('parties.create', { kind: 'person', names: [{ text: 'پنهان' }] }))).toBe(
      'door.forbidden',
    );
    const last = test.engine
      .base()!
      .writer.prepare('select command, user_id, details, changes from operation order by seq desc limit 1')
      .get();
    expect(last).toEqual({
      command: 'access.refused',
      user_id: test.engine.actor()!.userId,
      details: '{"operation":"parties.create"}',
      changes: 0,
    });
    expect(test.engine.base()!.writer.prepare('select count(*) from party').pluck().get()).toBe(0);
  });

  it('lets nobody in before the base is unlocked but to the session itself', async () => {
    value(await test.client.session.lock({}));
    for (const [name] of operations) {
      const expected = matrix[name] === 'everybody' ? 'door.invalid-input' : 'door.locked';
      expect(code(await test.engine.call(name, malformed)), name).toBe(expected);
    }
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
  });
});

describe('every operation', () => {
  it.each(operations)(
    '%s has a permission of the list, and its own codes have its own noun or a shared one',
    (name, operation) => {
      expect(permissions).toContain(operation.permission);
      expect(
        operation.errors.filter(
          (error) => (doorErrors as readonly string[]).includes(error) && !error.startsWith('db.'),
        ),
      ).toEqual([]);
      expect(new Set(operation.errors).size, name).toBe(operation.errors.length);
      expect(operation.errors.every((error) => /^[a-z]+\.[a-z-]+$/.test(error))).toBe(true);
    },
  );

  it('has a handler, and an unknown one is answered so', async () => {
    for (const [name] of operations)
      expect(code(await test.engine.call(name, malformed)), name).not.toBe('door.unknown-operation');
    for (const name of ['parties.explode', 'constructor', '__proto__', 'parties', 'parties.create.x', '']) {
      expect(code(await test.engine.call(name, {})), name).toBe('door.unknown-operation');
    }
  });

  it('permissions are granted to roles by name only, and a reader has no more than staff, staff no more than an administrator', () => {
    const [administrator, staff, reader] = roles.map(
      (role) => new Set(permissions.filter((permission) => holds(shippedRoles[role], permission))),
    ) as [Set<string>, Set<string>, Set<string>];
    expect([...reader].every((one) => staff.has(one)) && [...staff].every((one) => administrator.has(one))).toBe(true);
    expect([...administrator].toSorted()).toEqual([...permissions].toSorted());
  });
});

describe('a role that is changed', () => {
  it('counts from the next call, without a new unlock', async () => {
    await enter('administrator');
    const { id } = value(await test.client.users.create({ login: 'second', role: 'administrator', passphrase }));
    value(await test.client.session.lock({}));
    value(await test.client.session.unlock({ login: 'second', passphrase }));
    value(await test.client.users.update({ id, role: 'reader' }));
    expect(code(await test.client.users.update({ id, role: 'administrator' }))).toBe('door.forbidden');
    await enter('administrator');
  });
});

describe('an identity number', () => {
  const number = '1098765434';

  it('is seen whole by staff, and by a reader only in its last four characters, wherever it appears', async () => {
    await enter('administrator');
    const { id } = value(
      await test.client.parties.create({
        kind: 'person',
        names: [{ text: 'سلمى' }],
        identifiers: [
          { scheme: 'sa-national-id', value: number },
          { scheme: 'other', value: '4711' },
        ],
      }),
    );
    const [first] = value(await test.client.parties.get({ id })).identifiers;
    value(
      await test.client.parties.update({
        id,
        put: { identifiers: [{ id: first!.id, value: '1098765442' }] },
      }),
    );

    await enter('staff');
    expect(value(await test.client.parties.get({ id })).identifiers.map(({ value: shown }) => shown)).toEqual([
      { text: '1098765442', masked: false },
      { text: '4711', masked: false },
    ]);
    expect(value(await test.client.search.find({ text: '1098765442' })).hits).toMatchObject([
      { id, matched: 'identifier' },
    ]);

    await enter('reader');
    const record = value(await test.client.parties.get({ id }));
    expect(record.identifiers).toMatchObject([
      { value: { text: '••••5442', masked: true }, verdict: 'unchecked' },
      { value: { text: '••••', masked: true }, verdict: 'unchecked' },
    ]);
    const history = JSON.stringify(value(await test.client.parties.history({ partyId: id })));
    expect(history).toContain('••••5434');
    for (const text of [number, '1098765442', '"4711"', '98765']) {
      expect(history, text).not.toContain(text);
      expect(JSON.stringify(record), text).not.toContain(text);
    }
    for (const text of ['1098765442', '١٠٩٨٧٦٥٤٤٢', '4711', '5442']) {
      expect(value(await test.client.search.find({ text })).hits, text).toEqual([]);
      expect(value(await test.client.parties.list({ filter: { text } })).rows, text).toEqual([]);
    }
  });
});
