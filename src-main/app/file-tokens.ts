// Files the person has chosen: the engine learns the path, the page only a token that stands for it and the file's own name.

import { basename } from 'node:path';
import type { Random } from '@shared/core/clock';

const TOKEN_BYTES = 16;

export type ChosenFile = { readonly token: string; readonly name: string };

export interface FileTokens {
  give(path: string): ChosenFile;
}

export function createFileTokens(random: Random, sendToEngine: (token: string, path: string) => void): FileTokens {
  return {
    give(path) {
      const token = Buffer.from(random.bytes(TOKEN_BYTES)).toString('hex');
      sendToEngine(token, path);
      return { token, name: basename(path) };
    },
  };
}
