// That the base was opened with paper is told to everybody who answers for it, until each of them has said so.
import { afterEach, describe, expect, test } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const opened: TestEngine[] = [];
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});

const fresh = 'velvet 9 harbour lantern';
const signIn = async ({ client }: TestEngine, login: string, with_ = passphrase): Promise<void> => {
  value(await client.session.lock({}));
  value(await client.session.unlock({ login, passphrase: with_ }));
};
const unseen = async ({ client }: TestEngine) => value(await client.notices.list({})).notices;

/** Amal with three cards of which two open the base, and Nadia, who answers for it too. */
async function office(): Promise<{ test: TestEngine; cards: readonly string[] }> {
  const test = await openEngine();
  opened.push(test);
  for (const [login, role] of [
    ['nadia', 'administrator'],
    ['sara', 'staff'],
  ] as const)
    value(await test.client.users.create({ login, displayName: login, role, passphrase }));
  const { cards } = value(await test.client.recovery.makeCards({ passphrase, needed: 2, count: 3 }));
  for (const card of cards) value(await test.client.recovery.confirmCard({ card }));
  return { test, cards };
}

const recover = async ({ client }: TestEngine, cards: readonly string[]): Promise<void> => {
  value(await client.session.lock({}));
  value(await client.session.recover({ login: 'amal', cards: [cards[2]!, cards[0]!], passphrase: fresh }));
};

describe('after cards opened the base', () => {
  test('each administrator is told until they have seen it, and nobody else', async () => {
    const { test: engine, cards } = await office();
    expect(await unseen(engine)).toEqual([]);
    await recover(engine, cards);
    const [told] = await unseen(engine);
    expect(told).toMatchObject({ kind: 'cards-used', who: 'آمال' });
    expect(told!.cards.toSorted()).toEqual([1, 3]);
    value(await engine.client.notices.acknowledge({ id: told!.id }));
    expect(await unseen(engine)).toEqual([]);
    await signIn(engine, 'nadia');
    expect(await unseen(engine)).toEqual([told]);
    value(await engine.client.notices.acknowledge({ id: told!.id }));
    await signIn(engine, 'nadia');
    expect(await unseen(engine)).toEqual([]);
    await signIn(engine, 'sara');
    expect(code(await engine.client.notices.list({}))).toBe('door.forbidden');
    expect(code(await engine.client.notices.acknowledge({ id: told!.id }))).toBe('door.forbidden');
  });

  test('another time is told anew, and whoever came later is told nothing of before', async () => {
    const { test: engine, cards } = await office();
    await recover(engine, cards);
    const [first] = await unseen(engine);
    value(await engine.client.notices.acknowledge({ id: first!.id }));
    engine.clock.at += 60_000;
    const late = { login: 'late', displayName: 'late', role: 'administrator' as const, passphrase };
    // Nadia may not make another administrator alone, and approves what amal asks for with the new passphrase.
    const create = { operation: 'users.create', input: late };
    const asked = await engine.client.approvals.request({ ...create, purpose: 'a new colleague', passphrase: fresh });
    value(await engine.client.approvals.approve({ id: value(asked).id, login: 'nadia', passphrase }));
    value(await engine.client.users.create(late));
    await signIn(engine, 'late');
    expect(await unseen(engine)).toEqual([]);
    await recover(engine, cards);
    expect(await unseen(engine)).toHaveLength(1);
    await signIn(engine, 'late');
    expect(await unseen(engine)).toHaveLength(1);
    await signIn(engine, 'nadia');
    expect(await unseen(engine)).toHaveLength(2);
  });

  test('the ledger says who has seen it; what is not there cannot be seen', async () => {
    const { test: engine, cards } = await office();
    await recover(engine, cards);
    const [told] = await unseen(engine);
    value(await engine.client.notices.acknowledge({ id: told!.id }));
    expect(code(await engine.client.notices.acknowledge({ id: told!.id }))).toBe('notices.not-found');
    const { operations } = value(await engine.client.operations.list({ limit: 5 }));
    expect(operations.map(({ command }) => command)).toContain('notices.acknowledge');
  });
});
