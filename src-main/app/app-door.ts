// The door of the program's own operations: each `app.*` passes the same checks as at the engine's door and answers with a value,
// never an exception. Loaded when a page first asks, because the validation it brings along would delay the first window.

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Operation } from '@shared/core/contract';
import type { Failure, Result } from '@shared/core/result';
import { fail } from '@shared/core/result';
import { appContract } from '@shared/features/app/app.contract';
import type { AppHandlers } from './app-handlers';
import type { DiwanWindow } from './window';

export interface AppDoor {
  readonly handlers: AppHandlers;
  readonly report: (problem: string) => void;
}

const Call = z.strictObject({ op: z.string().max(60), input: z.unknown() });

type AnyHandler = (window: DiwanWindow, input: unknown) => Promise<Result<unknown, Failure>>;

export async function answerCall(
  { handlers, report }: AppDoor,
  window: DiwanWindow,
  message: unknown,
): Promise<Result<unknown, Failure>> {
  const call = Call.safeParse(message);
  if (!call.success) return fail('door.invalid-input');
  const name = call.data.op.slice('app.'.length);
  const operations: Readonly<Record<string, Operation>> = appContract.operations;
  if (!call.data.op.startsWith('app.') || !Object.hasOwn(operations, name)) return fail('door.unknown-operation');
  const input = operations[name]!.input.safeParse(call.data.input);
  if (!input.success)
    return fail('door.invalid-input', { issues: input.error.issues.map(({ path }) => path.join('.')) });
  try {
    return await (handlers as unknown as Readonly<Record<string, AnyHandler>>)[name]!(window, input.data);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    report(`${call.data.op} failed (${reference}): ${error instanceof Error ? error.stack : String(error)}`);
    return fail('door.internal', { reference });
  }
}
