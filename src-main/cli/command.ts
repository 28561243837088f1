// What a command of the command line is given, and what it may end as.

import type { Failure } from '@shared/core/result';
import type { Arguments } from './arguments';
import type { ForkParser } from '../import';
import type { Output, Problem } from './output';
import type { PrintPaper } from './paper-process';

/** What only the program that runs the commands can do. */
export interface CliHost {
  readonly forkParser: ForkParser;
  readonly printPaper: PrintPaper;
}

export interface CommandInput extends Arguments {
  readonly output: Output;
  readonly host: CliHost;
  /** Where the built scripts lie. */
  readonly scriptsFolder: string;
}

export type CommandResult =
  | { readonly kind: 'done'; readonly exitCode?: number }
  | { readonly kind: 'failed'; readonly error: Failure }
  | { readonly kind: 'misuse'; readonly problem: Problem };

export type Command = (input: CommandInput) => Promise<CommandResult>;

export const exitCodes = { done: 0, expectedFailure: 1, wrongUsage: 2, internal: 3 } as const;

export const done: CommandResult = { kind: 'done' };
export const failed = (error: Failure): CommandResult => ({ kind: 'failed', error });
export const misuse = (id: string, value = ''): CommandResult => ({ kind: 'misuse', problem: { id, value } });
