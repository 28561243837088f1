// The power goes while files are added: every one that was acknowledged reads as it was, every one that is listed is whole, and the
// base is sound. The disk that is played is that of power-cut.crash.test.ts; a program that does not sync is caught by it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemKdf, type PassphraseKdf } from '../../src-main/keys';
import { newBase, openSession, passphrase, user, type Place } from '../cli/support/cli';
import { chanceFrom } from '../support/chance';
import { openEngine, value } from '../support/open-engine';
import { readTrace, tracedInto, type DiskRequest } from './support/disk-trace';
import { afterPowerCut } from './support/power-cut';

const CUTS = Number(process.env['DIWAN_POWER_CUTS'] ?? 150);
const CONTROL_CUTS = 60;
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_127);
const FILES = 12;
/** The first is larger than a piece. */
const contentOf = (file: number): Buffer => Buffer.alloc(file === 0 ? 1_300_000 : 30_000, `file ${file} `);
const nameOf = (file: number): string => `file-${file}.bin`;

const held = {
  place: undefined as unknown as Place,
  partyId: '',
  start: new Map<string, Buffer>(),
  requests: [] as readonly DiskRequest[],
};

beforeAll(async () => {
  held.place = newBase();
  held.start = filesIn(held.place.base);
  const trace = join(held.place.folder, 'trace.txt');
  const session = openSession(held.place, { under: tracedInto(trace) });
  const made = await session.ask<{ id: string }>('parties.create', { kind: 'person', names: [{ text: 'سلمى' }] });
  held.partyId = made?.ok === true ? made.value.id : '';
  for (let file = 0; file < FILES; file += 1) {
    const path = join(held.place.folder, nameOf(file));
    writeFileSync(path, contentOf(file));
    await added(session, path);
  }
  expect(await session.end()).toBe(0);
  held.requests = readTrace(trace, held.place.base, [...held.start.keys()]);
}, 300_000);
afterAll(() => held.place.remove());

/** Asks until the job is over: that answer is the acknowledgement. */
async function added(session: ReturnType<typeof openSession>, path: string): Promise<void> {
  const started = await session.ask<{ jobId: string }>('attachments.add', {
    to: { partyId: held.partyId },
    files: [{ file: path }],
  });
  if (started?.ok !== true) throw new Error(JSON.stringify(started));
  for (;;) {
    const job = await session.ask<{ state: string }>('jobs.get', { id: started.value.jobId });
    if (job?.ok !== true) throw new Error(JSON.stringify(job));
    if (job.value.state === 'done') return;
    expect(['queued', 'running']).toContain(job.value.state);
    await new Promise((soon) => setTimeout(soon, 10));
  }
}

describe(`${CUTS} power cuts while files are added (seed ${SEED})`, () => {
  it('lose none that was acknowledged and show none that is not whole', async () => {
    expect(held.requests.filter(({ kind }) => kind === 'folder').length).toBeGreaterThan(2);
    expect(await troubles(held.requests, CUTS)).toEqual([]);
  });

  it.each([
    ['sealed files', (request: DiskRequest) => request.kind === 'sync' && isOf(request.file, /^blobs\//)],
    ['their names', (request: DiskRequest) => request.kind === 'sync-names' && request.folder.startsWith('blobs')],
    ['the keys', (request: DiskRequest) => request.kind === 'sync' && isOf(request.file, /\.keys\.db/)],
  ])('a program that does not sync %s is seen to lose some', async (_, isSkipped) => {
    const careless = held.requests.map((request): DiskRequest =>
      isSkipped(request) ? ({ ...request, began: 0 } as DiskRequest) : request,
    );
    expect((await troubles(careless, CONTROL_CUTS)).length).toBeGreaterThan(0);
  });
});

/** Whether a file was ever made under such a name. */
const isOf = (file: number, name: RegExp): boolean =>
  held.requests.some((request) => request.kind === 'name' && request.file === file && name.test(request.name));

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
  for (const [name, bytes] of afterPowerCut(held.start, requests, chance)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith('-shm')) writeFileSync(join(folder, name), bytes);
  }
  const test = await openEngine({ folder, create: false, kdf: rememberingKdf });
  try {
    return await whatIsMissing(test, acknowledgedIn(requests));
  } finally {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function whatIsMissing(
  { client }: Awaited<ReturnType<typeof openEngine>>,
  acknowledged: number,
): Promise<string | null> {
  const opened = await client.session.unlock({ login: user, passphrase });
  if (!opened.ok) return JSON.stringify(opened);
  const verified = value(await client.base.verify({}));
  if (!verified.sound || verified.findings.length > 0) return JSON.stringify(verified.findings);
  const listed = await client.attachments.list({ of: { partyId: held.partyId } });
  if (!listed.ok) return listed.error.code;
  const { items } = listed.value;
  for (const { id, name } of items) {
    const read = await client.attachments.read({ id });
    const whole = contentOf(Number(/\d+/.exec(name)![0])).subarray(0, 1024 * 1024);
    if (!read.ok) return `${name}: ${read.error.code}`;
    if (!Buffer.from(read.value.bytes, 'base64').equals(whole)) return `${name} is another`;
  }
  const names = new Set(items.map(({ name }) => name));
  const lost = Array.from({ length: acknowledged }, (_, file) => nameOf(file)).filter((name) => !names.has(name));
  return lost.length === 0 ? null : `lost ${lost.join(', ')}`;
}

/** How many files had been told to be in: jobs seen to be done. */
function acknowledgedIn(requests: readonly DiskRequest[]): number {
  const said = requests.flatMap((request) => (request.kind === 'said' ? [request.text] : [])).join('');
  return [...said.matchAll(/"state":"done"/g)].length;
}

function filesIn(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name))]),
  );
}

/** The real derivation, once. */
const rememberingKdf: PassphraseKdf = (secret, parameters) => {
  const key = `${Buffer.from(secret).toString('hex')} ${Buffer.from(parameters.salt).toString('hex')}`;
  const known = derived.get(key) ?? systemKdf(secret, parameters);
  derived.set(key, known);
  return known.then((bytes) => Buffer.from(bytes));
};
const derived = new Map<string, Promise<Buffer>>();
