// Long work in the background: it waits its turn, tells how far it is, can be ended, outlives a lock, and runs by itself when due.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { languages } from '@shared/locale/language';
import { messagesByLanguage } from '@shared/locale/messages/index';
import { ok } from '@shared/core/result';
import type * as kinds from '../../../src-main/engine/job-kinds';
import type { JobKind } from '../../../src-main/jobs';
import { code, ended, openEngine, passphrase, value, type TestEngine } from '../../support/open-engine';

/** Kinds of the tests' own, run by the real desk beside the real ones. */
const own = vi.hoisted(() => ({ kinds: [] as unknown[] }));
vi.mock('../../../src-main/engine/job-kinds', async (original) => {
  const real = await original<typeof kinds>();
  return { jobKinds: (deps: kinds.JobKindDeps) => [...real.jobKinds(deps), ...(own.kinds as JobKind[])] };
});

const open: TestEngine[] = [];
const engine = async (...args: Parameters<typeof openEngine>): Promise<TestEngine> => {
  const test = await openEngine(...args);
  open.push(test);
  return test;
};
afterEach(async () => {
  for (const test of open.splice(0)) await test.close();
  own.kinds.length = 0;
});

const count = z.object({ to: z.number() });
/** Counts up to a number, one step at a time. */
const counting = (
  interrupted: 'resume' | 'fail',
  permission: JobKind['permission'] = 'session.use',
): JobKind<{ to: number }> => ({
  name: 'test.count',
  permission,
  input: count,
  errors: [],
  interrupted,
  async run(run, { to }) {
    const from = typeof run.checkpoint === 'number' ? run.checkpoint : 0;
    for (let done = from; done < to; done += 1) {
      run.saveCheckpoint(done);
      run.progress({ done, total: to, note: 'checking' });
      await run.breathe();
    }
    return ok({ from, to });
  },
});
const use = (kind: JobKind<{ to: number }>): void => void own.kinds.push(kind);
const start = (test: TestEngine, to: number): string => test.engine.context('test').startJob('test.count', { to }).id;
const enter = async (test: TestEngine, login: string) => {
  value(await test.client.session.lock({}));
  value(await test.client.session.unlock({ login, passphrase }));
};
const startedCounting = async (test: TestEngine, id: string): Promise<void> => {
  while ((value(await test.client.jobs.get({ id })).progress?.done ?? 0) < 3) await new Promise(setImmediate);
};

describe('a job', () => {
  it('runs to its end and leaves its result', async () => {
    use(counting('fail'));
    const test = await engine();
    const id = start(test, 5);
    expect(value(await test.client.jobs.get({ id })).state).toBe('queued');
    expect(await ended(test, id)).toMatchObject({ state: 'done', result: { from: 0, to: 5 }, failure: null });
    expect(value(await test.client.jobs.list({})).jobs.map((job) => job.id)).toEqual([id]);
    value(await test.client.jobs.dismiss({ id }));
    expect(value(await test.client.jobs.list({})).jobs).toEqual([]);
  });

  it('tells the windows four times a second at most, however often it speaks', async () => {
    use(counting('fail'));
    const test = await engine();
    const id = start(test, 500);
    await ended(test, id);
    // The clock of the test stands still, so of 500 words one is heard, beside waiting, starting and done.
    expect(test.jobs.map(({ state }) => state)).toEqual(['queued', 'running', 'running', 'done']);
  });

  it('ends when asked to, and says that it is ending', async () => {
    use(counting('resume'));
    const test = await engine();
    const id = start(test, 1e9);
    await startedCounting(test, id);
    value(await test.client.jobs.cancel({ id }));
    expect(await ended(test, id)).toMatchObject({ state: 'cancelled', failure: null });
    expect(test.jobs.some((job) => job.ending)).toBe(true);
    expect(code(await test.client.jobs.cancel({ id }))).toBe('jobs.not-running');
  });

  it('that fails unexpectedly leaves a reference, and the next one runs', async () => {
    const broken = { ...counting('fail'), run: () => Promise.reject(new Error('a mistake')) };
    own.kinds.push(broken);
    const test = await engine();
    const job = await ended(test, start(test, 1));
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'door.internal', details: { reference: 'T-1' } } });
    own.kinds.length = 0;
    const { jobId } = value(await test.client.base.check({}));
    expect(await ended(test, jobId)).toMatchObject({ state: 'done', result: { sound: true, findings: [] } });
  });

  it('waits while another of its kind runs', async () => {
    use(counting('fail'));
    const test = await engine();
    const first = start(test, 1e9);
    const second = start(test, 2);
    await startedCounting(test, first);
    expect(value(await test.client.jobs.get({ id: second })).state).toBe('queued');
    value(await test.client.jobs.cancel({ id: first }));
    expect((await ended(test, second)).state).toBe('done');
  });
});

describe('a lock in the middle', () => {
  it('lets a job go on from its checkpoint after the next unlock', async () => {
    use(counting('resume'));
    const test = await engine({ background: true });
    const id = start(test, 60);
    await startedCounting(test, id);
    await enter(test, 'amal');
    const job = await ended(test, id);
    expect(job.state).toBe('done');
    expect((job.result as { from: number }).from).toBeGreaterThan(1);
  });

  it('leaves a job that cannot go on failed, and says why', async () => {
    use(counting('fail'));
    const test = await engine({ background: true });
    const id = start(test, 1e9);
    await startedCounting(test, id);
    await enter(test, 'amal');
    expect(await ended(test, id)).toMatchObject({ state: 'failed', failure: { code: 'jobs.interrupted' } });
  });

  it('after a crash, too: what was left running is taken up', async () => {
    use(counting('resume'));
    const test = await engine({ background: true });
    const id = start(test, 3);
    await ended(test, id);
    test.engine.base()!.writer.exec("update job set state = 'running', checkpoint = '2', finished_at = null");
    await enter(test, 'amal');
    expect(await ended(test, id)).toMatchObject({ state: 'done', result: { from: 2, to: 3 } });
  });
});

describe('rights', () => {
  it('of others are no business of a reader: they neither see nor end nor put away what an administrator asked for', async () => {
    use(counting('resume'));
    const test = await engine({ background: true });
    value(await test.client.users.create({ login: 'reader', role: 'reader', passphrase }));
    const id = start(test, 1e9);
    await startedCounting(test, id);
    const told = test.jobs.length;
    await enter(test, 'reader');
    expect(value(await test.client.jobs.list({})).jobs).toEqual([]);
    expect(code(await test.client.jobs.get({ id }))).toBe('jobs.not-found');
    expect(code(await test.client.jobs.cancel({ id }))).toBe('jobs.not-found');
    expect(code(await test.client.jobs.dismiss({ id }))).toBe('jobs.not-found');
    value(await test.client.jobs.dismiss({}));
    expect(
      test.jobs.slice(told).filter((job) => job.userId !== test.engine.actor()!.userId && job.state === 'running'),
    ).toEqual([]);
    await enter(test, 'amal');
    expect(value(await test.client.jobs.get({ id })).state).not.toBe('done');
    value(await test.client.jobs.cancel({ id }));
  });

  it('are those of today: what somebody asked for who may not any more is not done', async () => {
    use(counting('resume', 'parties.write'));
    const test = await engine({ background: true });
    const { id: user } = value(await test.client.users.create({ login: 'staff', role: 'staff', passphrase }));
    await enter(test, 'staff');
    const id = start(test, 1e9);
    await startedCounting(test, id);
    await enter(test, 'amal');
    value(await test.client.users.update({ id: user, role: 'reader' }));
    await enter(test, 'amal');
    expect(await ended(test, id)).toMatchObject({ state: 'failed', failure: { code: 'jobs.not-allowed' } });
  });
});

describe('a schedule', () => {
  const DAY = 86_400_000;
  it('runs the weekly check of the base once, also when the computer was off for a month', async () => {
    const test = await engine({ background: true });
    test.engine.jobs.checkSchedules();
    expect(value(await test.client.jobs.list({})).jobs).toEqual([]);
    const { schedules } = value(await test.client.jobs.schedules({}));
    const planned = schedules.find(({ kind }) => kind === 'base.check')!;
    expect(planned.nextRunAt).toBeGreaterThan(test.clock.at);
    test.clock.at += 30 * DAY;
    test.engine.jobs.checkSchedules();
    test.engine.jobs.checkSchedules();
    const [job, ...more] = value(await test.client.jobs.list({ kinds: ['base.check'] })).jobs;
    expect(more).toEqual([]);
    expect(job).toMatchObject({ userId: null });
    expect(await ended(test, job!.id)).toMatchObject({ state: 'done', result: { sound: true } });
    test.engine.jobs.checkSchedules();
    expect(value(await test.client.jobs.list({ kinds: ['base.check'] })).jobs.length).toBe(1);
  });

  it('can be chosen, and switched off', async () => {
    const test = await engine({ background: true });
    const choice = { kind: 'base.check', minuteOfDay: 60, weekDay: 1, monthDay: 1 } as const;
    value(await test.client.jobs.setSchedule({ ...choice, every: 'never' }));
    test.clock.at += 60 * DAY;
    test.engine.jobs.checkSchedules();
    expect(value(await test.client.jobs.list({})).jobs).toEqual([]);
    const daily = value(await test.client.jobs.setSchedule({ ...choice, every: 'daily' }));
    expect(daily.nextRunAt! - test.clock.at).toBeLessThanOrEqual(DAY);
    expect(code(await test.client.jobs.setSchedule({ ...choice, kind: 'base.verify', every: 'daily' }))).toBe(
      'jobs.kind-unknown',
    );
  });
});

it('every kind of job has words, and so has whatever it may fail with', async () => {
  const { jobKinds } = await vi.importActual<typeof kinds>('../../../src-main/engine/job-kinds');
  // What they are made of is used when they run, not when they are named.
  const wanted = jobKinds({} as kinds.JobKindDeps).flatMap(({ name, errors }) => [
    `jobs.kind.${name}`,
    ...errors.map((error) => `errors.${error}`),
  ]);
  const shared = ['jobs.interrupted', 'jobs.not-allowed', 'jobs.input-outdated'].map((error) => `errors.${error}`);
  for (const language of languages)
    expect([...wanted, ...shared].filter((id) => messagesByLanguage[language][id] === undefined)).toEqual([]);
});
