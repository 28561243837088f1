// A cell's value as the text a person would have typed: full numbers, ISO dates, no exponent and no binary dust.

const MILLISECONDS_PER_DAY = 86_400_000;
/** Day 0 of the 1900 system as it counts from 1 March 1900 on (Excel believes in 29 February 1900). */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Last serial Excel shows as a date: 9999-12-31. */
const LAST_SERIAL = 2_958_465;

/** At most 15 significant digits, as spreadsheets themselves show; never an exponent. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString();
  return rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

/** `YYYY-MM-DD`, with `THH:MM:SS` when there is a time of day, or `HH:MM:SS` for a bare time; null when the serial is no date. */
export function serialDateText(serial: number, date1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL + 1) return null;
  const seconds = Math.round((serial % 1) * 86_400);
  const time = seconds === 0 ? '' : clock(seconds % 86_400);
  if (serial < 1) return time === '' ? null : time;
  const beforePhantomDay = !date1904 && serial < 60 ? 1 : 0;
  const day = Math.floor(serial) + beforePhantomDay + (seconds === 86_400 ? 1 : 0);
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  return time === '' || seconds === 86_400 ? date : `${date}T${time}`;
}

/** The UTC fields of a moment, as `serialDateText` writes them. */
export function momentText(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return '';
  const text = moment.toISOString();
  const time = text.slice(11, 19);
  return time === '00:00:00' ? text.slice(0, 10) : `${text.slice(0, 10)}T${time}`;
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `_x000D_` and the like, by which OOXML writes characters XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
