// The one reader of the program's own command-line flags. Chromium's and Electron's flags pass through untouched; what we do
// not know is ignored, so that a desktop launcher may add its own.

import { resolve } from 'node:path';
import type { Language } from '@shared/locale/language';
import { languages } from '@shared/locale/language';

export interface StartArguments {
  /** Absolute folder of the base to open instead of the usual one. */
  readonly base: string | null;
  /** Offer the sample office. */
  readonly sample: boolean;
  readonly language: Language | null;
  /** Everything after `--cli`: run the command line instead of a window. */
  readonly cli: readonly string[] | null;
  /** Absolute file for a picture (PNG) of the first screen. */
  readonly firstScreenshot: string | null;
  readonly exitAfterScreenshot: boolean;
  readonly disableGpu: boolean;
}

/** `argv` without the program and application path; relative paths are meant from `workingFolder`. */
export function readArguments(argv: readonly string[], workingFolder: string): StartArguments {
  const cliAt = argv.indexOf('--cli');
  const own = cliAt < 0 ? argv : argv.slice(0, cliAt);
  const path = (name: string): string | null => {
    const value = valueOf(own, name);
    return value === null || value === '' ? null : resolve(workingFolder, value);
  };
  return {
    base: path('--base'),
    sample: own.includes('--sample'),
    language: languages.find((language) => language === valueOf(own, '--language')) ?? null,
    cli: cliAt < 0 ? null : argv.slice(cliAt + 1),
    firstScreenshot: path('--first-screenshot'),
    exitAfterScreenshot: own.includes('--exit-after-screenshot'),
    disableGpu: own.includes('--disable-gpu'),
  };
}

// Both `--base DIR` and `--base=DIR`; a following flag is not a value; the last one given counts.
function valueOf(argv: readonly string[], name: string): string | null {
  const found = argv.flatMap((argument, index) => {
    if (argument.startsWith(`${name}=`)) return [argument.slice(name.length + 1)];
    const next = argv[index + 1];
    return argument === name && next !== undefined && !next.startsWith('--') ? [next] : [];
  });
  return found.at(-1) ?? null;
}
