// A failure from plumbing becomes an operation's answer only when its contract declares the code; any other is unexpected.

import { err, type Err, type Failure } from '@shared/core/result';

export function declared<const Code extends string>(codes: readonly Code[], failure: Failure): Err<Failure<Code>> {
  if ((codes as readonly string[]).includes(failure.code)) return err(failure as Failure<Code>);
  throw new Error(`unexpected failure: ${failure.code}`);
}
