// How the command line, which runs without Electron, puts a document on paper: the desktop program does it without a window, reading the
// document and writing the file through pipes, so that nothing of it lies on the disk in between.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Paper } from '@shared/paper/paper';

export type PrintPaper = (
  paper: Paper,
) => Promise<Result<Uint8Array, Failure<'cli.paper-no-program' | 'cli.paper-failed'>>>;

/** Where the built scripts lie, inside the program's folder. */
export const printWithProgram =
  (scriptsFolder: string): PrintPaper =>
  async (paper) => {
    const program = programBeside(scriptsFolder);
    if (program === null) return fail('cli.paper-no-program');
    // Chromium's own sandbox cannot work for root.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [resolve(scriptsFolder, '../..'), ...sandbox, '--cli', 'paper', '--input', '-', '--out', '-'];
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    const [out, said]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    const ended = new Promise<number | null>((done) => {
      child.once('error', () => done(null));
      child.once('close', done);
    });
    // A program that ends at once closes its end of the pipe; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(JSON.stringify(paper));
    const code = await ended;
    process.off('exit', stop);
    const pdf = Buffer.concat(out);
    if (code === 0 && pdf.subarray(0, 5).toString('latin1') === '%PDF-') return ok(pdf);
    return fail('cli.paper-failed', { reason: Buffer.concat(said).toString('utf8').trim().slice(-300) });
  };

/** In a clone Electron is a package that names its program; null where it was not set up. */
function programBeside(scriptsFolder: string): string | null {
  try {
    const named: unknown = createRequire(resolve(scriptsFolder, 'cli.cjs'))('electron');
    return typeof named === 'string' ? named : null;
  } catch (error) {
    // The package throws an error of its own when its program is not there.
    if (error instanceof Error) return null;
    throw error;
  }
}
