// What happens between a window and the engine: calls and replies, deaths and restarts, locking when nobody is there.
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import type { CallPort } from '../../src-main/app/port-calls';
import { createPortCalls } from '../../src-main/app/port-calls';
import { createFileTokens } from '../../src-main/app/file-tokens';
import { createAutoLock } from '../../src-main/app/auto-lock';
import { createOwnClipboard } from '../../src-main/app/own-clipboard';
import { createRestartPolicy } from '../../src-main/app/restart-policy';
import { programKeyOf } from '../../src-main/app/keys';

type Request = { id: number; op: string; input: unknown };

/** An engine that answers every request with what `answer` says; undefined means it keeps silent. */
function engine(answer: (request: Request) => object | undefined) {
  const { port1, port2 } = new MessageChannel();
  const seen: Request[] = [];
  port1.on('message', (request: Request) => {
    seen.push(request);
    const reply = answer(request);
    if (reply !== undefined) port1.postMessage({ id: request.id, ...reply });
  });
  return { port: port2 as unknown as CallPort, seen, say: (message: object) => port1.postMessage(message) };
}

const echo = (request: Request) => ({ ok: true, value: request.input });

describe('calls from a window', () => {
  it('asked before the engine is there, wait for it and are answered in order', async () => {
    const calls = createPortCalls();
    const answers = Promise.all([calls.call('parties.list', 1), calls.call('parties.list', 2)]);
    const { port, seen } = engine(echo);
    calls.connect(port);
    expect(await answers).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 2 },
    ]);
    expect(seen.map(({ op }) => op)).toEqual(['parties.list', 'parties.list']);
    calls.disconnect();
  });

  it('may be answered by what main knows, until the engine is there; all others wait for it', async () => {
    const calls = createPortCalls();
    const asked = calls.call('session.status', {});
    const other = calls.call('parties.list', 1);
    calls.tell('session.status', { state: 'locked' });
    const told = { ok: true, value: { state: 'locked' } };
    expect([await asked, await calls.call('session.status', {})]).toEqual([told, told]);
    const { port, seen } = engine(() => ({ ok: true, value: 'the engine' }));
    calls.connect(port);
    calls.tell('session.status', { state: 'locked' });
    const answers = [await other, await calls.call('session.status', {})];
    expect(answers).toEqual([
      { ok: true, value: 'the engine' },
      { ok: true, value: 'the engine' },
    ]);
    expect(seen.map(({ op }) => op)).toEqual(['parties.list', 'session.status']);
    calls.disconnect();
  });

  it('fail as values when the engine dies under them, and later ones wait for its successor', async () => {
    const calls = createPortCalls();
    calls.connect(engine(() => undefined).port);
    const lost = calls.call('parties.create', {});
    calls.disconnect();
    const later = calls.call('parties.list', 'again');
    expect(await lost).toEqual({ ok: false, error: { code: 'engine.restarted' } });
    calls.connect(engine(echo).port);
    expect(await later).toEqual({ ok: true, value: 'again' });
    calls.disconnect();
  });

  it('carry the failure’s code and details and nothing else', async () => {
    const calls = createPortCalls();
    const error = { code: 'parties.not-found', details: { id: '1' } };
    calls.connect(engine(() => ({ ok: false, error, secret: 'x' })).port);
    expect(await calls.call('parties.get', {})).toEqual({ ok: false, error });
    calls.disconnect();
  });

  it('are all answered before the window says that it may go', async () => {
    const calls = createPortCalls();
    const order: string[] = [];
    calls.connect(engine(echo).port);
    void calls.call('drafts.save', {}).then(() => order.push('saved'));
    await calls.idle();
    order.push('idle');
    expect(order).toEqual(['saved', 'idle']);
    await calls.idle();
    calls.disconnect();
  });
});

it('a chosen file is told to the page by name and token only when the engine knows what the token stands for', async () => {
  const heard: { path?: string; known?: () => void } = {};
  const random = { bytes: (count: number) => new Uint8Array(count).fill(10) };
  const tokens = createFileTokens(random, (_, path) => new Promise((known) => Object.assign(heard, { path, known })));
  const told: unknown[] = [];
  void tokens.give('/home/amal/عقد.pdf').then((file) => told.push(file));
  await new Promise((turn) => setImmediate(turn));
  expect([heard.path, told]).toEqual(['/home/amal/عقد.pdf', []]);
  heard.known?.();
  await new Promise((turn) => setImmediate(turn));
  expect(told).toEqual([{ token: '0a'.repeat(16), name: 'عقد.pdf' }]);
});

describe('events to a window', () => {
  it('reach every listener until it stops listening', async () => {
    const calls = createPortCalls();
    const heard: unknown[] = [];
    const listener = (payload: unknown) => heard.push(payload);
    const stop = calls.on('changed', listener);
    calls.on('changed', listener);
    const { port, say } = engine(echo);
    calls.connect(port);
    say({ event: 'changed', payload: 1 });
    await calls.call('x', null);
    stop();
    say({ event: 'changed', payload: 2 });
    await calls.call('x', null);
    expect(heard).toEqual([1, 1, 2]);
    calls.disconnect();
  });
});

describe('an engine that dies', () => {
  it('is started at once, then after growing pauses, and given up at the sixth death within a minute', () => {
    const time = { at: 0 };
    const policy = createRestartPolicy({ now: () => time.at });
    const pauses = Array.from({ length: 6 }, () => policy.afterDeath());
    expect(pauses).toEqual([0, 100, 200, 400, 800, null]);
    time.at = 60_000;
    expect(policy.afterDeath()).toBe(0);
  });

  it('is tried afresh when the person asks for it', () => {
    const policy = createRestartPolicy({ now: () => 0 });
    for (let death = 0; death < 6; death += 1) policy.afterDeath();
    policy.forget();
    expect(policy.afterDeath()).toBe(0);
  });
});

describe('a base that nobody watches', () => {
  function watched() {
    const person = { idle: 0, locks: 0 };
    const lock = () => {
      person.locks += 1;
    };
    return { person, watch: createAutoLock({ idleSeconds: () => person.idle, lock }) };
  }

  it('locks once after the site’s minutes without a touch', () => {
    const { person, watch } = watched();
    watch.unlocked(10);
    person.idle = 599;
    watch.check();
    expect(person.locks).toBe(0);
    person.idle = 600;
    watch.check();
    watch.check();
    expect(person.locks).toBe(1);
  });

  it('locks when the system is locked or put to sleep', () => {
    const { person, watch } = watched();
    watch.unlocked(10);
    watch.systemLocked();
    watch.systemLocked();
    expect(person.locks).toBe(1);
  });

  it('is left alone while it is locked', () => {
    const { person, watch } = watched();
    watch.systemLocked();
    person.idle = 10_000;
    watch.check();
    watch.unlocked(1);
    watch.locked();
    watch.check();
    expect(person.locks).toBe(0);
  });
});

describe('what our own buttons copied', () => {
  function system() {
    const held = { text: '' };
    const clipboard = createOwnClipboard({ readText: () => held.text, writeText: (text) => void (held.text = text) });
    return { held, clipboard };
  }

  it('is gone from the clipboard after a lock', async () => {
    const { held, clipboard } = system();
    await clipboard.copy('+966 50 123 4567');
    expect(held.text).toBe('+966 50 123 4567');
    await clipboard.clear();
    expect(held.text).toBe('');
  });

  it('a sensitive value lies in the clipboard for a minute, and what somebody copied since stays', async () => {
    const held = { text: '' };
    const waiting: { ms: number; work: () => void }[] = [];
    const after = (ms: number, work: () => void) => {
      const one = { ms, work };
      waiting.push(one);
      return () => void waiting.splice(waiting.indexOf(one), 1);
    };
    const system = { readText: () => held.text, writeText: (text: string) => void (held.text = text) };
    const clipboard = createOwnClipboard(system, after);
    await clipboard.copy('1098765434', { briefly: true });
    expect(waiting.map(({ ms }) => ms)).toEqual([60_000]);
    waiting[0]!.work();
    await vi.waitFor(() => expect(held.text).toBe(''));
    await clipboard.copy('1098765434', { briefly: true });
    held.text = 'copied elsewhere';
    waiting.at(-1)!.work();
    await new Promise((done) => setImmediate(done));
    expect(held.text).toBe('copied elsewhere');
    await clipboard.copy('1098765434', { briefly: true });
    await clipboard.copy('an e-mail');
    expect(waiting).toEqual([]);
  });

  it('is left alone when the person has copied something else since', async () => {
    const { held, clipboard } = system();
    await clipboard.copy('ours');
    held.text = 'theirs';
    await clipboard.clear();
    expect(held.text).toBe('theirs');
  });
});

describe('keys of the program', () => {
  const press = { type: 'keyDown' as const, code: 'KeyL', control: true, meta: false, alt: false, shift: false };

  it('lock by the place of the key, whatever letter the layout has there', () => {
    expect(programKeyOf(press)).toBe('lock');
    expect(programKeyOf({ ...press, control: false, meta: true })).toBe('lock');
  });

  it('leave every other key to the page', () => {
    for (const other of [
      { code: 'KeyK' },
      { control: false },
      { alt: true },
      { shift: true },
      { type: 'keyUp' as const },
    ]) {
      expect(programKeyOf({ ...press, ...other })).toBeNull();
    }
    expect(programKeyOf({ ...press, code: 'Equal', shift: true })).toBe('zoom-in');
  });
});
