// `--cli`: the packaged program as its own command line. The commands themselves know nothing of Electron; here they only get
// their arguments, and the program ends with their exit code, without a window.

import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { ok } from '@shared/core/result';
import type { CliHost } from '../cli/command';
import type { ForkParser } from '../import';
import { hardenEveryPage, hardenEverySession } from './hardening';
import { PARSER_HEAP_MIB, startProcess } from './hosted-process';
import { appOrigin } from './page-files';
import { createPaperPrinter } from './paper-printer';
import { mayLoad } from './places';
import { registerAppScheme } from './protocol';

const EXIT_INTERNAL = 3;
/** Chromium's own notes would spoil what scripts read. */
const ONLY_FATAL = 'log-level=3';
const WITHOUT_DISPLAY = 'ozone-platform=headless';

/** What cli.cjs exports. */
type CommandLine = { runCli(argv: readonly string[], host: CliHost): Promise<number> };

export function runCommandLine(script: string, argv: readonly string[]): void {
  if (lacksDisplay()) return app.exit(runAgainWithoutDisplay());
  app.dock?.hide();
  const { runCli } = createRequire(script)(script) as CommandLine;
  registerAppScheme();
  hardenEverySession(app, mayLoad(appOrigin));
  hardenEveryPage(app, mayLoad(appOrigin));
  const run = app.whenReady().then(() => runCli(argv, hostIn(dirname(script))));
  run.then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      app.exit(EXIT_INTERNAL);
    },
  );
}

/** What only this program can do for the commands. */
function hostIn(scriptsFolder: string): CliHost {
  const printer = createPaperPrinter(join(scriptsFolder, '../renderer'));
  return { forkParser: parserIn(scriptsFolder), printPaper: async (paper) => ok(await printer.pdf(paper)) };
}

// The fuses forbid the program to run as Node, so the commands cannot fork a parser by themselves.
const parserIn =
  (scriptsFolder: string): ForkParser =>
  () => {
    const script = join(scriptsFolder, 'parser.cjs');
    const parser = startProcess({ script, name: 'Diwan parser', heapMiB: PARSER_HEAP_MIB });
    return {
      send: (message) => parser.post(message),
      onMessage: parser.onMessage,
      onExit: (listener) => void parser.exited.then(() => listener(null)),
      kill: () => parser.kill('SIGKILL'),
    };
  };

function lacksDisplay(): boolean {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('ozone-platform')) return false;
  return process.env.DISPLAY === undefined && process.env.WAYLAND_DISPLAY === undefined;
}

// Chromium chooses its display before our first line runs and ends the program when there is none; only a new start can tell it.
function runAgainWithoutDisplay(): number {
  const [program, ...args] = process.argv as [string, ...string[]];
  const quiet = [`--${WITHOUT_DISPLAY}`, `--${ONLY_FATAL}`, '--disable-gpu'];
  const application = app.isPackaged ? [] : args.splice(0, 1);
  const done = spawnSync(program, [...application, ...quiet, ...args], { stdio: 'inherit' });
  if (done.error !== undefined) throw done.error;
  return done.status ?? 128 + (done.signal === null ? 0 : constants.signals[done.signal]);
}
