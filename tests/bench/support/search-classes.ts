// What people type, by class: taken from names, phones and e-mails that are really in the base, and always with the commonest ones.

import { fold } from '@shared/text/fold';
import type { Base } from '../../../src-main/engine/base';
import type { ReadDb } from '../../../src-main/db';

export interface SearchClass {
  readonly name: string;
  readonly texts: readonly string[];
  /** How much slower it may grow from the small base to the large one. */
  readonly growth: number;
}

const EACH = 40;
const PREFIX_GROWTH = 2.5;
const TWO_WORDS_GROWTH = 8;
const FULL_NAME_GROWTH = 25;

const commonest = ['م', 'ا', 'ع', 'مح', 'ال', 'عب', 'محم', 'الح', 'علي', 'محمد', 'عبدا'];

export function searchClasses({ read }: Base): SearchClass[] {
  const names = spread(read, 'party', "display_name as text from party where kind = 'person'").map(fold);
  const phones = spread(
    read,
    'contact_point',
    "substr(normal, 2) as text from contact_point where kind = 'phone' and length(normal) > 9",
  );
  const emails = spread(read, 'contact_point', "normal as text from contact_point where kind = 'email'");
  const prefixes = (length: number): string[] => [
    ...new Set(
      [...commonest, ...names.map((name) => name.slice(0, length))]
        .map((word) => word.trim())
        // A short first name and the letter after it are two words, which have a class of their own.
        .filter((word) => word.length === length && !word.includes(' ')),
    ),
  ];
  const words = names.map((name) => name.split(' ')).filter(({ length }) => length > 1);
  const last = (parts: readonly string[]): string => parts.at(-1)!.slice(0, 2);
  return [
    ...[1, 2, 3, 4, 5].map((length) => ({ name: `${length} letters`, texts: prefixes(length), growth: PREFIX_GROWTH })),
    {
      name: 'two words',
      texts: ['م ا', 'م ع', 'محمد ع', ...words.map((parts) => `${parts[0]} ${last(parts)}`)],
      growth: TWO_WORDS_GROWTH,
    },
    { name: 'full name', texts: words.map((parts) => parts.join(' ')), growth: FULL_NAME_GROWTH },
    { name: 'phone, 4 digits', texts: phones.map((digits) => digits.slice(-6, -2)), growth: FULL_NAME_GROWTH },
    { name: 'phone, 7 digits', texts: phones.map((digits) => digits.slice(-7)), growth: FULL_NAME_GROWTH },
    { name: 'e-mail part', texts: emails.map((email) => email.slice(1, 7)), growth: FULL_NAME_GROWTH },
    { name: 'whole e-mail', texts: emails, growth: FULL_NAME_GROWTH },
  ];
}

/** Rows at even distances through a table, so that a class is no neighbourhood of the base. */
function spread(read: ReadDb, table: string, rest: string): string[] {
  const { last } = read.first<{ last: number }>({ sql: `select max(rowid) as last from ${table}`, parameters: [] })!;
  const sql = `select ${rest} and rowid >= ? order by rowid limit 1`;
  return Array.from({ length: EACH }, (_, index) =>
    read.first<{ text: string }>({ sql, parameters: [Math.floor((index * last) / EACH)] }),
  ).flatMap((row) => (row === undefined ? [] : [row.text]));
}
