// `init`: makes a base and writes its recovery code to a file that did not exist before.

import { closeSync, fsyncSync, lstatSync, openSync, rmSync, writeSync } from 'node:fs';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { fail, ok, type Failure, type Result } from '@shared/core/result';
import { failed, misuse, done, type Command } from '../command';
import { hostFor, readPassphrase, warn } from '../session';

export const init: Command = async (input) => {
  const { base, user, passphraseFile, recoveryOut, sample, language, country } = input.options;
  if (base === undefined) return misuse('cli.option-missing', '--base');
  if (user === undefined) return misuse('cli.option-missing', '--user');
  if (passphraseFile === undefined) return misuse('cli.option-missing', '--passphrase-file');
  if (recoveryOut === undefined) return misuse('cli.option-missing', '--recovery-out');
  const passphrase = readPassphrase(passphraseFile);
  if (!passphrase.ok) return failed(passphrase.error);
  const file = openNew(recoveryOut);
  if (!file.ok) return failed(file.error);
  const hosted = hostFor(input);
  try {
    const made = await hosted.engine.call('session.create', {
      login: user,
      passphrase: passphrase.value,
      language,
      sample,
      ...(country === undefined ? {} : { country }),
    });
    if (!made.ok) {
      closeSync(file.value);
      rmSync(recoveryOut, { force: true });
      return failed(made.error);
    }
    const { recoveryCode, status } = made.value as { recoveryCode: string; status: SessionStatus };
    warn(input, status);
    writeSync(file.value, `${recoveryCode}\n`);
    fsyncSync(file.value);
    closeSync(file.value);
    input.output.result({ base, recoveryCodeFile: recoveryOut, status }, [
      input.output.t('cli.init.done', { base, file: recoveryOut }),
    ]);
    return done;
  } finally {
    await hosted.close();
  }
};

/**
 * Opened before the base is made: a code that cannot be written down would be lost. Readable by its owner only. An empty file
 * is what an attempt that was killed leaves behind, and is used.
 */
function openNew(path: string): Result<number, Failure<'cli.file-exists' | 'cli.file-unwritable'>> {
  try {
    if (isEmptyFile(path)) rmSync(path);
    return ok(openSync(path, 'wx', 0o600));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return fail('cli.file-exists', { file: path });
    if (code !== undefined) return fail('cli.file-unwritable', { file: path, reason: code });
    throw error;
  }
}

function isEmptyFile(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === 0;
}
