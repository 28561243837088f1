// From the cells of a row to a record of the catalogue: each field read by its type, parties and authors kept as the file names them.

import type { Field } from '../../../catalogue';
import { err, ok, type Result } from '../../../core/result';
import { toLatinDigits } from '../../../locale/digits';
import { instantOfLocal } from '../../../locale/zoned-time';
import { cleanLine, cleanText } from '../../../text/clean';
import { fold } from '../../../text/fold';
import { isNothing, unguarded } from '../../../text/spreadsheet-guard';
import type { MappingOptions, RowMapping } from './apply-mapping';
import type { ChoiceWords } from './choice-words';
import { directedKinds } from './choice-words';
import { completeRecord } from './complete-record';
import type { Rejection } from './draft';
import { rejection } from './draft';
import { readDate } from './read-date';
import { readTime } from './read-time';
import type { PartyReference, RecordDraft } from './record-draft';
import type { RecordInto } from './record-targets';
import { importedFields, latestDay, partyTarget, recordEntities } from './record-targets';
import { LINE_LOOKED_AT, LONGEST_LINE, NOTE_LOOKED_AT } from './row-cells';

export type RecordOptions = MappingOptions & {
  readonly choices: ChoiceWords;
  readonly timeZone: string;
};
export type RecordMapper = (cells: readonly string[]) => Result<RecordDraft, Rejection[]>;

type Value = string | number;
type Cell = { readonly target: string; readonly text: string; readonly column: number };
type Reading = {
  readonly into: RecordInto;
  readonly options: RecordOptions;
  readonly mapping: RowMapping;
  readonly rejections: Rejection[];
  readonly values: Record<string, Value>;
};

export function createRecordMapper(into: RecordInto, mapping: RowMapping, options: RecordOptions): RecordMapper {
  const columns = mapping.columns.filter(({ target }) => target !== null);
  const record = recordEntities[into];
  const { key } = record.entity;
  const fields = new Map(importedFields(record));
  const isLong = (target: string): boolean => fields.get(target.slice(key.length + 1))?.type === 'long-text';
  return (row) => {
    const cells = columns.flatMap(({ index, target }) =>
      cellOf(row[index] ?? '', { target: target ?? '', column: index, isLong: isLong(target ?? '') }),
    );
    const reading: Reading = { into, options, mapping, rejections: [], values: {} };
    for (const cell of cells) {
      const name = cell.target.startsWith(`${key}.`) ? cell.target.slice(key.length + 1) : '';
      const field = fields.get(name);
      if (field) readField(reading, cell, { name, field, cells });
    }
    const references = cells.flatMap(referenceOf);
    const author = cells.find((cell) => cell.target === `${key}.author`)?.text;
    completeRecord(reading, references);
    if (reading.rejections.length > 0) return err(reading.rejections);
    return ok({ values: reading.values, references, ...(author === undefined ? {} : { author }) });
  };
}

interface Place {
  readonly target: string;
  readonly column: number;
  readonly isLong: boolean;
}

function cellOf(raw: string, { target, column, isLong }: Place): Cell[] {
  const text = unguarded(raw);
  const clean = isLong
    ? cleanText(text.slice(0, NOTE_LOOKED_AT))
    : cleanLine(text.slice(0, LINE_LOOKED_AT).replace(/[\r\n]+/g, ' '));
  return clean === '' || (text === raw && isNothing(clean)) ? [] : [{ target, text: clean, column }];
}

function referenceOf({ target, text, column }: Cell): PartyReference[] {
  const party = partyTarget(target);
  if (!party) return [];
  // Keys and names may hold any sign; of addresses and numbers one cell may hold several.
  return text.split(/ ::: /).map((part) => ({ ...party, text: part.trim(), column }));
}

type FieldCell = { readonly name: string; readonly field: Field; readonly cells: readonly Cell[] };

function readField(reading: Reading, cell: Cell, of: FieldCell): void {
  const { name, field } = of;
  if (name in reading.values && field.type !== 'long-text') return;
  if (reading.options.choices.has(name)) readChoice(reading, cell, of);
  else if (field.type === 'instant') readInstant(reading, cell, of);
  else if (field.type === 'civil-date') readDay(reading, cell, name);
  else if (field.type === 'integer') readNumber(reading, cell, name);
  else if (field.type === 'long-text') {
    const before = reading.values[name];
    reading.values[name] = before === undefined ? cell.text : `${before}\n${cell.text}`;
  } else if (cell.text.length > LONGEST_LINE) {
    if (name === 'subject') reading.values[name] = cell.text.slice(0, LONGEST_LINE);
    else reading.rejections.push(rejection('too-long', cell.text, cell.column));
  } else reading.values[name] = cell.text;
}

function readChoice({ into, options, values, rejections }: Reading, cell: Cell, { name, field }: FieldCell): void {
  const as = recordEntities[into].choices?.[name]?.as ?? 'one';
  const known = (text: string): string | undefined => options.choices.get(name)?.get(fold(text));
  const directed = name === 'kind' ? directedKinds[fold(cell.text)] : undefined;
  const choice = directed?.kind ?? known(cell.text) ?? (as === 'open' ? cell.text : undefined);
  const several = as === 'list' ? cell.text.split(SEPARATORS).map((word) => known(word)) : [choice];
  if (several.includes(undefined)) rejections.push(rejection('unknown-choice', cell.text, cell.column));
  else if (as === 'list') values[name] = JSON.stringify([...new Set(several)].toSorted());
  else if (choice !== undefined) values[name] = field.type === 'flag' ? Number(choice) : choice;
  if (directed) values['direction'] ??= directed.direction;
}

/** Between the choices of a list in one cell. */
const SEPARATORS = / *(?:[,;،؛|+\n]|:::) */;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant as it stands, or a date in the file's calendar with the time beside or behind it, on the wall of the office. */
function readInstant(reading: Reading, cell: Cell, { name, cells }: FieldCell): void {
  const { values } = reading;
  const iso = ISO.exec(cell.text);
  const at =
    iso?.[1] !== undefined ? Date.parse(cell.text) : localInstant(reading, cell.text, timeBeside(cells, cell, name));
  const latest = instantOfLocal(`${latestOf(reading)}T23:59:59`, reading.options.timeZone) ?? 0;
  if (at === null || Number.isNaN(at) || at < 0 || at > latest)
    reading.rejections.push(rejection('bad-date', cell.text, cell.column));
  else values[name] = at;
}

const timeBeside = (cells: readonly Cell[], cell: Cell, name: string): string | undefined =>
  cells.find(({ target }) => target === `${cell.target.slice(0, -name.length)}${name}-time`)?.text;

const latestOf = ({ into, options }: Reading): string => latestDay(into, options.today);

function localInstant(reading: Reading, text: string, beside: string | undefined): number | null {
  const { options } = reading;
  const date = readDate(text, dateReading(reading));
  if (!date) return null;
  const time = readTime(beside ?? text, beside !== undefined);
  return instantOfLocal(`${date.on}T${time ?? '00:00:00'}`, options.timeZone);
}

function readDay(reading: Reading, cell: Cell, name: string): void {
  const date = readDate(cell.text, dateReading(reading));
  if (date) reading.values[name] = date.on;
  else reading.rejections.push(rejection('bad-date', cell.text, cell.column));
}

const dateReading = (reading: Reading) => ({
  calendar: reading.mapping.calendar ?? 'gregory',
  language: reading.options.language,
  today: reading.options.today,
  latest: latestOf(reading),
  order: reading.options.dateOrder ?? 'dmy',
});

/** Minutes may come as `hh:mm` or `hh:mm:ss`. */
function readNumber(reading: Reading, cell: Cell, name: string): void {
  const text = toLatinDigits(cell.text).replaceAll(' ', '');
  const clock = /^(\d{1,3}):(\d{2})(?::\d{2})?$/.exec(text);
  const value = clock ? Number(clock[1]) * 60 + Number(clock[2]) : Number(text.replace(/[,٬]/g, ''));
  if (Number.isFinite(value) && value >= 0 && value <= 100_000) reading.values[name] = Math.round(value);
  else reading.rejections.push(rejection('bad-number', cell.text, cell.column));
}
