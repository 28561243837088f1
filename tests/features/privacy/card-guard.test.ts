// No card number is stored, by whatever way it comes: refused or shortened as the office has it, and never repeated in an answer or a log.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tryAndBringIn } from '../imports/support/bring';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

const CARD = '4111 1111 1111 1111';
const persianCard = '۶۰۳۷-۹۹۱۲-۳۴۵۶-۷۸۹۳';
let test: TestEngine;
let folder: string;
beforeAll(async () => {
  test = await openEngine();
  folder = mkdtempSync(join(tmpdir(), 'diwan-cards-'));
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => void value(await test.client.settings.updateSite({ cardNumbers: 'refuse' })));

const person = (more: object = {}) =>
  test.client.parties.create({ kind: 'person', names: [{ text: 'Mona' }], ...more } as never);
const shorten = async () => void value(await test.client.settings.updateSite({ cardNumbers: 'shorten' }));
/** Every text of every table, the ledger and the search index among them. */
function stored(): string {
  const { writer } = test.engine.base()!;
  const tables = writer.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[];
  return tables.map((name) => JSON.stringify(writer.prepare(`select * from "${name}"`).all())).join('\n');
}
const isNowhere = (): void => {
  for (const trace of ['4111 1111 1111 1111', '4111111111111111', persianCard, '6037991234567893'])
    expect(stored().includes(trace), trace).toBe(false);
};

describe('a card number in a text', () => {
  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a note of a party', () => person({ note: `pays by ${CARD}` })],
    ['a name', () => person({ names: [{ text: `Mona ${persianCard}` }] })],
    ['a note of a number', () => person({ contactPoints: [{ kind: 'phone', value: '0501234567', note: CARD }] })],
    ['an identifier of no scheme', () => person({ identifiers: [{ scheme: 'other', value: CARD }] })],
    [
      'an activity',
      async () =>
        test.client.activities.log({
          kind: 'call',
          subject: `card ${persianCard}`,
          at: test.clock.at,
          partyIds: [value(await person()).id],
        } as never),
    ],
    [
      'what is put before somebody to approve',
      async () => {
        const { roles } = value(await test.client.policy.get({}));
        const input = { name: CARD, policy: roles.find(({ id }) => id === 'reader')!.policy };
        return test.client.approvals.request({ operation: 'policy.set', input, purpose: 'a new role', passphrase });
      },
    ],
  ];
  it.each(ways)('is refused in %s, and neither stored nor repeated', async (_, write) => {
    const answer = (await write()) as { ok: false; error: { code: string } };
    expect(code(answer)).toBe('door.card-number');
    expect(JSON.stringify(answer)).not.toMatch(/1111|۶۰۳۷/);
    isNowhere();
    expect(test.reported).toEqual([]);
  });

  it('is shortened where the office has it so, at the door as it was typed', async () => {
    await shorten();
    const { id } = value(await person({ note: `pays by ${CARD}, no ${persianCard}` }));
    expect(value(await test.client.parties.get({ id })).note).toBe('pays by 411111••••••1111, no ۶۰۳۷۹۹••••••۷۸۹۳');
    isNowhere();
  });

  it('is refused in a change of an identifier of no scheme, and a long number of a scheme is no card', async () => {
    const policy = '5555555555554444';
    const { id } = value(
      await person({
        identifiers: [
          { scheme: 'policy-number', value: policy },
          { scheme: 'other', value: '4711' },
        ],
      }),
    );
    const [kept, other] = value(await test.client.parties.get({ id })).identifiers;
    expect(kept!.value.text).toBe(policy);
    const put = { identifiers: [{ id: other!.id, value: CARD }] };
    expect(code(await test.client.parties.update({ id, put } as never))).toBe('door.card-number');
  });

  it('is shortened in unfinished typing, which is stored as well', async () => {
    value(await test.client.drafts.save({ key: 'note', value: JSON.stringify({ note: CARD }) }));
    expect(value(await test.client.drafts.get({ key: 'note' })).value).toBe('{"note":"411111••••••1111"}');
  });

  it('does not stand in the way of undoing what was there before', async () => {
    const { id } = value(await person({ note: 'before' }));
    const answer = await test.client.parties.update({ id, set: { note: 'after' } } as never);
    value(await test.client.operations.undo({ id: (answer as { operationId?: string }).operationId } as never));
    expect(value(await test.client.parties.get({ id })).note).toBe('before');
  });
});

describe('a file that is imported', () => {
  const rows = `Name,Phone,Note\nAmal,0501111111,${CARD}\nBadr,${persianCard},x\nCyrus,0502222222,nothing\n`;
  const file = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, rows);
    return path;
  };

  it('has its rows with card numbers rejected with a reason that does not repeat them, and the others stored', async () => {
    const { counts, done, tried } = await tryAndBringIn(test, file('refused.csv'), { duplicates: 'create' });
    expect(counts).toMatchObject({ created: 1, rejected: 2 });
    expect(tried).toMatchObject({ created: 1, rejected: 2 });
    const reasons = JSON.stringify(test.engine.base()!.writer.prepare('select reasons from import_rejection').all());
    expect(reasons).toContain('card-number');
    expect(done.state).toBe('done');
    isNowhere();
  });

  it('has them shortened where the office has it so', async () => {
    await shorten();
    const { counts } = await tryAndBringIn(test, file('shortened.csv'), { duplicates: 'create' });
    expect(counts.created).toBe(2);
    expect(stored().includes('411111••••••1111')).toBe(true);
    isNowhere();
  });
});
