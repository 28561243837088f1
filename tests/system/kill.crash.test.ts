// Kill −9 at any moment, again and again: whatever was acknowledged is there afterwards, and the base is sound every time.
// DIWAN_KILLS=1000 makes it longer, DIWAN_SEED another run of chances.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf, newBase, openSession, runCli, type CliSession, type Place, type Reply } from '../cli/support/cli';
import { chanceFrom } from '../support/chance';

const KILLS = Number(process.env['DIWAN_KILLS'] ?? 100);
const IMPORT_KILLS = Math.max(20, Math.ceil(KILLS / 5));
const SEED = Number(process.env['DIWAN_SEED'] ?? 20_261_123);
const chance = chanceFrom(SEED);
const below = (limit: number): number => Math.floor(chance() * limit);
/** Pairs of records that are merged and separated over and over. */
const PAIRS = 12;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

interface Known {
  readonly name: string;
  /** As acknowledged last. */
  note: string | null;
  /** Sent later and never answered: each may or may not have happened. */
  readonly unsure: Set<string>;
}

/** Two records of one person that are merged and separated over and over. */
interface Pair {
  readonly root: string;
  readonly member: string;
  /** As acknowledged last; null while a merge or separation was sent and never answered. */
  merged: boolean | null;
}

interface Model {
  readonly parties: Map<string, Known>;
  readonly pairs: Pair[];
  /** Merges and separations that were acknowledged. */
  regrouped: number;
  readonly activities: Map<string, string>;
  acknowledged: number;
}

describe(`${KILLS} kills while commands stream in (seed ${SEED})`, () => {
  let place: Place;
  beforeAll(() => {
    place = newBase();
  });
  afterAll(() => place.remove());

  it('lose nothing that was acknowledged, and the base opens and is sound each time', async () => {
    const model: Model = {
      parties: new Map(),
      pairs: [],
      regrouped: 0,
      activities: new Map(),
      acknowledged: 0,
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const session = openSession(place);
      // One in eight dies while it is still opening the base.
      if (below(8) === 0) {
        await pause(below(700));
        await session.kill();
        continue;
      }
      await isSoundAndWhole(session, model, kill % 10 === 9);
      const streaming = stream(session, model);
      await pause(below(120));
      await session.kill();
      await streaming;
    }
    const session = openSession(place);
    await isSoundAndWhole(session, model, true);
    expect(await session.end()).toBe(0);
    expect(model.acknowledged).toBeGreaterThan(KILLS * 2);
    expect(model.regrouped).toBeGreaterThan(KILLS / 4);
    const verified = runCli(['verify', ...place.access, '--json']);
    expect(jsonOf(verified)).toMatchObject({
      ok: true,
      value: { sound: true, findings: [], chain: { brokenAt: null } },
    });
    expect(verified.exitCode).toBe(0);
  });
});

/** `everything` asks for every record ever acknowledged, otherwise for the latest ones. */
async function isSoundAndWhole(session: CliSession, model: Model, everything: boolean): Promise<void> {
  const verified = await session.ask('base.verify', { quick: true });
  if (verified === null)
    throw new Error(`the base did not open: ${session.stderr()} ${JSON.stringify(session.others)}`);
  expect(verified).toMatchObject({ ok: true, value: { sound: true, findings: [] } });
  const recent = everything ? undefined : -40;
  await Promise.all([
    ...[...model.parties].slice(recent ?? 0).map(async ([id, known]) => {
      const reply = await session.ask<{ displayName: string; note: string | null }>('parties.get', { id });
      expect(reply, id).toMatchObject({ ok: true, value: { displayName: known.name } });
      const note = reply?.ok === true ? reply.value.note : null;
      expect([known.note, ...known.unsure]).toContain(note);
      known.note = note;
      known.unsure.clear();
    }),
    ...model.pairs.slice(recent ?? 0).map(async (pair) => {
      const reply = await session.ask<{ id: string }>('parties.get', { id: pair.member });
      const merged = reply?.ok === true && reply.value.id === pair.root;
      expect([pair.merged ?? merged, reply?.ok]).toEqual([merged, true]);
      pair.merged = merged;
    }),
    ...[...model.activities].slice(recent ?? 0).map(async ([id, subject]) => {
      expect(await session.ask('activities.get', { id })).toMatchObject({ ok: true, value: { subject } });
    }),
  ]);
}

/** Sends one command after another, some before the answer to the last, until the program is gone. */
async function stream(session: CliSession, model: Model): Promise<void> {
  const running = new Set<Promise<void>>();
  for (let alive = true; alive;) {
    const one = command(session, model).then((answered) => {
      alive = alive && answered;
    });
    running.add(one);
    void one.finally(() => running.delete(one));
    if (running.size >= 4) await Promise.race(running);
  }
  await Promise.all(running);
}

async function command(session: CliSession, model: Model): Promise<boolean> {
  const ids = [...model.parties.keys()];
  const id = ids[below(ids.length)];
  const what = id === undefined ? 0 : below(6);
  if (what === 0) return create(session, model);
  if (what === 1) return note(session, model, id!);
  if (what > 2) return model.pairs.length < PAIRS ? pairUp(session, model) : regroup(session, model);
  const subject = `مكالمة ${below(1e9)}`;
  const reply = await session.ask<{ id: string }>('activities.log', { kind: 'call', subject, partyIds: [id] });
  return acknowledged(reply, model, ({ id: made }) => model.activities.set(made, subject));
}

async function create(session: CliSession, model: Model): Promise<boolean> {
  const name = `نازنین ${below(1e9)}`;
  const draft = {
    kind: 'person',
    names: [{ text: name }],
    contactPoints: [{ kind: 'phone', value: `050${below(1e7)}` }],
    roles: [{ type: 'patient' }],
  };
  const reply = await session.ask<{ id: string }>('parties.create', draft);
  return acknowledged(reply, model, ({ id }) => model.parties.set(id, { name, note: null, unsure: new Set() }));
}

async function note(session: CliSession, model: Model, id: string): Promise<boolean> {
  const known = model.parties.get(id)!;
  const text = `note ${below(1e9)}`;
  known.unsure.add(text);
  const reply = await session.ask('parties.update', { id, set: { note: text } });
  return acknowledged(reply, model, () => {
    // Answers come in the order of the commits, so whatever was sent before this one is settled.
    known.note = text;
    known.unsure.delete(text);
  });
}

async function pairUp(session: CliSession, model: Model): Promise<boolean> {
  const made: string[] = [];
  for (const text of ['رضائی', 'Rezaei']) {
    const reply = await session.ask<{ id: string }>('parties.create', { kind: 'person', names: [{ text }] });
    if (!acknowledged(reply, model, ({ id }) => made.push(id))) return false;
  }
  model.pairs.push({ root: made[0]!, member: made[1]!, merged: false });
  return true;
}

/** Merges what is apart and separates what is merged; a pair of unknown state waits for the next opening. */
async function regroup(session: CliSession, model: Model): Promise<boolean> {
  const settled = model.pairs.filter((one) => one.merged !== null);
  const pair = settled[below(settled.length)];
  if (pair === undefined) return true;
  const { root, member, merged } = pair;
  pair.merged = null;
  const reply = merged
    ? await session.ask('parties.unmerge', { ids: [member] })
    : await session.ask('parties.merge', { intoId: root, ids: [member] });
  return acknowledged(reply, model, () => {
    pair.merged = !merged;
    model.regrouped += 1;
  });
}

function acknowledged<T>(reply: Reply<T> | null, model: Model, remember: (value: T) => void): boolean {
  if (reply === null) return false;
  if (!reply.ok) throw new Error(`a command failed: ${JSON.stringify(reply.error)}`);
  model.acknowledged += 1;
  remember(reply.value);
  return true;
}

describe(`${IMPORT_KILLS} kills while a file is imported (seed ${SEED})`, () => {
  const ROWS = 8000;
  let place: Place;
  beforeAll(() => {
    place = newBase();
    const rows = Array.from(
      { length: ROWS },
      (_, row) => `کوروش شماره ${row},05${String(10_000_000 + row)},mail${row}@example.com,جدة`,
    );
    writeFileSync(
      join(place.folder, 'people.csv'),
      `\ufeffالاسم,الجوال,البريد الإلكتروني,المدينة\r\n${rows.join('\r\n')}\r\n`,
    );
  });
  afterAll(() => place.remove());

  type Status = { id: string; state: string; counts: { read: number; created: number; rejected: number } };

  it('leave it to be resumed: every row comes in, and none twice', async () => {
    const file = join(place.folder, 'people.csv');
    const first = openSession(place);
    const inspected = await first.ask<{ mapping: unknown }>('imports.inspect', { file });
    const started = await first.ask<{ id: string }>('imports.start', {
      file,
      read: {},
      mapping: inspected?.ok === true ? inspected.value.mapping : null,
    });
    expect(started).toMatchObject({ ok: true });
    await pause(30 + below(100));
    await first.kill();
    let seen = 0;
    let killed = 1;
    for (; killed < IMPORT_KILLS; killed += 1) {
      const session = openSession(place);
      const status = await latest(session);
      expect(status.counts.read).toBeGreaterThanOrEqual(seen);
      expect(status.counts.created + status.counts.rejected).toBe(status.counts.read);
      seen = status.counts.read;
      const counts = await session.ask<{ parties: number }>('base.counts', {});
      expect(counts).toMatchObject({ ok: true, value: { parties: status.counts.created } });
      expect(await session.ask('base.verify', { quick: true })).toMatchObject({ ok: true, value: { sound: true } });
      if (status.state === 'done') break;
      expect(status.state).toBe('paused');
      expect(await session.ask('imports.resume', { id: status.id })).toMatchObject({ ok: true });
      await pause(below(160));
      await session.kill();
    }
    expect(killed).toBeGreaterThan(8);
    const session = openSession(place);
    const done = await finished(session);
    expect(done).toMatchObject({ state: 'done', counts: { read: ROWS, created: ROWS, rejected: 0 } });
    expect(await session.ask('base.counts', {})).toMatchObject({ ok: true, value: { parties: ROWS } });
    for (let looked = 0; looked < 50; looked += 1) {
      const row = below(ROWS);
      const reply = await session.ask<{ hits: { title: string }[] }>('search.find', { text: `mail${row}@example.com` });
      expect(reply).toMatchObject({ ok: true, value: { hits: [{ title: `کوروش شماره ${row}` }] } });
      expect(reply?.ok === true ? reply.value.hits.length : 0, String(row)).toBe(1);
    }
    expect(await session.end()).toBe(0);
    expect(jsonOf(runCli(['verify', ...place.access, '--json']))).toMatchObject({
      ok: true,
      value: { sound: true, findings: [], counts: { party: ROWS } },
    });
  });

  it('leave it half taken back: what is gone stays gone, and asked for again the rest goes', async () => {
    const first = openSession(place);
    const { id: groupId } = await latest(first);
    let left = ROWS;
    let session = first;
    for (let killed = 0; killed < IMPORT_KILLS / 2; killed += 1) {
      void session.ask('operations.undo', { groupId });
      await pause(100 + below(400));
      await session.kill();
      session = openSession(place);
      expect(await session.ask('base.verify', { quick: true })).toMatchObject({ ok: true, value: { sound: true } });
      const counts = await session.ask<{ parties: number }>('base.counts', {});
      const parties = counts?.ok === true ? counts.value.parties : -1;
      expect(parties).toBeLessThanOrEqual(left);
      left = parties;
    }
    const undone = await session.ask('operations.undo', { groupId });
    expect(undone?.ok === true || left === 0, JSON.stringify(undone)).toBe(true);
    expect(await session.ask('base.counts', {})).toMatchObject({ ok: true, value: { parties: 0 } });
    expect(await session.ask('search.find', { text: 'mail7@example.com' })).toMatchObject({ value: { hits: [] } });
    expect(await session.end()).toBe(0);
    expect(jsonOf(runCli(['verify', ...place.access, '--json']))).toMatchObject({
      ok: true,
      value: { sound: true, findings: [], counts: { party: 0 } },
    });
  });

  async function latest(session: CliSession): Promise<Status> {
    const listed = await session.ask<{ imports: Status[] }>('imports.list', {});
    if (listed?.ok !== true) throw new Error(`the base did not open: ${session.stderr()} ${JSON.stringify(listed)}`);
    return listed.value.imports[0]!;
  }

  /** Resumes if need be and waits for the end of the import. */
  async function finished(session: CliSession): Promise<Status> {
    const before = await latest(session);
    if (before.state === 'paused')
      expect(await session.ask('imports.resume', { id: before.id })).toMatchObject({ ok: true });
    for (;;) {
      const status = await latest(session);
      if (status.state !== 'running') return status;
      await pause(50);
    }
  }
});
