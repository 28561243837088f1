// Types of operations by their full name ('parties.get'), derived from the contracts so that nothing is written twice.

import type { CodeOf, DoorErrorCode, Operation, OperationKind, OutputOf, RawInputOf } from '@shared/core/contract';
import type { Failure } from '@shared/core/result';
import type { Contracts } from '@shared/features/contracts';

export type OperationName = {
  [Noun in keyof Contracts & string]: `${Noun}.${keyof Contracts[Noun]['operations'] & string}`;
}[keyof Contracts & string];

export type OperationAt<Name extends string> = Name extends `${infer Noun}.${infer Verb}`
  ? Noun extends keyof Contracts
    ? Verb extends keyof Contracts[Noun]['operations']
      ? Contracts[Noun]['operations'][Verb]
      : never
    : never
  : never;

type NamesOfKind<Kind extends OperationKind> = {
  [Name in OperationName]: OperationAt<Name> extends Operation<Kind> ? Name : never;
}[OperationName];

export type QueryName = NamesOfKind<'query'>;
export type CommandName = NamesOfKind<'command' | 'action'>;

export type InputAt<Name extends string> = RawInputOf<OperationAt<Name>>;
export type OutputAt<Name extends string> = OutputOf<OperationAt<Name>>;
export type FailureAt<Name extends string> = Failure<CodeOf<OperationAt<Name>> | DoorErrorCode>;
