// The window's own address, app://diwan/. It serves the built page's files from one folder and nothing else: no network, no
// file: address, no way out of the folder.

import { readFile } from 'node:fs/promises';
import type { ProtocolRequest, ProtocolResponse, Session } from 'electron';
import { protocol } from 'electron';
import type { Random } from '@shared/core/clock';
import { systemCode } from '../files';
import type { Language } from '@shared/locale/language';
import { noncePlaceholder, securityHeaders } from './content-policy';
import { pageFileOf } from './page-files';

const NONCE_BYTES = 16;
/** In the page's head, so that it knows its language without asking. */
const languagePlaceholder = '__LANGUAGE__';
/** Beside it: `opened` when a base was unlocked in this folder before, so that a missing one is not taken for a first run. */
const historyPlaceholder = '__HISTORY__';

export interface PageSource {
  readonly folder: string;
  readonly random: Random;
  readonly language: () => Language;
  /** Whether a base was unlocked before in the folder of this start. */
  readonly wasOpened: () => boolean;
}

/** Must be called before the program is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** By whole buffers: `protocol.handle` answers with streams of the web, whose library takes 30 ms to load before the first page. */
export function serveAppScheme(session: Session, source: PageSource): void {
  session.protocol.registerBufferProtocol('app', (request, answer) => {
    void answerTo(request, source).then(answer);
  });
}

async function answerTo({ method, url }: ProtocolRequest, source: PageSource): Promise<ProtocolResponse> {
  const nonce = Buffer.from(source.random.bytes(NONCE_BYTES)).toString('base64url');
  const headers = securityHeaders(nonce);
  const found = method === 'GET' ? pageFileOf(url, source.folder) : null;
  const bytes = found === null ? null : await readIfThere(found.file);
  if (found === null || bytes === null) return { statusCode: 404, headers, data: Buffer.alloc(0) };
  const typed = { ...headers, 'content-type': found.type };
  if (!found.file.endsWith('.html')) return { headers: typed, data: bytes };
  return { headers: { ...typed, 'cache-control': 'no-store' }, data: Buffer.from(filled(bytes, nonce, source)) };
}

const filled = (page: Buffer, nonce: string, facts: PageSource): string =>
  page
    .toString('utf8')
    .replaceAll(noncePlaceholder, nonce)
    .replaceAll(languagePlaceholder, facts.language())
    .replaceAll(historyPlaceholder, facts.wasOpened() ? 'opened' : 'new');

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
