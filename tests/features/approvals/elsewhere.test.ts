// Approval from another seat: a code goes there, its answer comes back, and nothing else passes for either.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { code, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';
import { signIn, withSecond } from './support/two-people';

const seats: { here: TestEngine; there: TestEngine; folder: string } = {} as never;

/** amal asks here; omar is at work there, on a copy of the base. */
beforeEach(async () => {
  seats.here = await openEngine();
  await withSecond(seats.here);
  value(await seats.here.client.users.create({ login: 'sara', role: 'staff', passphrase }));
  value(await seats.here.client.parties.create({ kind: 'person', names: [{ text: 'Mona Haddad' }] }));
  value(await seats.here.client.session.lock({}));
  seats.folder = mkdtempSync(join(tmpdir(), 'diwan-seat-'));
  cpSync(seats.here.folder, join(seats.folder, 'base'), { recursive: true });
  seats.there = await openEngine({ folder: join(seats.folder, 'base'), create: false });
  value(await seats.here.client.session.unlock({ login: 'amal', passphrase }));
  value(await seats.there.client.session.unlock({ login: 'omar', passphrase }));
});

afterEach(async () => {
  await seats.here.close();
  await seats.there.close();
  rmSync(seats.folder, { recursive: true, force: true });
});

const input = { list: 'parties' } as const;
const wish = (name: string) => ({
  what: input,
  options: { format: 'csv', language: 'en' },
  to: join(seats.folder, name),
});

async function asked(name = 'people.csv'): Promise<{ id: string; code: string }> {
  const { id } = value(
    await seats.here.client.approvals.request({
      operation: 'exports.make',
      input: wish(name),
      purpose: 'yearly audit',
      passphrase,
    }),
  );
  return { id, code: value(await seats.here.client.approvals.exportCode({ id })).code };
}

const signed = async (question: string): Promise<string> =>
  value(await seats.there.client.approvals.signCode({ code: question, passphrase })).code;

const stateOf = async (id: string): Promise<string> =>
  value(await seats.here.client.approvals.list({ ids: [id] })).approvals[0]!.state;

/** The content of a code, changed and packed again. */
function altered(text: string, change: (content: Record<string, string>) => void): string {
  const at = text.lastIndexOf('-', 11) + 1;
  const content = JSON.parse(inflateRawSync(Buffer.from(text.slice(at), 'base64url')).toString()) as Record<
    string,
    string
  >;
  change(content);
  return text.slice(0, at) + deflateRawSync(JSON.stringify(content)).toString('base64url');
}

describe('an approval from another seat', () => {
  test('lets exactly what was asked be done, once', async () => {
    const { id, code: question } = await asked();
    const { approval } = value(await seats.there.client.approvals.readCode({ code: question }));
    expect(approval).toMatchObject({ id, operation: 'exports.make', purpose: 'yearly audit', count: 1 });
    expect(approval.who?.name).toBe(value(await seats.here.client.session.status({})).user?.displayName);
    value(await seats.here.client.approvals.acceptCode({ code: await signed(question) }));
    expect(await stateOf(id)).toBe('granted');
    value(await seats.here.engine.call('exports.make', wish('people.csv')));
    expect(await stateOf(id)).toBe('used');
    expect(code((await seats.here.engine.call('exports.make', wish('again.csv'))) as never)).toBe(
      'door.approval-needed',
    );
  });

  test('is read as it was copied from a letter, with line breaks and spaces', async () => {
    const { code: question } = await asked();
    const broken = `  ${question.replace(/(.{40})/g, '$1\r\n ')} `;
    const answer = await signed(broken);
    value(await seats.here.client.approvals.acceptCode({ code: answer.replace(/(.{30})/g, '$1\n') }));
  });
});

describe('a code that is not what was asked or signed', () => {
  test('changed on the way is refused at the other seat', async () => {
    const { code: question } = await asked();
    const changes: ((content: Record<string, string>) => void)[] = [
      (content) => (content['exactly'] = content['exactly']!.replace('csv', 'xlsx')),
      (content) => (content['text'] = content['text']!.replace('yearly audit', 'lottery')),
      (content) => (content['text'] = content['text']!.replace(/"most":\d+/, '"most":9999')),
      (content) => (content['text'] = content['text']!.replace(/"expiresAt":\d+/, '"expiresAt":9999999999999')),
      (content) => (content['text'] = content['text']!.replace('"needs":"two"', '"needs":"step-up"')),
      (content) => (content['signature'] = Buffer.alloc(64, 7).toString('base64url')),
      (content) => (content['publicKey'] = Buffer.alloc(32, 7).toString('base64url')),
    ];
    for (const change of changes)
      expect(code(await seats.there.client.approvals.signCode({ code: altered(question, change), passphrase }))).toBe(
        'approvals.code-altered',
      );
    for (const nonsense of ['x', 'DIWAN-ASK-', `DIWAN-ASK-${'A'.repeat(400)}`, question.slice(0, -30)])
      expect(code(await seats.there.client.approvals.readCode({ code: nonsense }))).toBe('approvals.code-invalid');
  });

  test('an answer that was changed, or belongs to another request, approves nothing', async () => {
    const one = await asked('one.csv');
    const answer = await signed(one.code);
    const other = value(
      await seats.here.client.approvals.request({
        operation: 'exports.make',
        input: { ...wish('two.csv'), options: { format: 'xlsx', language: 'en' } },
        purpose: 'another',
        passphrase,
      }),
    );
    const changes: ((content: Record<string, string>) => void)[] = [
      (content) => (content['id'] = other.id),
      (content) => (content['signature'] = Buffer.alloc(64, 7).toString('base64url')),
      (content) => (content['publicKey'] = Buffer.alloc(32, 7).toString('base64url')),
    ];
    for (const change of changes)
      expect(code(await seats.here.client.approvals.acceptCode({ code: altered(answer, change) }))).toBe(
        'approvals.code-altered',
      );
    expect(await stateOf(one.id)).toBe('waiting');
    expect(await stateOf(other.id)).toBe('waiting');
    expect(code(await seats.here.client.approvals.acceptCode({ code: one.code }))).toBe('approvals.code-invalid');
  });

  test('older than 24 hours holds nowhere', async () => {
    const { code: question } = await asked();
    const answer = await signed(question);
    seats.there.clock.at += 25 * 60 * 60_000;
    seats.here.clock.at += 25 * 60 * 60_000;
    expect(code(await seats.there.client.approvals.signCode({ code: question, passphrase }))).toBe('approvals.expired');
    expect(code(await seats.here.client.approvals.acceptCode({ code: answer }))).toBe('approvals.expired');
  });

  test('nobody signs their own, at no seat', async () => {
    const { code: question } = await asked();
    await signIn(seats.there, 'amal');
    expect(code(await seats.there.client.approvals.signCode({ code: question, passphrase }))).toBe('approvals.own');
  });

  test('who may not approve is refused, there and here', async () => {
    const { id, code: question } = await asked();
    const answer = await signed(question);
    await signIn(seats.there, 'sara');
    expect(code(await seats.there.client.approvals.signCode({ code: question, passphrase }))).toBe('door.forbidden');
    const { id: sara } = value(await seats.here.client.users.list({})).users.find(({ login }) => login === 'sara')!;
    const bySara = altered(answer, (content) => (content['user'] = sara));
    expect(code(await seats.here.client.approvals.acceptCode({ code: bySara }))).toBe('approvals.not-allowed');
    expect(await stateOf(id)).toBe('waiting');
  });

  test('a second time, or after a refusal, it approves nothing', async () => {
    const { code: question } = await asked();
    const answer = await signed(question);
    value(await seats.here.client.approvals.acceptCode({ code: answer }));
    expect(code(await seats.here.client.approvals.acceptCode({ code: answer }))).toBe('approvals.not-waiting');
    const { id, code: second } = await asked('second.csv');
    const late = await signed(second);
    value(await seats.here.client.approvals.withdraw({ id }));
    expect(code(await seats.here.client.approvals.acceptCode({ code: late }))).toBe('approvals.not-waiting');
  });

  test('signed by somebody who has been removed here since, it approves nothing', async () => {
    const { id, code: question } = await asked();
    const answer = await signed(question);
    const { id: omar } = value(await seats.here.client.users.list({})).users.find(({ login }) => login === 'omar')!;
    value(await seats.here.client.users.remove({ id: omar }));
    expect(code(await seats.here.client.approvals.acceptCode({ code: answer }))).toBe('approvals.not-allowed');
    expect(await stateOf(id)).toBe('waiting');
  });

  test('a wrong passphrase signs nothing', async () => {
    const { code: question } = await asked();
    expect(
      code(await seats.there.client.approvals.signCode({ code: question, passphrase: 'not this one at all' })),
    ).toBe('keys.wrong-passphrase');
  });
});
