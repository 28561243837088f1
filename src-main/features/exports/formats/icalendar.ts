// iCalendar (RFC 5545): activities as appointments, occasions as days that come again every year. A birthday in a lunar or Persian
// calendar falls on another Gregorian day each year, so the next twenty are written out: few programs read RFC 7529.

import { occasionEntity } from '@shared/catalogue';
import type { ExportList } from '@shared/features/exports/exports.contract';
import { civilToParts, partsToCivil } from '@shared/locale/calendars';
import type { Calendar } from '@shared/locale/language';
import { openTextFile } from '../../../files';
import { activityRows, countOfActivities, countParties, partyRows, type ListedActivity } from '../lists';
import { createFactsOf } from '../party-facts';
import type { EntityRow } from '../projection.sql';
import { contentLine, escapedText, parameterText } from './content-lines';
import type { Exporting, OpenedExport } from './opened';
import { allParties } from './vcard';

const YEARS_AHEAD = 20;

export function openCalendar(exporting: Exporting): OpenedExport {
  const text = openTextFile(exporting.target.create());
  const { what } = exporting;
  const lists: ExportList[] = what.list === 'everything' ? [{ list: 'activities', filter: {} }, allParties] : [what];
  return {
    total: lists.reduce((sum, list) => sum + countOf(exporting, list), 0),
    *steps() {
      text.write(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Diwan//Diwan//EN'].map(contentLine).join(''));
      for (const list of lists) yield* events(exporting, list, (lines) => text.write(lines.map(contentLine).join('')));
      text.write(contentLine('END:VCALENDAR'));
    },
    end() {
      text.end();
      return { shortened: 0 };
    },
    abandon: () => text.abandon(),
  };
}

const countOf = (exporting: Exporting, list: ExportList): number =>
  list.list === 'activities'
    ? countOfActivities(exporting, list)
    : list.list === 'parties'
      ? countParties(exporting, list)
      : 0;

function* events(exporting: Exporting, list: ExportList, write: (lines: readonly string[]) => void): Generator<number> {
  if (list.list === 'activities') {
    for (const rows of activityRows(exporting, list)) {
      for (const activity of rows) write(activityEvent(activity, exporting));
      yield rows.length;
    }
  } else if (list.list === 'parties') {
    const factsOf = createFactsOf(exporting.db, [occasionEntity]);
    for (const rows of partyRows(exporting, list)) {
      for (const { party, parts } of factsOf(rows.map(({ id }) => id)))
        for (const occasion of parts.get(occasionEntity.key) ?? []) write(occasionEvent(occasion, party, exporting));
      yield rows.length;
    }
  }
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
const line = (name: string, value: string | null): string[] =>
  value === null || value === '' ? [] : [`${name}:${escapedText(value)}`];

function activityEvent({ row, participants }: ListedActivity, { at, choices }: Exporting): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(row.external_key ?? row.id)}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(row.at)}`,
    ...(row.duration_minutes === null ? [] : [`DURATION:PT${row.duration_minutes}M`]),
    ...line('SUMMARY', row.subject),
    ...line('DESCRIPTION', [row.body, row.outcome].filter((text) => text !== null).join('\n')),
    ...line('LOCATION', row.place),
    ...line('CATEGORIES', choices.word('activity', 'kind', row.kind)),
    ...participants.map(({ name, email }) =>
      email === null || email === ''
        ? `CONTACT:${escapedText(name)}`
        : `ATTENDEE;CN=${parameterText(name)}:mailto:${email}`,
    ),
    'END:VEVENT',
  ];
}

function occasionEvent(occasion: EntityRow, party: EntityRow, { at, choices }: Exporting): string[] {
  const [first, ...others] = daysOf(occasion, at);
  if (first === undefined) return [];
  const what = String(occasion['label'] ?? choices.word('occasion', 'kind', String(occasion['kind'])));
  const compact = (civil: string): string => civil.replaceAll('-', '');
  const isGregorian = occasion['calendar'] === 'gregory';
  const remind = occasion['remind_days'];
  return [
    'BEGIN:VEVENT',
    `UID:${occasion.id}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART;VALUE=DATE:${compact(first)}`,
    ...(isGregorian ? ['RRULE:FREQ=YEARLY'] : [`RDATE;VALUE=DATE:${others.map(compact).join(',')}`]),
    ...line('SUMMARY', `${what} · ${String(party['display_name'])}`),
    'TRANSP:TRANSPARENT',
    ...(remind === null || remind === undefined
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', ...line('DESCRIPTION', what), `TRIGGER:-P${remind}D`, 'END:VALARM']),
    'END:VEVENT',
  ];
}

/** In the Gregorian calendar the first day alone; in another the coming ones. A 30th that a year lacks is the last day before it. */
function daysOf(occasion: EntityRow, at: number): string[] {
  const calendar = occasion['calendar'] as Calendar;
  const today = civilToParts(new Date(at).toISOString().slice(0, 10), calendar);
  if (today === null) return [];
  const [month, day] = [Number(occasion['month']), Number(occasion['day'])];
  const dayIn = (year: number): string | null =>
    partsToCivil({ year, month, day }, calendar) ?? partsToCivil({ year, month, day: day - 1 }, calendar);
  if (calendar === 'gregory') return [dayIn(Number(occasion['year'] ?? today.year))].filter((civil) => civil !== null);
  return Array.from({ length: YEARS_AHEAD }, (_, ahead) => dayIn(today.year + ahead)).filter((civil) => civil !== null);
}
