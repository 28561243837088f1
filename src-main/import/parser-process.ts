// The entry of the process that reads foreign files. It has no key, no database and nothing to say but rows.

import { DEFAULT_LIMITS } from './limits';
import { createParserServer } from './parser-server';

/** The half of Electron's MessagePort this process uses; named here because this file also runs without Electron. */
type Port = {
  on(event: 'message', listener: (event: { data: unknown; ports?: Port[] }) => void): unknown;
  postMessage(message: unknown): void;
  start?(): void;
};

const answer = createParserServer(DEFAULT_LIMITS, () => process.memoryUsage.rss());

/** An answer that cannot be made means a broken conversation: the process ends and its client starts another. */
function serve(message: unknown, send: (reply: unknown) => void): void {
  answer(message).then(send, () => process.exit(70));
}

function listenTo(port: Port): void {
  port.on('message', (event) => {
    const handed = event.ports?.[0];
    if (!handed) serve(event.data, (reply) => port.postMessage(reply));
    else {
      // The first message of a utility process may hand over the port on which the engine itself will speak.
      listenTo(handed);
      handed.start?.();
    }
  });
}

const parentPort = (process as NodeJS.Process & { parentPort?: Port }).parentPort;
if (parentPort) listenTo(parentPort);
else {
  process.on('message', (message) => serve(message, (reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit(0));
}
