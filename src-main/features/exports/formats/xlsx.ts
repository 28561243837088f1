// A workbook: a sheet for each table, in the direction of its language, with real days, times and numbers.

import { openXlsxWriter, type SheetCell } from '../../../files';
import type { Cell, TableColumn } from '../table';
import { tablesOf } from '../tables';
import { dayText, daySerial, instantSerial, wallOf, wallText, type Wall } from './days';
import type { Exporting, OpenedExport } from './opened';

export function openXlsx(exporting: Exporting): OpenedExport {
  const tables = tablesOf(exporting, exporting.what);
  const [first, ...others] = tables;
  const headings = (columns: readonly TableColumn[]): string[] => columns.map(({ heading }) => heading);
  const book = openXlsxWriter(exporting.target.create(), {
    name: first?.name ?? '',
    rightToLeft: exporting.options.language !== 'en',
    headings: headings(first?.columns ?? []),
  });
  return {
    total: tables.reduce((sum, { total }) => sum + total, 0),
    *steps() {
      for (const table of tables) {
        if (others.includes(table)) book.sheet(table.name, headings(table.columns));
        const cells = cellsWriter(table.columns, exporting);
        for (const rows of table.rows()) {
          for (const row of rows) book.row(cells(row));
          yield rows.length;
        }
      }
    },
    end() {
      book.end();
      return { shortened: book.shortened() };
    },
    abandon: () => book.abandon(),
  };
}

function cellsWriter(columns: readonly TableColumn[], exporting: Exporting): (row: readonly Cell[]) => SheetCell[] {
  const wall = wallOf(exporting.timeZone);
  const write = columns.map((column) => cellWriter(column, exporting, wall));
  return (row) => row.map((cell, index) => (cell === null ? '' : write[index]!(cell)));
}

/** Excel knows no Persian calendar, and its Hijri one is not the official: days in another calendar than the Gregorian are text. */
function cellWriter({ type }: TableColumn, { options }: Exporting, wall: Wall): (cell: string | number) => SheetCell {
  const { calendar } = options;
  const isGregorian = calendar === 'gregory';
  const dated = (serial: number | null, time: boolean): SheetCell | null => (serial === null ? null : { serial, time });
  if (type === 'day')
    return (cell) => (isGregorian ? dated(daySerial(String(cell)), false) : null) ?? dayText(String(cell), calendar);
  if (type === 'instant')
    return (cell) =>
      (isGregorian ? dated(instantSerial(Number(cell), wall), true) : null) ?? wallText(Number(cell), wall, calendar);
  return (cell) => cell;
}
