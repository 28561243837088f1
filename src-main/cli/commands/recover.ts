// `recover`: a new passphrase for somebody who forgot theirs, by the recovery code or by cards.

import type { SessionStatus } from '@shared/features/session/session.contract';
import { done, failed, misuse, type Command } from '../command';
import { notGiven, readPaper } from '../proof';
import { hostFor, readPassphrase, warn } from '../session';

export const recover: Command = async (input) => {
  const { base, user, passphraseFile } = input.options;
  if (base === undefined) return misuse('cli.option-missing', '--base');
  if (user === undefined) return misuse('cli.option-missing', '--user');
  if (passphraseFile === undefined) return misuse('cli.option-missing', '--passphrase-file');
  const passphrase = readPassphrase(passphraseFile);
  if (!passphrase.ok) return failed(passphrase.error);
  const paper = readPaper(input);
  if (!paper.ok) return notGiven(paper.error);
  const hosted = hostFor(input);
  try {
    const wish = { login: user, passphrase: passphrase.value, ...paper.value };
    const recovered = await hosted.engine.call('session.recover', wish);
    if (!recovered.ok) return failed(recovered.error);
    warn(input, recovered.value as SessionStatus);
    input.output.result({ base, user }, [input.output.t('cli.recover.done', { user })]);
    return done;
  } finally {
    await hosted.close();
  }
};
