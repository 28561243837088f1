// Parser processes for an engine that may not start any: main starts them and sends a port to each.

import { channelOverPort, type ForkParser, type ParserChannel, type PortLike } from '../import';
import type { EngineToMain } from './wire';

/** A MessagePort as a utility process gets it. */
export type EnginePort = PortLike;

export interface ParsersOfMain {
  readonly fork: ForkParser;
  arrived(requestId: number, port: EnginePort): void;
}

interface Pending {
  readonly channel: ParserChannel | null;
  readonly queue: unknown[];
  readonly messageListeners: ((message: unknown) => void)[];
  readonly exitListeners: ((code: number | null) => void)[];
}

/** What is sent before the port has come waits for it. */
export function createParsersOfMain(tellMain: (message: EngineToMain) => void): ParsersOfMain {
  const waiting = new Map<number, (port: EnginePort) => void>();
  const numbers = { next: 1 };
  return {
    fork() {
      const requestId = numbers.next++;
      const kill = (): void => tellMain({ type: 'parser-end', requestId });
      const pending: { -readonly [K in keyof Pending]: Pending[K] } = {
        channel: null,
        queue: [],
        messageListeners: [],
        exitListeners: [],
      };
      waiting.set(requestId, (port) => {
        const channel = channelOverPort(port, kill);
        pending.channel = channel;
        channel.onMessage((message) => pending.messageListeners.forEach((listener) => listener(message)));
        channel.onExit((code) => pending.exitListeners.forEach((listener) => listener(code)));
        for (const message of pending.queue.splice(0)) channel.send(message);
      });
      tellMain({ type: 'parser-wanted', requestId });
      return {
        send: (message) =>
          pending.channel === null ? void pending.queue.push(message) : pending.channel.send(message),
        onMessage: (listener) => void pending.messageListeners.push(listener),
        onExit: (listener) => void pending.exitListeners.push(listener),
        kill,
      };
    },
    arrived(requestId, port) {
      waiting.get(requestId)?.(port);
      waiting.delete(requestId);
    },
  };
}
