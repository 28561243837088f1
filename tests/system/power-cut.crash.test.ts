// The power goes at any moment: what a disk may hold then opens, is sound, and has every change that was acknowledged. What the built
// program asked of the disk is written down once and played up to chosen moments, with what was not synced missing, torn or out of order.
// DIWAN_POWER_CUTS=20000 makes it longer, DIWAN_SEED another run of chances.
// Method: as the crash tests of SQLite itself (sqlite.org/testing.html, "Crash Testing").
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemKdf, type PassphraseKdf } from '../../src-main/keys';
import { newBase, openSession, passphrase, user, type Place } from '../cli/support/cli';
import { chanceFrom } from '../support/chance';
import { openEngine, value } from '../support/open-engine';
import { readTrace, tracedInto, type DiskRequest } from './support/disk-trace';
import { afterPowerCut } from './support/power-cut';

const CUTS = Number(process.env['DIWAN_POWER_CUTS'] ?? 300);
const CONTROL_CUTS = 60;
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const WRITES = 150;
const newPassphrase = 'چراغ کوچک روی میز چوبی';

const held = {
  place: undefined as unknown as Place,
  start: new Map<string, Buffer>(),
  requests: [] as readonly DiskRequest[],
  /** What each request was, in their order: its number is its place, counted from 1. */
  asked: [] as Asked[],
};

type Asked =
  | { readonly what: 'party'; readonly name: string }
  | { readonly what: 'user' | 'passphrase' }
  /** Somebody's identity number was looked at: a line in the log of readings. */
  | { readonly what: 'reading'; readonly partyId: string };

beforeAll(async () => {
  held.place = newBase();
  held.start = filesIn(held.place.base);
  const trace = join(held.place.folder, 'trace.txt');
  const session = openSession(held.place, { under: tracedInto(trace) });
  for (let write = 0; write < WRITES; write += 1) await work(session, write);
  expect(await session.end()).toBe(0);
  held.requests = readTrace(trace, held.place.base, [...held.start.keys()]);
}, 300_000);
afterAll(() => held.place.remove());

/** One change after the other, each asked for when the last is acknowledged; between some of them an identity number is looked at. */
async function work(session: ReturnType<typeof openSession>, write: number): Promise<void> {
  const ask = async <T>(asked: Asked, op: string, input: unknown): Promise<T> => {
    held.asked.push(asked);
    const reply = await session.ask<T>(op, input);
    expect(reply).toMatchObject({ ok: true });
    return (reply as { value: T }).value;
  };
  if (write === WRITES / 3) {
    await ask({ what: 'user' }, 'users.create', { login: 'samir', passphrase: newPassphrase });
  } else if (write === WRITES / 2) {
    const change = { current: passphrase, next: newPassphrase };
    await ask({ what: 'passphrase' }, 'users.changePassphrase', change);
  } else {
    const name = `نرگس ${write}`;
    const { id } = await ask<{ id: string }>({ what: 'party', name }, 'parties.create', {
      kind: 'person',
      names: [{ text: name }],
      note: 'متن '.repeat(99),
      identifiers: [{ scheme: 'passport', value: `A${1_000_000 + write}` }],
    });
    if (write % 3 === 0) await ask({ what: 'reading', partyId: id }, 'parties.get', { id });
  }
}

describe(`${CUTS} power cuts (seed ${SEED})`, () => {
  it('lose no change that was acknowledged, nor who had read what before it, and the base opens and is sound each time', async () => {
    expect(held.requests.filter(({ kind }) => kind === 'sync').length).toBeGreaterThan(WRITES);
    expect(await troubles(held.requests, CUTS)).toEqual([]);
  });
});

// The disk that is played must be a cruel one: programs that sync less than ours are caught by it.
describe('a program that does not sync', () => {
  it.each([
    ['the log of the database', /-wal$/],
    ['the files of keys', /^keyring/],
  ])('%s is seen to lose what was acknowledged', async (_, name) => {
    const files = new Set(
      held.requests.flatMap((request) => (request.kind === 'name' && name.test(request.name) ? [request.file] : [])),
    );
    const careless = held.requests.map((request): DiskRequest =>
      request.kind === 'sync' && files.has(request.file) ? { ...request, began: 0 } : request,
    );
    expect((await troubles(careless, CONTROL_CUTS)).length).toBeGreaterThan(0);
  });
});

/** What was wrong after cuts at moments spread over all of them, each with its moment. */
async function troubles(requests: readonly DiskRequest[], cuts: number): Promise<string[]> {
  const chance = chanceFrom(SEED);
  const found: string[] = [];
  for (let cut = 0; cut < cuts; cut += 1) {
    const moment = Math.floor(((cut + chance()) / cuts) * requests.length);
    const trouble = await troubleAfter(requests.slice(0, moment), chance);
    if (trouble !== null) found.push(`cut at ${moment}: ${trouble}`);
  }
  return found;
}

async function troubleAfter(requests: readonly DiskRequest[], chance: () => number): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-power-'));
  // Not what waits in memory only: the index of the log is made anew from it.
  for (const [name, bytes] of afterPowerCut(held.start, requests, chance))
    if (!name.endsWith('-shm')) writeFileSync(join(folder, name), bytes);
  const acknowledged = acknowledgedIn(requests);
  const test = await openEngine({ folder, create: false, kdf: rememberingKdf });
  try {
    return await whatIsMissing(test, acknowledged);
  } finally {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function whatIsMissing(
  test: Awaited<ReturnType<typeof openEngine>>,
  acknowledged: ReadonlySet<number>,
): Promise<string | null> {
  const { client } = test;
  const done = held.asked.filter((_, index) => acknowledged.has(index + 1));
  const isDone = (what: Asked['what']): boolean => done.some((asked) => asked.what === what);
  const secrets = isDone('passphrase') ? [newPassphrase] : [passphrase, newPassphrase];
  const opened = [];
  for (const secret of secrets) opened.push(await client.session.unlock({ login: user, passphrase: secret }));
  if (!opened.some(({ ok }) => ok)) return JSON.stringify(opened);
  const verified = value(await client.base.verify({ quick: true }));
  if (!verified.sound || verified.findings.length > 0) return JSON.stringify(verified.findings);
  const people = new Set<string>();
  for (let after: string | null | undefined; after !== null;) {
    const page = value(
      await client.parties.list({ filter: {}, limit: 200, ...(after === undefined ? {} : { after }) }),
    );
    for (const { displayName } of page.rows) people.add(displayName);
    after = page.next;
  }
  const lost = done.flatMap((asked) => (asked.what === 'party' && !people.has(asked.name) ? [asked.name] : []));
  if (lost.length > 0) return `lost ${lost.join(', ')}`;
  const forgotten = forgottenReadings(test, done);
  if (forgotten.length > 0) return `lost who read ${forgotten.join(', ')}`;
  const logins = value(await client.users.list({})).users.map(({ login }) => login);
  return isDone('user') && !logins.includes('samir') ? 'lost a user' : null;
}

/** Readings are committed without waiting for the disk: the last may be lost, but none from before a change that was acknowledged. */
function forgottenReadings({ engine }: Awaited<ReturnType<typeof openEngine>>, done: readonly Asked[]): string[] {
  const read = new Set(
    engine
      .base()!
      .read.all<{ party_id: string }>({ sql: 'select party_id from access_subject', parameters: [] })
      .map(({ party_id }) => party_id),
  );
  const lastChange = done.findLastIndex(({ what }) => what !== 'reading');
  return done
    .slice(0, lastChange)
    .flatMap((asked) => (asked.what === 'reading' && !read.has(asked.partyId) ? [asked.partyId] : []));
}

/** The numbers of the requests whose answers had left the program. */
function acknowledgedIn(requests: readonly DiskRequest[]): ReadonlySet<number> {
  const said = requests.flatMap((request) => (request.kind === 'said' ? [request.text] : [])).join('');
  return new Set([...said.matchAll(/^\{"id":(\d+),"ok":true/gm)].map(([, id]) => Number(id)));
}

function filesIn(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name))]),
  );
}

/** The real derivation, each once: every moment of the base is opened by the same few passphrases. */
const rememberingKdf: PassphraseKdf = (secret, parameters) => {
  const key = `${Buffer.from(secret).toString('hex')} ${JSON.stringify({ ...parameters, salt: Buffer.from(parameters.salt).toString('hex') })}`;
  const known = derived.get(key) ?? systemKdf(secret, parameters);
  derived.set(key, known);
  return known.then((bytes) => Buffer.from(bytes));
};
const derived = new Map<string, Promise<Buffer>>();
