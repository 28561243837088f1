// What a file is, told by its first bytes; its name may say anything.

const unknown = 'application/octet-stream';

type Sign = readonly [type: string, at: number, bytes: string];

const signs: readonly Sign[] = [
  ['image/png', 0, '\u0089PNG\r\n\u001a\n'],
  ['image/jpeg', 0, '\u00ff\u00d8\u00ff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\u0003\u0004'],
  ['application/x-ole-storage', 0, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/wav', 8, 'WAVE'],
  ['video/mp4', 4, 'ftyp'],
];

/** `head`: the first bytes, as many as there are up to a few thousand. */
export function mediaTypeOf(head: Uint8Array): string {
  const text = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  const sign = signs.find(([, at, bytes]) => text.startsWith(bytes, at));
  if (sign !== undefined) return sign[0];
  return head.length > 0 && isText(head) ? 'text/plain' : unknown;
}

/** No control characters but tab, line feed, form feed and carriage return: text in some encoding of one byte or UTF-8. */
const isText = (head: Uint8Array): boolean =>
  head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13);

export type Preview = 'image' | 'text';

const images: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

/** How a window may show it in itself; null for everything it does not decode. */
export function previewOf(mediaType: string): Preview | null {
  if (images.has(mediaType)) return 'image';
  return mediaType === 'text/plain' ? 'text' : null;
}
