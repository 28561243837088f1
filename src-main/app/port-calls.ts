// The window's half of the conversation with the engine: requests matched to replies by number, waiting while there is no
// port, failing plainly when the engine dies under them. Knows neither Electron nor the page.

import type { WindowEvent, WindowReply, WindowRequest } from '../engine/wire';

export type CallResult =
  | { readonly ok: true; readonly value: unknown }
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
  const queue: WindowRequest[] = [];
  const idlers: (() => void)[] = [];
  const listeners = createListeners();
  const settle = (id: number, result: CallResult): void => {
    pending.get(id)?.(result);
    pending.delete(id);
    if (pending.size === 0) for (const idler of idlers.splice(0)) idler();
  };
  const send = (request: WindowRequest, answer: Answer): void => {
    pending.set(request.id, answer);
    if (state.port === null) queue.push(request);
    else state.port.postMessage(request);
  };
  const disconnect = (): void => {
    state.port?.close();
    state.port = null;
    const waiting = new Set(queue.map(({ id }) => id));
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
      for (const request of queue.splice(0)) port.postMessage(request);
    },
    disconnect,
    idle: () => new Promise((done) => (pending.size === 0 ? done() : void idlers.push(done))),
  };
}

type Receiver = {
  readonly settle: (id: number, result: CallResult) => void;
  readonly emit: (event: string, payload: unknown) => void;
};

function receive(message: WindowReply | WindowEvent, { settle, emit }: Receiver): void {
  if ('event' in message) emit(message.event, message.payload);
  else if (message.ok) settle(message.id, { ok: true, value: message.value });
  else settle(message.id, { ok: false, error: message.error });
}

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
