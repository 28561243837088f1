// The first look at a file: what it is, how it reads, its heading, its first rows and about how many there are.

import { headingLikelihood } from '@shared/features/imports/mapping/header-match';
import { detectKind } from './detect-kind';
import { FileRefused } from './failure';
import type { InspectRequest } from './inspect-reading';
import { findReading } from './inspect-reading';
import type { ImportLimits } from './limits';
import { openSource } from './open-source';
import type { Inspection, ReadSettings } from './protocol';
import type { SourceRow } from './source';
import { isCardRow } from './source';
import { openByteFile } from './text/byte-file';

export type { InspectRequest } from './inspect-reading';

const PREVIEW_ROWS = 50;
const HEADING_WITHIN = 10;
const PREVIEW_CELL = 300;
const PREVIEW_TOTAL = 1_000_000;

export async function inspectFile(path: string, request: InspectRequest): Promise<Inspection> {
  const file = await openByteFile(path);
  try {
    const found = await findReading(file, await detectKind(file, request.limits), request);
    const settings: ReadSettings = { ...found.settings, headerRow: 0 };
    const preview = await readPreview(path, settings, request.limits);
    const heading = hasHeading(settings, preview) ? headingRow(preview.rows, request.wishes.headerRow) : 0;
    const head = preview.rows.find((row) => row.row === heading);
    const headers = preview.columns ?? (head && !isCardRow(head) ? head.cells : []);
    const rows = preview.rows.filter((row) => row.row > heading).slice(0, PREVIEW_ROWS);
    return {
      settings: { ...settings, headerRow: heading },
      bytes: file.size,
      encodingConfidence: found.encodingConfidence,
      delimiterConfidence: found.delimiterConfidence,
      sheets: found.sheets,
      headers: headers.map((cell) => cell.trim().slice(0, PREVIEW_CELL)),
      rows: shownRows(rows),
      rowCount: preview.whole
        ? { value: preview.rows.filter((row) => row.row > heading).length, exact: true }
        : { value: found.rows === null ? null : Math.max(PREVIEW_ROWS, found.rows - heading), exact: false },
    };
  } finally {
    await file.close();
  }
}

type Preview = { rows: SourceRow[]; whole: boolean; columns: readonly string[] | undefined };

/** Only tables without names of their own have a heading among their rows. */
const hasHeading = ({ kind }: ReadSettings, { columns }: Preview): boolean => kind !== 'vcard' && columns === undefined;

async function readPreview(path: string, settings: ReadSettings, limits: ImportLimits): Promise<Preview> {
  const source = await openSource(path, { settings, limits });
  const { columns } = source;
  const rows: SourceRow[] = [];
  try {
    for await (const row of source.rows()) {
      rows.push(row);
      if (rows.length > PREVIEW_ROWS + HEADING_WITHIN) return { rows, whole: false, columns };
    }
  } finally {
    await source.close();
  }
  if (rows.length === 0) throw new FileRefused('import.empty');
  return { rows, whole: true, columns };
}

/** Among the first rows the one most like a heading; with `wish` true the best there is, with false none. */
function headingRow(rows: readonly SourceRow[], wish: boolean | undefined): number {
  if (wish === false) return 0;
  const tables = rows.flatMap((row) => (isCardRow(row) ? [] : [row]));
  const body = tables.map((row) => row.cells);
  const scored = tables
    .slice(0, HEADING_WITHIN)
    .map((row, at) => ({ row: row.row, score: headingLikelihood(row.cells, body.slice(at + 1)) }));
  const best = scored.reduce<{ row: number; score: number }>(
    (left, right) => (right.score > left.score ? right : left),
    { row: 0, score: 0 },
  );
  if (wish === true) return best.row > 0 ? best.row : (tables[0]?.row ?? 0);
  return best.score >= 0.5 ? best.row : 0;
}

function shownRows(rows: readonly SourceRow[]): SourceRow[] {
  const total = rows.reduce(
    (sum, row) =>
      sum + (isCardRow(row) ? 0 : row.cells.reduce((length, cell) => length + Math.min(cell.length, PREVIEW_CELL), 0)),
    0,
  );
  const longest = total > PREVIEW_TOTAL ? 20 : PREVIEW_CELL;
  return rows.map((row) => (isCardRow(row) ? row : { ...row, cells: row.cells.map((cell) => cell.slice(0, longest)) }));
}
