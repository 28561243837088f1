// Long work on the command line: one command waits for its end, and Ctrl+C ends the work rather than the program.
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliScript, jsonOf, newBase, runCli, type Place } from './support/cli';

const patience = 180_000;
let place: Place;
beforeAll(() => {
  place = newBase();
  runCli(['generate', ...place.access, '--parties', '3000', '--activities', '6000']);
}, patience);
afterAll(() => place.remove());

it(
  'a call that starts a job waits for it and prints it as it ended',
  () => {
    const ran = runCli(['call', 'base.check', ...place.access, '--json']);
    expect(jsonOf(ran)).toMatchObject({
      ok: true,
      value: { kind: 'base.check', state: 'done', result: { sound: true } },
    });
    expect(ran.exitCode).toBe(0);
    expect(ran.stderr).toContain('every page');
  },
  patience,
);

it(
  'SIGINT ends the job, and the command says so with exit code 1',
  async () => {
    const args = ['--disable-warning=ExperimentalWarning', cliScript, 'call', 'base.check', ...place.access, '--json'];
    const child = spawn(process.execPath, args);
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.once('data', () => child.kill('SIGINT'));
    const exitCode = await new Promise((done) => child.once('close', done));
    const { value } = JSON.parse(said.join('')) as { value: { state: string; ending: boolean } };
    // The check may have been over already when the signal came.
    expect(['cancelled', 'done']).toContain(value.state);
    expect(exitCode).toBe(value.state === 'done' ? 0 : 1);
  },
  patience,
);
