// CSV: one table; everything is a table for each entity, in a folder or, when the name ends in .zip, in an archive.

import { BYTE_ORDER_MARK, csvCell, openTextFile, openZipWriter, type TextFile, type ZipWriter } from '../../../files';
import type { ExportTarget } from '../target';
import type { Cell, Table, TableColumn } from '../table';
import { tablesOf } from '../tables';
import { dayText, instantText, wallOf, wallText, type Wall } from './days';
import type { Exporting, OpenedExport } from './opened';

interface Sink {
  begin(table: Table): void;
  write(text: string): void;
  end(): void;
  abandon(): void;
}

export function openCsv(exporting: Exporting): OpenedExport {
  const tables = tablesOf(exporting, exporting.what);
  const sink = sinkFor(exporting);
  const mark = exporting.options.byteOrderMark ? BYTE_ORDER_MARK : '';
  return {
    total: tables.reduce((sum, { total }) => sum + total, 0),
    *steps() {
      for (const table of tables) {
        sink.begin(table);
        sink.write(mark + lineOf(table.columns.map(({ heading }) => csvCell(heading))));
        const line = lineWriter(table.columns, exporting);
        for (const rows of table.rows()) {
          for (const row of rows) sink.write(line(row));
          yield rows.length;
        }
      }
    },
    end() {
      sink.end();
      return { shortened: 0 };
    },
    abandon: () => sink.abandon(),
  };
}

const lineOf = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

function lineWriter(columns: readonly TableColumn[], exporting: Exporting): (row: readonly Cell[]) => string {
  const wall = wallOf(exporting.timeZone);
  const write = columns.map((column) => cellWriter(column, exporting, wall));
  // One list for all lines: joined, it becomes a text in one piece; added up, it would be a tree of pieces to be put together later.
  const line = write.map(() => '');
  return (row) => {
    for (let index = 0; index < write.length; index += 1) {
      const cell = row[index];
      line[index] = cell === null || cell === undefined ? '' : write[index]!(cell);
    }
    return lineOf(line);
  };
}

function cellWriter(
  { type }: TableColumn,
  { options, what }: Exporting,
  wall: Wall,
): (cell: string | number) => string {
  const { calendar } = options;
  const isRaw = what.list === 'everything' || what.list === 'entity';
  if (type === 'day') return (cell) => dayText(String(cell), isRaw ? 'gregory' : calendar);
  if (type === 'instant' && isRaw) return (cell) => new Date(Number(cell)).toISOString();
  if (type === 'instant')
    return calendar === 'gregory'
      ? (cell) => instantText(Number(cell), wall)
      : (cell) => wallText(Number(cell), wall, calendar);
  return csvCell;
}

function sinkFor({ what, archive, target }: Exporting): Sink {
  if (what.list !== 'everything') return fileSink(openTextFile(target.create()));
  return archive ? archiveSink(openZipWriter(target.create())) : folderSink(target);
}

const fileSink = (text: TextFile): Sink => ({
  begin: () => undefined,
  write: (piece) => text.write(piece),
  end: () => void text.end(),
  abandon: () => text.abandon(),
});

const archiveSink = (zip: ZipWriter): Sink => ({
  ...zip,
  begin: ({ key, name }) => zip.begin(`${key ?? name}.csv`),
});

function folderSink(target: ExportTarget): Sink {
  const open: { text: TextFile | null } = { text: null };
  return {
    begin({ key, name }) {
      open.text?.end();
      open.text = openTextFile(target.create(`${key ?? name}.csv`));
    },
    write: (piece) => open.text?.write(piece),
    end: () => void open.text?.end(),
    abandon: () => open.text?.abandon(),
  };
}
