// Collects the entries of a calendar file: events, tasks and journal lines, each without what is nested in it, and the zones the file defines.
// Sources: RFC 5545 §3.4–3.6; vCalendar 1.0 for old phones.

import type { FileSink, Tallied } from '../enclosed/file-sink';
import type { Property } from '../vcard/property-lines';
import { beginProperty, continueProperty, endProperty } from '../vcard/property-lines';
import type { ContentLine } from '../vcard/content-line';

export type CalendarEntry = {
  /** VEVENT, VTODO or VJOURNAL. */
  readonly component: string;
  readonly lines: readonly ContentLine[];
  readonly ended: boolean;
  /** Properties over the limit, and properties beyond the limit of lines. */
  readonly tooLong: number;
  /** TZOFFSETTO of standard time by TZID, as the file defines its zones. */
  readonly offsets: ReadonlyMap<string, string>;
  /** Properties whose content is a file, in the order in which the sink was told of them. */
  readonly files: readonly ContentLine[];
  readonly counted: readonly Tallied[];
};

export type CalendarCollector = {
  push(line: string): CalendarEntry | null;
  finish(): CalendarEntry | null;
};

type Open = { component: string; lines: ContentLine[]; tooLong: number; nested: string[]; files: ContentLine[] };
type State = { open: Open | null; property: Property | null; zone: string; inStandard: boolean };

const ENTRIES: ReadonlySet<string> = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);
const LONGEST_MARK = 100;
const MOST_LINES = 10_000;
const MOST_ZONES = 1000;

export function createCalendarCollector(lineLength: number, sink: FileSink): CalendarCollector {
  const state: State = { open: null, property: null, zone: '', inStandard: false };
  const offsets = new Map<string, string>();
  const flush = (): void => {
    const { property, open } = state;
    state.property = null;
    if (!property) return;
    const line = endProperty(property);
    if (property.lift !== null) open?.files.push(property.lift.head);
    const tooLong = property.length > lineLength || (open?.lines.length ?? 0) >= MOST_LINES;
    if (!open) zoneLine(state, line, offsets);
    else if (open.nested.length > 0) return;
    else if (tooLong) open.tooLong += 1;
    else if (typeof line !== 'string') open.lines.push(line);
  };
  const take = (ended: boolean): CalendarEntry | null => {
    flush();
    const { open } = state;
    state.open = null;
    const counted = sink.take();
    return open && { ...open, ended, offsets, counted };
  };
  return {
    push(line) {
      const mark = line.length <= LONGEST_MARK ? /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(line) : null;
      if (mark) {
        flush();
        return marked(state, (mark[1] ?? '').toUpperCase(), (mark[2] ?? '').toUpperCase(), take);
      }
      if (state.property && continueProperty(state.property, line, lineLength)) return null;
      flush();
      if (line.trim() !== '') state.property = beginProperty(line, state.open?.nested.length === 0 ? sink : null);
      return null;
    },
    finish: () => take(false),
  };
}

function marked(
  state: State,
  mark: string,
  ...[name, take]: [name: string, take: (ended: boolean) => CalendarEntry | null]
): CalendarEntry | null {
  const { open } = state;
  if (mark === 'BEGIN' && ENTRIES.has(name)) {
    const unfinished = open ? take(false) : null;
    state.open = { component: name, lines: [], tooLong: 0, nested: [], files: [] };
    return unfinished;
  }
  if (mark === 'END' && open?.component === name) return take(true);
  if (!open) {
    state.inStandard = mark === 'BEGIN' && name === 'STANDARD';
    return null;
  }
  if (mark === 'BEGIN') open.nested.push(name);
  else open.nested.pop();
  return null;
}

function zoneLine(state: State, line: ContentLine | string, offsets: Map<string, string>): void {
  if (typeof line === 'string') return;
  if (line.name === 'TZID') state.zone = line.value.trim();
  else if (line.name === 'TZOFFSETTO' && state.inStandard && offsets.size < MOST_ZONES)
    offsets.set(state.zone, line.value.trim());
}
