// `init`: makes a base and writes its recovery code to a file that did not exist before.

import { closeSync, rmSync } from 'node:fs';
import type { SessionStatus } from '@shared/features/session/session.contract';
import { failed, misuse, done, type Command } from '../command';
import { openNew, writeAndClose } from '../new-file';
import { toolLines } from '../paper-sheets';
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
    writeAndClose(file.value, `${recoveryCode}\n`);
    input.output.result({ base, recoveryCodeFile: recoveryOut, status }, [
      input.output.t('cli.init.done', { base, file: recoveryOut }),
      ...toolLines(input.output.t),
    ]);
    return done;
  } finally {
    await hosted.close();
  }
};
