// A contract declares what can be asked of the engine: input, output, permission and error codes of each operation.
// The types derived here are what keeps a query from writing and an undeclared error code from compiling.

import type { z } from 'zod';
import type { Protection } from './approval';
import type { Permission } from './permissions';
import type { Reader, Reading } from './reads';
import type { Failure, Result } from './result';

/**
 * query: reads one consistent state. command: one synchronous unit of work in the ledger.
 * action: touches something outside the database (a file, a key, a job) and may run units of work on its way.
 */
export type OperationKind = 'query' | 'command' | 'action';

export interface Operation<
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> {
  readonly kind: Kind;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  readonly errors: readonly Code[];
  /** A query that may take long (whole-table counts, verification) and so runs on a reader thread. */
  readonly long: boolean;
  /** What the log of readings is told of an answer, or null; the answer is given out only when it is written down. */
  reads?(input: z.output<Input>, output: z.output<Output>, reader: Reader): Reading | null;
  /**
   * Whom an action is about to take out of the base, told before it is done; null when it is nobody. Where a role must say why, it is asked
   * before anything is begun, and not only when the file is ready.
   */
  takesOut?(input: z.output<Input>): Reading['of'] | null;
  /** What must be confirmed by a passphrase, or by a second person, before it is done; the door asks for it. */
  readonly approval?: Protection<z.output<Input>>;
  /** What it tells of one record is told in an emergency too, to somebody whose rights do not reach that record; needs `reads`. */
  readonly emergency: boolean;
  /** A query about the base itself (is it sound, how is it kept): read whole, because it answers nothing about anybody. */
  readonly whole: boolean;
}

type Declaration<Input extends z.ZodType, Output extends z.ZodType, Code extends string> = {
  permission: Permission;
  input: Input;
  output: Output;
  errors: readonly Code[];
  long?: boolean;
  emergency?: boolean;
  reads?: (input: z.output<Input>, output: z.output<Output>, reader: Reader) => Reading | null;
  takesOut?: (input: z.output<Input>) => Reading['of'] | null;
  whole?: boolean;
  approval?: Protection<z.output<Input>>;
};

const declare =
  <Kind extends OperationKind>(kind: Kind) =>
  <Input extends z.ZodType, Output extends z.ZodType, const Code extends string = never>(
    declaration: Declaration<Input, Output, Code>,
  ): Operation<Kind, Input, Output, Code> => ({ long: false, whole: false, emergency: false, ...declaration, kind });

export const query = declare('query');
export const command = declare('command');
export const action = declare('action');

export type Operations = Readonly<Record<string, Operation>>;

export interface Contract<Noun extends string = string, Ops extends Operations = Operations> {
  readonly noun: Noun;
  readonly operations: Ops;
}

export function defineContract<const Noun extends string, Ops extends Operations>(
  noun: Noun,
  operations: Ops,
): Contract<Noun, Ops> {
  return { noun, operations };
}

export type InputOf<Op> = Op extends Operation<OperationKind, infer Input> ? z.output<Input> : never;
export type RawInputOf<Op> = Op extends Operation<OperationKind, infer Input> ? z.input<Input> : never;
export type OutputOf<Op> = Op extends Operation<OperationKind, z.ZodType, infer Output> ? z.output<Output> : never;
export type CodeOf<Op> = Op extends Operation<OperationKind, z.ZodType, z.ZodType, infer Code> ? Code : never;

/** What a handler may answer: its output or one of its declared failures. */
export type Answer<Op> = Result<OutputOf<Op>, Failure<CodeOf<Op>>>;

/**
 * The handler of each operation, given the context that belongs to its kind. A query may wait for something outside the database,
 * after it has read.
 */
export type HandlersOf<C extends Contract, QueryContext, CommandContext, ActionContext> = {
  readonly [Name in keyof C['operations']]: C['operations'][Name] extends Operation<infer Kind>
    ? (
        context: Kind extends 'query' ? QueryContext : Kind extends 'command' ? CommandContext : ActionContext,
        input: InputOf<C['operations'][Name]>,
      ) => Kind extends 'action'
        ? Promise<Answer<C['operations'][Name]>>
        : Kind extends 'query'
          ? Answer<C['operations'][Name]> | Promise<Answer<C['operations'][Name]>>
          : Answer<C['operations'][Name]>
    : never;
};

/** Failures the door itself may answer, whatever the operation. */
export const doorErrors = [
  'door.forbidden',
  'door.out-of-reach',
  'door.card-number',
  'door.sealed',
  'door.purpose-needed',
  'door.approval-needed',
  'door.approval-impossible',
  'door.approval-spent',
  'door.invalid-input',
  'door.unknown-operation',
  'door.locked',
  'door.internal',
  'door.too-large',
  'db.disk-full',
  'db.read-only',
  'db.damaged',
  'db.busy',
  'db.io',
  'db.vanished',
  'engine.restarted',
] as const;
export type DoorErrorCode = (typeof doorErrors)[number];

/** The same contract as a caller sees it: `client.parties.create(input)` → Promise of a Result with a closed set of codes. */
export type ClientOf<C extends Contract> = {
  readonly [Name in keyof C['operations']]: (
    input: RawInputOf<C['operations'][Name]>,
  ) => Promise<Result<OutputOf<C['operations'][Name]>, Failure<CodeOf<C['operations'][Name]> | DoorErrorCode>>>;
};
