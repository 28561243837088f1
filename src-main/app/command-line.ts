// `--cli`: the packaged program as its own command line. The commands themselves know nothing of Electron; here they only get
// their arguments, and the program ends with their exit code, without a window.

import { createRequire } from 'node:module';
import { app } from 'electron';

const EXIT_INTERNAL = 3;

/** What cli.cjs exports. */
type CommandLine = { runCli(argv: readonly string[]): Promise<number> };

export function runCommandLine(script: string, argv: readonly string[]): void {
  app.dock?.hide();
  const { runCli } = createRequire(script)(script) as CommandLine;
  runCli(argv).then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      app.exit(EXIT_INTERNAL);
    },
  );
}
