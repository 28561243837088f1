// Starts a process for each foreign file the engine wants read. A parser has neither key nor base, only a port to the engine,
// little memory, and ends with the engine at the latest.

import type { MessagePortMain } from 'electron';
import { MessageChannelMain } from 'electron';
import type { HostedProcess } from './hosted-process';
import { endProcess } from './hosted-process';

export interface ParserHost {
  start(requestId: number): void;
  end(requestId: number): void;
  endAll(): void;
}

export function createParserHost(
  startParser: () => HostedProcess,
  giveToEngine: (requestId: number, port: MessagePortMain) => void,
): ParserHost {
  const running = new Map<number, HostedProcess>();
  return {
    start(requestId) {
      const { port1, port2 } = new MessageChannelMain();
      const parser = startParser();
      running.set(requestId, parser);
      void parser.exited.then(() => running.delete(requestId));
      parser.post({ type: 'port' }, [port2]);
      giveToEngine(requestId, port1);
    },
    end(requestId) {
      const parser = running.get(requestId);
      if (parser !== undefined) void endProcess(parser);
    },
    endAll() {
      for (const parser of running.values()) void endProcess(parser);
    },
  };
}
