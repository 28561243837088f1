// `rotate-keys`: the whole base under a new key. Everybody's passphrase, the code and the cards stay as they are.

import { done, failed, type Command } from '../command';
import { watchJobs } from '../job';
import { readPassphrase, withUnlocked } from '../session';

interface Rotated {
  readonly operations: number;
}
interface Status {
  readonly escrows: readonly string[];
}

export const rotateKeys: Command = (input) =>
  withUnlocked(
    input,
    async ({ engine }) => {
      const passphrase = readPassphrase(input.options.passphraseFile ?? '');
      if (!passphrase.ok) return failed(passphrase.error);
      const stop = (): void => void engine.call('keys.cancelRotation', {});
      process.once('SIGINT', stop);
      try {
        const rotated = await engine.call('keys.rotate', { passphrase: passphrase.value });
        if (!rotated.ok) return failed(rotated.error);
        const { t } = input.output;
        const status = await engine.call('keys.status', {});
        const escrows = status.ok ? (status.value as Status).escrows : [];
        input.output.result(rotated.value, [
          t('cli.rotate.done', { operations: (rotated.value as Rotated).operations }),
          t('rotation.copies-before'),
          ...escrows.map((recipient) => `${t('rotation.escrow-again')} ${recipient}`),
        ]);
        return done;
      } finally {
        process.removeListener('SIGINT', stop);
      }
    },
    { onJob: watchJobs(input).onJob },
  );
