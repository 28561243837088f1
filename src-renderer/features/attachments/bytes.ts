// Content as it crosses the bridge: base64 in, base64 out; and how large something is, in words.

import type { AttachmentItem } from '@shared/features/attachments/attachments.contract';
import type { Failure, Result } from '@shared/core/result';
import { ok } from '@shared/core/result';
import { client } from '../../api';
import type { Format, Translate } from '../../ui';

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** In slices: a call takes no million arguments. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export interface Reading {
  /** Mebibytes from its beginning; all of it when left out. */
  readonly parts?: number;
  /** `reader`, where nobody has asked for it and so nobody is asked why. */
  readonly from?: typeof client;
}

export async function readContent(
  { id }: AttachmentItem,
  { parts = Number.POSITIVE_INFINITY, from = client }: Reading = {},
): Promise<Result<Blob, Failure>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let mediaType = '';
  for (let part = 0, count = 1; part < Math.min(count, parts); part += 1) {
    const read = await from.attachments.read({ id, part });
    if (!read.ok) return read;
    pieces.push(fromBase64(read.value.bytes));
    ({ parts: count, mediaType } = read.value);
  }
  return ok(new Blob(pieces, { type: mediaType }));
}

const steps = ['bytes', 'kilobytes', 'megabytes', 'gigabytes'] as const;

export function sizeWords(t: Translate, format: Format, bytes: number): string {
  const step = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const size = format.number(bytes / 1000 ** step, { maximumFractionDigits: step < 2 ? 0 : 1 });
  return t(`attachments.size.${steps[step]!}`, { size });
}
