// Reads a calendar file (iCalendar, vCalendar) as rows, one per event, task or journal line; a series is one row with its rule beside it.

import { FileRefused } from '../failure';
import { createTally, enclosing, type FileSink } from '../enclosed/file-sink';
import type { ImportLimits } from '../limits';
import type { Checkpoint, RecordSource, TabularRow } from '../source';
import type { ByteFile } from '../text/byte-file';
import type { EncodingGuess, TextEncoding } from '../text/encoding';
import type { Collected, LineCollector } from '../text/line-source';
import { isWide, openLineSource } from '../text/line-source';
import type { ContentLine } from '../vcard/content-line';
import { parameter } from '../vcard/content-line';
import { propertyFileName } from '../vcard/property-file';
import { decodedValue, unescapeText } from '../vcard/property-value';
import type { CalendarEntry } from './calendar-lines';
import { createCalendarCollector } from './calendar-lines';
import { calendarTime, durationMinutes } from './calendar-time';

export const CALENDAR_COLUMNS = [
  'UID',
  'TYPE',
  'SUMMARY',
  'DESCRIPTION',
  'DTSTART',
  'DTEND',
  'MINUTES',
  'LOCATION',
  'ORGANIZER',
  'ATTENDEE',
  'STATUS',
  'CATEGORIES',
  'RRULE',
  'URL',
] as const;

export type CalendarSettings = {
  readonly encoding: EncodingGuess;
  readonly limits: ImportLimits;
  readonly from?: Checkpoint | undefined;
};

/**
 * Beginning again reads the file from its head and lets the entries before the checkpoint go: the zones an entry needs are
 * defined before it.
 */
export function openCalendarSource(file: ByteFile, settings: CalendarSettings): RecordSource {
  const { limits, encoding, from } = settings;
  const whole = openLineSource(
    file,
    { encoding, limits, asBytes: true, columns: CALENDAR_COLUMNS },
    createEntryCollector(settings, createTally(limits)),
  );
  const skipped = from?.row ?? 0;
  if (from && !/^row:\d+$/.test(from.at)) throw new FileRefused('import.bad-checkpoint');
  return {
    ...whole,
    rows: () => rowsAfter(whole, skipped),
    position: () => {
      const position = whole.position();
      const row = Math.max(skipped, position.checkpoint.row);
      return { ...position, checkpoint: { row, at: `row:${row}` } };
    },
  };
}

export function createEntryCollector({ limits, encoding }: CalendarSettings, sink: FileSink): LineCollector {
  const collector = createCalendarCollector(limits.cellLength, sink);
  const textEncoding = isWide(encoding) ? 'utf-8' : encoding.encoding;
  const collected = (entry: CalendarEntry | null): Collected | null =>
    entry && { ended: entry.ended, row: (number) => entryRow(number, entry, textEncoding) };
  return { push: (line) => collected(collector.push(line)), finish: () => collected(collector.finish()) };
}

async function* rowsAfter(source: RecordSource, skipped: number): AsyncGenerator<TabularRow> {
  for await (const row of source.rows()) if ('cells' in row && row.row > skipped) yield row;
}

function entryRow(row: number, entry: CalendarEntry, encoding: TextEncoding): TabularRow {
  const read = reader(entry, encoding);
  const [start, end] = [read.time('DTSTART') || read.time('DUE'), read.time('DTEND')];
  const recurrence = read.time('RECURRENCE-ID');
  const cells = [
    [read.text('UID'), recurrence].filter((text) => text !== '').join('/'),
    entry.component,
    read.text('SUMMARY'),
    read.text('DESCRIPTION'),
    start,
    end,
    minutesOf(start, end, read.text('DURATION')),
    read.text('LOCATION'),
    read.person('ORGANIZER'),
    read.person('ATTENDEE'),
    read.text('STATUS'),
    read.text('CATEGORIES'),
    read.text('RRULE'),
    read.text('URL'),
  ];
  if (!entry.ended) return { row, cells, problem: 'card-not-ended' };
  if (entry.tooLong > 0) return { row, cells, problem: 'cell-too-long' };
  if (cells.some((cell) => cell.includes('\ufffd'))) return { row, cells, problem: 'undecodable' };
  const names = entry.files.map((line) => propertyFileName(line, encoding));
  return { row, cells, ...enclosing(names, entry.counted) };
}

function reader({ lines, offsets }: CalendarEntry, encoding: TextEncoding) {
  const named = (name: string): readonly ContentLine[] => lines.filter((line) => line.name === name);
  return {
    text: (name: string): string =>
      named(name)
        .map((line) => unescapeText(decodedValue(line, encoding)).trim())
        .filter((text) => text !== '')
        .join(', '),
    time: (name: string): string => {
      const [line] = named(name);
      return line ? calendarTime(line, offsets) : '';
    },
    /** Several attendees are parted by ` ::: `, as Google parts several values of one cell. */
    person: (name: string): string => named(name).slice(0, MOST_PEOPLE).map(personOf).join(' ::: '),
  };
}

const MOST_PEOPLE = 200;

/** `Name <address>`; CN comes as bytes like everything else of the line. */
function personOf(line: ContentLine): string {
  const address = line.value.trim().replace(/^mailto:/i, '');
  const name = Buffer.from(parameter(line, 'CN') ?? '', 'latin1').toString('utf8');
  return name === '' || name === address ? address : `${name} <${address}>`;
}

function minutesOf(start: string, end: string, duration: string): string {
  if (duration !== '') return durationMinutes(duration);
  if (!start.includes('T') || !end.includes('T')) return '';
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  return Number.isFinite(minutes) && minutes >= 0 ? String(Math.round(minutes)) : '';
}
