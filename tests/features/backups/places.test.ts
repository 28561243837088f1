// Places that copies go to may not answer: the wait is limited, the others are told meanwhile, and nobody waits twice for one that hangs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPlaces, type Places } from '../../../src-main/features/backups';
import { runTaskHere } from '../../../src-main/engine/thread-tasks';

let folder: string;
let base: string;
const asked: string[] = [];
const waking: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-places-'));
  base = join(folder, 'base');
  mkdirSync(base);
  asked.length = 0;
  waking.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Every place answers but those named "silent", which do so when they are woken. */
const places = (): Places =>
  createPlaces({
    baseFolder: base,
    waitMs: 20,
    async onThread(task, input, options) {
      const { path } = input as { path: string };
      asked.push(path);
      if (path.endsWith('silent')) await new Promise<void>((wake) => waking.push(wake));
      return runTaskHere(task, input, options);
    },
  });

it('a folder is told with its room, whether it takes a copy, and what lies in it', async () => {
  const stick = join(folder, 'stick');
  mkdirSync(stick);
  writeFileSync(join(stick, 'here'), '');
  const looked = await places().look(stick, { names: ['here', 'gone'] });
  expect(looked).toMatchObject({ reachable: true, refusal: null, present: ['here'] });
  expect(looked.freeBytes).toBeGreaterThan(0);
  expect((await places().look(base)).refusal).toMatchObject({ code: 'backups.target-inside' });
  expect((await places().look(join(folder, 'nowhere'))).refusal).toMatchObject({ code: 'backups.folder-missing' });
});

it('one that does not answer counts as out of reach while the others are told, and is not asked again until it answers', async () => {
  const silent = join(folder, 'silent');
  mkdirSync(silent);
  const looking = places();
  const [dead, alive] = await Promise.all([looking.look(silent), looking.look(folder)]);
  expect(dead).toMatchObject({ reachable: false, refusal: { code: 'backups.folder-missing' } });
  expect(alive.reachable).toBe(true);
  expect(await looking.inspect(silent)).toMatchObject({ ok: false, error: { code: 'backups.folder-missing' } });
  expect(asked.filter((path) => path === silent)).toHaveLength(1);
  for (const wake of waking) wake();
  await new Promise((done) => setTimeout(done, 5));
  const again = looking.look(silent);
  for (const wake of waking) wake();
  expect(await again).toMatchObject({ reachable: true });
});
