// Between civil dates and instants in the time zone of an office.

const MINUTE = 60_000;

/** The instant (ms UTC) of a civil date and minutes since midnight on the office's wall. */
export function instantInZone(civil: string, minutes: number, timeZone: string): number {
  const asUtc = Date.parse(`${civil}T00:00:00Z`) + minutes * MINUTE;
  // The offset at the first guess may lie on the other side of a clock change; the second look settles it.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

/** Minutes since midnight on the office's wall. */
export function minutesOfDay(at: number, timeZone: string): number {
  const { hour, minute } = partsAt(at, timeZone);
  return hour * 60 + minute;
}

function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute } = partsAt(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE) * MINUTE;
}

function partsAt(at: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: value('year'),
    month: value('month'),
    day: value('day'),
    hour: value('hour'),
    minute: value('minute'),
  };
}
