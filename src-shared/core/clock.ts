// Time, chance and waiting come in from outside, so that tests can stand in for them and nothing else.

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export interface Random {
  /** `count` cryptographically strong random bytes. */
  bytes(count: number): Uint8Array;
}
