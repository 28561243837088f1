// The one face of a spreadsheet file, so that the library behind a format can be changed without touching the import.

/** `index` from 0 in the order of the file. */
export type SheetInfo = { readonly name: string; readonly index: number; readonly hidden: boolean };

/** `index` is the row number a person sees, from 1. Cells are text: dates ISO, numbers without exponent, booleans TRUE / FALSE. */
export type SheetRow = { readonly index: number; readonly cells: string[] };

export interface SpreadsheetPort {
  /** At least one; refused otherwise. May read the file through. */
  sheets(): Promise<readonly SheetInfo[]>;
  /** Rows of one sheet in order, empty ones left out. */
  rows(sheet: number): AsyncGenerator<SheetRow>;
  /** The last row number as the file states it, null when it does not. */
  statedRows(sheet: number): Promise<number | null>;
  /** Share of the sheet read so far, 0…1. */
  progress(): number;
}
