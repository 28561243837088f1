// Everything the main process hears from its pages. Each message is believed only from the main frame of one of our own
// windows; each `app.*` operation passes the same checks as at the engine's door and answers with a value, never an exception.

import type { IpcMainEvent } from 'electron';
import { ipcMain } from 'electron';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { HandlersOf, Operation } from '@shared/core/contract';
import type { Failure, Result } from '@shared/core/result';
import { fail } from '@shared/core/result';
import { appContract } from '@shared/features/app/app.contract';
import type { TrustedPages } from './trusted-sender';
import { isTrustedSender } from './trusted-sender';
import type { DiwanWindow } from './window';
import type { Windows } from './windows';

export type AppHandlers = HandlersOf<typeof appContract, never, never, DiwanWindow>;

export interface IpcParts {
  readonly pages: TrustedPages;
  readonly windows: Windows;
  readonly handlers: AppHandlers;
  readonly onListens: (window: DiwanWindow) => void;
  readonly onFileDropped: (window: DiwanWindow, path: string) => void;
  readonly report: (problem: string) => void;
}

const Call = z.strictObject({ op: z.string().max(60), input: z.unknown() });
const Path = z.string().min(1).max(4096);

export function listenToPages(parts: IpcParts): void {
  const fromOurs = (event: IpcMainEvent, act: (window: DiwanWindow) => void): void => {
    const window = isTrustedSender(event, parts.pages) ? parts.windows.of(event.sender) : undefined;
    if (window !== undefined) act(window);
  };
  ipcMain.handle('app', (event, message: unknown) => {
    const window = isTrustedSender(event, parts.pages) ? parts.windows.of(event.sender) : undefined;
    return window === undefined ? fail('door.forbidden') : answer(parts, window, message);
  });
  ipcMain.on('listens', (event) => fromOurs(event, parts.onListens));
  ipcMain.on('settled', (event) => fromOurs(event, (window) => window.settled()));
  ipcMain.on('file-dropped', (event, message: unknown) =>
    fromOurs(event, (window) => {
      const path = Path.safeParse(message);
      if (path.success) parts.onFileDropped(window, path.data);
    }),
  );
}

type AnyHandler = (window: DiwanWindow, input: unknown) => Promise<Result<unknown, Failure>>;

async function answer(parts: IpcParts, window: DiwanWindow, message: unknown): Promise<Result<unknown, Failure>> {
  const call = Call.safeParse(message);
  if (!call.success) return fail('door.invalid-input');
  const name = call.data.op.slice('app.'.length);
  const operations: Readonly<Record<string, Operation>> = appContract.operations;
  if (!call.data.op.startsWith('app.') || !Object.hasOwn(operations, name)) return fail('door.unknown-operation');
  const input = operations[name]!.input.safeParse(call.data.input);
  if (!input.success)
    return fail('door.invalid-input', { issues: input.error.issues.map(({ path }) => path.join('.')) });
  try {
    return await (parts.handlers as unknown as Readonly<Record<string, AnyHandler>>)[name]!(window, input.data);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    parts.report(`${call.data.op} failed (${reference}): ${error instanceof Error ? error.stack : String(error)}`);
    return fail('door.internal', { reference });
  }
}
