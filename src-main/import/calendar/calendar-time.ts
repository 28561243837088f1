// The times of a calendar entry as ISO text: an instant in UTC where the zone is known, local time without zone where it is not.

import { instantOfLocal, isTimeZone } from '@shared/locale/zoned-time';
import type { ContentLine } from '../vcard/content-line';
import { parameter } from '../vcard/content-line';

/**
 * Names of zones that Outlook and Exchange write, for the countries whose calendars come here.
 * Source: Unicode CLDR windowsZones.
 */
const WINDOWS_ZONES: Readonly<Record<string, string>> = {
  'Arab Standard Time': 'Asia/Riyadh',
  'Arabian Standard Time': 'Asia/Dubai',
  'Arabic Standard Time': 'Asia/Baghdad',
  'Iran Standard Time': 'Asia/Tehran',
  'Egypt Standard Time': 'Africa/Cairo',
  'Jordan Standard Time': 'Asia/Amman',
  'Syria Standard Time': 'Asia/Damascus',
  'Middle East Standard Time': 'Asia/Beirut',
  'Israel Standard Time': 'Asia/Jerusalem',
  'West Bank Standard Time': 'Asia/Hebron',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Afghanistan Standard Time': 'Asia/Kabul',
  'Pakistan Standard Time': 'Asia/Karachi',
  'India Standard Time': 'Asia/Kolkata',
  'Morocco Standard Time': 'Africa/Casablanca',
  'Libya Standard Time': 'Africa/Tripoli',
  'Sudan Standard Time': 'Africa/Khartoum',
  'W. Central Africa Standard Time': 'Africa/Algiers',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Romance Standard Time': 'Europe/Paris',
  'E. Europe Standard Time': 'Europe/Chisinau',
  'Russian Standard Time': 'Europe/Moscow',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
};

const TIME = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/i;

/** ISO date, ISO local time or ISO instant; the text as it is when it is no time. */
export function calendarTime(line: ContentLine, offsets: ReadonlyMap<string, string>): string {
  const text = line.value.trim();
  const match = TIME.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second = '00', utc] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const local = `${date}T${hour}:${minute}:${second}`;
  if (utc !== undefined) return `${local}Z`;
  const zone = parameter(line, 'TZID');
  return zone === undefined ? local : zoned(local, zone, offsets.get(zone));
}

function zoned(local: string, tzid: string, offset: string | undefined): string {
  const name = zoneName(tzid);
  if (name !== null) {
    const instant = instantOfLocal(local, name);
    return instant === null ? local : new Date(instant).toISOString();
  }
  const shift = /^([+-])(\d{2}):?(\d{2})/.exec(offset ?? '');
  if (!shift) return local;
  const instant = Date.parse(`${local}${shift[1]}${shift[2]}:${shift[3]}`);
  return Number.isNaN(instant) ? local : new Date(instant).toISOString();
}

/** `/citadel.org/20070227_1/Europe/Berlin` and the like end in a name of the zone database. */
function zoneName(tzid: string): string | null {
  const plain = tzid.replace(/^"|"$/g, '').trim();
  const candidates = [plain, WINDOWS_ZONES[plain], /[A-Z]\w+\/[\w/+-]+$/.exec(plain)?.[0]];
  return candidates.find((name) => name !== undefined && isTimeZone(name)) ?? null;
}

/** Whole minutes of an RFC 5545 duration (`PT1H30M`, `P1D`); empty when the text is none. */
export function durationMinutes(text: string): string {
  const match = /^[+-]?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim());
  if (!match) return '';
  const [weeks, days, hours, minutes] = match.slice(1, 5).map((part) => Number(part ?? 0));
  return String((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0));
}
