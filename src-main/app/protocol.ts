// The window's own address, app://diwan/. It serves the built page's files from one folder and nothing else: no network, no
// file: address, no way out of the folder.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Session } from 'electron';
import { protocol } from 'electron';
import type { Random } from '@shared/core/clock';
import { systemCode } from '../files';
import { noncePlaceholder, securityHeaders } from './content-policy';

export const appOrigin = 'app://diwan';

const NONCE_BYTES = 16;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the program is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

export function serveAppScheme(session: Session, folder: string, random: Random): void {
  session.protocol.handle('app', async (request) => {
    const nonce = Buffer.from(random.bytes(NONCE_BYTES)).toString('base64url');
    const headers = securityHeaders(nonce);
    const file = request.method === 'GET' ? fileOf(request.url, folder) : null;
    const bytes = file === null ? null : await readIfThere(file);
    if (file === null || bytes === null) return new Response('', { status: 404, headers });
    const type = types[extname(file)]!;
    if (!file.endsWith('.html')) return new Response(bytes, { headers: { ...headers, 'content-type': type } });
    const page = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce);
    return new Response(page, { headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' } });
  });
}

/** The file an address names, or null when it is not ours to give. An address without an extension is a screen of the page. */
export function fileOf(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== appOrigin || url.username !== '') return null;
  const path = decoded(url.pathname);
  if (path === null || /[\0\\]/.test(path)) return null;
  const file = normalize(join(folder, extname(path) === '' ? 'index.html' : path));
  return file.startsWith(folder + sep) && Object.hasOwn(types, extname(file)) ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

async function readIfThere(file: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return null;
  }
}
