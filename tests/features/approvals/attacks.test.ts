// Two hundred ways to have something done that nobody approved: each is tried with well-formed messages or by a hand in the file of the
// base, and none does it.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { operationsByName } from '@shared/features/contracts';
import { shippedRoles } from '@shared/features/policy/shipped-roles';
import { signEd25519 } from '../../../src-main/keys';
import { code, openEngine, passphrase, plainClientOf, value, type TestEngine } from '../../support/open-engine';
import { signIn } from './support/two-people';

const HOUR = 3_600_000;

/** Something that takes two here; `other` is near to it, and nobody ever asked for that. `done` tells whether it happened. */
interface Deed {
  readonly name: string;
  readonly operation: string;
  input(): object;
  other(): object;
  done(): boolean;
  /** Needs approval each time, even where it would change nothing any more. */
  readonly isRepeated: boolean;
}

let test: TestEngine;
let omar: string;
let staff: string;
let parties: readonly string[] = [];
const call = (operation: string, input: unknown) => test.engine.call(operation, input);
const client = () => plainClientOf(test.engine);
const writer = () => test.engine.base()!.writer;
const count = (sql: string): number => writer().prepare(sql).pluck().get() as number;

/** How often commands of a name were done: what an attack must not raise. */
const doneBefore = new Map<string, number>();
const timesDone = (command: string): number => count(`select count(*) from operation where command = '${command}'`);
const deed = (name: string, operation: string, inputs: readonly [() => object, () => object]): Deed => ({
  name,
  operation,
  input: inputs[0],
  other: inputs[1],
  done: () => timesDone(operation) > (doneBefore.get(operation) ?? 0),
  isRepeated: operation !== 'exports.make' && operation !== 'settings.updateSite',
});

const exported = (format: 'csv' | 'jsonl', filter: object) => ({
  what: { list: 'parties', filter },
  options: { format, language: 'en' },
  to: '/tmp/diwan-never.csv',
});
const deeds: readonly Deed[] = [
  deed('the rights of a role', 'policy.set', [
    () => ({ id: 'reader', policy: shippedRoles.reader }),
    () => ({ id: 'reader', policy: shippedRoles.staff }),
  ]),
  deed('a role as shipped', 'policy.removeRole', [() => ({ id: 'reader' }), () => ({ id: 'staff' })]),
  deed('another administrator', 'users.assignRole', [
    () => ({ userId: staff, roleId: 'administrator' }),
    () => ({ userId: omar, roleId: 'administrator' }),
  ]),
  deed('an export with numbers', 'exports.make', [
    () => exported('csv', { kinds: ['person'] }),
    () => exported('csv', {}),
  ]),
  deed('many to the bin', 'parties.remove', [() => ({ ids: parties.slice(0, 2) }), () => ({ ids: parties })]),
  deed('how much must be approved', 'settings.updateSite', [
    () => ({ approvalExportRows: 400 }),
    () => ({ approvalExportRows: 100_000 }),
  ]),
];

beforeAll(async () => {
  test = await openEngine();
  const people: string[] = [];
  for (let at = 0; at < 4; at += 1)
    people.push(value(await test.client.parties.create({ kind: 'person', names: [{ text: `شخص ${at}` }] })).id);
  parties = people;
  value(await test.client.settings.updateSite({ approvalRemovals: 1 }));
  staff = value(await test.client.users.create({ login: 'staff', role: 'staff', passphrase })).id;
  omar = value(await test.client.users.create({ login: 'omar', role: 'administrator', passphrase })).id;
});
afterAll(() => test.close());

async function request({ operation, input }: Pick<Deed, 'operation' | 'input'>): Promise<string> {
  const asked = { operation, input: input(), purpose: 'a reason', passphrase };
  return value(await client().approvals.request(asked)).id;
}
const approve = (id: string, login = 'omar') => client().approvals.approve({ id, login, passphrase });
const approved = async (one: Deed): Promise<string> => {
  const id = await request(one);
  value(await approve(id));
  return id;
};

/** Row by row as it stands in the base; what is put there by hand passes no door. */
function forge(row: Readonly<Record<string, unknown>>): void {
  const all = {
    seq: count('select max(seq) + 1 from approval_event'),
    at: test.clock.at,
    body: '',
    exactly: '',
    public_key: Buffer.alloc(32),
    signature: Buffer.alloc(64),
    ...row,
  };
  const names = Object.keys(all);
  writer()
    .prepare(`insert into approval_event (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
    .run(...Object.values(all));
}
const requested = (id: string) =>
  writer().prepare("select * from approval_event where request_id = ? and step = 'requested'").get(id) as {
    body: string;
    exactly: string;
    user_id: string;
    public_key: Buffer;
    signature: Buffer;
  };
const keyOf = (userId: string): Buffer =>
  writer()
    .prepare('select public_key from approval_event where user_id = ? and signature is not null order by seq desc')
    .pluck()
    .get(userId) as Buffer;
/** What omar is, changed by a hand in the file; `afterEach` puts it back. */
function makeOmar({ role = 'administrator', status = 'active' }: { role?: string; status?: string }): void {
  writer().exec('begin; insert into current_operation (one, seq) values (1, 999999)');
  writer().prepare('update app_user set role = ?, status = ? where id = ?').run(role, status, omar);
  writer().exec('delete from current_operation; commit');
}

type Attack = (one: Deed) => Promise<void>;

const attacks: Readonly<Record<string, Attack>> = {
  'without asking anybody': async () => undefined,
  'asked and not approved': async (one) => void (await request(one)),
  'asked twice and not approved': async (one) => {
    await request(one);
    await request(one);
  },
  'approved by whoever asked': async (one) => {
    expect(code(await approve(await request(one), 'amal'))).toBe('approvals.own');
  },
  'approved by whoever asked, without a name': async (one) => {
    const id = await request(one);
    expect(code(await client().approvals.approve({ id, passphrase }))).toBe('approvals.own');
  },
  'approved by somebody who may not': async (one) => {
    expect(code(await approve(await request(one), 'staff'))).toBe('approvals.not-allowed');
  },
  'approved with a wrong passphrase': async (one) => {
    const id = await request(one);
    const wrong = { id, login: 'omar', passphrase: 'a guess' };
    expect(code(await client().approvals.approve(wrong))).toBe('keys.wrong-passphrase');
    value(await client().approvals.approve({ id: await request(one), login: 'omar', passphrase }));
    value(await client().approvals.withdraw({ id: await lastGranted() }));
  },
  'approved by nobody known': async (one) => {
    const id = await request(one);
    expect(code(await approve(id, 'nobody'))).toBe('keys.unknown-user');
  },
  'approved for something near to it': async (one) => {
    const asked = { operation: one.operation, input: one.other() };
    if (await isHeld(asked)) await approved({ ...one, input: one.other });
  },
  'approved, then another thing is done': async (one) => {
    await approved(one);
    expect(code(await call(one.operation, one.other()))).toMatch(/^door\.approval-needed$|^users\./);
    value(await client().approvals.withdraw({ id: await lastGranted() }));
  },
  'approved more than a day ago': async (one) => {
    await approved(one);
    test.clock.at += 24 * HOUR;
  },
  'approved a day ago, and the clock put back': async (one) => {
    await approved(one);
    test.clock.at += 25 * HOUR;
    value(await client().settings.updateUser({ theme: 'dark' }));
    value(await client().settings.updateUser({ theme: 'light' }));
    test.clock.at -= 24 * HOUR;
  },
  'asked when the clock stood a day ahead': async (one) => {
    test.clock.at += 25 * HOUR;
    await approved(one);
    value(await client().settings.updateUser({ theme: 'dark' }));
    value(await client().settings.updateUser({ theme: 'light' }));
    test.clock.at += 24 * HOUR;
    value(await client().settings.updateUser({ theme: 'dark' }));
    test.clock.at -= 48 * HOUR;
  },
  'waiting for more than a day, then approved': async (one) => {
    const id = await request(one);
    test.clock.at += 24 * HOUR;
    expect(code(await approve(id))).toBe('approvals.expired');
  },
  'withdrawn after it was approved': async (one) => {
    value(await client().approvals.withdraw({ id: await approved(one) }));
  },
  'withdrawn, then approved': async (one) => {
    const id = await request(one);
    value(await client().approvals.withdraw({ id }));
    expect(code(await approve(id))).toBe('approvals.not-waiting');
  },
  'refused, then approved': async (one) => {
    const id = await request(one);
    await signIn(test, 'omar');
    value(await client().approvals.refuse({ id }));
    await signIn(test, 'amal');
    expect(code(await approve(id))).toBe('approvals.not-waiting');
  },
  'approved for another who asks': async (one) => {
    await signIn(test, 'omar');
    const asked = { operation: one.operation, input: one.input(), purpose: 'mine', passphrase };
    const id = value(await client().approvals.request(asked)).id;
    value(await client().approvals.approve({ id, login: 'amal', passphrase }));
    await signIn(test, 'amal');
  },
  'asked in the name of an operation that needs nothing': async (one) => {
    const asked = { operation: 'parties.list', input: one.input(), purpose: 'x', passphrase };
    expect(code(await client().approvals.request(asked))).toBe('approvals.not-protected');
  },
  'asked with an input that is none': async (one) => {
    const asked = { operation: one.operation, input: { no: 'such' }, purpose: 'x', passphrase };
    expect(code(await client().approvals.request(asked))).toBe('approvals.input-invalid');
  },
  'asked without a word what for': async (one) => {
    const asked = { operation: one.operation, input: one.input(), passphrase };
    expect(code(await client().approvals.request(asked))).toBe('approvals.purpose-missing');
  },
  'asked with a wrong passphrase': async (one) => {
    const asked = { operation: one.operation, input: one.input(), purpose: 'x', passphrase: 'a guess' };
    expect(code(await client().approvals.request(asked))).toBe('keys.wrong-passphrase');
    await request(one);
  },
  'approved by one whose role no longer allows it': async (one) => {
    await approved(one);
    makeOmar({ role: 'staff' });
  },
  'approved by one who was removed since': async (one) => {
    await approved(one);
    makeOmar({ status: 'removed' });
  },
  'with an approval put into the file by hand': async (one) => {
    forge({ request_id: await request(one), step: 'approved', user_id: omar });
  },
  'with an approval signed by a key of one’s own': async (one) => {
    const id = await request(one);
    const seed = createHash('sha256').update('mine').digest();
    const signature = signEd25519(seed, Buffer.from(`diwan/approve/v1\n${requested(id).body}`));
    forge({ request_id: id, step: 'approved', user_id: omar, signature });
  },
  'with the key of the other and one’s own signature': async (one) => {
    const earlier = keyOf(omar);
    const id = await request(one);
    const seed = createHash('sha256').update('mine').digest();
    const signature = signEd25519(seed, Buffer.from(`diwan/approve/v1\n${requested(id).body}`));
    forge({ request_id: id, step: 'approved', user_id: omar, signature, public_key: earlier });
  },
  'with a signature of another request': async (one) => {
    const earlier = await approved(one);
    const kept = writer()
      .prepare("select public_key, signature from approval_event where request_id = ? and step = 'approved'")
      .get(earlier) as object;
    value(await client().approvals.withdraw({ id: earlier }));
    forge({ request_id: await request(one), step: 'approved', user_id: omar, ...kept });
  },
  'with a signature of another kind': async (one) => {
    const id = await request(one);
    const [kept] = writer().prepare('select public_key, signature from audit_checkpoint order by seq desc').all() as {
      public_key: Buffer;
      signature: Buffer;
    }[];
    forge({ request_id: id, step: 'approved', user_id: omar, ...kept });
  },
  'with the signature under the request itself': async (one) => {
    const id = await request(one);
    const { public_key, signature } = requested(id);
    forge({ request_id: id, step: 'approved', user_id: omar, public_key, signature });
  },
  'with a request widened by hand': async (one) => {
    const id = await approved(one);
    const { body, exactly, user_id, public_key, signature } = requested(id);
    value(await client().approvals.withdraw({ id }));
    const wide = JSON.parse(body) as { id: string };
    const copy = `${id.slice(0, -4)}abcd`;
    const text = JSON.stringify({ ...wide, id: copy, expiresAt: test.clock.at + 1000 * HOUR });
    forge({ request_id: copy, step: 'requested', user_id, body: text, exactly, public_key, signature });
    forge({ request_id: copy, step: 'approved', user_id: omar });
  },
  'with a request that says a passphrase is enough': async (one) => {
    const id = await request(one);
    const { body, exactly, user_id, public_key, signature } = requested(id);
    const copy = `${id.slice(0, -4)}abce`;
    const text = body.replace('"needs":"two"', '"needs":"step-up"').replace(id, copy);
    forge({ request_id: copy, step: 'requested', user_id, body: text, exactly, public_key, signature });
  },
  'with an approval changed in the file': async (one) => {
    const id = await request(one);
    expect(() => writer().prepare("update approval_event set step = 'approved' where request_id = ?").run(id)).toThrow(
      'append-only',
    );
  },
  'after an ended request was taken out of the file': async (one) => {
    const id = await approved(one);
    value(await client().approvals.withdraw({ id }));
    expect(() => writer().prepare("delete from approval_event where step = 'withdrawn'").run()).toThrow('append-only');
  },
};

const lastGranted = async (): Promise<string> =>
  value(await client().approvals.list({ state: 'granted' })).approvals[0]!.id;

async function isHeld({ operation, input }: { operation: string; input: object }): Promise<boolean> {
  const protectedBy = operationsByName().get(operation)?.approval;
  if (protectedBy === undefined) return false;
  const asked = { operation, input, purpose: 'looking', passphrase };
  const reply = await client().approvals.request(asked);
  if (reply.ok) value(await client().approvals.withdraw({ id: reply.value.id }));
  return reply.ok;
}

afterEach(() => {
  makeOmar({});
  test.clock.at += 100 * HOUR;
});

describe.each(Object.entries(attacks))('%s', (_, attack) => {
  it.each(deeds.map((one) => [one.name, one] as const))('nobody has done: %s', async (_name, one) => {
    doneBefore.set(one.operation, timesDone(one.operation));
    await attack(one);
    expect(code(await call(one.operation, one.input()))).toBe('door.approval-needed');
    expect(one.done()).toBe(false);
  });
});

describe('what was approved once', () => {
  it.each(deeds.filter(({ isRepeated }) => isRepeated).map((one) => [one.name, one] as const))(
    'is not done twice, not at the same moment and not after it was taken back: %s',
    async (_name, one) => {
      const id = await approved(one);
      const both = await Promise.all([call(one.operation, one.input()), call(one.operation, one.input())]);
      expect(both.map((reply) => (reply.ok ? 'done' : reply.error.code)).toSorted()).toEqual([
        'done',
        'door.approval-needed',
      ]);
      expect(code(await call(one.operation, one.input()))).toBe('door.approval-needed');
      expect(code(await approve(id))).toBe('approvals.not-waiting');
      const undone = await call('operations.undo', {});
      expect(undone.ok ? 'undone' : undone.error.code).toMatch(/^undone$|approval-needed|not-undoable|nothing/);
      expect(code(await call(one.operation, one.input()))).toBe('door.approval-needed');
      expect(code(await client().approvals.withdraw({ id }))).toBe('approvals.not-waiting');
    },
  );

  it('there are at least two hundred of these', () => {
    expect(Object.keys(attacks).length * deeds.length).toBeGreaterThanOrEqual(200);
  });
});
