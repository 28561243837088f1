// The parser process's side of the conversation: files opened, batches cut to size, every failure sent back as a value.

import type { FilePiece } from './enclosed/file-sink';
import { openFiles, type OpenFiles } from './enclosed/open-files';
import { FileRefused, failureOf } from './failure';
import { inspectFile } from './inspect';
import type { ImportLimits } from './limits';
import { openSource } from './open-source';
import type { Batch, ParserReply, ParserRequest, Piece } from './protocol';
import { ParserRequest as RequestShape } from './protocol';
import type { RecordSource, SourceRow } from './source';
import { isCardRow } from './source';

type Reading = { source: RecordSource; rows: AsyncIterableIterator<SourceRow>; headerRow: number };
type Giving = { files: OpenFiles; pieces: AsyncGenerator<FilePiece> };
type Server = {
  limits: ImportLimits;
  residentBytes: () => number;
  open: Map<number, Reading>;
  giving: Map<number, Giving>;
  handles: number;
};

export type ParserServer = (message: unknown) => Promise<ParserReply>;

/** Answers each request; only a message that is no request at all throws, which ends the process. */
export function createParserServer(limits: ImportLimits, residentBytes: () => number): ParserServer {
  const server: Server = { limits, residentBytes, open: new Map(), giving: new Map(), handles: 0 };
  return async (message) => {
    const request = RequestShape.parse(message);
    try {
      return { id: request.id, ok: true, value: await answer(server, request) };
    } catch (error) {
      if (request.op === 'next' || request.op === 'piece') await close(server, request.handle);
      return { id: request.id, ok: false, error: { ...failureOf(error) } };
    }
  };
}

async function answer(server: Server, request: ParserRequest): Promise<unknown> {
  if (request.op === 'inspect') return inspectFile(request.path, { wishes: request.wishes, limits: server.limits });
  if (request.op === 'next') return nextBatch(server, request);
  if (request.op === 'piece') return nextPiece(server, request.handle);
  if (request.op === 'close') return close(server, request.handle);
  if (request.op === 'openFiles') return giveFiles(server, request);
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
  const giving = server.giving.get(handle);
  server.giving.delete(handle);
  if (giving) {
    await giving.pieces.return(undefined);
    await giving.files.close();
  }
  return {};
}

type FilesAsked = Extract<ParserRequest, { op: 'openFiles' }>;

async function giveFiles(server: Server, { path, ...asked }: FilesAsked): Promise<{ handle: number }> {
  const files = await openFiles(path, { ...asked, limits: server.limits });
  server.handles += 1;
  server.giving.set(server.handles, { files, pieces: files.pieces() });
  return { handle: server.handles };
}

/** One piece for one request: what the engine has no room for yet is not read. */
async function nextPiece(server: Server, handle: number): Promise<Piece> {
  const giving = server.giving.get(handle);
  if (!giving) throw new FileRefused('import.bad-checkpoint', { handle });
  const next = await giving.pieces.next();
  keepWithinMemory(server);
  if (next.done === true) return { piece: null };
  const { file, bytes, last } = next.value;
  return { piece: { file, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64'), last } };
}

function keepWithinMemory({ limits, residentBytes }: Server): void {
  const resident = residentBytes();
  if (resident > limits.residentBytes) throw new FileRefused('import.out-of-memory', { resident });
}

async function nextBatch(server: Server, request: Extract<ParserRequest, { op: 'next' }>): Promise<Batch> {
  const reading = server.open.get(request.handle);
  if (!reading) throw new FileRefused('import.bad-checkpoint', { handle: request.handle });
  const rows: SourceRow[] = [];
  let count = 0;
  let length = 0;
  let fileBytes = 0;
  let done = false;
  const { batchLength, batchFileBytes } = server.limits;
  while (count < request.size && length < batchLength && fileBytes < batchFileBytes) {
    const next = await reading.rows.next();
    if (next.done === true) {
      done = true;
      break;
    }
    if (next.value.row <= reading.headerRow) continue;
    count += 1;
    if (request.countOnly) continue;
    length += lengthOf(next.value);
    fileBytes += next.value.files?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
    rows.push(next.value);
  }
  keepWithinMemory(server);
  return { rows, count, done, ...reading.source.position() };
}

function lengthOf(row: SourceRow): number {
  if (isCardRow(row)) return JSON.stringify(row.card).length;
  let length = 0;
  for (const cell of row.cells) length += cell.length;
  return length;
}
