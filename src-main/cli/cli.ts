// The command line: the same engine without a window. Names, shapes and exit codes are a public interface (README).

import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { forkWithNode } from '../import';
import { readArguments } from './arguments';
import { access } from './commands/access';
import { approvals } from './commands/approvals';
import { attach, attachments } from './commands/attachments';
import { audit } from './commands/audit';
import { backup, rehearse, restore, salvage } from './commands/backup';
import { call } from './commands/call';
import { cards } from './commands/cards';
import { consent } from './commands/consent';
import { duplicates } from './commands/duplicates';
import { accessPack } from './commands/access-pack';
import { erase } from './commands/erase';
import { paper } from './commands/paper';
import { processing } from './commands/processing-record';
import { prices, products } from './commands/products';
import { quality } from './commands/quality';
import { escrow } from './commands/escrow';
import { exitDrill, exportFile } from './commands/export-file';
import { exportsCommand } from './commands/exports';
import { forecast, report } from './commands/forecast';
import { goals } from './commands/goals';
import { generate } from './commands/generate';
import { importFile } from './commands/import-file';
import { init } from './commands/init';
import { listOperations } from './commands/operations';
import { leads } from './commands/leads';
import { numbers, quotes } from './commands/quotes';
import { recover } from './commands/recover';
import { keys } from './commands/keys';
import { rotateKeys } from './commands/rotate-keys';
import { search } from './commands/search';
import { suppress } from './commands/suppress';
import { promises } from './commands/promises';
import { tasks } from './commands/tasks';
import { undo } from './commands/undo';
import { verify } from './commands/verify';
import { version } from './commands/version';
import { exitCodes, type CliHost, type Command, type CommandResult } from './command';
import { createOutput } from './output';
import { printWithProgram } from './paper-process';
import { createReference } from './reference';
import { usage } from './usage';

const commands: Readonly<Record<string, Command>> = {
  init,
  generate,
  operations: listOperations,
  call,
  search,
  import: importFile,
  export: exportFile,
  exports: exportsCommand,
  undo,
  'exit-drill': exitDrill,
  duplicates,
  report,
  forecast,
  goals,
  quality,
  products,
  prices,
  tasks,
  promises,
  consent,
  leads,
  suppress,
  'processing-record': processing,
  paper,
  quotes,
  numbers,
  erase,
  'access-pack': accessPack,
  access,
  approvals,
  attach,
  attachments,
  verify,
  audit,
  backup,
  rehearse,
  restore,
  salvage,
  recover,
  cards,
  escrow,
  'rotate-keys': rotateKeys,
  keys,
  version,
};

/** Runs one command; answers the exit code. `argv` without the program's own name. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const parsed = readArguments(argv);
  const output = createOutput({ json: parsed.options.json, language: parsed.options.language });
  if (parsed.help) {
    output.text(usage(parsed.options.language));
    return exitCodes.done;
  }
  const command = parsed.command === undefined ? undefined : commands[parsed.command];
  if (parsed.problem !== undefined || command === undefined) {
    output.misuse(
      parsed.problem ?? {
        id: parsed.command === undefined ? 'cli.no-command' : 'cli.unknown-command',
        value: parsed.command ?? '',
      },
    );
    return exitCodes.wrongUsage;
  }
  try {
    const result = await command({ ...parsed, output, host, scriptsFolder: import.meta.dirname });
    return finish(result, output);
  } catch (error) {
    output.internal(createReference(error));
    return exitCodes.internal;
  }
}

function finish(result: CommandResult, output: ReturnType<typeof createOutput>): number {
  if (result.kind === 'misuse') {
    output.misuse(result.problem);
    return exitCodes.wrongUsage;
  }
  if (result.kind === 'failed') {
    output.failure(result.error);
    return result.error.code === 'door.internal' ? exitCodes.internal : exitCodes.expectedFailure;
  }
  return result.exitCode ?? exitCodes.done;
}

async function runAsProgram(): Promise<void> {
  process.stdout.on('error', endWhenNobodyReads);
  const forkParser = forkWithNode(join(import.meta.dirname, 'parser.cjs'));
  process.exitCode = await runCli(process.argv.slice(2), {
    forkParser,
    printPaper: printWithProgram(import.meta.dirname),
  });
}

// In the packaged program this file is only loaded, and the first argument is a flag rather than a file.
/** `diwan … | head` is no fault of ours. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.done);
}

const started = process.argv[1];
if (started !== undefined && existsSync(started) && realpathSync(started) === import.meta.filename) void runAsProgram();
