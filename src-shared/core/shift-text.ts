// Hours as people type them: «8-13, 16:30-20», in any digits, with the comma and the dash of any of the languages.

import { toLatinDigits } from '../locale/digits';
import type { Shift } from './office-hours';

const shift = /^(\d{1,2})(?:[:.٫](\d{2}))?-(\d{1,2})(?:[:.٫](\d{2}))?$/;
const dashes = /[–—−ـ]|\s*(?:to|إلى|الى|تا)\s*/g;

/** Null when it cannot be read as hours in order; no text means no hours. */
export function parseShifts(text: string): Shift[] | null {
  const plain = toLatinDigits(text).replaceAll(dashes, '-').replaceAll(/\s/g, '');
  if (plain === '') return [];
  const shifts = plain.split(/[,،;؛+]/).map(parseShift);
  const inOrder = shifts.every(
    (one, index) => one !== null && one.from < one.to && one.from >= (shifts[index - 1]?.to ?? 0),
  );
  return inOrder ? (shifts as Shift[]) : null;
}

function parseShift(text: string): Shift | null {
  const match = shift.exec(text);
  if (match === null) return null;
  const [hour = 0, minute = 0, endHour = 0, endMinute = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (minute > 59 || endMinute > 59) return null;
  const [from, to] = [hour * 60 + minute, endHour * 60 + endMinute];
  return to > 1440 ? null : { from, to };
}

/** 08:00–13:00, 16:30–20:00; in Latin digits. */
export const shiftText = (shifts: readonly Shift[]): string =>
  shifts.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
