// What a picture or a document inside a card or a calendar entry is called: as its writer says, else by its property and type.

import { nameByType } from '../mail/file-names';
import type { TextEncoding } from '../text/encoding';
import { parameter, type ContentLine } from './content-line';
import { decodedBytes } from './property-value';

/** Parameters in which programs keep a name; none of them is in the standard. */
const NAMES = ['FILENAME', 'X-FILENAME', 'X-APPLE-FILENAME', 'X-ORACLE-FILENAME'] as const;

/** `line.value`: of a data URI its head, empty otherwise. */
export function propertyFileName(line: ContentLine, encoding: TextEncoding): string {
  for (const name of NAMES) {
    const written = parameter(line, name);
    if (written !== undefined && written.trim() !== '') return decodedBytes(written, encoding).trim();
  }
  const ending = nameByType(typeOf(line)).split('.')[1];
  const stem = line.name === 'ATTACH' ? 'file' : line.name.toLowerCase();
  return ending === undefined ? stem : `${stem}.${ending}`;
}

function typeOf(line: ContentLine): string {
  const told = /^data:([^;,]+)/i.exec(line.value)?.[1] ?? parameter(line, 'FMTTYPE') ?? parameter(line, 'MEDIATYPE');
  if (told !== undefined) return told.toLowerCase();
  const kind = parameter(line, 'TYPE')?.toLowerCase() ?? '';
  return kind.includes('/') || kind === '' ? kind : `image/${kind === 'jpg' ? 'jpeg' : kind}`;
}
