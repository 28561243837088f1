// Files the person has chosen: the engine learns the path, the page only a token that stands for it and the file's own name.

import { basename } from 'node:path';
import type { Random } from '@shared/core/clock';

const TOKEN_BYTES = 16;

export type ChosenFile = { readonly token: string; readonly name: string };

export interface FileTokens {
  /** Once the engine knows what the token stands for: the page's next call may already name it. */
  give(path: string): Promise<ChosenFile>;
}

export function createFileTokens(
  random: Random,
  sendToEngine: (token: string, path: string) => Promise<void>,
): FileTokens {
  return {
    async give(path) {
      const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('hex');
      await sendToEngine(token, path);
      return { token, name: basename(path) };
    },
  };
}
