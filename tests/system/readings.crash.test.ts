// Kill −9 right after somebody's identity number was shown: that it was is in the log, each time.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newBase, openSession, type Place } from '../cli/support/cli';

const KILLS = Number(process.env['DIWAN_KILLS'] ?? 20);
/** Looked at by one program, one after the other and at once, before it dies. */
const LOOKS = 5;

describe(`${KILLS} kills at the moment an answer came`, () => {
  const held: { place?: Place; people: string[] } = { people: [] };
  beforeAll(async () => {
    held.place = newBase();
    const session = openSession(held.place);
    for (let person = 0; person < KILLS * LOOKS; person += 1) {
      const made = await session.ask<{ id: string }>('parties.create', {
        kind: 'person',
        names: [{ text: `نازنین ${person}` }],
        identifiers: [{ scheme: 'passport', value: `B${1_000_000 + person}` }],
      });
      expect(made).toMatchObject({ ok: true });
      if (made?.ok === true) held.people.push(made.value.id);
    }
    expect(await session.end()).toBe(0);
  });
  afterAll(() => held.place!.remove());

  it('leave in the log whom each answer was about', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const session = openSession(held.place!);
      const looked = held.people.slice(kill * LOOKS, (kill + 1) * LOOKS);
      const [first, ...others] = looked as [string, ...string[]];
      expect(await session.ask('parties.get', { id: first })).toMatchObject({ ok: true });
      const answers = await Promise.all(others.map((id) => session.ask('parties.get', { id })));
      await session.kill();
      for (const answer of answers) expect(answer).toMatchObject({ ok: true });
    }
    const session = openSession(held.place!);
    for (const partyId of held.people) {
      const events = await session.ask<{ entries: unknown[] }>('access.events', {
        partyId,
        kinds: ['readings'],
        limit: 10,
      });
      expect(events).toMatchObject({ ok: true, value: { entries: [{ what: 'parties.get' }] } });
    }
    expect(await session.ask('base.verify', { quick: true })).toMatchObject({ ok: true, value: { sound: true } });
    expect(await session.end()).toBe(0);
  });
});
