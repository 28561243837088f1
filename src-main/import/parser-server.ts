// The parser process's side of the conversation: files opened, batches cut to size, every failure sent back as a value.

import { FileRefused, failureOf } from './failure';
import { inspectFile } from './inspect';
import type { ImportLimits } from './limits';
import { openSource } from './open-source';
import type { Batch, ParserReply, ParserRequest } from './protocol';
import { ParserRequest as RequestShape } from './protocol';
import type { RecordSource, SourceRow } from './source';
import { isCardRow } from './source';

type Reading = { source: RecordSource; rows: AsyncIterableIterator<SourceRow>; headerRow: number };
type Server = { limits: ImportLimits; residentBytes: () => number; open: Map<number, Reading>; handles: number };

export type ParserServer = (message: unknown) => Promise<ParserReply>;

/** Answers each request; only a message that is no request at all throws, which ends the process. */
export function createParserServer(limits: ImportLimits, residentBytes: () => number): ParserServer {
  const server: Server = { limits, residentBytes, open: new Map(), handles: 0 };
  return async (message) => {
    const request = RequestShape.parse(message);
    try {
      return { id: request.id, ok: true, value: await answer(server, request) };
    } catch (error) {
      if (request.op === 'next') await close(server, request.handle);
      return { id: request.id, ok: false, error: { ...failureOf(error) } };
    }
  };
}

async function answer(server: Server, request: ParserRequest): Promise<unknown> {
  if (request.op === 'inspect') return inspectFile(request.path, { wishes: request.wishes, limits: server.limits });
  if (request.op === 'next') return nextBatch(server, request);
  if (request.op === 'close') return close(server, request.handle);
  const { settings, from } = request;
  const source = await openSource(request.path, { settings, limits: server.limits, from });
  server.handles += 1;
  server.open.set(server.handles, { source, rows: source.rows(), headerRow: settings.headerRow });
  return { handle: server.handles };
}

async function close(server: Server, handle: number): Promise<Record<string, never>> {
  const reading = server.open.get(handle);
  server.open.delete(handle);
  if (reading) {
    await reading.rows.return?.();
    await reading.source.close();
  }
  return {};
}

async function nextBatch(server: Server, request: Extract<ParserRequest, { op: 'next' }>): Promise<Batch> {
  const reading = server.open.get(request.handle);
  if (!reading) throw new FileRefused('import.bad-checkpoint', { handle: request.handle });
  const rows: SourceRow[] = [];
  let count = 0;
  let length = 0;
  let done = false;
  while (count < request.size && length < server.limits.batchLength) {
    const next = await reading.rows.next();
    if (next.done === true) {
      done = true;
      break;
    }
    if (next.value.row <= reading.headerRow) continue;
    count += 1;
    if (request.countOnly) continue;
    length += lengthOf(next.value);
    rows.push(next.value);
  }
  const resident = server.residentBytes();
  if (resident > server.limits.residentBytes) throw new FileRefused('import.out-of-memory', { resident });
  return { rows, count, done, ...reading.source.position() };
}

function lengthOf(row: SourceRow): number {
  if (isCardRow(row)) return JSON.stringify(row.card).length;
  let length = 0;
  for (const cell of row.cells) length += cell.length;
  return length;
}
