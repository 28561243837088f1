// Which file an address of the window's own scheme stands for; everything else stands for nothing.

import { extname, join, normalize, sep } from 'node:path';

export const appOrigin = 'app://diwan';

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

/** The file an address names, or null when it is not ours to give. */
export function pageFileOf(address: string, folder: string): { file: string; type: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (`${url.protocol}//${url.host}` !== appOrigin || url.username !== '') return null;
  const path = decoded(url.pathname);
  if (path === null || /[\0\\]/.test(path)) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  const type = types.get(extname(file));
  return file.startsWith(folder + sep) && type !== undefined ? { file, type } : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
