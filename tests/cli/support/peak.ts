// What a run of the command line held in memory at most, as the system counted it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cliScript } from './cli';

export interface Peak {
  readonly exitCode: number | null;
  /** Of the program itself, MB. */
  readonly peak: number;
  /** Of the largest process it started, MB. */
  readonly childPeak: number;
}

export async function peakOf(args: readonly string[]): Promise<Peak> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cliScript, ...args], {
    stdio: 'ignore',
  });
  let [peak, childPeak] = [0, 0];
  const look = setInterval(() => {
    peak = Math.max(peak, highWater(String(child.pid)));
    const children = read(`/proc/${child.pid}/task/${child.pid}/children`).split(' ');
    for (const pid of children.filter((text) => text !== '')) childPeak = Math.max(childPeak, highWater(pid));
  }, 15);
  const exitCode = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(look);
  return { exitCode, peak, childPeak };
}

const highWater = (pid: string): number =>
  Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1000;

/** Empty when the process has gone meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && (error as NodeJS.ErrnoException).code !== 'ESRCH')
      throw error;
    return '';
  }
}
