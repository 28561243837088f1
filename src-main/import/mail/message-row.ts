// One message as the cells of a row. postal-mime takes MIME, transfer encodings and charsets apart.

import PostalMime from 'postal-mime';
import type { Address, Attachment } from 'postal-mime';
import { enclosing, type Tallied } from '../enclosed/file-sink';
import type { TabularRow } from '../source';
import { nameByType, writtenName } from './file-names';
import { htmlText } from './html-text';
import type { FoundFile } from './part-walker';

/** Deeper nests than any mail program makes. */
const NESTING = 20;
const HEADER_BYTES = 1024 * 1024;
const MOST_ADDRESSES = 200;

export interface MessageFiles {
  readonly found: readonly FoundFile[];
  readonly counted: readonly Tallied[];
}

/** `bytes`: the message without the content of its files. */
export async function messageRow(row: number, bytes: Uint8Array, message: MessageFiles): Promise<TabularRow> {
  const mail = await parsed(bytes);
  if (mail === null) return { row, cells: [], problem: 'record-damaged' };
  const named = message.found.slice(0, message.counted.length);
  const written = await Promise.all(named.map(writtenName));
  const cells = [
    bare(mail.messageId),
    mail.date ?? '',
    people(mail.from ? [mail.from] : mail.sender ? [mail.sender] : []),
    people(mail.to ?? []),
    people([...(mail.cc ?? []), ...(mail.bcc ?? [])]),
    (mail.subject ?? '').trim(),
    (mail.text ?? '').trim() || htmlText(mail.html ?? '') || untypedText(mail.attachments),
    written.filter((name) => name !== '').join(', '),
    bare(mail.inReplyTo),
  ];
  if (cells.every((cell) => cell === '')) return { row, cells: [], problem: 'record-damaged' };
  const names = named.map((file, index) => written[index] || nameByType('type' in file ? file.type : ''));
  return { row, cells, ...enclosing(names, message.counted) };
}

async function parsed(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof PostalMime.parse>> | null> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: NESTING, maxHeadersSize: HEADER_BYTES });
  } catch (error) {
    // The library refuses nests and headers beyond the limits; memory that ran out is no fault of this one message.
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** What a program sent as `Content-Type: text`, which is no type at all: taken for plain text (RFC 2045 §5.2). */
function untypedText(attachments: readonly Attachment[]): string {
  const [first] = attachments.filter(({ filename, mimeType }) => (filename ?? '') === '' && !mimeType.includes('/'));
  if (first === undefined) return '';
  const { content } = first;
  return (typeof content === 'string' ? content : new TextDecoder().decode(content)).trim();
}

/** `Name <address>`, several parted by ` ::: ` as in Google's tables. */
function people(addresses: readonly Address[]): string {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .slice(0, MOST_ADDRESSES)
    .map(({ name, address }) => (name === '' || name === address ? (address ?? '') : `${name} <${address ?? ''}>`))
    .filter((text) => text !== '')
    .join(' ::: ');
}

const bare = (id: string | undefined): string => (id ?? '').trim().replace(/^<|>$/g, '');
