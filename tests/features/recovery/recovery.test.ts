// Paper ways in through the door: who may make them, what proves it, what the ledger says, and what is told to whoever is outside.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const better = 'seven quiet herons over the lagoon';
let test: TestEngine;
beforeEach(async () => {
  test = await openEngine();
});
afterEach(() => test.close());

const make = async (needed = 2, count = 3): Promise<readonly string[]> =>
  value(await test.client.recovery.makeCards({ passphrase, needed, count })).cards;
async function makeFinished(needed = 2, count = 3): Promise<readonly string[]> {
  const cards = await make(needed, count);
  for (const card of cards) value(await test.client.recovery.confirmCard({ card }));
  return cards;
}
const lock = async () => value(await test.client.session.lock({}));
const latest = async () => value(await test.client.operations.list({})).operations[0]!;

describe('making cards', () => {
  it('asks for the passphrase again, so that nobody at an unlocked machine makes himself a way in', async () => {
    const wish = { needed: 2, count: 3 };
    expect(code(await test.client.recovery.makeCards({ ...wish, passphrase: 'wrong' }))).toBe('keys.wrong-passphrase');
    const recipient = await identityToRecipient(await generateIdentity());
    const file = join(test.folder, 'x.age');
    const escrow = { recipient, file };
    expect(code(await test.client.recovery.addEscrow({ ...escrow, passphrase: 'wrong' }))).toBe(
      'keys.wrong-passphrase',
    );
    expect(existsSync(file)).toBe(false);
    const cards = await make();
    const [set] = value(await test.client.recovery.status({})).cards;
    expect(code(await test.client.recovery.revokeCards({ set: set!.id, passphrase: 'wrong' }))).toBe(
      'keys.wrong-passphrase',
    );
    expect(value(await test.client.recovery.checkCard({ card: cards[0]! })).number).toBe(1);
  });

  it('is refused to everybody but an administrator, whatever is sent, and the attempt is written down', async () => {
    value(await test.client.users.create({ login: 'staff', role: 'staff', passphrase }));
    const cards = await make();
    const [set] = value(await test.client.recovery.status({})).cards;
    await lock();
    value(await test.client.session.unlock({ login: 'staff', passphrase }));
    const attempts: readonly [string, unknown][] = [
      ['recovery.status', {}],
      ['recovery.makeCards', { passphrase, needed: 2, count: 2 }],
      ['recovery.confirmCard', { card: cards[0] }],
      ['recovery.revokeCards', { passphrase, set: set!.id }],
      ['recovery.addEscrow', { passphrase, recipient: 'age1x', file: '/tmp/x' }],
      ['recovery.removeEscrow', { passphrase, id: set!.id }],
    ];
    for (const [op, input] of attempts) expect(code(await test.engine.call(op, input)), op).toBe('door.forbidden');
    await lock();
    for (const [op, input] of attempts) expect(code(await test.engine.call(op, input)), op).toBe('door.locked');
    value(await test.client.session.unlock({ login: 'amal', passphrase }));
    expect(value(await test.client.recovery.status({})).cards).toMatchObject([{ id: set!.id, left: [1, 2, 3] }]);
  });

  it.each([
    { needed: 1, count: 3 },
    { needed: 4, count: 3 },
    { needed: 2, count: 16 },
    { needed: 2, count: 1 },
  ])('of $needed out of $count is no wish', async (wish) => {
    expect(code(await test.engine.call('recovery.makeCards', { passphrase, ...wish }))).toBe('door.invalid-input');
  });

  it('is in the ledger with how many of how many, and never with a card', async () => {
    const cards = await make(2, 4);
    expect(await latest()).toMatchObject({ command: 'recovery.makeCards', userName: 'آمال' });
    const rows = test.engine.base()!.writer.prepare('select * from operation').all();
    const ledger = JSON.stringify(rows);
    expect(ledger).toContain('needed');
    for (const card of cards) for (const group of card.split(' ').slice(2)) expect(ledger).not.toContain(group);
  });
});

describe('opening with cards', () => {
  it('sets a new passphrase, and says for good which cards were laid together', async () => {
    const cards = await makeFinished();
    await lock();
    expect(value(await test.client.session.status({})).cardsNeeded).toBe(2);
    const change = { login: 'amal', passphrase: better };
    expect(code(await test.client.session.recover({ ...change, cards: [cards[0]!] }))).toBe('keys.cards-too-few');
    expect(code(await test.engine.call('session.recover', change))).toBe('door.invalid-input');
    const both = { ...change, cards: [...cards], recoveryCode: test.recoveryCode };
    expect(code(await test.engine.call('session.recover', both))).toBe('door.invalid-input');
    value(await test.client.session.recover({ ...change, cards: [cards[2]!, cards[1]!] }));
    expect(await latest()).toMatchObject({ command: 'session.recoverByCards' });
    const { details } = test.engine
      .base()!
      .writer.prepare(`select details from operation where command = 'session.recoverByCards'`)
      .get() as { details: string };
    expect(JSON.parse(details)).toEqual({ cards: [2, 3] });
    await lock();
    expect(code(await test.client.session.unlock({ login: 'amal', passphrase }))).toBe('keys.wrong-passphrase');
    value(await test.client.session.unlock({ login: 'amal', passphrase: better }));
  });

  it('of a set that was revoked is refused with the name of the card, and the recovery code still opens', async () => {
    const cards = await makeFinished();
    const [set] = value(await test.client.recovery.status({})).cards;
    value(await test.client.recovery.revokeCards({ passphrase, set: set!.id }));
    await lock();
    const refused = await test.client.session.recover({ login: 'amal', passphrase: better, cards: [...cards] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'keys.card-foreign', details: { at: 1, card: 1 } } });
    value(await test.client.session.recover({ login: 'amal', passphrase: better, recoveryCode: test.recoveryCode }));
  });

  it('leaves no alarm: the base knows the keyring that the new passphrase was written into', async () => {
    const cards = await makeFinished();
    await lock();
    const wish = { login: 'amal', passphrase: better, cards: [...cards] };
    expect(value(await test.client.session.recover(wish)).keyringAlarm).toBeNull();
    value(await test.client.users.create({ login: 'samir', passphrase }));
    expect(value(await test.client.recovery.status({})).cards).toMatchObject([{ left: [] }]);
  });
});

describe('a backup', () => {
  it('is restored with the code or the cards of its time', async () => {
    const cards = await makeFinished();
    const target = join(test.folder, '..', `paper-${process.pid}`);
    mkdirSync(target, { recursive: true });
    const { jobId } = value(await test.client.backups.make({ folder: target }));
    const job = await ended(test, jobId);
    const folder = (job.result as { made: { folder: string }[] }).made[0]!.folder;
    for (const proof of [{ recoveryCode: test.recoveryCode }, { cards: [cards[0]!, cards[2]!] }]) {
      const other = await openEngine({ create: false });
      expect(value(await other.client.backups.inspect({ folder })).cardsNeeded).toBe(2);
      expect(value(await other.client.recovery.checkCard({ card: cards[1]!, backup: folder }))).toMatchObject({
        number: 2,
      });
      value(await other.client.backups.open({ folder, login: 'amal', ...proof }));
      value(await other.client.backups.restore({ folder, login: 'amal', ...proof }));
      value(await other.client.session.recover({ login: 'amal', passphrase: better, ...proof }));
      expect(value(await other.client.base.verify({}))).toMatchObject({ sound: true });
      await other.close();
    }
    rmSync(target, { recursive: true, force: true });
  });
});

describe('an escrow', () => {
  it('is written to the place chosen, listed, and taken away again', async () => {
    const recipient = await identityToRecipient(await generateIdentity());
    const file = join(test.folder, 'office.age');
    const { id } = value(await test.client.recovery.addEscrow({ passphrase, recipient, file }));
    expect(readFileSync(file, 'latin1')).toContain('age-encryption.org/v1');
    expect(value(await test.client.recovery.status({}))).toMatchObject({
      code: { standardTools: true },
      escrows: [{ id, recipient }],
    });
    value(await test.client.recovery.removeEscrow({ passphrase, id }));
    expect(value(await test.client.recovery.status({})).escrows).toEqual([]);
    expect(code(await test.client.recovery.removeEscrow({ passphrase, id }))).toBe('keys.slot-unknown');
    const nowhere = { passphrase, recipient, file: join(test.folder, 'no', 'such', 'folder.age') };
    expect(code(await test.client.recovery.addEscrow(nowhere))).toBe('files.not-found');
  });
});
