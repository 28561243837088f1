// The little that must be known of a PDF which Chromium wrote: how many pages it has, and where its dates stand.

import { inflateSync } from 'node:zlib';

const page = /\/Type\s*\/Page(?![a-zA-Z])/g;
const packed = /\/Type\s*\/ObjStm\b[^>]*>>\s*stream\r?\n/g;
/** `D:20261128052114+00'00'`, as the writer of the file leaves it; the length stays, so that every place in the file does. */
const written = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;

/** How many pages a PDF has. Throws when none is found. */
export function pagesOf(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const streams = [...text.matchAll(packed)].map(({ index, 0: head }) => bytes.subarray(index + head.length));
  const found = [text, ...streams.map((stream) => inflateSync(stream).toString('latin1'))].flatMap(
    (part) => part.match(page) ?? [],
  );
  if (found.length === 0) throw new Error('a PDF without pages was written');
  return found.length;
}

/** The same bytes with `issuedAt` (ms UTC) in the place of the moment of printing: two prints of one document are one and the same file. */
export function dated(pdf: Uint8Array, issuedAt: number): Uint8Array {
  const moment = new Date(issuedAt).toISOString().replace(/\D/g, '').slice(0, 14);
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(written, (_all, name: string) => `/${name} (D:${moment}+00'00')`),
    'latin1',
  );
}
