// The window's half of the conversation with the engine: requests matched to replies by number, waiting while there is no
// port, failing plainly when the engine dies under them. Knows neither Electron nor the page.

import type { WindowEvent, WindowReply, WindowRequest } from '../engine/wire';

export type CallResult =
  | { readonly ok: true; readonly value: unknown; readonly operationId?: string }
  | { readonly ok: false; readonly error: { readonly code: string; readonly details?: unknown } };

/** The parts of a MessagePort that are used. */
export interface CallPort {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}

export interface PortCalls {
  call(operation: string, input: unknown): Promise<CallResult>;
  /** Returns a function that stops listening. */
  on(event: string, listener: (payload: unknown) => void): () => void;
  emit(event: string, payload: unknown): void;
  connect(port: CallPort): void;
  /** What main knows before there is an engine: answers this operation, asked or not yet asked, until the port comes. */
  tell(operation: string, value: unknown): void;
  /** The engine is gone: unanswered calls fail, later ones wait for the next port. */
  disconnect(): void;
  /** Resolves when no call is unanswered. */
  idle(): Promise<void>;
}

type Answer = (result: CallResult) => void;
type State = { port: CallPort | null; next: number };

const restarted: CallResult = { ok: false, error: { code: 'engine.restarted' } };

export function createPortCalls(): PortCalls {
  const state: State = { port: null, next: 1 };
  const pending = new Map<number, Answer>();
  const idlers: (() => void)[] = [];
  const listeners = createListeners();
  const settle = (id: number, result: CallResult): void => {
    pending.get(id)?.(result);
    pending.delete(id);
    if (pending.size === 0) for (const idler of idlers.splice(0)) idler();
  };
  const waiting = createWaiting(settle);
  const send = (request: WindowRequest, answer: Answer): void => {
    pending.set(request.id, answer);
    if (state.port === null) waiting.add(request);
    else state.port.postMessage(request);
  };
  const disconnect = (): void => {
    state.port?.close();
    state.port = null;
    // Deleting the entry at hand while walking a Map is safe.
    for (const id of pending.keys()) if (!waiting.has(id)) settle(id, restarted);
  };
  return {
    ...listeners,
    call: (op, input) => new Promise((answer) => send({ id: state.next++, op, input }, answer)),
    connect(port) {
      disconnect();
      state.port = port;
      port.addEventListener('message', ({ data }) =>
        receive(data as WindowReply | WindowEvent, { settle, emit: listeners.emit }),
      );
      port.start();
      for (const request of waiting.takeAll()) port.postMessage(request);
    },
    tell(operation, value) {
      if (state.port === null) waiting.tell(operation, value);
    },
    disconnect,
    idle: () => new Promise((done) => (pending.size === 0 ? done() : void idlers.push(done))),
  };
}

/** Calls that wait for the port, but for those that main has answered in the engine's place. */
function createWaiting(settle: (id: number, result: CallResult) => void) {
  const requests: WindowRequest[] = [];
  const told = new Map<string, unknown>();
  const answered = ({ id, op }: WindowRequest): boolean => {
    if (!told.has(op)) return false;
    settle(id, { ok: true, value: told.get(op) });
    return true;
  };
  return {
    add(request: WindowRequest): void {
      if (!answered(request)) requests.push(request);
    },
    has: (id: number): boolean => requests.some((request) => request.id === id),
    tell(operation: string, value: unknown): void {
      told.set(operation, value);
      requests.push(...requests.splice(0).filter((request) => !answered(request)));
    },
    takeAll(): WindowRequest[] {
      told.clear();
      return requests.splice(0);
    },
  };
}

type Receiver = {
  readonly settle: (id: number, result: CallResult) => void;
  readonly emit: (event: string, payload: unknown) => void;
};

function receive(message: WindowReply | WindowEvent, { settle, emit }: Receiver): void {
  if ('event' in message) emit(message.event, message.payload);
  else if (message.ok) settle(message.id, answered(message));
  else settle(message.id, { ok: false, error: message.error });
}

const answered = ({ value, operationId }: Extract<WindowReply, { ok: true }>): CallResult =>
  operationId === undefined ? { ok: true, value } : { ok: true, value, operationId };

function createListeners(): Pick<PortCalls, 'on' | 'emit'> {
  const byEvent = new Map<string, Set<(payload: unknown) => void>>();
  return {
    on(event, listener) {
      // Each call gets an entry of its own, so that adding one function twice and removing it once leaves it there.
      const entry = (payload: unknown): void => listener(payload);
      const known = byEvent.get(event) ?? new Set();
      byEvent.set(event, known.add(entry));
      return () => void known.delete(entry);
    },
    emit(event, payload) {
      byEvent.get(event)?.forEach((listener) => listener(payload));
    },
  };
}
