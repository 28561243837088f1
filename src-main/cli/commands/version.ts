// `version`: of the product and of what it runs on.

import { done, type Command } from '../command';
import { productVersion } from '../session';

export const version: Command = async ({ output }) => {
  const versions = {
    diwan: productVersion,
    node: process.versions.node,
    electron: process.versions['electron'] ?? null,
  };
  output.result(versions, [
    `Diwan ${productVersion} (Node ${versions.node}${versions.electron === null ? '' : `, Electron ${versions.electron}`})`,
  ]);
  return done;
};
