// Which build of the SQLite addon to load. The packaged binaries speak Node-API 10 and serve Node 24 and every Electron we ship;
// an older runtime needs the one compiled on that machine (README, "Native addon"). The rule depends on the runtime alone, not on a test switch.

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The Node-API version that the binaries inside the package were built for. */
export const packagedNodeApi = 10;

/** `{}` for the packaged binary, else the path of the one compiled by set-up. `nodeApi` is `process.versions.napi`. */
export function nativeBinding(nodeApi: string | undefined, packageFolder: string): { nativeBinding?: string } {
  if (Number(nodeApi) >= packagedNodeApi) return {};
  return { nativeBinding: join(outsideArchive(packageFolder), 'build', 'Release', 'better_sqlite3.node') };
}

/** The folder of the installed package. */
export const addonFolder = (): string => dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'));

/** A library cannot be loaded from inside app.asar; packaging puts it beside, under the same path. */
const outsideArchive = (folder: string): string => folder.replace(/([\\/])app\.asar(?=[\\/])/, '$1app.asar.unpacked');
