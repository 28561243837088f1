// Goals of a page that was taken over, tried one by one with full JavaScript in the real window, as somebody who sees only their own
// records and of those not everything. Each is refused; what is outside, and what belongs to others, is as it was.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer as createTcpServer, type Server } from 'node:net';
import { createSocket, type Socket } from 'node:dgram';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { doorGoals, type Known } from '../support/hostile/door-goals';
import { pageGoals } from '../support/hostile/page-goals';
import { ask, asked, createBase, launch, passphrase, type Launched } from '../support/launch';

/** Words that stand in another's records or behind a mask, and nowhere else. */
const secrets = [
  'Quixwood',
  '0551122334',
  '551122334',
  'Sphinx Lane',
  'note of another',
  '0557654321',
  '557654321',
  'root:x:',
  'program-ran',
];

interface Stage {
  launched: Launched;
  known: Known;
  port: number;
  /** What came over the network to a program that listens on this machine. */
  heard: string[];
  close(): Promise<void>;
}
const opened: { stage: Stage | null } = { stage: null };
const stage = (): Stage => opened.stage!;
const page = (): Page => stage().launched.page();

// Refusals are noted on the console; those notes are what is wanted here.
const refusals =
  /Refused|violates|Not allowed|request: |Permissions|permission|Trusted|trusted|blocked|ERR_|Failed to load|Content Security|serviceWorker|WebSocket|EventSource|Unsafe|beacon|Uncaught|CORS|Blocked|denied|module/i;

/** Hears what reaches this machine by any of the two ways at one port. */
async function listener(heard: string[]): Promise<{ tcp: Server; udp: Socket; port: number }> {
  const tcp = createTcpServer((socket) => {
    heard.push('a connection');
    socket.destroy();
  });
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  const { port } = tcp.address() as { port: number };
  const udp = createSocket('udp4', () => void heard.push('a packet'));
  await new Promise<void>((done) => udp.bind(port, '127.0.0.1', done));
  return { tcp, udp, port };
}

const role = {
  grants: {
    ...Object.fromEntries(
      [
        'session.use',
        'search.use',
        'views.write',
        'users.read',
        'quality.read',
        'quality.fix',
        'exports.run',
        'imports.run',
        'operations.read',
        'operations.undo',
      ].map((one) => [one, 'all']),
    ),
    ...Object.fromEntries(
      ['parties.read', 'parties.write', 'parties.delete', 'parties.merge', 'activities.read', 'activities.write'].map(
        (one) => [one, 'own'],
      ),
    ),
  },
  fields: Object.fromEntries(
    ['contact_point.value', 'identifier.value', 'party.birth_on'].map((field) => [field, { mask: 'last4' }]),
  ),
};

async function people(on: Page, folder: string): Promise<Known> {
  const roles = async () => ((await asked(on, 'policy.get')) as { roles: { id: string; name: string | null }[] }).roles;
  await asked(on, 'policy.set', { name: 'Own only', policy: role });
  const roleId = (await roles()).find(({ name }) => name === 'Own only')!.id;
  const { id: mallory } = (await asked(on, 'users.create', { login: 'mallory', role: roleId, passphrase })) as {
    id: string;
  };
  const user = ((await asked(on, 'session.status')) as { user: { id: string } }).user.id;
  const created = async (draft: object): Promise<string> =>
    ((await asked(on, 'parties.create', draft)) as { id: string }).id;
  const theirs = await created({
    kind: 'person',
    names: [{ text: 'Quixwood Sphinx' }],
    contactPoints: [{ kind: 'phone', value: '0551122334' }],
    addresses: [{ kind: 'home', lines: 'Sphinx Lane 77' }],
    note: 'note of another',
    ownerId: user,
  });
  const own = await created({
    kind: 'person',
    names: [{ text: 'Mine Own' }],
    contactPoints: [{ kind: 'phone', value: '0557654321' }],
    birth: { on: '1985-03-02', calendar: 'gregory', text: '1985-03-02' },
    ownerId: mallory,
  });
  const { id: activity } = (await asked(on, 'activities.log', {
    kind: 'call',
    subject: 'Quixwood called',
    partyIds: [theirs],
  })) as { id: string };
  await asked(on, 'drafts.save', { key: 'form', value: 'secret draft' });
  const { operations } = (await asked(on, 'operations.list', { limit: 1 })) as { operations: { id: string }[] };
  return { theirs, own, activity, user, role: roleId, folder, operation: operations[0]!.id, attachment: activity };
}

test.beforeAll(async () => {
  const launched = await launch({ expectedErrors: refusals });
  const folder = mkdtempSync(join(tmpdir(), 'diwan-hostile-'));
  await createBase(launched.page(), 'en');
  const known = await people(launched.page(), folder);
  const next = launched.nextPage();
  await ask(launched.page(), 'app.lock').catch(() => undefined);
  const locked = await next;
  await asked(locked, 'session.unlock', { login: 'mallory', passphrase });
  await locked.reload();
  const heard: string[] = [];
  const { tcp, udp, port } = await listener(heard);
  opened.stage = {
    launched,
    known,
    port,
    heard,
    async close() {
      await launched.close();
      tcp.close();
      udp.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});
test.afterAll(async () => {
  await opened.stage?.close();
});

function expectNothing(saw: unknown, refused: RegExp): void {
  const text = JSON.stringify(saw) ?? 'nothing';
  expect(text.slice(0, 2000)).toMatch(refused);
  for (const secret of secrets) expect(text, secret).not.toContain(secret);
}

test('there are at least sixty goals, each with a name of its own, and the attacker may really act on what is theirs', async () => {
  const names = [...pageGoals, ...doorGoals].map(({ goal }) => goal);
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(new Set(names).size).toBe(names.length);
  expect(await ask(page(), 'parties.get', { id: stage().known.own })).toMatchObject({ ok: true });
  expect(JSON.stringify(await ask(page(), 'search.find', { text: 'Mine Own' }))).toContain(stage().known.own);
});

for (const { goal, operation, input, refused } of doorGoals)
  test(`through the door: ${goal}`, async () => {
    expectNothing(await ask(page(), operation, input(stage().known)), refused);
  });

for (const { goal, attempt, refused, kind = '' } of pageGoals)
  test(`from the page: ${goal}`, async () => {
    expectNothing(await page().evaluate(attempt, { port: stage().port, kind }), refused);
  });

test('a call with what cannot be sent is refused by the bridge, and the engine goes on', async () => {
  const answers = await page().evaluate(async () => {
    const { call } = Reflect.get(window, 'diwan') as { call(op: string, input: unknown): Promise<unknown> };
    const round: Record<string, unknown> = {};
    round['self'] = round;
    let deep: unknown = {};
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    const trap = new Proxy({}, { get: () => 'x', ownKeys: () => ['id'] });
    const settled = await Promise.allSettled(
      [round, deep, trap, () => 1, Symbol('x')].map(async (input) => call('parties.get', input)),
    );
    return settled.map((one) => (one.status === 'rejected' ? 'refused' : JSON.stringify(one.value)));
  });
  for (const answer of answers) expect(answer).toMatch(/refused|door\.(invalid-input|internal)/);
  expect(await ask(page(), 'session.status')).toMatchObject({ ok: true, value: { state: 'open' } });
});

test('nothing came of it outside: no window, no developer tools, no file, nothing on the network', async () => {
  const { launched, known, heard } = stage();
  expect(launched.app.windows()).toHaveLength(1);
  expect(
    await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.webContents.isDevToolsOpened()),
    ),
  ).toEqual([false]);
  expect(readdirSync(known.folder)).toEqual([]);
  for (const name of ['stolen.txt', 'stolen.bin'])
    expect(existsSync(join(process.env['HOME'] ?? '', 'Downloads', name))).toBe(false);
  expect(heard).toEqual([]);
});

test('from a locked window nothing is reached, neither by the page that was there nor by the next one', async () => {
  const { launched, known } = stage();
  const before = page();
  const next = launched.nextPage();
  // What was asked before the lock may still be answered; it ends with the page.
  const kept = before
    .evaluate(async () => {
      const { call } = Reflect.get(window, 'diwan') as { call(op: string, input: unknown): Promise<{ ok: boolean }> };
      await call('app.lock', {});
      for (;;) if (!(await call('parties.list', {})).ok) return 'refused';
    })
    .catch(() => 'gone');
  const locked = await next;
  expect(['gone', 'refused']).toContain(await kept);
  for (const [operation, input] of [
    ['parties.get', { id: known.own }],
    ['search.find', { text: 'Mine' }],
    ['settings.get', {}],
    ['operations.list', {}],
    ['jobs.list', {}],
    ['attachments.read', { id: known.attachment }],
  ] as const)
    expect(JSON.stringify(await ask(locked, operation, input)), operation).toMatch(/door\.(locked|forbidden)/);
});

test('passphrases cannot be tried one after the other: after a few the base waits longer each time', async () => {
  const codes: string[] = [];
  for (let guess = 0; guess < 8; guess += 1) {
    const answer = await ask(page(), 'session.unlock', { login: 'amal', passphrase: `guess number ${guess}` });
    codes.push(answer.ok ? 'open' : answer.error.code);
  }
  expect(codes).not.toContain('open');
  expect(codes.at(-1)).toMatch(/wait|too-many|later/);
});

test('what belongs to others is as it was', async () => {
  const { known, launched } = stage();
  expect(known.theirs).toHaveLength(36);
  expect(launched.errors).toEqual([]);
});
