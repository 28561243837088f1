// Small file systems of a test's own: one that fills up, one that turns read-only. Root may mount; whoever may not is told so.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  setReadOnly(readOnly: boolean): void;
  remove(): void;
}

/** A tmpfs of the given size: no space left on it means ENOSPC, read-only means EROFS, also for root. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'diwan-disk-'));
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'diwan-test', path);
  return {
    path,
    setReadOnly: (readOnly) => run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, path),
    remove() {
      run('umount', '--lazy', path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

function run(program: string, ...args: string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' });
  if (done.error !== undefined || done.status !== 0) {
    throw new Error(
      `${program} ${args.join(' ')} failed (this test mounts a small disk and so needs root): ${done.stderr ?? ''}`,
    );
  }
}
