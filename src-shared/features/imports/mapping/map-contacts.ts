// Phones, e-mails and other ways to reach somebody, several to a cell if need be, each checked and labelled.

import { cleanLine } from '../../../text/clean';
import { normaliseEmail } from '../../../text/email';
import { normalisePhone } from '../../../text/phone';
import { isNothing } from '../../../text/spreadsheet-guard';
import type { DraftContactPoint, Rejection } from './draft';
import { rejection } from './draft';
import type { MappingContext } from './mapping-context';
import type { RowCell } from './row-cells';
import type { ContactLabel } from './targets';

type Found = {
  readonly points: DraftContactPoint[];
  readonly rejections: Rejection[];
  readonly notes: string[];
};

/** Digits and the punctuation inside one number: most cells. */
const SINGLE_NUMBER = /^[+(]?[\d٠-٩۰-۹]+(?:[ .()-]{1,2}[\d٠-٩۰-۹]+)*$/;
const PHONE_TARGETS = /^(?:phone|fax)(?:\.|$)/;

export function mapContacts(cells: readonly RowCell[], context: MappingContext): Found {
  const found: Found = { points: [], rejections: [], notes: [] };
  for (const cell of cells) {
    if (PHONE_TARGETS.test(cell.target)) addPhones(cell, context, found);
    else if (cell.target.startsWith('email')) addEmails(cell, context, found);
    else if (cell.target === 'url' || cell.target === 'messenger' || cell.target === 'social')
      for (const value of cell.text.split(/ ::: /))
        add(found, { kind: cell.target, label: labelOf(cell, context), value });
  }
  return found;
}

function addPhones(cell: RowCell, context: MappingContext, found: Found): void {
  const label = labelOf(cell, context);
  const fax = cell.target === 'fax' || /fax|فاكس|فکس|نمابر/i.test(cell.label ?? '');
  for (const value of phonesIn(cell.text)) {
    const phone = normalisePhone(value, context.country);
    if (phone.valid || (context.badPhone === 'keep' && phone.digits !== ''))
      add(found, { kind: fax ? 'fax' : 'phone', label, value });
    else if (context.badPhone === 'keep') found.notes.push(value);
    else found.rejections.push(rejection('bad-phone', value, cell.column));
  }
}

/** The numbers of a cell: parted where each part still has the digits of a number, else the cell as it stands. */
export function phonesIn(text: string): string[] {
  if (SINGLE_NUMBER.test(text)) return [text];
  const parts = text
    .split(/\s*(?:[;؛،,|\n]|:::|\/)\s*|\s+-\s+(?=[+0٠۰])|\s+(?:و|or|and|یا|أو)\s+/u)
    .map((part) => part.trim());
  const numbers = parts.filter((part) => part !== '' && !isNothing(part));
  const whole = numbers.length > 1 && numbers.every((part) => (part.match(/\p{Nd}/gu) ?? []).length >= 6);
  return whole ? numbers : [text];
}

function addEmails(cell: RowCell, context: MappingContext, found: Found): void {
  const parts = cell.text.split(/\s*(?:[;؛،,|]|:::)\s*|\s+(?=\S+@)/u).filter((part) => part !== '' && !isNothing(part));
  for (const part of parts) {
    const email = normaliseEmail(part.replace(/^.*<([^>]+)>.*$/, '$1'));
    if (email.valid) add(found, { kind: 'email', label: labelOf(cell, context), value: email.address });
    else if (context.badEmail === 'keep') found.notes.push(part);
    else found.rejections.push(rejection('bad-email', part, cell.column));
  }
}

function add(found: Found, point: DraftContactPoint): void {
  const value = cleanLine(point.value);
  if (value === '' || found.points.some((known) => known.kind === point.kind && known.value === value)) return;
  found.points.push({ ...point, value });
}

/** The file's own label wins over the column's; Google marks the preferred one with `* `. */
function labelOf(cell: RowCell, context: MappingContext): ContactLabel | undefined {
  const written = cell.label === undefined ? undefined : labelIn(cell.label.replace(/^\*\s*/, ''), context);
  const told = cell.target.split('.')[1];
  return written ?? (told === undefined ? undefined : context.words.label(told));
}

/** A label of several words (`Work Fax`, `cell,voice`) counts by its first word that says something. */
function labelIn(text: string, context: MappingContext): ContactLabel | undefined {
  const whole = context.words.label(text);
  if (whole !== undefined) return whole;
  for (const word of text.split(/[\s,;]+/)) {
    const label = context.words.label(word);
    if (label !== undefined) return label;
  }
  return undefined;
}
