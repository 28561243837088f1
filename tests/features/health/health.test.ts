// What the health page says of the ways back in, and what it offers to do about each.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { doctorKeyring } from '../../support/doctor-keyring';

const better = 'seven quiet herons over the lagoon';
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const codes = async (): Promise<ReadonlyMap<string, string | null>> =>
  new Map(value(await test.client.health.report({})).findings.map(({ code, remedy }) => [code, remedy]));
async function makeCards(finish: boolean): Promise<readonly string[]> {
  const { cards } = value(await test.client.recovery.makeCards({ passphrase, needed: 2, count: 2 }));
  if (finish) for (const card of cards) value(await test.client.recovery.confirmCard({ card }));
  return cards;
}

describe('the health report', () => {
  it('says that one administrator alone should have cards, and that begun ones are not in force', async () => {
    expect((await codes()).get('cards.none')).toBe('make-cards');
    await makeCards(false);
    expect((await codes()).get('cards.unfinished')).toBe('finish-cards');
    expect((await codes()).has('cards.none')).toBe(false);
    await makeCards(true);
    const found = await codes();
    expect([found.has('cards.good'), found.has('cards.unfinished'), found.has('recovery.good')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('asks for no cards where two people manage the base', async () => {
    value(await test.client.users.create({ login: 'samir', role: 'administrator', passphrase }));
    expect((await codes()).has('cards.none')).toBe(false);
  });

  it('says for a month that cards were used', async () => {
    const cards = await makeCards(true);
    value(await test.client.session.lock({}));
    value(await test.client.session.recover({ login: 'amal', passphrase: better, cards: [...cards] }));
    expect((await codes()).has('cards.used')).toBe(true);
    test.clock.at += 32 * 24 * 3_600_000;
    expect((await codes()).has('cards.used')).toBe(false);
  });

  it('offers a new code where none is left, or where it is of a release that did not know the stock tools', async () => {
    doctorKeyring(test, (slots) =>
      slots.map((slot) =>
        slot['type'] === 'recovery'
          ? Object.fromEntries(Object.entries(slot).filter(([name]) => name !== 'age'))
          : slot,
      ),
    );
    expect((await codes()).get('recovery.no-tools')).toBe('renew-code');
    doctorKeyring(test, (slots) => slots.filter(({ type }) => type !== 'recovery'));
    expect((await codes()).get('recovery.none')).toBe('renew-code');
  });

  it('asks for a new key when somebody left, until it was changed', async () => {
    const { id } = value(await test.client.users.create({ login: 'samir', passphrase }));
    expect((await codes()).has('key.left')).toBe(false);
    value(await test.client.users.remove({ id }));
    expect((await codes()).get('key.left')).toBe('change-key');
    value(await test.client.keys.rotate({ passphrase }));
    expect((await codes()).has('key.left')).toBe(false);
  });

  it('counts people whose key is gone from the key file', async () => {
    value(await test.client.users.create({ login: 'samir', passphrase }));
    expect((await codes()).has('users.no-key')).toBe(false);
    doctorKeyring(test, (slots) => slots.filter(({ label }) => label !== 'samir'));
    expect((await codes()).get('users.no-key')).toBe('show-users');
  });
});
