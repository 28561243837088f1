// Where this start of the program finds things: its built scripts, its own folder, the base, the page.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StartArguments } from './arguments';
import type { DesktopSettings } from './desktop-settings';
import { appOrigin } from './page-files';
import { originOf } from './trusted-sender';

export interface Places {
  /** The folder of main's own built scripts: engine.cjs and parser.cjs lie in it. */
  readonly scriptsFolder: string;
  readonly pageFolder: string;
  /** The address a window opens, and its origin. */
  readonly address: string;
  readonly origin: string;
  readonly icon: string | null;
}

/** `developmentServer` counts only in an unpackaged program. */
export function placesOf(scriptsFolder: string, developmentServer: string | undefined): Places {
  const icon = join(scriptsFolder, '../../resources/icons/512x512.png');
  const address = developmentServer ?? `${appOrigin}/index.html`;
  return {
    scriptsFolder,
    pageFolder: join(scriptsFolder, '../renderer'),
    address,
    origin: originOf(address),
    icon: existsSync(icon) ? icon : null,
  };
}

/** The base of this start: the one named, else the sample office, else the one used last, else the usual place. */
export function baseFolderOf(given: StartArguments, settings: DesktopSettings, ownFolder: string): string {
  if (given.base !== null) return given.base;
  if (given.sample) return join(ownFolder, 'sample');
  return settings.baseFolder ?? join(ownFolder, 'base');
}

/** Whether a page of ours may load an address: its own files, what it made itself, and nothing from any network. */
export function mayLoad(origin: string): (address: string) => boolean {
  const socket = origin.replace(/^http/, 'ws');
  return (address) => {
    const from = originOf(address);
    return from === origin || (origin !== appOrigin && from === socket) || /^(data|blob|devtools):/.test(address);
  };
}
