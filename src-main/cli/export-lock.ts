// What the options say of whom a file is encrypted for.

import type { Recipient } from '@shared/features/exports/lock';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import type { Engine } from '../engine/engine';
import type { CommandInput } from './command';
import { readPassphrase } from './session';

export interface WishedLock {
  readonly recipients?: readonly string[];
  readonly passphrase?: string;
}

export function packagePassphrase({ options }: CommandInput): Result<Pick<WishedLock, 'passphrase'>, Failure> {
  if (options.packagePassphraseFile === undefined) return ok({});
  const read = readPassphrase(options.packagePassphraseFile);
  return read.ok ? ok({ passphrase: read.value }) : read;
}

/** Recipients by name, id or key; empty for open text, which the engine allows to whoever may. */
export async function lockOf(input: CommandInput, engine: Engine): Promise<Result<WishedLock, Failure>> {
  const { encryptTo, packagePassphraseFile, plain } = input.options;
  const ways = [encryptTo.length > 0, packagePassphraseFile !== undefined, plain].filter(Boolean);
  if (ways.length > 1) return fail('exports.two-locks');
  if (encryptTo.length === 0) return packagePassphrase(input);
  const listed = await engine.call('exports.recipients', {});
  if (!listed.ok) return listed;
  const { recipients } = listed.value as { recipients: Recipient[] };
  const ids: string[] = [];
  for (const wanted of encryptTo) {
    const found = recipients.filter(({ id, name, key, kind }) => [id, key, name ?? kind].includes(wanted));
    if (found.length !== 1) return fail('cli.recipient-unknown', { value: wanted });
    ids.push(found[0]!.id);
  }
  return ok({ recipients: ids });
}
