// What a file of a message is called: as its part says, in encoded words, in the sections and charsets of RFC 2231, or in bare bytes;
// one without a name is called by its type.

import PostalMime from 'postal-mime';
import type { FoundFile } from './part-walker';

/** Empty when nothing is said. */
export async function writtenName(file: FoundFile): Promise<string> {
  if ('written' in file) return readable(file.written).trim();
  const head = file.head.join('\r\n');
  if (!/name/i.test(head)) return '';
  const [found] = await attachmentsOf(`${readable(head)}\r\n\r\nx`);
  return found?.filename?.trim() ?? '';
}

async function attachmentsOf(message: string): Promise<readonly { readonly filename: string | null }[]> {
  try {
    return (await PostalMime.parse(message, { rfc822Attachments: true })).attachments;
  } catch (error) {
    // A head that the library refuses names nothing; memory that ran out is no fault of this one head.
    if (error instanceof RangeError) throw error;
    return [];
  }
}

/** Bare bytes are UTF-8 where they can be; else of the code page of Arabic and Persian, which has the letters of French too. */
function readable(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  const text = raw.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  return new TextDecoder('windows-1256').decode(raw);
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'text/calendar': 'ics',
  'text/vcard': 'vcf',
  'message/rfc822': 'eml',
  'application/pgp-signature': 'asc',
  'application/pkcs7-signature': 'p7s',
};

/** `image.png`, `message.eml`; a type that tells no ending gives none. */
export function nameByType(type: string): string {
  const [family = '', kind = ''] = type.split('/');
  const stem = family === 'application' || family === '' ? 'file' : family.replace(/[^a-z]/g, '') || 'file';
  const ending = ENDINGS[type] ?? (/^[a-z0-9]{2,4}$/.test(kind) ? kind : '');
  return ending === '' ? stem : `${stem}.${ending}`;
}
