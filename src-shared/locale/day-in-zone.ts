// Which civil day it is somewhere at an instant.

/** YYYY-MM-DD (Gregorian) in an IANA time zone at `at` ms UTC. */
export function dayInZone(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(at);
}
