// What happens between processes: one that is killed leaves whole files and a free base.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { acquireBaseLock } from '../../src-main/db/base-lock';

const root = resolve(import.meta.dirname, '../..');
const preload = pathToFileURL(join(root, 'tests/support/typescript-child.mjs')).href;
const source = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
const children = new Set<ChildProcess>();

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'diwan-processes-'));
});
afterEach(async () => {
  for (const child of children) await kill(child);
  rmSync(dir, { recursive: true, force: true });
});

/** Runs a script in a process of its own and waits for its first word. */
async function start(script: string): Promise<{ child: ChildProcess; word: string }> {
  const child = spawn(process.execPath, ['--no-warnings', '--import', preload, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: root,
  });
  children.add(child);
  const [word] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, word: String(word).trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

it('a small file is always one whole version, wherever its writer is killed', async () => {
  const file = join(dir, 'keyring.json');
  const script = `
    const { writeFileAtomic } = await import(${source('src-main/files/write-atomic.ts')});
    for (let version = 1; ; version += 1) {
      writeFileAtomic(${JSON.stringify(file)}, JSON.stringify({ version, filler: String(version % 10).repeat(60000), last: version }));
      if (version === 1) console.log('written');
    }`;
  for (let kills = 0; kills < 12; kills += 1) {
    const { child } = await start(script);
    await new Promise((done) => setTimeout(done, kills * 7));
    await kill(child);
    const { version, filler, last } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number | string>;
    expect(last).toBe(version);
    expect(filler).toBe(String(Number(version) % 10).repeat(60_000));
  }
});

it('a base open in another process is in use, and free the moment that process is killed', async () => {
  const script = `
    const { acquireBaseLock } = await import(${source('src-main/db/base-lock.ts')});
    const lock = acquireBaseLock(${JSON.stringify(dir)});
    console.log(lock.ok ? 'held' : lock.error.code);
    setInterval(() => lock, 1000);`;
  const { child, word } = await start(script);
  expect(word).toBe('held');
  expect(acquireBaseLock(dir)).toMatchObject({ ok: false, error: { code: 'base.in-use' } });
  const second = await start(script);
  expect(second.word).toBe('base.in-use');
  await kill(child);
  const lock = acquireBaseLock(dir);
  expect(lock.ok).toBe(true);
  if (lock.ok) lock.value.release();
  // Read only now: a process that opens and closes the file itself would drop its own lock.
  expect(readFileSync(join(dir, 'base.lock'))).toHaveLength(0);
});
