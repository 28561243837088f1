// Birth dates and anniversaries of a row, in the calendar they were written in.

import type { Calendar } from '../../../locale/language';
import type { DraftOccasion, ImportDraft, Rejection } from './draft';
import { rejection } from './draft';
import type { MappingContext } from './mapping-context';
import { readDate } from './read-date';
import type { RowCell } from './row-cells';

type Found = {
  birth?: NonNullable<ImportDraft['birth']>;
  occasions: DraftOccasion[];
  rejections: Rejection[];
  notes: string[];
};

/** vCard writes a birthday without its year as `--MMDD`; Apple's programs write the year 1604 for the same. */
const WITHOUT_YEAR = /^(?:--|1604-?)(\d{2})-?(\d{2})$/;

export function mapDates(cells: readonly RowCell[], context: MappingContext): Found {
  const found: Found = { occasions: [], rejections: [], notes: [] };
  for (const cell of cells) {
    if (cell.target !== 'birth' && cell.target !== 'anniversary') continue;
    const yearless = WITHOUT_YEAR.exec(cell.text);
    const calendar = calendarOf(cell.calendar) ?? context.calendar;
    if (yearless) {
      addOccasion(found, cell, { calendar, month: Number(yearless[1]), day: Number(yearless[2]) });
      continue;
    }
    const date = readDate(cell.text, {
      calendar,
      language: context.language,
      today: context.today,
      order: context.dateOrder,
    });
    if (!date) refuse(found, cell, context);
    else if (cell.target === 'birth') found.birth ??= { on: date.on, calendar: date.calendar, text: date.text };
    else addOccasion(found, cell, occasionParts(date));
  }
  return found;
}

function addOccasion(found: Found, cell: RowCell, parts: Omit<DraftOccasion, 'kind'>): void {
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31)
    found.rejections.push(rejection('bad-date', cell.text, cell.column));
  else found.occasions.push({ kind: cell.target === 'birth' ? 'birthday' : 'anniversary', ...parts });
}

/** A date written in words is remembered by its Gregorian day. */
function occasionParts(date: NonNullable<ReturnType<typeof readDate>>): Omit<DraftOccasion, 'kind'> {
  if (date.parts) return { calendar: date.calendar, ...date.parts };
  const [year, month, day] = date.on.split('-').map(Number);
  return { calendar: 'gregory', year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}

function refuse(found: Found, cell: RowCell, context: MappingContext): void {
  if (context.badDate === 'keep')
    found.notes.push(cell.header === undefined || cell.header === '' ? cell.text : `${cell.header}: ${cell.text}`);
  else found.rejections.push(rejection('bad-date', cell.text, cell.column));
}

/** CALSCALE and its relatives. */
function calendarOf(name: string | undefined): Calendar | null {
  if (name === undefined) return null;
  if (name.startsWith('greg')) return 'gregory';
  if (name === 'persian' || name === 'jalali') return 'persian';
  return name.startsWith('islamic') || name === 'umalqura' || name === 'hijri' ? 'umalqura' : null;
}
