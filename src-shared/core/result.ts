// Expected outcomes are values: every operation ends in a Result, never in a thrown error.

export type Result<T, E> = Ok<T> | Err<E>;
export type Ok<T> = {
  readonly ok: true;
  readonly value: T;
  /** Of a command that changed something: its line in the ledger, by which it is taken back. */
  readonly operationId?: string;
};
export type Err<E> = { readonly ok: false; readonly error: E };

/** An expected failure: a stable code and structured details; the words come from the messages of the user's language. */
export type Failure<Code extends string = string> = {
  readonly code: Code;
  readonly details?: Readonly<Record<string, unknown>>;
};

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <E>(error: E): Err<E> => ({ ok: false, error });

/** A failure with its code kept as a literal type: `fail('parties.not-found', { id })`. */
export const fail = <const Code extends string>(code: Code, details?: Record<string, unknown>): Err<Failure<Code>> =>
  err(details === undefined ? { code } : { code, details });
