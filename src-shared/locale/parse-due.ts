// Until when, as a person in a hurry writes it: "tomorrow 10", "غدا ٤ م", "پنجشنبه ۱۶", "in 3 days", "15 Ramadan". Three languages,
// three calendars, any digits. What is not understood is left as the words that follow.

import { civilToParts, partsToCivil, weekdayNames } from './calendars/index';
import { addDays, weekdayOf, type Civil } from './civil';
import { dateWordKey } from './date-words';
import { languages } from './language';
import { parseCivilDate, parseYearlyDay } from './parse-date';
import { simplified, takeClock, unitWords, type MomentReading } from './parse-moment';
import { dayInZone, minutesOfDay } from './zoned-time';

export interface ReadDue {
  readonly on: Civil;
  /** Minutes since midnight; null for any time of the day. */
  readonly minutes: number | null;
}

/** The whole text as a day or a moment to come; null when it is none. */
export function parseDue(text: string, reading: MomentReading): ReadDue | null {
  const words = simplified(text);
  if (words === '') return null;
  const span = spanAhead(words, reading);
  if (span !== null) return span;
  const { rest, minutes } = takeClock(words, (day) => dayAhead(day, reading) !== null);
  if (rest === '') return minutes === null ? null : nextTime(minutes, reading);
  const on = dayAhead(rest, reading);
  return on === null ? null : { on, minutes };
}

/** The words at the beginning that say until when, as many as belong to it, and what follows them. */
export function leadingDue(
  text: string,
  reading: MomentReading,
): { readonly due: ReadDue | null; readonly rest: string } {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count -= 1) {
    const due = parseDue(words.slice(0, count).join(' '), reading);
    if (due !== null) return { due, rest: words.slice(count).join(' ') };
  }
  return { due: null, rest: words.join(' ') };
}

const MOST_WORDS = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A time of day alone is the next one of it. */
function nextTime(minutes: number, { now, timeZone }: MomentReading): ReadDue {
  const today = dayInZone(now, timeZone);
  return { on: minutes > minutesOfDay(now, timeZone) ? today : addDays(today, 1), minutes };
}

const lead = /^(?:next|on|this|by|until|يوم|روز|هذا|قبل|حتي|تا|اين)\s+/;
const tail = /\s+(?:القادم|القادمه|المقبل|المقبله|التالي|اينده|ايند|بعد|ديگر|بعدي)$/;
const nextWeek = /^(?:next week|الاسبوع (?:القادم|المقبل)|هفته (?:اينده|بعد|ديگر))$/;

function dayAhead(words: string, reading: MomentReading): Civil | null {
  const today = dayInZone(reading.now, reading.timeZone);
  if (nextWeek.test(words)) return addDays(today, 7);
  const known = ahead(words, { reading, today });
  if (known !== null) return known;
  const bare = words.replace(lead, '').replace(tail, '').trim();
  return bare === words || bare === '' ? null : ahead(bare, { reading, today });
}

function ahead(
  words: string,
  { reading, today }: { readonly reading: MomentReading; readonly today: Civil },
): Civil | null {
  const weekday = weekdays().get(dateWordKey(words));
  if (weekday !== undefined) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  const day = parseCivilDate(words, { ...reading, today });
  if (day === null || day.civil >= today) return day?.civil ?? null;
  // "15 Ramadan" is the next one, when this year's has passed.
  const yearly = parseYearlyDay(words, { ...reading, today });
  if (yearly === null || yearly.year !== null) return null;
  const { calendar, month, day: dayOfMonth } = yearly;
  const year = (civilToParts(today, calendar)?.year ?? 0) + 1;
  return partsToCivil({ year, month, day: dayOfMonth }, calendar);
}

/** Built on first use, like the words of dates. */
const weekdaysMemo: ReadonlyMap<string, number>[] = [];
function weekdays(): ReadonlyMap<string, number> {
  const known =
    weekdaysMemo[0] ??
    new Map(
      languages.flatMap((language) =>
        (['long', 'short'] as const).flatMap((style) =>
          weekdayNames(language, style).map((name, day) => [dateWordKey(name), day] as const),
        ),
      ),
    );
  weekdaysMemo[0] = known;
  return known;
}

/** "in 3 days", "بعد يومين", «دو» is not read but «۲ ساعت دیگر» is. */
const spans = [
  /^in (?:(\d{1,3}) |an? )?(\S+)$/,
  /^(\d{1,3}) (\S+) (?:from now|later)$/,
  /^بعد (?:(\d{1,3}) )?(\S+)$/,
  /^(?:(\d{1,3}) )?(\S+) (?:ديگر|بعد)$/,
];
const duals: Readonly<Record<string, number>> = {
  يومين: 2 * DAY,
  اسبوعين: 14 * DAY,
  ساعتين: 2 * HOUR,
  دقيقتين: HOUR / 30,
};

function spanAhead(words: string, { now, timeZone }: MomentReading): ReadDue | null {
  const found = spans.map((pattern) => pattern.exec(words)).find((match) => match !== null);
  if (found === undefined || found === null) return null;
  const [, amount = '1', unit = ''] = found;
  const length = duals[unit] ?? unitWords.find(([pattern]) => pattern.test(unit))?.[1];
  if (length === undefined) return null;
  if (length >= DAY) return { on: addDays(dayInZone(now, timeZone), Number(amount) * (length / DAY)), minutes: null };
  const at = now + Number(amount) * length;
  return { on: dayInZone(at, timeZone), minutes: minutesOfDay(at, timeZone) };
}
