// Shows a file before anything is imported: how it reads, what its columns seem to be, how its dates read in each calendar.

import type { z } from 'zod';
import { ColumnMapping, type importsContract, type ReadOptions } from '@shared/features/imports/imports.contract';
import {
  dateSamples,
  latestDay,
  guessMapping,
  guessOrder,
  isDateTarget,
  type DateOrder,
  type GuessedMapping,
  type ImportInto,
} from '@shared/features/imports/mapping';
import { takenOf } from '@shared/features/exports/own-row';
import { recogniseOwnSheet, type OwnSheet } from '@shared/features/exports/own-sheet';
import { fold } from '@shared/text/fold';
import { ok, type Failure, type Result } from '@shared/core/result';
import { basename } from 'node:path';
import type { QueryContext } from '../../core/context';
import type { ReadDb } from '../../db';
import { isCardRow, startParser, type ForkParser, type Inspection } from '../../import';
import { sha256 } from '../../keys';
import { selectMappingByHeader } from './imports.sql';
import { loadLanguages, mappingOptions } from './row-reader';

type Inspected = z.infer<(typeof importsContract)['operations']['inspect']['output']>;

interface Source {
  readonly path: string;
  readonly read: ReadOptions;
  /** What the rows are meant to become; guessed when left out. */
  readonly into: ImportInto | undefined;
  readonly fork: ForkParser;
}

const SHOWN_ROWS = 50;

export async function inspectFile(
  context: QueryContext,
  { path, read, into, fork }: Source,
): Promise<Result<Inspected, Failure>> {
  const parser = startParser({ fork });
  try {
    const inspected = await parser.inspect(path, read);
    if (!inspected.ok) return inspected;
    const own = recogniseOwnSheet(inspected.value.headers, await loadLanguages());
    return ok(shown(context, { path, into, own: own === null ? null : takenOf(own) }, inspected.value));
  } finally {
    parser.close();
  }
}

function shown(
  { db, actor, clock }: QueryContext,
  { path, into, own }: Pick<Source, 'path' | 'into'> & { readonly own: OwnSheet | null },
  inspection: Inspection,
): Inspected {
  const { settings, headers, rowCount, sheets } = inspection;
  const rows = tableRows(inspection);
  const options = mappingOptions(db, actor.userId, clock.now());
  const guess = guessMapping(headers, rows, { ...options, into, own });
  const { mapping, mappedBy } = keptOrGuessed(db, { headers, into, guess });
  return {
    name: basename(path),
    format: formatOf(settings.kind),
    encoding: isSheet(settings.kind) ? null : settings.encoding,
    delimiter: settings.kind === 'csv' ? settings.delimiter : null,
    sheets: sheets.map((sheet) => sheet.name),
    headers,
    rows: rows.slice(0, SHOWN_ROWS),
    rowCount: rowCount.value,
    mapping,
    mappedBy,
    dateSamples: dateSamples(guess.dateValues, { ...options, latest: latestDay(guess.into, options.today) }).map(
      ({ text, gregory, umalqura, persian }) => ({
        text,
        gregory,
        umalqura,
        persian,
      }),
    ),
  };
}

interface Guessed {
  readonly headers: readonly string[];
  readonly into: ImportInto | undefined;
  readonly guess: GuessedMapping;
}

/** The mapping kept for these headings, or the guess; and by what it was found. */
function keptOrGuessed(db: ReadDb, { headers, into, guess }: Guessed): Pick<Inspected, 'mapping' | 'mappedBy'> {
  const kept =
    headers.length === 0 ? undefined : db.first(selectMappingByHeader({ header: headerFingerprint(headers) }));
  const parsed = kept === undefined ? undefined : ColumnMapping.safeParse(JSON.parse(kept.definition));
  if (kept && parsed?.success === true && (into === undefined || parsed.data.into === into))
    return { mapping: { ...parsed.data, calendar: calendarOf(parsed.data, guess) }, mappedBy: kept.name };
  const mapping = {
    into: guess.into,
    recordType: guess.recordType,
    columns: guess.columns.map(({ index, target }) => ({ index, target })),
    calendar: guess.calendar,
    kind: 'guess' as const,
    roleType: null,
  };
  return { mapping, mappedBy: guess.known };
}

const SURE = 0.95;

/** The kept calendar may be that of a file without dates: dates that cannot be meant in it say their own. */
function calendarOf({ calendar }: Inspected['mapping'], guess: GuessedMapping): Inspected['mapping']['calendar'] {
  const contradicts = guess.calendarConfidence >= SURE || calendar === 'gregory';
  return guess.dateValues.length > 0 && contradicts ? guess.calendar : calendar;
}

/** Cards are shown as the columns people look for first. */
function tableRows({ rows }: Inspection): string[][] {
  return rows.map((row) =>
    isCardRow(row)
      ? [
          row.card.formattedNames[0] ?? [row.card.names[0]?.given, row.card.names[0]?.family].filter(Boolean).join(' '),
          row.card.phones.map((phone) => phone.value).join('; '),
          row.card.emails.map((email) => email.value).join('; '),
          row.card.organisations[0]?.name ?? '',
        ]
      : row.cells,
  );
}

type Kind = Inspection['settings']['kind'];

const isSheet = (kind: Kind): kind is 'xlsx' | 'ods' | 'xls' => kind === 'xlsx' || kind === 'ods' || kind === 'xls';

const formatOf = (kind: Kind): Inspected['format'] => (isSheet(kind) ? 'xlsx' : kind);

/** Which of day, month and year comes first in the mapped date column, judged from the sample rows. */
export function dateOrderOf(inspection: Inspection, mapping: z.infer<typeof ColumnMapping>): DateOrder {
  const column = mapping.columns.find(({ target }) => isDateTarget(target));
  if (column === undefined) return 'dmy';
  return guessOrder(
    tableRows(inspection)
      .map((row) => row[column.index] ?? '')
      .filter((text) => text !== ''),
  );
}

/** The same headings give the same key, whatever their spelling and spacing. */
export const headerFingerprint = (headers: readonly string[]): string =>
  sha256(headers.map(fold).join('\u0001')).toString('hex');
