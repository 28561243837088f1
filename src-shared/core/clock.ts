// Time, chance and waiting come in from outside, so that tests can stand in for them and nothing else.

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Milliseconds since any beginning, which nobody can set: shows when `now` was moved. A clock may not have it. */
  elapsed?(): number;
}

export interface Random {
  /** `count` cryptographically strong random bytes. */
  bytes(count: number): Uint8Array;
}
