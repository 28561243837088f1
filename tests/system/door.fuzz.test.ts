// Twenty thousand bad messages at the door: nothing crashes, nothing unexpected happens, nothing is handled unparsed or unallowed.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Operation } from '@shared/core/contract';
import { operationsByName } from '@shared/features/contracts';
import type { Actor } from '../../src-main/access';
import type { Registered } from '../../src-main/engine/door';
import type * as registry from '../../src-main/engine/registry';
import { openEngine, passphrase, value, type TestEngine } from '../support/open-engine';
import { messagesFor } from './support/messages';

/** What the watched registry saw; filled by the stand-in below, which only looks and hands on. */
const seen = vi.hoisted(() => ({ handled: 0, unparsed: [] as string[], unallowed: [] as string[] }));

vi.mock('../../src-main/engine/registry', async (original) => {
  const real = await original<typeof registry>();
  const watch = ([name, { operation, handler }]: [string, Registered]): [string, Registered] => {
    const parsed = new WeakSet<object>();
    const input = {
      safeParse(message: unknown) {
        const result = operation.input.safeParse(message);
        if (result.success) parsed.add(result.data as object);
        return result;
      },
    };
    const watched = (context: { actor: Actor }, message: object) => {
      seen.handled += 1;
      if (!parsed.has(message)) seen.unparsed.push(name);
      if (!context.actor.can(operation.permission)) seen.unallowed.push(name);
      return handler(context as never, message as never);
    };
    return [
      name,
      {
        operation: { ...operation, input: input as unknown as Operation['input'] },
        handler: watched as Registered['handler'],
      },
    ];
  };
  return {
    ...real,
    registerServices: (...args: Parameters<typeof real.registerServices>) =>
      new Map([...real.registerServices(...args)].map(watch)),
  };
});

const MESSAGES = Number(process.env['DIWAN_MESSAGES'] ?? 20_000);
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_123);
const patience = 600_000;

let test: TestEngine;
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
const ids: string[] = [];
const codes = new Map<string, number>();
/** Each kind of unexpected error once, with the message that brought it about. */
const surprises = new Map<string, string>();

beforeAll(async () => {
  process.on('unhandledRejection', note);
  test = await openEngine();
  for (const role of ['staff', 'reader'] as const)
    value(await test.client.users.create({ login: role, role, passphrase }));
  for (const text of ['أحمد', 'کوروش', 'Ann'])
    ids.push(
      value(
        await test.client.parties.create({
          kind: 'person',
          names: [{ text }],
          contactPoints: [{ kind: 'phone', value: '0501234567' }],
          roles: [{ type: 'patient' }],
        }),
      ).id,
    );
  ids.push(value(await test.client.parties.create({ kind: 'organisation', names: [{ text: 'شركة' }] })).id);
  ids.push(
    value(await test.client.relationships.create({ fromPartyId: ids[0]!, toPartyId: ids[1]!, type: 'friend' })).id,
  );
  ids.push(value(await test.client.activities.log({ kind: 'call', subject: 'x', partyIds: [ids[0]!] })).id);
  const record = value(await test.client.parties.get({ id: ids[0]! }));
  ids.push(
    record.names[0]!.id,
    record.contactPoints[0]!.id,
    record.roles[0]!.id,
    '00000000-0000-7000-8000-000000000000',
  );
});
afterAll(async () => {
  process.off('unhandledRejection', note);
  await test.close();
});

/** Messages that end the session are answered; afterwards the same person comes back in. */
async function comeBack(login: string): Promise<void> {
  const actor = test.engine.actor();
  if (actor !== null) return;
  test.clock.at += 86_400_000;
  value(await test.client.session.unlock({ login, passphrase }));
}

async function bombard(login: string | null, share: number): Promise<void> {
  // A message that fits would make invented people by the million.
  const operations = [...operationsByName()].filter(([name]) => name !== 'base.generate');
  // Imports work with files and processes and have a battery of their own; here a few of each are enough.
  const slow = operations.filter(([name]) => name.startsWith('imports.')).length;
  const few = Math.min(40, Math.ceil((MESSAGES * share) / operations.length));
  const many = Math.ceil((MESSAGES * share - few * slow) / (operations.length - slow));
  for (const [name, operation] of operations) {
    const runs = name.startsWith('imports.') ? few : many;
    for (const message of fc.sample(
      messagesFor(operation, () => ids),
      { seed: SEED + name.length, numRuns: runs },
    )) {
      if (login !== null) await comeBack(login);
      await send(name, message);
    }
  }
}

async function send(name: string, message: unknown): Promise<void> {
  const reply = await test.engine.call(name, message);
  const key = reply.ok ? 'ok' : reply.error.code;
  codes.set(key, (codes.get(key) ?? 0) + 1);
  if (reply.ok || reply.error.code !== 'door.internal') return;
  const { message: what = '', stack = '' } = (test.reported.at(-1) ?? {}) as Partial<Error>;
  const place = /src-main\/[^)\s]*/.exec(stack.replaceAll(/src-main\/(db|engine)\/\S*/g, ''))?.[0] ?? '';
  const problem = `${name}: ${what} at ${place}`;
  if (!surprises.has(problem)) surprises.set(problem, describeMessage(message));
}

const describeMessage = (message: unknown): string =>
  JSON.stringify(message, (_, item: unknown) => (typeof item === 'bigint' ? `${item}n` : item)) ?? String(message);

describe(`${MESSAGES} bad messages (seed ${SEED})`, () => {
  it(
    'to an administrator, whose every right is open, surprise nothing',
    async () => {
      await bombard('amal', 0.5);
    },
    patience,
  );

  it(
    'to a reader change nothing but what a reader may change',
    async () => {
      value(await test.client.session.lock({}));
      test.clock.at += 86_400_000;
      value(await test.client.session.unlock({ login: 'reader', passphrase }));
      const before = test.engine
        .base()!
        .writer.prepare("select count(*) from change where entity not in ('saved_view', 'app_user')")
        .pluck()
        .get();
      await bombard('reader', 0.25);
      expect(
        test.engine
          .base()!
          .writer.prepare("select count(*) from change where entity not in ('saved_view', 'app_user')")
          .pluck()
          .get(),
      ).toBe(before);
    },
    patience,
  );

  it(
    'to a locked base find nobody at home',
    async () => {
      value(await test.client.session.lock({}));
      await bombard(null, 0.25);
      expect(test.engine.actor()).toBeNull();
    },
    patience,
  );

  it('were all answered, and none was handled without being parsed and allowed', () => {
    const sent = [...codes.values()].reduce((sum, count) => sum + count, 0);
    expect(sent).toBeGreaterThanOrEqual(MESSAGES);
    expect(seen.unparsed).toEqual([]);
    expect(seen.unallowed).toEqual([]);
    expect(Object.fromEntries(surprises)).toEqual({});
    expect(test.reported).toEqual([]);
    expect(unhandled).toEqual([]);
    expect(codes.get('door.internal')).toBeUndefined();
    for (const expected of ['ok', 'door.invalid-input', 'door.forbidden', 'door.locked'])
      expect(codes.get(expected), expected).toBeGreaterThan(MESSAGES / 100);
    expect(seen.handled).toBeGreaterThan(MESSAGES / 50);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('left the base sound', async () => {
    test.clock.at += 86_400_000;
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    expect(value(await test.client.base.verify({}))).toMatchObject({ sound: true, findings: [] });
  });
});
