// Opens the base for one command and closes it again, whatever happens in between.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { SessionStatus } from '@shared/features/session/session.contract';
import type { ImportStatus } from '@shared/features/imports/imports.contract';
import type { JobStatus } from '@shared/features/jobs/jobs.contract';
import { hostEngine, type HostedEngine } from '../engine/host';
import packageJson from '../../package.json' with { type: 'json' };
import { confirming, purposesNamed } from './confirming';
import { failed, misuse, type CommandInput, type CommandResult } from './command';

/** Nobody waits for an answer meanwhile, and fewer commits are faster. */
const IMPORT_BATCH_MS = 1500;

export const productVersion: string = packageJson.version;

interface HostOptions {
  readonly onImport?: (status: ImportStatus) => void;
  readonly onJob?: (status: JobStatus) => void;
}

/** The engine over `--base`, still locked. Paths named on the command line are the caller's own and need no token. */
export function hostFor(input: CommandInput, { onImport, onJob }: HostOptions = {}): HostedEngine {
  return hostEngine({
    folder: resolve(input.options.base ?? ''),
    version: productVersion,
    scriptsFolder: input.scriptsFolder,
    fork: input.host.forkParser,
    resolveFile: (token) => resolve(token),
    importBatchMs: IMPORT_BATCH_MS,
    ...(onImport === undefined ? {} : { onImport }),
    ...(onJob === undefined ? {} : { onJob }),
  });
}

export async function withUnlocked(
  input: CommandInput,
  work: (hosted: HostedEngine) => Promise<CommandResult>,
  options: HostOptions = {},
): Promise<CommandResult> {
  const { base, user, passphraseFile } = input.options;
  if (base === undefined) return misuse('cli.option-missing', '--base');
  if (user === undefined) return misuse('cli.option-missing', '--user');
  if (passphraseFile === undefined) return misuse('cli.option-missing', '--passphrase-file');
  const passphrase = readPassphrase(passphraseFile);
  if (!passphrase.ok) return failed(passphrase.error);
  const hosted = hostFor(input, options);
  try {
    const unlocked = await hosted.engine.call('session.unlock', { login: user, passphrase: passphrase.value });
    if (!unlocked.ok) return failed(unlocked.error);
    warn(input, unlocked.value as SessionStatus);
    const result = await work({ ...hosted, engine: confirming(hosted.engine, passphrase.value, input) });
    return result.kind === 'failed' ? failed(purposesNamed(result.error)) : result;
  } finally {
    await hosted.close();
  }
}

/** On stderr, whatever is asked: where the base lies badly, and when its key file is not the one it knew. */
export function warn({ output }: CommandInput, { place, keyringAlarm }: SessionStatus): void {
  if (place.kind === 'network' || place.kind === 'sync-folder')
    output.note(output.t(`session.place-${place.kind}`, { sign: place.sign ?? '' }));
  if (keyringAlarm !== null)
    output.note(`${output.t(`session.keyring-${keyringAlarm}`)} ${output.t('cli.keyring-next')}`);
}

/** The first line of the file; the line's end is not part of the passphrase. */
export function readPassphrase(file: string): Result<string, Failure<'cli.file-unreadable'>> {
  const content = readInput(file);
  return content.ok ? ok(content.value.replace(/\r?\n[\s\S]*$/, '').replace(/^\ufeff/, '')) : content;
}

export function readInput(file: string): Result<string, Failure<'cli.file-unreadable'>> {
  try {
    return ok(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return fail('cli.file-unreadable', { file, reason: String(error.code) });
    throw error;
  }
}
