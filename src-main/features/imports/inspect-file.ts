// Shows a file before anything is imported: how it reads, what its columns seem to be, how its dates read in each calendar.

import type { z } from 'zod';
import { ColumnMapping, type importsContract, type ReadOptions } from '@shared/features/imports/imports.contract';
import { dateSamples, guessMapping, guessOrder, type DateOrder } from '@shared/features/imports/mapping';
import { fold } from '@shared/text/fold';
import { ok, type Failure, type Result } from '@shared/core/result';
import { basename } from 'node:path';
import type { QueryContext } from '../../core/context';
import { isCardRow, startParser, type ForkParser, type Inspection } from '../../import';
import { sha256 } from '../../keys';
import { selectMappingByHeader } from './imports.sql';
import { mappingOptions } from './row-reader';

type Inspected = z.infer<(typeof importsContract)['operations']['inspect']['output']>;

interface Source {
  readonly path: string;
  readonly read: ReadOptions;
  readonly fork: ForkParser;
}

const SHOWN_ROWS = 50;
const DATE_TARGETS = new Set(['birth', 'anniversary']);

export async function inspectFile(
  context: QueryContext,
  { path, read, fork }: Source,
): Promise<Result<Inspected, Failure>> {
  const parser = startParser({ fork });
  try {
    const inspected = await parser.inspect(path, read);
    return inspected.ok ? ok(shown(context, path, inspected.value)) : inspected;
  } finally {
    parser.close();
  }
}

function shown({ db, actor, clock }: QueryContext, path: string, inspection: Inspection): Inspected {
  const { settings, headers, rowCount, sheets } = inspection;
  const rows = tableRows(inspection);
  const options = mappingOptions(db, actor.userId, clock.now());
  const guess = guessMapping(headers, rows, options);
  const remembered =
    headers.length === 0 ? undefined : db.first(selectMappingByHeader({ header: headerFingerprint(headers) }));
  const parsed = remembered === undefined ? undefined : ColumnMapping.safeParse(JSON.parse(remembered.definition));
  const guessed = {
    columns: guess.columns.map(({ index, target }) => ({ index, target })),
    calendar: guess.calendar,
    kind: 'guess' as const,
    roleType: null,
  };
  const mapping = parsed?.success === true ? parsed.data : guessed;
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
    mappedBy: parsed?.success === true ? remembered!.name : guess.known,
    dateSamples: dateSamples(guess.dateValues, options).map(({ text, gregory, umalqura, persian }) => ({
      text,
      gregory,
      umalqura,
      persian,
    })),
  };
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
  const column = mapping.columns.find(({ target }) => target !== null && DATE_TARGETS.has(target));
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
