// The messages between the windows, the main process and the engine process.

/** From a window, over its own MessagePort. The engine knows the window by the port, never by anything in the message. */
export type WindowRequest = { readonly id: number; readonly op: string; readonly input: unknown };
export type WindowReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown; readonly operationId?: string }
  | { readonly id: number; readonly ok: false; readonly error: { readonly code: string; readonly details?: unknown } };
export type WindowEvent = { readonly event: EngineEventName; readonly payload: unknown };

/**
 * changed: { entities: { [entity]: ids[] | 'many' }, operationId } after a commit.
 * import: ImportStatus while an import runs. job: JobStatus of a job this user may see. session: SessionStatus after unlock or lock.
 */
export const engineEventNames = ['changed', 'import', 'job', 'session'] as const;
export type EngineEventName = (typeof engineEventNames)[number];

/** From main to the engine process. `window` and `parser` messages carry one transferred MessagePort. */
export type MainToEngine =
  | { readonly type: 'start'; readonly baseFolder: string; readonly version: string; readonly scriptsFolder: string }
  | { readonly type: 'window'; readonly windowId: number }
  | { readonly type: 'window-gone'; readonly windowId: number }
  | { readonly type: 'file'; readonly token: string; readonly path: string }
  | { readonly type: 'parser'; readonly requestId: number }
  | { readonly type: 'close' };

/** From the engine process to main. */
export type EngineToMain =
  | { readonly type: 'ready' }
  /** After unlock, with the minutes of idleness after which main locks; after lock, main ends this process. */
  | { readonly type: 'unlocked'; readonly lockMinutes: number; readonly language: string }
  | { readonly type: 'lock-wanted' }
  /** What a token stands for is known from here on. */
  | { readonly type: 'file-known'; readonly token: string }
  /** The engine may not start processes: main starts a parser and sends its port back as `parser`. */
  | { readonly type: 'parser-wanted'; readonly requestId: number }
  /** The engine is done with a parser, or gave up on it: main ends its process. */
  | { readonly type: 'parser-end'; readonly requestId: number }
  /** The engine is done with a parser, or gave up on it: main ends its process. */
  | { readonly type: 'closed' }
  | { readonly type: 'fatal'; readonly code: string; readonly reference: string };
