// A person of the office who may do everything with their own parties, and tries it with another's: thousands of well-formed messages
// that name the other's records. Nothing of the other's is told, and nothing of it is changed.
import fc from 'fast-check';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions, scopedPermissions, type Permission } from '@shared/core/permissions';
import { operationsByName } from '@shared/features/contracts';
import { RolePolicy, type Scope } from '@shared/features/policy/policy';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { messagesFor } from '../system/support/messages';
import { everything } from './support/office';

const MESSAGES = Number(process.env['DIWAN_MESSAGES'] ?? 6000);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);

/** Rights over the office itself, which are nobody's scope. */
const official: readonly Permission[] = [
  'users.manage',
  'policy.manage',
  'approvals.approve',
  'settings.manage',
  'base.manage',
  'base.verify',
  'imports.run',
  'audit.read',
  'quality.manage',
  'privacy.manage',
];
const ownOnly = (scope: Scope): RolePolicy =>
  RolePolicy.parse({
    grants: Object.fromEntries(
      permissions
        .filter((permission) => !official.includes(permission))
        .map((permission) => [
          permission,
          (scopedPermissions as readonly string[]).includes(permission) ? scope : 'all',
        ]),
    ),
  });

/** In every field that holds words, one that stands nowhere else. */
const secrets = [
  'زمردنامه',
  'گلپایگانسری',
  'Quixwood',
  '0551122334455',
  'quix@hidden.example',
  'Sphinx Lane 77',
  'Nadirabad',
  'secret note of the other',
  'P-SECRET-4711',
  'likes hidden tea',
  'label of the other',
  'terms of the other',
  'subject of the other',
  'body of the other',
  'relation of the other',
];

let test: TestEngine;
let folder: string;
/** Ids of the other's parties and activities, and of everything that is about them. */
const records: string[] = [];
const others: string[] = [];
const mine: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-hostile-'));
  test = await openEngine();
  test.approver = 'amal';
  const { client } = test;
  value(await client.policy.set({ name: 'Own only', policy: ownOnly('own') }));
  const role = value(await client.policy.get({})).roles.find(({ name }) => name === 'Own only')!.id;
  const amal = test.engine.actor()!.userId!;
  const me = value(await client.users.create({ login: 'mallory', role, passphrase })).id;
  for (let index = 0; index < 3; index += 1) await theirs(amal, index);
  value(
    await client.relationships.create({
      fromPartyId: others[0]!,
      toPartyId: others[1]!,
      type: 'friend',
      note: secrets[14]!,
    }),
  );
  const twin = value(await client.parties.create({ kind: 'person', names: [{ text: secrets[2]! }], ownerId: amal })).id;
  value(await client.parties.merge({ intoId: others[0]!, ids: [twin] }));
  others.push(twin);
  mine.push(value(await client.parties.create({ kind: 'person', names: [{ text: 'Mine' }], ownerId: me })).id);
  collectIds();
  await enter('mallory');
}, 60_000);
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

async function enter(login: string): Promise<void> {
  value(await test.client.session.lock({}));
  test.clock.at += 86_400_000;
  value(await test.client.session.unlock({ login, passphrase }));
}

/** A party of another's, full of words that nobody else should read. */
async function theirs(ownerId: string, index: number): Promise<void> {
  const { client } = test;
  const { id } = value(
    await client.parties.create({
      kind: 'person',
      names: [{ text: `${secrets[0]} ${secrets[1]} ${index}` }, { text: secrets[2]!, kind: 'alias' }],
      contactPoints: [
        { kind: 'phone', value: secrets[3]! },
        { kind: 'email', value: secrets[4]! },
      ],
      addresses: [{ kind: 'home', lines: secrets[5]!, city: secrets[6]! }],
      identifiers: [{ scheme: 'passport', value: secrets[8]! }],
      occasions: [{ kind: 'birthday', calendar: 'gregory', month: 2, day: 3, label: secrets[10]! }],
      preferences: [{ key: 'likes', value: secrets[9]! }],
      roles: [{ type: 'patient', terms: secrets[11]! }],
      note: secrets[7]!,
      ownerId,
    }),
  );
  others.push(id);
  value(await client.activities.log({ kind: 'call', subject: secrets[12]!, body: secrets[13]!, partyIds: [id] }));
  value(await client.parties.update({ id, set: { note: `${secrets[7]} again` } }));
}

/** The ids of everything that is about the other's parties: the attacker has seen them on a colleague's screen. */
function collectIds(): void {
  const { writer } = test.engine.base()!;
  records.push(...others, ...writer.prepare<[], string>('select id from activity').pluck().all());
  others.push(...records);
  for (const rows of everything(writer).values())
    for (const row of rows)
      if (
        Object.values(row).some((one) => others.includes(one as string)) &&
        typeof row.id === 'string' &&
        !others.includes(row.id)
      )
        others.push(row.id);
}

/** Everything that is stored about the other's parties and activities. */
function stored(): string[] {
  const isTheirs = (row: object): boolean => Object.values(row).some((one) => records.includes(one as string));
  return [...everything(test.engine.base()!.writer)].flatMap(([table, rows]) =>
    rows.filter(isTheirs).map((row) => JSON.stringify({ table, ...row })),
  );
}

const told = (reply: unknown): string[] => {
  const text = JSON.stringify(reply) ?? '';
  return secrets.filter((secret) => text.includes(secret));
};

describe(`${MESSAGES} well-formed messages about another's records (seed ${SEED})`, () => {
  it('are told nothing and change nothing', { timeout: 240_000 }, async () => {
    const before = stored();
    const operations = [...operationsByName()].filter(
      ([name]) =>
        !name.startsWith('session.') &&
        !name.startsWith('imports.') &&
        !name.startsWith('backups.') &&
        name !== 'base.generate',
    );
    const runs = Math.ceil(MESSAGES / operations.length);
    const leaks: string[] = [];
    const codes = new Map<string, number>();
    for (const [name, operation] of operations)
      for (const message of fc.sample(
        messagesFor(operation, () => [...others, ...mine]),
        { seed: SEED, numRuns: runs },
      )) {
        const reply = await test.engine.call(name, message);
        const key = reply.ok ? 'ok' : reply.error.code;
        codes.set(key, (codes.get(key) ?? 0) + 1);
        for (const secret of told(reply)) leaks.push(`${name} ${JSON.stringify(message)} tells ${secret}`);
        if (test.engine.actor() === null) await enter('mallory');
      }
    expect(leaks).toEqual([]);
    expect(stored().filter((row) => !before.includes(row))).toEqual([]);
    expect(before.filter((row) => !stored().includes(row))).toEqual([]);
    expect(codes.get('ok')).toBeGreaterThan(0);
    expect(codes.get('door.out-of-reach')).toBeGreaterThan(0);
    expect(codes.get('door.internal') ?? 0).toBe(0);
    expect(JSON.stringify([...test.jobs, ...test.committed])).not.toMatch(new RegExp(secrets.join('|'), 'u'));
  });

  it('by its own words, spelled any way, or by a piece of a number, a person is found by nobody else', async () => {
    for (const text of [
      ...secrets,
      'زمرد',
      'zomorrod',
      '٠٥٥١١٢٢',
      '4711',
      'hidden.example',
      'quix',
      'Sphinx',
      'golpayegan',
    ])
      for (const reply of [
        await test.client.search.find({ text }),
        await test.client.parties.list({ filter: { text } }),
        await test.client.duplicates.check({
          probe: { kind: 'person', names: [{ text }], contactPoints: [{ kind: 'phone', value: text }] },
        }),
      ])
        expect([text, told(reply), reply.ok && JSON.stringify(reply.value).includes(others[0]!)]).toEqual([
          text,
          [],
          false,
        ]);
  });

  it('an export holds one’s own parties only, in every format', { timeout: 60_000 }, async () => {
    // Wrong passphrases among the messages made the next ones wait.
    test.clock.at += 3_600_000;
    const own = value(await test.client.parties.list({ filter: {} })).rows.length;
    expect(own).toBeGreaterThan(0);
    const sort = { by: 'name', direction: 'ascending' } as const;
    for (const format of ['csv', 'xlsx', 'jsonl', 'vcf'] as const) {
      const to = join(folder, `mine.${format}`);
      const started = await test.client.exports.make({
        what: { list: 'parties', filter: {}, sort },
        options: { format, language: 'en' },
        to,
      } as never);
      const job = await ended(test, value(started).jobId);
      expect([job.state, (job.result as { rows: number }).rows]).toEqual(['done', own]);
      expect(existsSync(to) && secrets.filter((secret) => readFileSync(to).includes(secret))).toEqual([]);
    }
    expect(readdirSync(folder).toSorted()).toEqual(['mine.csv', 'mine.jsonl', 'mine.vcf', 'mine.xlsx']);
  });

  it('and the ledger has a line for what was tried', () => {
    const tried = test.engine
      .base()!
      .writer.prepare<[], { n: number }>("select count(*) as n from operation where command = 'access.refused'")
      .get();
    expect(tried?.n).toBeGreaterThan(10);
  });
});

describe('nobody widens their own rights', () => {
  it('by a role of their own making, by giving themselves another, or by standing in', async () => {
    const me = test.engine.actor()!;
    const wide = { id: me.role!, name: 'Own only', policy: ownOnly('all') };
    expect(code(await test.client.policy.set(wide))).toBe('door.forbidden');
    expect(code(await test.client.users.assignRole({ userId: me.userId!, roleId: 'administrator' }))).toBe(
      'door.forbidden',
    );
    const stand = { forId: me.userId!, byId: me.userId!, fromOn: '2020-01-01' };
    expect(code(await test.client.policy.addStandIn(stand))).toBe('door.forbidden');
  });

  it('not even when they may manage rights: no role is given or made that holds more than their own', async () => {
    await enter('amal');
    const policy = ownOnly('own');
    const grants = { ...policy.grants, 'policy.manage': 'all' as const, 'users.manage': 'all' as const };
    const { id } = value(await test.client.policy.set({ name: 'Half', policy: { ...policy, grants } }));
    const user = value(await test.client.users.create({ login: 'half', role: id, passphrase })).id;
    await enter('half');
    expect(code(await test.client.policy.set({ id, policy: ownOnly('all') }))).toBe('policy.beyond-own');
    expect(code(await test.client.users.assignRole({ userId: user, roleId: 'staff' }))).toBe('users.role-beyond');
    expect(code(await test.client.users.create({ login: 'x1', role: 'administrator', passphrase }))).toBe(
      'users.role-beyond',
    );
    const admin = value(await test.client.users.list({})).users.find(({ role }) => role === 'administrator')!;
    expect(code(await test.client.users.assignRole({ userId: admin.id, roleId: id }))).toBe('users.role-beyond');
    const loose = { ...policy, grants: { ...grants }, sensitive: 'show' as const };
    expect(code(await test.client.policy.set({ id, policy: loose }))).toBe('policy.beyond-own');
  });
});
